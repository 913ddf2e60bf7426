package org.ipwarehouse.app.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.answer.WarningAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.api.WarningRule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists early warnings. */
@Command(
        name = "warnings",
        description = {
            "列出预警；confirm 确认，dismiss 认定误报，close 关闭，why 依据。默认列出未处置的。",
            "Lists early warnings, open ones by default; confirm, dismiss, close or explain one."
        })
final class WarningsCommand implements Callable<Integer> {
    private static final int SHOWN = 3;

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description = {
                "状态：new 新，confirmed 已确认，dismissed 误报，closed 已关闭，all 全部；默认 new,confirmed",
                "states; new,confirmed by default"
            })
    List<String> states = List.of("new", "confirmed");

    @Option(
            names = "--rule",
            paramLabel = "CODE",
            split = ",",
            description = {"规则代码，如 W03，可多个", "codes of rules"})
    List<String> rules = List.of();

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            split = ",",
            description = {"责任单位编号，如 U17，可多个", "units that have to handle it"})
    Set<String> units = Set.of();

    @ArgGroup
    FiguresCommand.Form form = new FiguresCommand.Form();

    WarningsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        List<WarningRule> known = door.warningRules();
        List<String> asked = rules.stream().map(code -> rule(code, known)).toList();
        Wording wording = new Wording(door);
        Set<String> owners = units.stream().map(wording::unit).collect(Collectors.toSet());
        List<Warning> warnings = door.warnings(new WarningQuery(states(), new TreeSet<>(asked), owners, Set.of()));
        WarningAnswer answer = answer(door);
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Settings.ZONE);
        desk.answer(
                door,
                form.json
                        ? answer.jsonLines(warnings)
                        : form.csv ? answer.csvLines(warnings) : answer.lines(warnings, today, asked));
        return 0;
    }

    static WarningAnswer answer(Warehouse door) {
        Map<String, String> regions = new TreeMap<>();
        door.regions().forEach(region -> regions.put(region.code().value(), region.nameZh()));
        return new WarningAnswer(door.warningRules(), regions, Settings.ZONE);
    }

    /** The one warning of that number, or the nearest numbers. */
    static Warning one(Warehouse door, String id) {
        return door.warnings(WarningQuery.one(id)).stream().findFirst().orElseThrow(() -> {
            List<String> ids =
                    door.warnings(WarningQuery.all()).stream().map(Warning::id).toList();
            return AppErrors.unknown("预警", id, Nearest.to(id, ids, SHOWN));
        });
    }

    private Set<State> states() {
        Set<State> chosen = new TreeSet<>();
        for (String word : states) {
            if (word.equalsIgnoreCase("all")) {
                chosen.addAll(List.of(State.values()));
            } else {
                chosen.add(state(word));
            }
        }
        return chosen;
    }

    private static State state(String word) {
        for (State state : State.values()) {
            if (state.text().equals(word.toLowerCase(Locale.ROOT))
                    || state.labelZh().equals(word)) {
                return state;
            }
        }
        throw AppErrors.unknown("状态", word, List.of("new", "confirmed", "dismissed", "closed", "all"));
    }

    private static String rule(String code, List<WarningRule> known) {
        List<String> codes = known.stream().map(WarningRule::code).toList();
        return codes.stream()
                .filter(code::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> AppErrors.unknown("规则", code, Nearest.to(code, codes, SHOWN)));
    }
}
