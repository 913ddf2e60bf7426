package org.ipwarehouse.etl.receive;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file whose bytes are kept.
 *
 * @param sha256 lower-case hex of the bytes
 * @param fileName name under which it came, without folders
 * @param original the kept copy in the landing archive
 * @param at when it was received
 */
public record Received(String sha256, String fileName, long size, Path original, Instant at) {}
