package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.warehouse.api.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Which sheets of a file are read, by which contract; or why the file is refused. A file is one submission of one
 * source: two kinds of report in one workbook are refused by name, since half of it would be lost.
 */
final class SheetChoice {
    private final List<Chosen> chosen = new ArrayList<>();
    private final List<Chosen> incomplete = new ArrayList<>();
    private final List<HeaderMatch> near = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Optional<ReturnSlip> slip;
    private final SheetRules rules;
    private final String fileName;
    private @Nullable Refused refused;

    /** A sheet and the contract it keeps. */
    record Chosen(SheetTop top, HeaderMatch match) {
        String source() {
            return match.contract().source();
        }

        /** What stands above the header. */
        HeadNotes notes() {
            return HeadNotes.above(top, match.first());
        }
    }

    private SheetChoice(Optional<ReturnSlip> slip, SheetRules rules, String fileName) {
        this.slip = slip;
        this.rules = rules;
        this.fileName = fileName;
    }

    static SheetChoice of(List<SheetTop> tops, HeaderFinder headers, SheetRules rules, String fileName) {
        SheetChoice choice = new SheetChoice(ReturnSlip.in(tops), rules, fileName);
        List<SheetTop> filled = tops.stream()
                .filter(SheetChoice::hasContent)
                .filter(top -> choice.slip.isEmpty() || ReturnSlip.isReturned(top))
                .toList();
        boolean onlyHidden = filled.stream().allMatch(SheetTop::hidden);
        for (SheetTop top : filled) {
            List<HeaderMatch> matches = headers.matches(top);
            if (!top.hidden() || choice.readsHidden(top, matches, onlyHidden)) {
                choice.look(top, matches);
            }
        }
        choice.settle(filled.isEmpty());
        return choice;
    }

    private static boolean hasContent(SheetTop top) {
        return top.lines().stream().anyMatch(line -> line.cells().stream().anyMatch(cell -> !cell.isBlank()));
    }

    /** Hidden sheets are often last month's: they are read where the installation says so or nothing else is there. */
    private boolean readsHidden(SheetTop top, List<HeaderMatch> matches, boolean onlyHidden) {
        boolean listed = matches.stream()
                .findFirst()
                .filter(best -> rules.readsHidden(best.contract().source(), top.name()))
                .isPresent();
        String done = listed ? "按约定已读取" : onlyHidden ? "没有可见的工作表，已读取" : "未读取；如需报送请取消隐藏后重报";
        remark("HIDDEN_SHEET", top, "工作表“" + top.name() + "”是隐藏的，" + done + "。");
        return listed || onlyHidden;
    }

    private void look(SheetTop top, List<HeaderMatch> matches) {
        List<HeaderMatch> plausible =
                matches.stream().filter(HeaderMatch::plausible).toList();
        if (plausible.isEmpty()) {
            near.addAll(matches);
            remark("SHEET_IGNORED", top, "工作表“" + top.name() + "”不是约定的报表，未读取。");
            return;
        }
        HeaderMatch best = plausible.get(0);
        if (!best.complete()) {
            incomplete.add(new Chosen(top, best));
            return;
        }
        List<HeaderMatch> ties = plausible.stream().filter(best::ties).toList();
        Optional<HeaderMatch> settled = ties.size() == 1 ? Optional.of(best) : byFileName(ties);
        if (settled.isEmpty()) {
            refuse(Refusals.ambiguous(ties.get(0), ties.get(1)));
            return;
        }
        if (settled.get().isTwoTables()) {
            refuse(Refusals.sideBySide(settled.get(), top.name()));
            return;
        }
        repeated(top, settled.get());
        nearMiss(top, settled.get(), plausible);
        chosen.add(new Chosen(top, settled.get()));
    }

    private Optional<HeaderMatch> byFileName(List<HeaderMatch> ties) {
        String name = fileName.toUpperCase(Locale.ROOT);
        List<HeaderMatch> named = ties.stream()
                .filter(match -> name.contains(match.contract().source().toUpperCase(Locale.ROOT)))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** Two columns of the same name: the first is read, the other is kept with the row, and a person should look. */
    private void repeated(SheetTop top, HeaderMatch match) {
        if (!match.repeated().isEmpty()) {
            remark(
                    "COLUMN_REPEATED",
                    top,
                    "表头中“" + String.join("”“", match.repeatedLabels()) + "”出现不止一次，按第一次出现的列读取；其余同名列只作为附注保存。请核对并删去多余的列。");
        }
    }

    /** Another contract that fits nearly as well is worth a look by a person. */
    private void nearMiss(SheetTop top, HeaderMatch best, List<HeaderMatch> plausible) {
        plausible.stream()
                .filter(other -> other.contract() != best.contract() && other.complete())
                .filter(other -> other.matched() * 10 >= best.matched() * 9)
                .findFirst()
                .ifPresent(other -> remark(
                        "SOURCE_NEAR_MISS",
                        top,
                        "按 " + best.contract().source() + "（" + best.matched() + " 列）读取；"
                                + other.contract().source() + " 也符合 " + other.matched() + " 列，请核对。"));
    }

    private void settle(boolean nothing) {
        if (nothing) {
            refuse(Refusals.noSheet());
        } else if (chosen.isEmpty() && incomplete.isEmpty()) {
            near.sort(HeaderMatch.BEST_FIRST);
            refuse(Refusals.noHeader(near));
        }
        String source = chosen.isEmpty() ? "" : chosen.get(0).source();
        chosen.stream()
                .filter(sheet -> !sheet.source().equals(source))
                .findFirst()
                .ifPresent(other -> refuse(Refusals.mixed(chosen)));
        for (Chosen sheet : incomplete) {
            boolean other = !chosen.isEmpty() && !sheet.source().equals(source);
            if (other) {
                String like = sheet.source() + " " + sheet.match().contract().nameZh();
                remark(
                        "SHEET_IGNORED",
                        sheet.top(),
                        "工作表“" + sheet.top().name() + "”与本文件的报表不同（近似 " + like + "，缺少必填列），未读取；如需报送请另存为一个文件。");
            } else {
                refuse(Refusals.missingColumns(sheet.match(), sheet.top().name()));
            }
        }
    }

    private void refuse(Refused why) {
        if (refused == null) {
            refused = why;
        }
    }

    private void remark(String code, SheetTop top, String message) {
        remarks.add(new Remark(code, new Origin(top.name(), 0), message));
    }

    Optional<Refused> refusal() {
        return Optional.ofNullable(refused);
    }

    List<Chosen> chosen() {
        return chosen;
    }

    /** What a feedback workbook that was sent back says of itself. */
    Optional<ReturnSlip> slip() {
        return slip;
    }

    Contract contract() {
        return chosen.get(0).match().contract();
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** Sheets with a table that has no row: they are not read, and said to be so. */
    void leave(List<Chosen> empty) {
        chosen.removeAll(empty);
        empty.forEach(sheet ->
                remark("SHEET_IGNORED", sheet.top(), "工作表“" + sheet.top().name() + "”只有表头，没有数据，也没有注明零报告，未计为已报。"));
    }
}
