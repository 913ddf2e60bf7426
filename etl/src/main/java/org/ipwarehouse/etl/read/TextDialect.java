package org.ipwarehouse.etl.read;

import java.io.Serializable;

/**
 * How a text file is written.
 *
 * @param start offset of the first byte after a byte order mark
 * @param verified true where every byte of the file was seen to fit the encoding; else rows are checked as they are read
 */
record TextDialect(TextCode code, int start, byte delimiter, boolean verified) implements Serializable {}
