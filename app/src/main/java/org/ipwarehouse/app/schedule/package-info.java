/**
 * What runs when, and what became of it: cron expressions, missed runs caught up once, the ledger of runs. It is handed
 * the time and never does the work itself.
 */
@NullMarked
package org.ipwarehouse.app.schedule;

import org.jspecify.annotations.NullMarked;
