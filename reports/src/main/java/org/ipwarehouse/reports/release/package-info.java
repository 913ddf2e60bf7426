/**
 * Editions from draft to publication: documents are made from frozen figures, kept beside their digests, held back by a
 * gate, and put in the public's place only when signed and free of embargo. It never decides what figures say.
 */
@NullMarked
package org.ipwarehouse.reports.release;

import org.jspecify.annotations.NullMarked;
