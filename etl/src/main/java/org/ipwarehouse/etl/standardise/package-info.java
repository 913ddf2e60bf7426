/**
 * Dates, amounts and units, codes, names, check digits: text in, canonical value and the id of the repair out. Pure
 * functions; nothing here knows a file or a contract.
 */
@NullMarked
package org.ipwarehouse.etl.standardise;

import org.jspecify.annotations.NullMarked;
