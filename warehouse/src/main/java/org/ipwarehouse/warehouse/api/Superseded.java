package org.ipwarehouse.warehouse.api;

import java.time.Instant;

/**
 * A value that was a figure once and is none any more.
 *
 * @param since when it was made
 * @param until when another value, or none, took its place
 */
public record Superseded(Figure figure, Instant since, Instant until) {}
