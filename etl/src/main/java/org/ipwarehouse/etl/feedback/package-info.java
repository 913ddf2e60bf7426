/**
 * The workbook that goes back to a department: what was rejected, why, and how to correct it.
 */
@NullMarked
package org.ipwarehouse.etl.feedback;

import org.jspecify.annotations.NullMarked;
