/**
 * The workbook in which a person says which parties are the same: written from candidates, read back as decisions. It
 * never decides by itself and never writes what a spreadsheet could take for a formula.
 */
@NullMarked
package org.ipwarehouse.app.review;

import org.jspecify.annotations.NullMarked;
