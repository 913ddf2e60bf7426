/**
 * The layer {@code release}: what was drafted, reviewed, signed and published, with the figures as they were frozen. Only
 * ever appended to. It never decides what the public may see ({@code internal.disclosure} does) and never makes documents.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.release;

import org.jspecify.annotations.NullMarked;
