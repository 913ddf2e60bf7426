/**
 * Row and contract to a verdict: accepted with typed values, or rejected with every reason. It never drops a row and
 * never overwrites what was sent.
 */
@NullMarked
package org.ipwarehouse.etl.check;

import org.jspecify.annotations.NullMarked;
