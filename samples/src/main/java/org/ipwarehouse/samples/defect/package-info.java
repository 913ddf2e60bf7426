/**
 * What goes wrong on the way: defects that the contract rejects, each with its reason, and blemishes that it repairs.
 */
@NullMarked
package org.ipwarehouse.samples.defect;

import org.jspecify.annotations.NullMarked;
