package org.ipwarehouse.reports.dashboard;

/**
 * What stands above every page: {@code reports/dashboards/site.yaml}.
 *
 * @param title of the whole: 知识产权保护工作看板
 * @param place whose: 中卫市沙坡头区
 * @param subtitle what it follows
 */
public record Masthead(Bilingual title, Bilingual place, Bilingual subtitle) {}
