/**
 * The Spring Batch job {@code buildWarehouse} and the way all jobs are run: a run that died is resumed with its own
 * parameters before a new one starts. Jobs call rooms, never the reverse.
 */
@NullMarked
package org.ipwarehouse.app.jobs;

import org.jspecify.annotations.NullMarked;
