package org.ipwarehouse.etl.read;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.ipwarehouse.etl.contract.Contract;

/** Which agreed export a file is, or why it is none. */
public sealed interface Recognition {

    /** Java 17 has no pattern switch: each case says what becomes of it. */
    <T> T fold(Function<Recognised, T> recognised, Function<Refused, T> refused);

    /**
     * A file of a known source.
     *
     * @param sheets the sheets that are read
     * @param asOf the day whose state the file describes
     * @param months months on which it reports, in the form 2026-07; may be empty
     * @param synthetic true where file name, sheet name or title says 演示数据 or synthetic
     * @param filledBy the department that the head of a sheet names, "" where none does
     * @param remarks what was odd: hidden or foreign sheets, another contract nearly as good
     */
    record Recognised(
            Contract contract,
            List<SheetPlan> sheets,
            LocalDate asOf,
            List<String> months,
            boolean synthetic,
            String filledBy,
            List<Remark> remarks,
            FileContent content)
            implements Recognition {
        public Recognised {
            sheets = List.copyOf(sheets);
            months = List.copyOf(months);
            remarks = List.copyOf(remarks);
        }

        /** The file's rows, judged by what the factory makes. */
        public ExportSource source(JudgeFactory judges) {
            return ExportSource.of(this, judges);
        }

        @Override
        public <T> T fold(Function<Recognised, T> recognised, Function<Refused, T> refused) {
            return recognised.apply(this);
        }
    }

    /**
     * A file that is refused as a whole.
     *
     * @param reason a reason code, for example REQUIRED_COLUMN_MISSING
     * @param nearest source of the nearest contract, "" where none is near
     * @param missing labels of required columns that are not there
     * @param found labels of the nearest header that was found, as sent; empty where none is near
     * @param remedy what is wrong and what to do, in Chinese
     */
    record Refused(String reason, String nearest, List<String> missing, List<String> found, String remedy)
            implements Recognition {
        public Refused {
            missing = List.copyOf(missing);
            found = List.copyOf(found);
        }

        /** A file in which no header was looked for or found. */
        public Refused(String reason, String nearest, List<String> missing, String remedy) {
            this(reason, nearest, missing, List.of(), remedy);
        }

        @Override
        public <T> T fold(Function<Recognised, T> recognised, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
