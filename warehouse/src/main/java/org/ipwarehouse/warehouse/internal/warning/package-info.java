/**
 * Runs the analysts' rules of early warning ({@code warehouse/warnings}) over the facts and keeps the account of each
 * warning: raised once, decided on by people, closed when its condition no longer holds. What a rule means stands in its
 * YAML and SQL, never here; nothing here decides that somebody did wrong.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.warning;

import org.jspecify.annotations.NullMarked;
