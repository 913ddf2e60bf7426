package org.ipwarehouse.app.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.etl.draft.ContractDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a contract from an example export. */
@Command(
        name = "new",
        description = {
            "按一份示例导出文件起草数据约定及其码表；每项推测都有标记和说明，个人信息的取值不会写入。",
            "Drafts a contract and its code lists from an example export; every guess is marked."
        })
final class ContractNewCommand implements Callable<Integer> {
    private static final Pattern SOURCE = Pattern.compile("S\\d{2}");
    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern FILE_NAME = Pattern.compile("(S\\d{2})-([a-z][a-z0-9_]*)\\.yaml");

    private final Desk desk;

    @Parameters(
            paramLabel = "FILE",
            description = {"示例导出文件（xlsx、xls、csv、网页、xml、json 等能读的格式）", "an example export"})
    Path example = Path.of("");

    @Option(
            names = "--source",
            paramLabel = "S30",
            description = {"新来源的编号，默认下一个空号", "number of the source, the next free one by default"})
    String source = "";

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = {"清洗层表名，不带 clean.；默认由标题的拼音得出", "name of the clean table"})
    String table = "";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = {"写到哪个目录，或写成 目录/S30-表名.yaml；默认当前目录", "folder, or file S30-table.yaml; here by default"})
    Path out = Path.of("");

    ContractNewCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Path target = desk.workingFolder().resolve(out).normalize();
        Path folder = target;
        if (target.toString().endsWith(".yaml")) {
            named(target);
            folder = target.resolveSibling("");
        }
        fits("来源编号", source, SOURCE, "S30");
        fits("表名", table, TABLE, "ip_station");
        LocalDate day = LocalDate.ofInstant(desk.clock().instant(), Settings.ZONE);
        Path file = desk.workingFolder().resolve(example).normalize();
        ContractDraft draft = ContractDraft.of(new ContractDraft.Order(desk.home(), file, source, table, day));
        List<Path> written = draft.writeTo(folder);
        draft.remarks().forEach(desk::note);
        written.forEach(path -> desk.print(path.toString()));
        desk.note("请逐项确认后用 ipw contract check " + written.get(0) + " 检查，再放进 etl/contracts（码表放进 etl/codelists）。");
        return 0;
    }

    /** The file's name says source and table; options must not say otherwise. */
    private void named(Path target) {
        Matcher name = FILE_NAME.matcher(String.valueOf(target.getFileName()));
        if (!name.matches()) {
            throw AppErrors.usage("--out 的文件名应写作 S30-表名.yaml，不是 " + target.getFileName());
        }
        boolean other =
                !source.isEmpty() && !source.equals(name.group(1)) || !table.isEmpty() && !table.equals(name.group(2));
        if (other) {
            throw AppErrors.usage("--out 的文件名与 --source、--table 不一致：" + target.getFileName());
        }
        source = name.group(1);
        table = name.group(2);
    }

    private static void fits(String what, String text, Pattern form, String example) {
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            throw AppErrors.usage(what + " 应写作 " + example + " 的形式，不是 " + text);
        }
    }
}
