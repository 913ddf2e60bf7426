@NullMarked
package org.ipwarehouse.reports.site;

import org.jspecify.annotations.NullMarked;
