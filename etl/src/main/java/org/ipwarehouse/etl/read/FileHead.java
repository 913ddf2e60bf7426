package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.SheetChoice.Chosen;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.RowSource.Split;
import org.ipwarehouse.warehouse.api.Submission;

/** What the head of a file with known sheets says: period, units, whether there is anything in it, what is odd. */
final class FileHead {
    private final SheetReader reader;
    private final FileContent content;
    private final SheetChoice choice;
    private final String fileName;
    private final LocalDate receivedOn;
    private final List<Remark> remarks = new ArrayList<>();

    FileHead(FileContent content, SheetChoice choice, String fileName, LocalDate receivedOn) {
        this.reader = content.reader();
        this.content = content;
        this.choice = choice;
        this.fileName = fileName;
        this.receivedOn = receivedOn;
    }

    /** What a returned feedback workbook says of itself goes before everything that it shows. */
    Recognition recognition() throws IOException {
        String source = choice.contract().source();
        Optional<ReturnSlip> slip = choice.slip().filter(found -> found.source().equals(source));
        HeaderMatch first = choice.chosen().get(0).match();
        if (!leaveEmptySheets()) {
            return Refusals.missingReport(first);
        }
        Optional<ReportPeriod> period =
                slip.map(s -> new ReportPeriod(s.asOf(), s.months())).or(this::period);
        LocalDate asOf = period.map(ReportPeriod::asOf).orElse(receivedOn);
        List<SheetPlan> plans = new ArrayList<>();
        for (Chosen sheet : choice.chosen()) {
            SheetPlan plan = plan(sheet, asOf, slip.isPresent());
            plans.add(plan.under(plan.context().reportingOn(stated(period))));
        }
        if (slip.isEmpty()) {
            doubts(period);
        }
        boolean synthetic = isSynthetic();
        if (synthetic) {
            remark("SYNTHETIC", "文件标明为演示数据，不得用于正式统计。");
        }
        List<String> months = period.map(ReportPeriod::months).orElse(List.of());
        if (months.isEmpty()) {
            months = PeriodColumn.months(reader, plans, choice.contract(), reading());
        }
        List<Remark> all = new ArrayList<>(reader.remarks());
        MisnamedForm.remark(reader, fileName).ifPresent(all::add);
        all.addAll(choice.remarks());
        all.addAll(remarks);
        return new Recognised(choice.contract(), plans, asOf, months, synthetic, filledBy(), all, content);
    }

    /** The months that the file itself names, or that of the day it names: they say the year where a cell leaves it open. */
    private static List<YearMonth> stated(Optional<ReportPeriod> period) {
        return period.filter(ReportPeriod::namesMonths)
                .map(p -> p.months().stream().map(YearMonth::parse).toList())
                .or(() -> period.map(p -> List.of(YearMonth.from(p.asOf()))))
                .orElse(List.of());
    }

    private SheetWalk.Reading reading() {
        return new SheetWalk.Reading(content.rules(), new HeaderFinder(List.of(choice.contract())));
    }

    /**
     * A table without a row is a report only where somebody says that there was nothing (D10); beside sheets that have
     * rows it is a form that was not filled.
     *
     * @return whether anything is left to be read
     */
    private boolean leaveEmptySheets() throws IOException {
        List<Chosen> empty = new ArrayList<>();
        for (Chosen sheet : choice.chosen()) {
            if (!hasData(sheet)) {
                empty.add(sheet);
            }
        }
        if (empty.isEmpty()) {
            return true;
        }
        List<Chosen> silent =
                empty.stream().filter(sheet -> !declaresNone(sheet)).toList();
        boolean nameSays = RowWords.declaresNone(fileName)
                && empty.size() == choice.chosen().size();
        if (!nameSays && silent.size() == choice.chosen().size()) {
            return false;
        }
        if (!nameSays) {
            choice.leave(silent);
        }
        if (empty.size() > silent.size() || nameSays) {
            remark("ZERO_REPORT", "文件声明本期没有数据（零报告），按已报、0 行计。");
        }
        return true;
    }

    private boolean hasData(Chosen sheet) throws IOException {
        Rows rows = new Rows();
        SheetPlan plan = plan(sheet, receivedOn, false);
        SheetWalk walk = new SheetWalk(plan, choice.contract(), reading(), true, rows);
        List<SheetTop.Line> lines = sheet.top().lines();
        lines.forEach(line -> walk.row(new KeptRow(sheet.top().name(), line)));
        if (rows.any || lines.size() < SheetTop.ROWS) {
            walk.finish();
            return rows.any;
        }
        return hasDataFarDown(plan);
    }

    /** A head of nothing but blank rows is rare: only then the sheet itself is looked through. */
    private boolean hasDataFarDown(SheetPlan plan) throws IOException {
        Rows rows = new Rows();
        SheetWalk walk = new SheetWalk(plan, choice.contract(), reading(), true, rows);
        for (Split split : reader.splits(Long.MAX_VALUE)) {
            reader.read(split, sheet -> sheet == plan.index(), (sheet, row) -> walk.row(row));
        }
        walk.finish();
        return rows.any;
    }

    private static boolean declaresNone(Chosen sheet) {
        Stream<String> head = sheet.top().lines().stream().flatMap(line -> line.cells().stream());
        boolean below = sheet.top().lines().stream()
                .skip((long) sheet.match().first() + sheet.match().levels())
                .anyMatch(FileHead::declaresNone);
        return below || RowWords.declaresNone(sheet.top().name()) || head.anyMatch(RowWords::declaresNone);
    }

    private static boolean declaresNone(SheetTop.Line line) {
        List<String> filled =
                line.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() == 1 && RowWords.declaresNoneAlone(filled.get(0));
    }

    private SheetPlan plan(Chosen sheet, LocalDate asOf, boolean returned) {
        HeaderMatch match = sheet.match();
        List<SheetTop.Line> lines = sheet.top().lines();
        HeadNotes notes = sheet.notes();
        List<String> months =
                returned ? List.of() : period(sheet).map(ReportPeriod::months).orElse(List.of());
        SheetSigns signs = new SheetSigns(
                headerLines(sheet),
                notes.texts().stream().map(Labels::shown).collect(Collectors.toUnmodifiableSet()),
                notes.unit(),
                months,
                reader instanceof TextReader && !surplusIsUsual(sheet));
        SheetContext context = new SheetContext(
                match.headers(), match.fields(), HeadNotes.units(match, notes.unit()), asOf, reader.date1904());
        return new SheetPlan(
                sheet.top().index(),
                sheet.top().name(),
                lines.get(match.first()).number(),
                lines.get(match.first() + match.levels() - 1).number(),
                context,
                signs);
    }

    private static Set<List<String>> headerLines(Chosen sheet) {
        HeaderMatch match = sheet.match();
        return sheet.top().lines().subList(match.first(), match.first() + match.levels()).stream()
                .map(line -> RowFilter.shown(
                        new KeptRow(sheet.top().name(), line), match.headers().size()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where most rows have more cells than the header, a column has no header; where few have, something has shifted. */
    private static boolean surplusIsUsual(Chosen sheet) {
        HeaderMatch match = sheet.match();
        int width = match.headers().size();
        long rows = 0;
        long surplus = 0;
        for (SheetTop.Line line : sheet.top()
                .lines()
                .subList(match.first() + match.levels(), sheet.top().lines().size())) {
            boolean filled = line.cells().stream().anyMatch(cell -> !cell.isBlank());
            rows += filled ? 1 : 0;
            surplus += line.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank()) ? 1 : 0;
        }
        return surplus > 1 && surplus * 2 > rows;
    }

    /** Of several sheets the latest day counts, and the months of all. */
    private Optional<ReportPeriod> period() {
        List<ReportPeriod> found = choice.chosen().stream()
                .map(this::period)
                .flatMap(Optional::stream)
                .toList();
        if (found.isEmpty()) {
            return ReportPeriod.in(fileName);
        }
        LocalDate last =
                found.stream().map(ReportPeriod::asOf).max(LocalDate::compareTo).orElseThrow();
        Set<String> months =
                found.stream().flatMap(p -> p.months().stream()).collect(Collectors.toCollection(TreeSet::new));
        return Optional.of(new ReportPeriod(last, List.copyOf(months)));
    }

    /** A title goes before the sheet's name, that before the file's name. A year may stand apart from its months. */
    private Optional<ReportPeriod> period(Chosen sheet) {
        List<String> titles = sheet.notes().periodTexts();
        String name = sheet.top().name();
        Optional<Integer> year = Stream.concat(titles.stream(), Stream.of(name, fileName))
                .map(ReportPeriod::year)
                .flatMap(Optional::stream)
                .findFirst();
        return titles.stream()
                .map(title -> full(title).or(() -> year.flatMap(y -> ReportPeriod.in(title, y))))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> full(name))
                .or(() -> year.flatMap(y -> ReportPeriod.in(name, y)))
                .or(() -> ReportPeriod.in(name))
                .or(() -> full(fileName))
                .or(() -> year.flatMap(y -> ReportPeriod.in(fileName, y)))
                .or(() -> ReportPeriod.in(fileName));
    }

    private static Optional<ReportPeriod> full(String text) {
        return ReportPeriod.in(text).filter(ReportPeriod::namesMonths);
    }

    /** A period that has not begun, or a file name that names another one than the title. */
    private void doubts(Optional<ReportPeriod> period) {
        List<String> months = period.map(ReportPeriod::months).orElse(List.of());
        if (months.isEmpty()) {
            return;
        }
        if (YearMonth.parse(months.get(0)).isAfter(YearMonth.from(receivedOn))) {
            remark("PERIOD_DOUBTFUL", "文件说的期次 " + String.join("、", months) + " 晚于收到日 " + receivedOn + "，请核对标题。");
        }
        List<String> named = full(fileName).map(ReportPeriod::months).orElse(List.of());
        if (!named.isEmpty() && named.stream().noneMatch(months::contains)) {
            remark(
                    "PERIOD_DOUBTFUL",
                    "标题或表名说的期次是 " + String.join("、", months) + "，文件名说的是 " + String.join("、", named) + "；按标题计，请核对。");
        }
    }

    private String filledBy() {
        return choice.chosen().stream()
                .map(sheet -> sheet.notes().filledBy())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean isSynthetic() {
        return Submission.saysSynthetic(fileName)
                || choice.chosen().stream()
                        .anyMatch(sheet -> Submission.saysSynthetic(sheet.top().name())
                                || sheet.notes().texts().stream().anyMatch(Submission::saysSynthetic));
    }

    private void remark(String code, String message) {
        remarks.add(new Remark(code, new Origin("", 0), message));
    }

    private static final class Rows implements SheetWalk.Visitor {
        private boolean any;

        @Override
        public void data(SheetRow row) {
            any = true;
        }

        @Override
        public void total(SheetRow row) {}

        @Override
        public void table(SheetPlan plan) {}

        @Override
        public void left(long from, long rows) {}
    }
}
