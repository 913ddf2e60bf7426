package org.ipwarehouse.app.command;

import java.util.concurrent.Callable;
import org.ipwarehouse.warehouse.api.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The work on contracts; it does nothing by itself. */
@Command(
        name = "contract",
        synopsisSubcommandLabel = "COMMAND",
        description = {"数据约定（合同）：检查（check），按示例文件起草（new）。", "Checks contracts, drafts one from an example export."})
final class ContractCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec
    CommandSpec spec = CommandSpec.create();

    ContractCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(desk.err());
        return Fault.Category.OPERATOR.exitCode();
    }
}
