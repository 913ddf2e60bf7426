/** The Spring Batch job {@code publish}: site and bulletin are made aside and take their place only when all is well. */
@NullMarked
package org.ipwarehouse.reports.jobs;

import org.jspecify.annotations.NullMarked;
