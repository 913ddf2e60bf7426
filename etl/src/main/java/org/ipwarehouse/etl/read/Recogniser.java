package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.etl.standardise.PrivateCharacters;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Origin;

/** Says of a file which contract it keeps, by its bytes and headers. The same bytes, name and day give the same answer. */
public final class Recogniser {
    /** Fewer unreadable cells at the top of a file are an accident, not its encoding. */
    private static final int LOST_CELLS = 3;

    private final HeaderFinder headers;

    public Recogniser(List<Contract> contracts) {
        this.headers = new HeaderFinder(contracts);
    }

    /**
     * @param file the kept bytes
     * @param fileName name under which they came: it may tell the period and settle a tie
     * @param receivedOn day of receipt, the file's {@code asOf} where nothing names another
     * @throws org.ipwarehouse.warehouse.api.Fault where the bytes cannot be read at all
     */
    public Recognition recognise(Original file, String fileName, LocalDate receivedOn) {
        try {
            FileForm form = FormRecogniser.of(file);
            Optional<SheetReader> reader = open(form, file);
            if (reader.isEmpty()) {
                return refused(form);
            }
            return recognise(reader.get(), fileName, receivedOn);
        } catch (UnreadableFile e) {
            return refused(e);
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
    }

    private static Refused refused(UnreadableFile file) {
        return file.remedy().isEmpty()
                ? refused(file.form())
                : new Refused(file.form().reason(), "", List.of(), file.remedy());
    }

    private static Refused refused(FileForm form) {
        return new Refused(form.reason(), "", List.of(), "这是" + form.nameZh() + "。" + form.remedy());
    }

    private static Optional<SheetReader> open(FileForm form, Original file) throws IOException {
        try {
            return SheetReaders.open(form, file);
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            if (form == FileForm.DELIMITED_TEXT) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Recognition recognise(SheetReader opened, String fileName, LocalDate receivedOn) throws IOException {
        SheetReader reader = opened;
        SheetChoice choice;
        try {
            choice = SheetChoice.of(reader.tops(), headers, fileName);
            Optional<SheetReader> better =
                    choice.refusal().isPresent() ? proven(opened.alternatives(), fileName) : Optional.empty();
            if (better.isPresent()) {
                reader = better.get();
                choice = SheetChoice.of(reader.tops(), headers, fileName);
            }
            reader = choice.refusal().isPresent() ? reader : reader.checked();
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException e) {
            return refused(FileForm.DAMAGED);
        }
        Optional<Refused> refusal = choice.refusal();
        if (refusal.isPresent()) {
            return isLost(opened.tops()) ? Refusals.garbled() : refusal.get();
        }
        return recognised(reader, choice, fileName, receivedOn);
    }

    /** Whether the first rows have cells of which nobody can say what they said: then it is no wonder that no header is found. */
    private static boolean isLost(List<SheetTop> tops) {
        return tops.stream()
                        .flatMap(top -> top.lines().stream())
                        .flatMap(line -> line.cells().stream())
                        .filter(PrivateCharacters::isLost)
                        .limit(LOST_CELLS)
                        .count()
                == LOST_CELLS;
    }

    /** The first of some ways to read a file in which a contract's header stands. */
    private Optional<SheetReader> proven(List<SheetReader> ways, String fileName) throws IOException {
        for (SheetReader way : ways) {
            if (SheetChoice.of(way.tops(), headers, fileName).refusal().isEmpty()) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private static Recognised recognised(SheetReader reader, SheetChoice choice, String fileName, LocalDate receivedOn)
            throws IOException {
        Optional<ReportPeriod> period = period(choice, fileName);
        LocalDate asOf = period.map(ReportPeriod::asOf).orElse(receivedOn);
        List<SheetPlan> plans = new ArrayList<>();
        for (SheetChoice.Chosen sheet : choice.chosen()) {
            plans.add(reportingOn(period, plan(sheet, asOf, reader.date1904())));
        }
        boolean synthetic = saysSynthetic(fileName) || choice.chosen().stream().anyMatch(Recogniser::saysSynthetic);
        List<Remark> remarks = new ArrayList<>(reader.remarks());
        remarks.addAll(choice.remarks());
        if (synthetic) {
            remarks.add(new Remark("SYNTHETIC", new Origin("", 0), "文件标明为演示数据，不得用于正式统计。"));
        }
        List<String> months = period.map(ReportPeriod::months).orElse(List.of());
        if (months.isEmpty()) {
            months = PeriodColumn.months(reader, plans, choice.contract(), asOf);
        }
        return new Recognised(choice.contract(), plans, asOf, months, synthetic, remarks, new FileContent(reader));
    }

    /** The months that the file itself names, or that of the day it names: they say the year where a cell leaves it open. */
    private static SheetPlan reportingOn(Optional<ReportPeriod> period, SheetPlan plan) {
        List<YearMonth> named = period.filter(ReportPeriod::namesMonths)
                .map(p -> p.months().stream().map(YearMonth::parse).toList())
                .or(() -> period.map(p -> List.of(YearMonth.from(p.asOf()))))
                .orElse(List.of());
        SheetContext context = plan.context().reportingOn(named);
        return new SheetPlan(plan.index(), plan.name(), plan.headerFrom(), plan.headerTo(), context);
    }

    private static SheetPlan plan(SheetChoice.Chosen sheet, LocalDate asOf, boolean date1904) {
        HeaderMatch match = sheet.match();
        List<SheetTop.Line> lines = sheet.top().lines();
        SheetContext context = new SheetContext(match.headers(), match.fields(), units(sheet), asOf, date1904);
        return new SheetPlan(
                sheet.top().index(),
                sheet.top().name(),
                lines.get(match.first()).number(),
                lines.get(match.first() + match.levels() - 1).number(),
                context);
    }

    /** A note "单位：万元" above the table holds for every amount whose own header says nothing. */
    private static Map<String, String> units(SheetChoice.Chosen sheet) {
        Map<String, String> units = new TreeMap<>(sheet.match().units());
        Optional<String> note = sheet.titles().stream()
                .map(Labels::noteUnit)
                .flatMap(Optional::stream)
                .findFirst();
        Set<String> present = Set.copyOf(new TreeSet<>(sheet.match().fields()));
        for (Field field : sheet.match().contract().fields()) {
            boolean amount = field.type() == ColumnType.DECIMAL && field.unit().endsWith("元");
            if (note.isPresent() && amount && present.contains(field.name())) {
                units.putIfAbsent(field.name(), note.get());
            }
        }
        return units;
    }

    /** A title goes before the sheet's name, that before the file's name; of several sheets the latest day counts. */
    private static Optional<ReportPeriod> period(SheetChoice choice, String fileName) {
        List<ReportPeriod> found = choice.chosen().stream()
                .map(sheet -> period(sheet, fileName))
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

    private static Optional<ReportPeriod> period(SheetChoice.Chosen sheet, String fileName) {
        Optional<ReportPeriod> titled = sheet.titles().stream()
                .filter(title -> !saysWhenFilled(title))
                .map(ReportPeriod::in)
                .flatMap(Optional::stream)
                .filter(ReportPeriod::namesMonths)
                .findFirst();
        return titled.or(() -> ReportPeriod.in(sheet.top().name())).or(() -> ReportPeriod.in(fileName));
    }

    /** "填报时间：2026-08-05" dates the form, not what it reports on. */
    private static boolean saysWhenFilled(String title) {
        String text = Labels.squeeze(title);
        return text.matches(".*(填报|填表|制表|报送|打印|导出|生成)(时间|日期).*");
    }

    private static boolean saysSynthetic(SheetChoice.Chosen sheet) {
        return saysSynthetic(sheet.top().name()) || sheet.titles().stream().anyMatch(Recogniser::saysSynthetic);
    }

    private static boolean saysSynthetic(String text) {
        return text.contains("演示数据") || text.toLowerCase(Locale.ROOT).contains("synthetic");
    }
}
