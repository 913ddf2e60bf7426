/**
 * Which part gets which: the job repository, the rooms behind their doors, one run at a time. Spring is named here and
 * in {@code app.jobs} only; commands that merely read never come here.
 */
@NullMarked
package org.ipwarehouse.app.wiring;

import org.jspecify.annotations.NullMarked;
