/** Where the application gets a warehouse. It holds nothing but the factories. */
@NullMarked
package org.ipwarehouse.warehouse;

import org.jspecify.annotations.NullMarked;
