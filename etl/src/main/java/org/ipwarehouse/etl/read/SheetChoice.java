package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.warehouse.api.Origin;
import org.jspecify.annotations.Nullable;

/** Which sheets of a file are read, by which contract; or why the file is refused. */
final class SheetChoice {
    private final List<Chosen> chosen = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final String fileName;
    private @Nullable Refused refused;

    /** A sheet and the contract it keeps. */
    record Chosen(SheetTop top, HeaderMatch match) {
        /** Cells above the header. */
        List<String> titles() {
            return top.lines().subList(0, match.first()).stream()
                    .flatMap(line -> line.cells().stream())
                    .filter(cell -> !cell.isBlank())
                    .toList();
        }
    }

    private SheetChoice(String fileName) {
        this.fileName = fileName;
    }

    static SheetChoice of(List<SheetTop> tops, HeaderFinder headers, String fileName) {
        SheetChoice choice = new SheetChoice(fileName);
        List<SheetTop> filled = tops.stream().filter(SheetChoice::hasContent).toList();
        List<List<HeaderMatch>> failed = new ArrayList<>();
        for (SheetTop top : choice.visible(filled)) {
            choice.look(top, headers.matches(top), failed);
        }
        if (choice.refused == null && choice.chosen.isEmpty()) {
            List<HeaderMatch> near = failed.stream()
                    .flatMap(List::stream)
                    .sorted(HeaderMatch.BEST_FIRST)
                    .toList();
            choice.refuse(filled.isEmpty() ? Refusals.noSheet() : Refusals.noHeader(near));
        }
        return choice;
    }

    private static boolean hasContent(SheetTop top) {
        return top.lines().stream().anyMatch(line -> line.cells().stream().anyMatch(cell -> !cell.isBlank()));
    }

    /** Hidden sheets are often last month's: they are read only where nothing else is there. */
    private List<SheetTop> visible(List<SheetTop> tops) {
        List<SheetTop> shown = tops.stream().filter(top -> !top.hidden()).toList();
        boolean onlyHidden = shown.isEmpty();
        for (SheetTop top : tops) {
            if (top.hidden()) {
                String done = onlyHidden ? "没有可见的工作表，已读取" : "未读取；如需报送请取消隐藏后重报";
                remark("HIDDEN_SHEET", top, "工作表“" + top.name() + "”是隐藏的，" + done + "。");
            }
        }
        return onlyHidden ? tops : shown;
    }

    private void look(SheetTop top, List<HeaderMatch> matches, List<List<HeaderMatch>> failed) {
        List<HeaderMatch> plausible =
                matches.stream().filter(HeaderMatch::plausible).toList();
        if (plausible.isEmpty()) {
            failed.add(matches);
            remark("SHEET_IGNORED", top, "工作表“" + top.name() + "”不是约定的报表，未读取。");
            return;
        }
        HeaderMatch best = plausible.get(0);
        if (!best.complete()) {
            refuse(Refusals.missingColumns(best, top.name()));
            return;
        }
        List<HeaderMatch> ties = plausible.stream().filter(best::ties).toList();
        Optional<HeaderMatch> settled = ties.size() == 1 ? Optional.of(best) : byFileName(ties);
        if (settled.isEmpty()) {
            refuse(Refusals.ambiguous(ties.get(0), ties.get(1)));
            return;
        }
        nearMiss(top, settled.get(), plausible);
        take(new Chosen(top, settled.get()));
    }

    private Optional<HeaderMatch> byFileName(List<HeaderMatch> ties) {
        String name = fileName.toUpperCase(Locale.ROOT);
        List<HeaderMatch> named = ties.stream()
                .filter(match -> name.contains(match.contract().source().toUpperCase(Locale.ROOT)))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
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

    private void take(Chosen sheet) {
        if (!chosen.isEmpty()) {
            Chosen first = chosen.get(0);
            if (!first.match()
                    .contract()
                    .source()
                    .equals(sheet.match().contract().source())) {
                refuse(Refusals.mixed(first, sheet));
                return;
            }
        }
        chosen.add(sheet);
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

    Contract contract() {
        return chosen.get(0).match().contract();
    }

    List<Remark> remarks() {
        return remarks;
    }
}
