package org.ipwarehouse.etl.feedback;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.etl.read.Remark;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/**
 * What a department is told about one submission.
 *
 * @param contract the contract that it keeps, empty where none recognised it
 * @param rows its quarantined rows, in the order of the file
 * @param remarks on the file as a whole
 * @param reasonNames reason code → its meaning in Chinese
 * @param details what else is known, for those who correct the file
 */
public record Feedback(
        SubmissionRecord record,
        Optional<Contract> contract,
        Iterable<QuarantinedRow> rows,
        List<Remark> remarks,
        UnaryOperator<String> reasonNames,
        Details details) {
    public Feedback {
        remarks = List.copyOf(remarks);
    }

    /** Feedback of which only the account and the rows are known. */
    public Feedback(
            SubmissionRecord record,
            Optional<Contract> contract,
            Iterable<QuarantinedRow> rows,
            List<Remark> remarks,
            UnaryOperator<String> reasonNames) {
        this(record, contract, rows, remarks, reasonNames, Details.NONE);
    }

    /**
     * @param file the file as it was recognised, empty where it was refused
     * @param refused why it was refused, empty where it was recognised
     * @param repairs what was repaired in accepted rows
     * @param wording what codes mean and how to correct what they say
     */
    public record Details(Optional<Recognised> file, Optional<Refused> refused, List<Repair> repairs, Wording wording) {
        /** Nothing more than the account says. */
        public static final Details NONE = new Details(Optional.empty(), Optional.empty(), List.of(), Wording.none());

        public Details {
            repairs = List.copyOf(repairs);
        }
    }
}
