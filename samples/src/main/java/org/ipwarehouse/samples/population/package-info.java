/**
 * Who lives in the synthetic district: enterprises, people, addresses. The codes are well formed and lie in a series that is
 * not issued, so that nobody real is named.
 */
@NullMarked
package org.ipwarehouse.samples.population;

import org.jspecify.annotations.NullMarked;
