/** What the rooms behind the door share: the faults. No room outside the warehouse may name anything in here. */
@NullMarked
package org.ipwarehouse.warehouse.internal;

import org.jspecify.annotations.NullMarked;
