/** Specifies the whole walk through the real rooms, as a person at the terminal sees it. Nothing imports it. */
@NullMarked
package org.ipwarehouse.app.walk;

import org.jspecify.annotations.NullMarked;
