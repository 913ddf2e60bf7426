package org.ipwarehouse.reports.document;

/**
 * The page of GB/T 9704-2012 §5: A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm, 22 lines of 28 characters of 3号 (16 pt).
 * Lengths in twips (1 mm = 56.693 twips, 1 pt = 20 twips) unless named otherwise.
 */
final class Paper {
    static final int WIDTH = 11906;
    static final int HEIGHT = 16838;
    static final int TOP = 2098;
    static final int BOTTOM = 1984;
    static final int LEFT = 1588;
    static final int RIGHT = 1474;
    static final int TYPE_AREA = WIDTH - LEFT - RIGHT;

    /** 12756 twips (225 mm) in 22 lines. */
    static final int LINE_PITCH = 579;

    /**
     * 28 characters of 16 pt need 448 pt, the line has 8844 twips = 442.2 pt: each gives 5.8 ÷ 28 = 0.207 pt, in Word's
     * unit of 1/4096 pt: −848.
     */
    static final int CHARACTER_SPACE = -848;

    /** The same for a run, in whole twips, rounded so that 28 characters fit: 28 × (16 pt − 0.25 pt) = 441 pt. */
    static final int BODY_SPACING = -5;

    /** The page number stands 7 mm below the type area, whose lower margin is 35 mm: 28 mm from the edge, less its height. */
    static final int FOOTER = 1304;

    static final int HEADER = 1134;

    /** Sizes in points: 2号, 3号, 4号, 小四, 五号, 小五. */
    static final double TITLE = 22;

    static final double ISSUE = 18;
    static final double BODY = 16;
    static final double PAGE_NUMBER = 14;
    static final double CAPTION = 12;
    static final double TABLE = 10.5;
    static final double DEFINITION = 9;
    static final double HEADER_TEXT = 9;

    private Paper() {}
}
