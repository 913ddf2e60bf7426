package org.ipwarehouse.etl.read;

import java.io.IOException;

/**
 * A file whose content turned out to be other than its first bytes promise: broken, locked, unsafe or empty of cells.
 * It ends in a refusal, not in a fault: the form says the reason and the remedy.
 */
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final FileForm form;

    UnreadableFile(FileForm form, String what) {
        super(what);
        this.form = form;
    }

    UnreadableFile(FileForm form, Throwable cause) {
        super(cause.getMessage(), cause);
        this.form = form;
    }

    FileForm form() {
        return form;
    }
}
