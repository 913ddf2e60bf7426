/**
 * Keys and what is done with them: tokens of personal values, sealed rows, sealed files. Keys lie in a folder outside the
 * data; what travels or is written names a key by its place and id and never holds it. It knows no row and no contract.
 */
@NullMarked
package org.ipwarehouse.etl.secret;

import org.jspecify.annotations.NullMarked;
