package org.ipwarehouse.warehouse.internal.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/** Files of a batch that could not be read to their end, and why: nothing of them may be stored. */
final class BrokenFiles extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a file says that was read to its end. */
    static final String NOTHING = "";

    private static final List<String> MACHINE =
            List.of("No space left", "Input/output error", "Disk quota", "Too many open files");
    private static final String DAMAGED = "文件读到一半损坏，可能没有传完；已读的行都没有入库。请重新导出后重报。";

    private final TreeMap<String, String> remedies;

    BrokenFiles(Map<String, String> remedies) {
        super("Not read to the end: " + remedies.keySet());
        this.remedies = new TreeMap<>(remedies);
    }

    /** What to do, by SHA-256 of the submission. */
    Map<String, String> remedies() {
        return remedies;
    }

    /**
     * Reads one split to its end.
     *
     * @return what the sender is to do where the file is broken, else {@link #NOTHING}
     * @throws Fault where not the file but the machine, or the sink, is at fault
     */
    static String read(Submission submission, RowSource source, RowSource.Split split, RowSink sink) {
        try {
            source.read(split, sink);
            return NOTHING;
        } catch (Fault known) {
            throw known;
        } catch (IOException damaged) {
            return remedy(submission, damaged);
        } catch (UncheckedIOException damaged) {
            return remedy(submission, damaged);
        } catch (RuntimeException ours) {
            return unforeseen(ours);
        }
    }

    private static String remedy(Submission submission, Exception damaged) {
        if (isOfTheMachine(damaged)) {
            throw WarehouseErrors.fileUnreadable(submission.file(), damaged);
        }
        return DAMAGED;
    }

    private static boolean isOfTheMachine(Throwable failed) {
        String message = String.valueOf(failed.getMessage());
        Throwable cause = failed.getCause();
        return failed instanceof FileSystemException
                || MACHINE.stream().anyMatch(message::contains)
                || (cause != null && cause != failed && isOfTheMachine(cause));
    }

    /** Without the exception's message: it may quote a cell. */
    private static String unforeseen(RuntimeException ours) {
        StackTraceElement[] trace = ours.getStackTrace();
        String where = trace.length == 0 ? "" : "，" + trace[0].getFileName() + ":" + trace[0].getLineNumber();
        return "程序读取该文件时出错（" + ours.getClass().getSimpleName() + where + "），没有一行入库。请把文件交系统管理员，由其报告缺陷。";
    }
}
