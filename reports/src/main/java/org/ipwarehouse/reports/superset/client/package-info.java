/**
 * The HTTP interface of Superset, thin and typed: login, tokens, CSRF, paging, rison, its three forms of errors, and what
 * it answers as JSON. It knows no dashboard of ours. Version 6.
 */
@NullMarked
package org.ipwarehouse.reports.superset.client;

import org.jspecify.annotations.NullMarked;
