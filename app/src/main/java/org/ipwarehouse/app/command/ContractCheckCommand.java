package org.ipwarehouse.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.etl.contract.ContractCheck;
import org.ipwarehouse.warehouse.api.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks through contracts: the standard's own JSON schema first, then the rules of our reader. */
@Command(
        name = "check",
        description = {
            "检查数据约定：先按 ODCS v3.1.0 的官方 JSON Schema，再按本系统的规则；每处错误说明文件、行号、问题和改法。",
            "Validates contracts against ODCS v3.1.0 and our own rules; each mistake with file and line."
        })
final class ContractCheckCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = {"要检查的约定文件；不写则检查 etl/contracts 的全部", "contracts to check, all installed ones by default"})
    List<Path> files = new ArrayList<>();

    ContractCheckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        List<Path> asked = files.stream()
                .map(desk.workingFolder()::resolve)
                .map(Path::normalize)
                .toList();
        ContractCheck.Outcome outcome =
                asked.isEmpty() ? ContractCheck.installed(desk.home()) : ContractCheck.of(desk.home(), asked);
        outcome.mistakes().forEach(desk::note);
        desk.print(outcome.contracts() + " 份约定、" + outcome.fields() + " 个字段、" + outcome.lists() + " 个码表"
                + (outcome.mistakes().isEmpty() ? "：未发现问题。" : "没有问题。"));
        if (outcome.mistakes().isEmpty()) {
            return 0;
        }
        desk.note("共 " + outcome.mistakes().size() + " 处问题。");
        return Fault.Category.OPERATOR.exitCode();
    }
}
