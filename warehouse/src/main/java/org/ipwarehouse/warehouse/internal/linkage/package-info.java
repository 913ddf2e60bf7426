/**
 * Who is who: finds records that may mean the same party, by the model of Fellegi and Sunter, from one file that says
 * which columns are compared and how. It proposes and explains; only a person's decision joins two parties.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.linkage;

import org.jspecify.annotations.NullMarked;
