package org.ipwarehouse.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Dashboards in Superset. */
@Command(
        name = "superset",
        description = {
            "把看板发布到 Superset：plan 看会改什么，apply 发布，verify 逐数核对，prune 删除不再定义的。说明见 docs/superset.md。",
            "Publishes the dashboards to Superset: plan, apply, verify, prune."
        })
final class SupersetCommand implements Callable<Integer> {
    private final Desk desk;

    @Spec
    CommandSpec spec = CommandSpec.create();

    SupersetCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        new CommandLine(spec).usage(desk.err());
        return 2;
    }
}
