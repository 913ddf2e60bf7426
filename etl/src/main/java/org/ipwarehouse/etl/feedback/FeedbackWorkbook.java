package org.ipwarehouse.etl.feedback;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.read.Remark;
import org.ipwarehouse.warehouse.api.Submission;

/**
 * The workbook that goes back to a department: 摘要 (counts, verdict, what to do), 退回行 (rows as sent, the cells that
 * are wrong marked and explained), 合计核对 (totals that disagree), 警告 (whatever else is odd) and 已修复 (how cells were
 * understood). All cells are texts, never formulas, whatever was sent. Corrected, it can be sent back as it is: a hidden
 * sheet says which submission its rows belong to ({@link org.ipwarehouse.etl.read.ReturnSlip}).
 */
public final class FeedbackWorkbook {
    private static final int LONGEST_NAME = 60;

    private static final int ROWS_IN_MEMORY = 200;
    private static final long SMALL = 1_000;

    private FeedbackWorkbook() {}

    /** Where the feedback on a submission lies below an installation's data folder; the same submission, the same file. */
    public static Path place(Path data, Submission submission) {
        String source = submission.source().isEmpty() ? "unrecognised" : submission.source();
        String name = submission.file();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String file = fileName(stem) + "-" + submission.sha256().substring(0, 8) + "-回执.xlsx";
        return data.resolve("feedback").resolve(source).resolve(file);
    }

    /** A member of an archive has a path for a name: it is one file here, and no longer than file systems allow. */
    private static String fileName(String stem) {
        String flat = stem.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_");
        int from = Math.max(0, flat.length() - LONGEST_NAME);
        return flat.substring(from > 0 && Character.isLowSurrogate(flat.charAt(from)) ? from + 1 : from);
    }

    /** Writes the workbook whole or not at all; an earlier one for the same submission is replaced. */
    public static void write(Path target, Feedback feedback) {
        Path temp = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            Files.createDirectories(target.resolveSibling(""));
            try (Workbook book = book(feedback.record().quarantined());
                    OutputStream out = Files.newOutputStream(temp)) {
                fill(book, feedback);
                book.write(out);
            }
            Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw EtlErrors.feedbackFailed(target, e);
        }
    }

    /** Most workbooks are small, and a streamed one costs twice as much to write. */
    private static Workbook book(long rows) {
        return rows <= SMALL ? new XSSFWorkbook() : new SXSSFWorkbook(ROWS_IN_MEMORY);
    }

    private static void fill(Workbook book, Feedback feedback) {
        Styles styles = new Styles(book);
        new SummarySheet(book, styles).write(feedback);
        if (feedback.record().quarantined() > 0) {
            new ReturnedRowsSheet(book, styles).write(feedback);
        }
        List<Remark> totals = feedback.remarks().stream()
                .filter(remark -> remark.code().startsWith("TOTAL_"))
                .toList();
        List<Remark> others = feedback.remarks().stream()
                .filter(remark -> !remark.code().startsWith("TOTAL_"))
                .toList();
        if (!totals.isEmpty()) {
            new RemarksSheet(book, styles, "合计核对").write(totals, feedback);
        }
        if (!others.isEmpty()) {
            new RemarksSheet(book, styles, "警告").write(others, feedback);
        }
        if (!feedback.details().repairs().isEmpty()) {
            new RepairsSheet(book, styles).write(feedback);
        }
        if (feedback.record().quarantined() > 0) {
            SlipSheet.write(book, styles, feedback.record().submission());
        }
    }

    /** Verdicts in the department's language. */
    static String verdict(Feedback feedback) {
        return switch (feedback.record().verdict()) {
            case ACCEPTED -> "全部接收";
            case PARTLY -> "部分接收，有退回行";
            case REFUSED -> "整份退回";
            case REPEATED -> "重复报送，未再次入库";
        };
    }

    /** A count with separators of thousands. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
