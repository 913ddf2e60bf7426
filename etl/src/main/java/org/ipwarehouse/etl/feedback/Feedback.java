package org.ipwarehouse.etl.feedback;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ipwarehouse.etl.contract.Contract;
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
 */
public record Feedback(
        SubmissionRecord record,
        Optional<Contract> contract,
        Iterable<QuarantinedRow> rows,
        List<Remark> remarks,
        UnaryOperator<String> reasonNames) {
    public Feedback {
        remarks = List.copyOf(remarks);
    }
}
