package org.ipwarehouse.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.StopRequested;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts the commands together and turns what they throw into one line and an exit code. */
public final class CommandLines {
    private static final int LONGEST_REASON = 300;

    /** Bytes below which a disk is as good as full: less than one write of the job repository. */
    private static final long FULL = 64 * 1024;

    private CommandLines() {}

    @Command(
            name = "ipw",
            synopsisSubcommandLabel = "COMMAND",
            description = {"知识产权保护数据仓库与辅助决策（沙坡头区）。", "Data warehouse and decision support for IP protection."},
            footer = {
                "",
                "退出码 exit codes：0 完成 done；2 操作有误 operator；3 数据被拒收 data refused；1 程序或环境故障 our fault；143 按要求停止 stopped"
            })
    static final class Root {}

    /** Runs one command line. @return its exit code */
    public static int run(Desk desk, String... arguments) {
        CommandLine line = new CommandLine(new Root());
        add(line, new DemoCommand(desk), new IngestCommand(desk), new BuildCommand(desk), new PublishCommand(desk));
        add(line, new RunCommand(desk), new StatusCommand(desk), new FiguresCommand(desk), new WhyCommand(desk));
        add(line, new SampleCommand(desk), new BulletinCommand(desk), new ScheduleCommand(desk), new DiffCommand(desk));
        add(line, new ExplainCommand(desk), new OverdueCommand(desk), new TrustCommand(desk), new TryCommand(desk));
        add(line, new BalanceCommand(desk), new DeterrenceCommand(desk), new SqlCommand(desk));
        add(line, new KeysCommand(desk), new RevealCommand(desk), new CheckCommand(desk), new HelpCommand());
        line.addSubcommand(contracts(desk));
        line.addSubcommand(warnings(desk));
        line.addSubcommand(links(desk));
        line.addSubcommand(superset(desk));
        line.addSubcommand(releases(desk));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(desk.out());
        line.setErr(desk.err());
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(110);
        line.setParameterExceptionHandler((mistake, words) -> mistaken(desk, mistake));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> failed(desk, thrown));
        if (arguments.length == 0) {
            line.usage(desk.err());
            return Fault.Category.OPERATOR.exitCode();
        }
        return line.execute(arguments);
    }

    private static CommandLine warnings(Desk desk) {
        CommandLine warnings = new CommandLine(new WarningsCommand(desk));
        warnings.getCommandSpec().mixinStandardHelpOptions(true);
        add(warnings, new WarningWhyCommand(desk));
        for (DecideCommand.Choice choice : DecideCommand.Choice.values()) {
            CommandLine decide = new CommandLine(new DecideCommand(desk, choice));
            decide.getCommandSpec().mixinStandardHelpOptions(true);
            decide.getCommandSpec().usageMessage().description(choice.text());
            warnings.addSubcommand(choice.name().toLowerCase(Locale.ROOT), decide);
        }
        return warnings;
    }

    private static CommandLine superset(Desk desk) {
        CommandLine superset = new CommandLine(new SupersetCommand(desk));
        superset.getCommandSpec().mixinStandardHelpOptions(true);
        for (SupersetActionCommand.Action action : SupersetActionCommand.Action.values()) {
            CommandLine one = new CommandLine(new SupersetActionCommand(desk, action));
            one.getCommandSpec().mixinStandardHelpOptions(true);
            one.getCommandSpec().usageMessage().description(action.text());
            superset.addSubcommand(action.name().toLowerCase(Locale.ROOT), one);
        }
        return superset;
    }

    private static CommandLine releases(Desk desk) {
        CommandLine release = new CommandLine(new ReleaseCommand());
        release.getCommandSpec().mixinStandardHelpOptions(true);
        add(release, new ReleaseDraftCommand(desk), new ReleaseListCommand(desk), new ReleaseShowCommand(desk));
        add(release, new ReleaseCorrectCommand(desk));
        for (ReleaseStepCommand.Deed deed : ReleaseStepCommand.Deed.values()) {
            CommandLine step = new CommandLine(new ReleaseStepCommand(desk, deed));
            step.getCommandSpec().mixinStandardHelpOptions(true);
            step.getCommandSpec().usageMessage().description(deed.text());
            release.addSubcommand(deed.name().toLowerCase(Locale.ROOT), step);
        }
        return release;
    }

    private static CommandLine contracts(Desk desk) {
        CommandLine contract = new CommandLine(new ContractCommand(desk));
        contract.getCommandSpec().mixinStandardHelpOptions(true);
        add(contract, new ContractCheckCommand(desk), new ContractNewCommand(desk));
        return contract;
    }

    private static CommandLine links(Desk desk) {
        CommandLine link = new CommandLine(new LinkCommand(desk));
        link.getCommandSpec().mixinStandardHelpOptions(true);
        add(link, new LinkReviewCommand(desk), new LinkEvaluateCommand(desk));
        return link;
    }

    private static void add(CommandLine line, Object... commands) {
        for (Object command : commands) {
            CommandLine sub = new CommandLine(command);
            if (!(command instanceof HelpCommand)) {
                sub.getCommandSpec().mixinStandardHelpOptions(true);
            }
            line.addSubcommand(sub);
        }
    }

    private static int mistaken(Desk desk, ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        String hint = "";
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !line.getSubcommands().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            hint = "；是否指："
                    + String.join("、", Nearest.to(word, line.getSubcommands().keySet(), 2));
        }
        String name = line.getCommandSpec().qualifiedName();
        desk.note("ipw: 参数有误：" + oneLine(mistake.getMessage()) + hint + "（用法：" + name + " --help）");
        return Fault.Category.OPERATOR.exitCode();
    }

    private static int failed(Desk desk, Exception thrown) {
        if (thrown instanceof StopRequested asked) {
            desk.note("ipw: " + asked.getMessage());
            return Stopping.EXIT_CODE;
        }
        if (thrown instanceof Fault fault) {
            desk.note("ipw: " + oneLine(fault.getMessage()));
            boolean ours = fault.category() == Fault.Category.US || fault.category() == Fault.Category.ENVIRONMENT;
            if (ours) {
                FaultLog.keep(logs(desk), thrown, desk.clock().instant());
            }
            return fault.category().exitCode();
        }
        long left = usable(logs(desk));
        if (left < FULL) {
            return failed(desk, AppErrors.diskFull(logs(desk), left, thrown));
        }
        Path log = FaultLog.keep(logs(desk), thrown, desk.clock().instant());
        desk.note("ipw: 内部错误（" + thrown.getClass().getSimpleName() + "：" + oneLine(String.valueOf(thrown.getMessage()))
                + "），详见 " + log);
        return Fault.Category.US.exitCode();
    }

    /** A library that cannot write seldom says why. @return bytes left on the disk; much where nobody can tell */
    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static Path logs(Desk desk) {
        String logs = System.getProperty("ipw.logs");
        return logs == null ? desk.workingFolder() : Path.of(logs);
    }

    /** A library may put a whole query into its message; the log has it all. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String text) {
        return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
