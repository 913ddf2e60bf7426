package org.ipwarehouse.samples;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.samples.Plan.Span;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.file.SheetForm;
import org.ipwarehouse.samples.file.SheetForm.Heading;
import org.ipwarehouse.samples.file.SheetForm.Kind;
import org.ipwarehouse.samples.population.People;

/** How each department sends its files: kind, title, headers, unit of money. Nothing of it changes what a row says. */
final class Departments {
    /** A workbook with more rows than this is not made by hand. */
    private static final long LARGEST_WORKBOOK = 200_000;

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("S01", "行政处罚信用信息公示表"),
            Map.entry("S02", "知识产权案件台账"),
            Map.entry("S03", "双随机抽查结果表"),
            Map.entry("S04", "投诉单"),
            Map.entry("S05", "举报单"),
            Map.entry("S06", "知识产权案件审理情况表"),
            Map.entry("S07", "知识产权案件执行情况表"),
            Map.entry("S08", "知识产权检察案件情况表"),
            Map.entry("S09", "侵犯知识产权犯罪月度汇总表"),
            Map.entry("S10", "涉嫌犯罪案件移送台账"),
            Map.entry("S11", "线索通报与协作台账"),
            Map.entry("S12", "严重违法失信名单"),
            Map.entry("S13", "农产品追溯批次"),
            Map.entry("S14", "追溯扫码日志"),
            Map.entry("S15", "地理标志用标主体与专用标志发放表"),
            Map.entry("S16", "网络交易监测线索表"),
            Map.entry("S17", "剑网行动统计表"),
            Map.entry("S18", "知识产权公证办理表"),
            Map.entry("S19", "知识产权纠纷调解台账"),
            Map.entry("S20", "维权援助台账"),
            Map.entry("S21", "专利优先审查推荐表"),
            Map.entry("S22", "海外知识产权事务台账"),
            Map.entry("S23", "快速维权通道台账"),
            Map.entry("S24", "队伍与培训宣传台账"),
            Map.entry("S25", "经费与装备统计表"),
            Map.entry("S26", "任务进度报送表"),
            Map.entry("S27", "经营主体登记信息"));
    private static final Map<String, String> OFFICES = Map.ofEntries(
            Map.entry("S06", "沙坡头区人民法院"),
            Map.entry("S07", "沙坡头区人民法院"),
            Map.entry("S08", "沙坡头区人民检察院"),
            Map.entry("S09", "沙坡头区公安分局"),
            Map.entry("S13", "沙坡头区农业农村局"),
            Map.entry("S14", "沙坡头区农业农村局"),
            Map.entry("S17", "沙坡头区委宣传部"),
            Map.entry("S18", "沙坡头区司法局"),
            Map.entry("S19", "沙坡头区司法局"),
            Map.entry("S24", "沙坡头区知识产权保护工作联席会议办公室"),
            Map.entry("S25", "沙坡头区财政局"),
            Map.entry("S26", "沙坡头区知识产权保护工作联席会议办公室"));
    private static final String USUAL_OFFICE = "沙坡头区市场监督管理分局";
    /** A number in a ledger's margin differs from file to file and says nothing of the row. */
    private static final Set<String> LEFT_OUT = Set.of("row_no");

    private static final Map<String, String> GROUPS = groups();

    private final SampleRequest request;

    Departments(SampleRequest request) {
        this.request = request;
    }

    private static Map<String, String> groups() {
        return Map.ofEntries(
                Map.entry("S02.party_name", "当事人"),
                Map.entry("S02.uscc", "当事人"),
                Map.entry("S02.party_id", "当事人"),
                Map.entry("S02.address", "当事人"),
                Map.entry("S02.township", "当事人"),
                Map.entry("S02.industry", "当事人"),
                Map.entry("S02.ip_type", "权利情况"),
                Map.entry("S02.right_no", "权利情况"),
                Map.entry("S02.right_holder", "权利情况"),
                Map.entry("S02.holder_country", "权利情况"),
                Map.entry("S02.goods_value_yuan", "金额"),
                Map.entry("S02.illegal_gain_yuan", "金额"),
                Map.entry("S02.fine_yuan", "金额"),
                Map.entry("S02.conf_gain_yuan", "金额"),
                Map.entry("S15.user", "主体"),
                Map.entry("S15.uscc", "主体"),
                Map.entry("S15.township", "主体"),
                Map.entry("S15.issued", "专用标志"),
                Map.entry("S15.issue_date", "专用标志"),
                Map.entry("S15.used", "专用标志"));
    }

    /** 知识产权案件台账 */
    static String title(String source) {
        return TITLES.getOrDefault(source, source);
    }

    /** S02_知识产权案件台账_2026年07月_演示数据.xlsx; volumes of a large one carry their number. */
    static String fileName(Span span, int volume, boolean only, SheetForm form) {
        String part = only ? "" : String.format(Locale.ROOT, "_第%03d卷", volume);
        return span.source() + "_" + title(span.source()) + "_" + period(span, "%02d月") + part + "_演示数据"
                + form.kind().extension();
    }

    private static String period(Span span, String month) {
        YearMonth last = Months.of(span.last());
        int months = span.last() - span.first() + 1;
        String end = last.getYear() + "年" + String.format(Locale.ROOT, month, last.getMonthValue());
        if (months == 1) {
            return end;
        } else if (months == 3) {
            return last.getYear() + "年第" + "一二三四".charAt((last.getMonthValue() - 1) / 3) + "季度";
        }
        YearMonth first = Months.of(span.first());
        return first.getYear() + "年" + String.format(Locale.ROOT, month, first.getMonthValue()) + "至" + end;
    }

    SheetForm form(Contract contract, Span span, long rows) {
        String source = contract.source();
        Kind kind = kind(source, span.last(), rows);
        boolean workbook = kind == Kind.XLSX;
        boolean inTenThousands = source.equals("S02") && span.last() % 3 == 1 && workbook;
        String office = OFFICES.getOrDefault(source, USUAL_OFFICE);
        List<Heading> columns = columns(contract, span.last(), kind, inTenThousands);
        boolean sums = columns.stream().anyMatch(Heading::summed) && !source.equals("S04") && !source.equals("S05");
        return new SheetForm(
                kind,
                title(source),
                workbook ? office + period(span, "%d月") + title(source) + "（演示数据 synthetic）" : "",
                workbook ? notes(office, columns, sums) : List.of(),
                columns,
                workbook && sums,
                workbook ? footer(source, span.last()) : "",
                source.equals("S06"));
    }

    private static List<String> notes(String office, List<Heading> columns, boolean money) {
        List<String> notes = new ArrayList<>(List.of("填报单位：" + office + "（演示）"));
        if (money) {
            boolean tenThousands = columns.stream().anyMatch(c -> c.summed() && c.shift() == 4);
            notes.add("单位：" + (tenThousands ? "万元" : "元"));
        }
        return notes;
    }

    private String footer(String source, int month) {
        Dice dice = new Dice().at(Dice.stream(request.seed(), source + "-footer"), month);
        return "填表人：" + People.name(dice) + "    审核人：" + People.name(dice);
    }

    private Kind kind(String source, int month, long rows) {
        return switch (request.format()) {
            case XLSX -> Kind.XLSX;
            case CSV -> text(source, month);
            case MIXED -> rows > LARGEST_WORKBOOK || !usesWorkbook(source, month) ? text(source, month) : Kind.XLSX;
        };
    }

    private static boolean usesWorkbook(String source, int month) {
        return switch (source) {
            case "S01", "S02", "S06", "S15", "S26" -> true;
            case "S07", "S08", "S10", "S12", "S17", "S19", "S21", "S24", "S25" -> true;
            case "S04" -> month % 6 == 5;
            case "S05" -> month % 4 == 3;
            default -> false;
        };
    }

    private static Kind text(String source, int month) {
        return switch (source) {
            case "S04" -> Kind.CSV_UTF8_BOM;
            case "S13" -> month % 2 == 0 ? Kind.CSV_GB18030 : Kind.CSV_UTF8;
            case "S27" -> month == 0 ? Kind.CSV_GB18030 : Kind.CSV_UTF8_BOM;
            default -> Kind.CSV_UTF8;
        };
    }

    private static List<Heading> columns(Contract contract, int month, Kind kind, boolean inTenThousands) {
        Headers headers = new Headers(contract, Headers.Wording.of(contract.source(), month));
        List<Heading> columns = new ArrayList<>();
        for (int i = 0; i < contract.fields().size(); i++) {
            Field field = contract.fields().get(i);
            if (!LEFT_OUT.contains(field.name())) {
                boolean money = field.unit().equals("元");
                boolean tenThousands = money && (inTenThousands || field.rules().contains("sent_unit=万元"));
                String group = kind == Kind.XLSX ? GROUPS.getOrDefault(contract.source() + "." + field.name(), "") : "";
                String label = money && tenThousands ? headers.inTenThousands(field) : headers.of(field);
                columns.add(new Heading(i, label, group, tenThousands ? 4 : 0, money));
            }
        }
        return columns;
    }
}
