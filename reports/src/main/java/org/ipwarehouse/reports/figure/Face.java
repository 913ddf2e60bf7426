package org.ipwarehouse.reports.figure;

/** The type faces that come with the product, and the file of each below {@code reports/style/fonts}. */
public enum Face {
    /** Body of charts and tables. */
    SANS("NotoSansSC-Regular.ttf"),
    SANS_BOLD("NotoSansSC-Bold.ttf"),
    /** Body and titles of bulletins. */
    SERIF("NotoSerifSC-Regular.ttf"),
    SERIF_BOLD("NotoSerifSC-Bold.ttf");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }
}
