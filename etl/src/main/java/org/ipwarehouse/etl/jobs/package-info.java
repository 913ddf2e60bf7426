/**
 * The only room that knows Spring Batch: jobs call rooms, never the reverse.
 */
@NullMarked
package org.ipwarehouse.etl.jobs;

import org.jspecify.annotations.NullMarked;
