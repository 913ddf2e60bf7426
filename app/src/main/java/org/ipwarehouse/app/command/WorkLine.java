package org.ipwarehouse.app.command;

import java.util.function.Consumer;
import org.ipwarehouse.app.answer.SubmissionAnswer;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/** Progress of long work on standard error: files, rows, percent; between two pieces of work it may be stopped. */
final class WorkLine {
    private final Desk desk;
    private final Stopping stopping;

    WorkLine(Desk desk, Stopping stopping) {
        this.desk = desk;
        this.stopping = stopping;
    }

    Consumer<SubmissionRecord> files(int expected) {
        long[] rows = {0};
        int[] files = {0};
        return record -> {
            files[0]++;
            rows[0] += record.rowsRead();
            long percent = expected == 0 ? 100 : Math.min(100, 100L * files[0] / expected);
            desk.note("[" + percent + "%] 接收 " + files[0] + "/" + expected + " 个文件，" + rows[0] + " 行："
                    + record.submission().file() + " " + SubmissionAnswer.verdictZh(record.verdict()));
            stopping.check();
        };
    }

    Consumer<String> steps(String name) {
        return step -> {
            desk.note(name + "：" + step);
            stopping.check();
        };
    }
}
