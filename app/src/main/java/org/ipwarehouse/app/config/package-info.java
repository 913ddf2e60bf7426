/**
 * What an installation may set: {@code ipw.yaml}, read strictly with file and line, and the {@code IPW_*} variables
 * that stand above it. It never opens the lake and never looks at the clock.
 */
@NullMarked
package org.ipwarehouse.app.config;

import org.jspecify.annotations.NullMarked;
