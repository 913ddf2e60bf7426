/**
 * Bytes to rows: recognises form and encoding by content, finds header, unit and period, yields each data row once
 * with its place in the file. It never decides whether a row is good, and never knows Spark or Spring.
 */
@NullMarked
package org.ipwarehouse.etl.read;

import org.jspecify.annotations.NullMarked;
