/**
 * One class for each {@code ipw} command: reads its options, asks the rooms, prints the answer. Results go to standard
 * output, progress and complaints to standard error.
 */
@NullMarked
package org.ipwarehouse.app.command;

import org.jspecify.annotations.NullMarked;
