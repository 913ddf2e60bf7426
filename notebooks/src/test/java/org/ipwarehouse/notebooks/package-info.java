/** Executes the notebooks, so that an analyst never opens a broken one. Nothing imports them. */
@NullMarked
package org.ipwarehouse.notebooks;

import org.jspecify.annotations.NullMarked;
