package org.ipwarehouse.samples.record;

/** What is known of one penalty case from its first day to its last. Reused: the reader of one case overwrites the last. */
final class CaseFile {
    /** No such day: the case was not filed (summary procedure) or never decided. */
    static final long NEVER = Long.MAX_VALUE;

    /** Running number over all years; the decision carries it. */
    long number;
    /** Number within the year of filing; the case carries it. */
    long yearly;

    int year;
    long party;
    int kind;
    int violation;
    int source;
    String clueNo = "";
    long clueDay;
    long filingDay;
    long decisionDay;
    long closeDay;
    int closeType;
    long extensionDay;
    int deductedDays;
    long goodsCents;
    long gainCents;
    long fineCents;
    long confiscatedCents;
    int goods;
    boolean approximate;
    long detail;

    boolean isDecided() {
        return decisionDay != NEVER;
    }

    String caseNo() {
        return Numbers.official("卫沙市监", "立", year, yearly);
    }

    String decisionNo() {
        return Numbers.official("卫沙市监", "罚决", Numbers.year(decisionDay), number);
    }
}
