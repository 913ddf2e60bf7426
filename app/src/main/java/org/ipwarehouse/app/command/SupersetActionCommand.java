package org.ipwarehouse.app.command;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.SupersetSettings;
import org.ipwarehouse.app.config.SupersetSettingsReader;
import org.ipwarehouse.app.wiring.SupersetOffice;
import org.ipwarehouse.reports.superset.Plan;
import org.ipwarehouse.reports.superset.SupersetPublisher.Edited;
import org.ipwarehouse.reports.superset.SupersetPublisher.Verdict;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;
import org.ipwarehouse.warehouse.api.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One step of publishing to Superset. */
@Command(
        footer = {
            "设置见 ipw.yaml 的 serving 和 superset；口令用环境变量 IPW_SUPERSET_PASSWORD、IPW_SERVING_PASSWORD 或口令文件。",
            "Settings: sections serving and superset of ipw.yaml; passwords by environment variable or file."
        })
final class SupersetActionCommand implements Callable<Integer> {
    private static final int DIFFERENT = 3;
    private static final int MOST = 40;

    private final Desk desk;
    private final Action action;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--adopt",
            description = {"apply：保留在 Superset 里做的手工修改", "apply: keep what was edited by hand"})
    boolean adopt;

    @Option(
            names = "--revert",
            description = {"apply：把手工修改恢复为定义", "apply: undo what was edited by hand"})
    boolean revert;

    /** What can be done. */
    enum Action {
        PLAN("列出会改什么，什么也不动。", "Shows what would change and changes nothing."),
        APPLY("装载数据表，导入看板，设好角色；再执行一次应当没有要做的。", "Loads the tables, imports the dashboards, sets the roles."),
        VERIFY("取回每个图表的数据，逐个数与指标数值核对。", "Reads every chart's data back and compares it with the figures."),
        PRUNE("删除文件里不再定义的对象，只删自己发布的。", "Removes what the files no longer define; only what was published here.");

        private final String zh;
        private final String en;

        Action(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String[] text() {
            return new String[] {zh, en};
        }
    }

    SupersetActionCommand(Desk desk, Action action) {
        this.desk = desk;
        this.action = action;
    }

    @Override
    public Integer call() {
        if (adopt && revert) {
            throw AppErrors.usage("--adopt 和 --revert 只能选一个。");
        }
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        try (SupersetOffice office = SupersetOffice.open(settings, targets(settings), door, who())) {
            return switch (action) {
                case PLAN -> planned(office);
                case APPLY -> applied(office);
                case VERIFY -> verified(office);
                case PRUNE -> pruned(office);
            };
        }
    }

    private SupersetSettings targets(Settings settings) {
        java.nio.file.Path file = place.config == null
                ? desk.home().resolve("ipw.yaml")
                : desk.workingFolder().resolve(Objects.requireNonNull(place.config));
        return new SupersetSettingsReader(file, settings.data(), desk.environment()).read();
    }

    /** ASCII only: PostgreSQL shows nothing else in the name of a session. */
    private String who() {
        String user = System.getProperty("user.name", "?");
        return "ipw superset " + action.name().toLowerCase(Locale.ROOT) + " (" + user + ", pid "
                + ProcessHandle.current().pid() + ")";
    }

    private int planned(SupersetOffice office) {
        Plan plan = office.publisher().plan(office.publication());
        plan.steps().stream()
                .filter(s -> s.change() != Plan.Change.UNCHANGED)
                .forEach(s -> desk.print(s.change().labelZh() + "  "
                        + s.object().label() + (s.details().isEmpty() ? "" : "：" + String.join("；", s.details()))));
        desk.print(plan.loads());
        desk.print(plan.access());
        plan.notices().forEach(desk::note);
        desk.print(plan.isDone() ? "没有要做的（" + plan.summary() + "）。" : plan.summary() + "。");
        return 0;
    }

    private int applied(SupersetOffice office) {
        if (adopt) {
            office.adopt().ifPresent(file -> desk.print("手工修改已写入 " + file + "，请复核后提交；删去其中一项即恢复为定义。"));
        }
        Edited edited = adopt ? Edited.ADOPT : revert ? Edited.REVERT : Edited.REFUSE;
        Plan plan = office.publisher()
                .apply(office.publication(), edited, desk.clock().instant());
        desk.print(plan.loads());
        desk.print(plan.access());
        plan.notices().forEach(desk::note);
        desk.print(plan.isDone() ? "没有要做的（" + plan.summary() + "）。" : "已发布：" + plan.summary() + "。");
        return 0;
    }

    private int verified(SupersetOffice office) {
        Verdict verdict = office.publisher().verify(office.publication());
        List<String> complaints = verdict.complaints();
        desk.print(complaints.subList(0, Math.min(MOST, complaints.size())));
        desk.print("核对图表 " + verdict.charts() + " 个（其中列表 " + verdict.lists() + " 个只查能否应答），数值 " + verdict.numbers()
                + " 个，不符 " + complaints.size() + " 处。");
        return complaints.isEmpty() ? 0 : DIFFERENT;
    }

    private int pruned(SupersetOffice office) {
        List<SupersetObject> removed = office.publisher().prune(office.publication());
        removed.forEach(object -> desk.print("已删除  " + object.label()));
        desk.print("删除 " + removed.size() + " 个不再定义的对象。");
        return 0;
    }
}
