/**
 * Keeps a file's bytes untouched under their SHA-256 in the landing archive. It never looks inside a row. A file is
 * received when it is kept; of an archive each member that is a table is kept, too
 * ({@link org.ipwarehouse.etl.receive.Unpacking}); only a file of a synthetic set came when the set's {@code manifest.json} says
 * ({@link org.ipwarehouse.etl.receive.SyntheticArrivals}).
 */
@NullMarked
package org.ipwarehouse.etl.receive;

import org.jspecify.annotations.NullMarked;
