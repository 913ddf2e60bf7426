package org.ipwarehouse.etl.read;

import java.io.IOException;

/**
 * A file whose content turned out to be other than its first bytes promise: broken, locked, unsafe or empty of cells.
 * It ends in a refusal, not in a fault: the form says the reason and the remedy.
 */
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final FileForm form;
    private final String remedy;

    UnreadableFile(FileForm form, String what) {
        super(what);
        this.form = form;
        this.remedy = "";
    }

    private UnreadableFile(FileForm form, String what, String remedy) {
        super(what);
        this.form = form;
        this.remedy = remedy;
    }

    /** @param remedy what exactly is wrong and what to do, in Chinese, where the form's own words are too general */
    static UnreadableFile because(FileForm form, String remedy) {
        return new UnreadableFile(form, remedy, remedy);
    }

    UnreadableFile(FileForm form, Throwable cause) {
        super(cause.getMessage(), cause);
        this.form = form;
        this.remedy = "";
    }

    /** What is wrong with this very file, "" where the form's own words say it. */
    String remedy() {
        return remedy;
    }

    FileForm form() {
        return form;
    }
}
