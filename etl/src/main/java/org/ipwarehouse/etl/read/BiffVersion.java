package org.ipwarehouse.etl.read;

/**
 * What a part of a BIFF stream is, by its first record.
 *
 * @param number 2, 3, 4, 5 or 8
 * @param type of the part
 */
record BiffVersion(int number, int type) {
    static final int GLOBALS = 0x0005;
    static final int SHEET = 0x0010;

    static boolean isStart(int sid) {
        return sid == 0x0009 || sid == 0x0209 || sid == 0x0409 || sid == 0x0809;
    }

    /** @throws UnreadableFile where the record begins no part */
    static BiffVersion of(BiffRecords records) throws UnreadableFile {
        if (!isStart(records.sid()) || records.length() < 4) {
            throw new UnreadableFile(FileForm.DAMAGED, "No workbook begins here");
        }
        BiffVersion version = new BiffVersion(number(records), type(records));
        records.biff8(version.number() == 8);
        return version;
    }

    /** Small programs give a sheet without workbook the type 0x1000. */
    private static int type(BiffRecords records) throws UnreadableFile {
        int type = records.u16(2);
        return type == 0x1000 ? SHEET : type;
    }

    /**
     * This part as one of a workbook: its sheets are written as the workbook is, even where Excel 95 says of them that
     * they are of 97.
     *
     * @param workbook number of the whole
     */
    BiffVersion within(int workbook) {
        return number == 8 && workbook < 8 ? new BiffVersion(workbook, type) : this;
    }

    /** Small programs write version 0 into the record of BIFF5. */
    private static int number(BiffRecords records) throws UnreadableFile {
        return switch (records.sid()) {
            case 0x0009 -> 2;
            case 0x0209 -> 3;
            case 0x0409 -> 4;
            default -> records.u16(0) == 0x0600 ? 8 : 5;
        };
    }
}
