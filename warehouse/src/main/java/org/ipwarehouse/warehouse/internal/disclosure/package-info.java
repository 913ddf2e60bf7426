/**
 * What the public may see: which figures would tell of a single party, which others must be hidden with them, and the
 * warehouse as the public sees it. Pure arithmetic over figures; never reads a row, never writes. Method and sources:
 * docs/disclosure.md.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.disclosure;

import org.jspecify.annotations.NullMarked;
