/**
 * Answers on standard output: text for people, JSON lines and CSV for machines. It only formats what it is handed.
 */
@NullMarked
package org.ipwarehouse.app.answer;

import org.jspecify.annotations.NullMarked;
