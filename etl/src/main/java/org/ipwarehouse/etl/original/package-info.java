/**
 * The bytes of a kept original, however they lie (plain or sealed): readers ask here and never for a path. It never
 * looks inside a row and never writes.
 */
@NullMarked
package org.ipwarehouse.etl.original;

import org.jspecify.annotations.NullMarked;
