/**
 * An example export to the draft of a contract: every guess is marked as one. This room reads values to guess by them,
 * and never writes a personal one anywhere; what it drafts takes effect only when a person has put it among the contracts.
 */
@NullMarked
package org.ipwarehouse.etl.draft;

import org.jspecify.annotations.NullMarked;
