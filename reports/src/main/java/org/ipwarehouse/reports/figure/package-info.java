/**
 * How a figure is said: rounded once, with its unit, its symbol where there is no value, and the words of its
 * comparison. Also the fonts and labels in which it is said. It never computes a figure and never draws.
 */
@NullMarked
package org.ipwarehouse.reports.figure;

import org.jspecify.annotations.NullMarked;
