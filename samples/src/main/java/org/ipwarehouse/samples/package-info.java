/**
 * Synthetic departmental exports, marked as such in every name, title and manifest: a request in, files and their true
 * account out. It never reads a department's file and never knows the warehouse.
 */
@NullMarked
package org.ipwarehouse.samples;

import org.jspecify.annotations.NullMarked;
