/**
 * YAML to contract: what was agreed with a department (ODCS v3.1), read strictly. An unclear contract is refused with
 * file and line. This room never opens a department's file.
 */
@NullMarked
package org.ipwarehouse.etl.contract;

import org.jspecify.annotations.NullMarked;
