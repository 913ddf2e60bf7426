/**
 * Keeps a file's bytes untouched under their SHA-256 in the landing archive. It never looks inside a row.
 */
@NullMarked
package org.ipwarehouse.etl.receive;

import org.jspecify.annotations.NullMarked;
