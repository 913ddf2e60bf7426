package org.ipwarehouse.etl.receive;

/** An archive that is refused as a whole; no member of it is kept. */
final class UnsafeArchive extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String remedy;

    /**
     * @param reason a reason code, for example FILE_ARCHIVE_UNSAFE
     * @param remedy what is wrong and what to do, in Chinese
     */
    UnsafeArchive(String reason, String remedy) {
        super(remedy);
        this.reason = reason;
        this.remedy = remedy;
    }

    static UnsafeArchive unsafe(String what) {
        return new UnsafeArchive("FILE_ARCHIVE_UNSAFE", "压缩包" + what + "，没有读取其中任何文件。请解压后逐个报送其中的表格。");
    }

    static UnsafeArchive damaged() {
        return new UnsafeArchive("FILE_TYPE_UNKNOWN", "压缩包打不开或不完整，可能没有传完。请重新打包（zip）或解压后逐个报送。");
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }
}
