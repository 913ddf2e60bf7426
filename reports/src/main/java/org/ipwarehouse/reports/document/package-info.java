/**
 * The bulletin as files: DOCX after GB/T 9704-2012, HTML, and PDF made from that HTML. It prints what the document model
 * says and decides nothing about its content. The same bulletin gives the same bytes.
 */
@NullMarked
package org.ipwarehouse.reports.document;

import org.jspecify.annotations.NullMarked;
