package org.ipwarehouse.warehouse.internal.session;

/** How Spark is set up: small work is dominated by start-up and compilation, large work by throughput. */
public enum Profile {
    SMALL("小数据"),
    LARGE("大数据");

    /** Above this, compiled query plans and adaptive execution earn back what they cost. */
    static final long SMALL_BYTES = 256L << 20;

    private final String labelZh;

    Profile(String labelZh) {
        this.labelZh = labelZh;
    }

    public static Profile forBytes(long bytes) {
        return bytes < SMALL_BYTES ? SMALL : LARGE;
    }

    /** What the command says of its choice. */
    public String labelZh() {
        return labelZh;
    }
}
