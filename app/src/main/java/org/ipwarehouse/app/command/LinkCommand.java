package org.ipwarehouse.app.command;

import java.util.concurrent.Callable;
import org.ipwarehouse.warehouse.api.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The work on who is who; it does nothing by itself. */
@Command(
        name = "link",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "主体链接：导出候选并收回结论（review），用有标签的数据评测（evaluate）。",
            "Which parties are the same: candidates out, conclusions in; measure a linkage file on labelled data."
        })
final class LinkCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec
    CommandSpec spec = CommandSpec.create();

    LinkCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(desk.err());
        return Fault.Category.OPERATOR.exitCode();
    }
}
