@NullMarked
package org.ipwarehouse.reports.figure;

import org.jspecify.annotations.NullMarked;
