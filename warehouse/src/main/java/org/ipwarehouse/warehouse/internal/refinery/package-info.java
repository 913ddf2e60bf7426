/**
 * One build, from what the clean layer holds to the figures: is anything stale, run the models, make the figures, keep
 * the account of the build. It never defines what is computed.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.refinery;

import org.jspecify.annotations.NullMarked;
