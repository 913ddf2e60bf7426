package org.ipwarehouse.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * The file of work J: rows of 297 bytes (in UTF-8) in 18 columns. Of each hundred rows one is bad in one of six ways and
 * one repeats an earlier good row. The same seed gives the same bytes.
 */
final class WorkFile {
    static final String HEADER =
            "登记编号,报送单位,企业名称,统一社会信用代码,业务类型,所属乡镇,经营地址,登记日期,办结日期,涉案金额,罚款金额,货值金额,数量,是否线上,办理状态,案件来源,内容摘要,备注\n";

    static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final int ROW_BYTES = 297;
    private static final long FEN_PER_WAN = 1_000_000;
    private static final int BAD = 13;
    private static final int REPEATED = 57;
    private static final String CODE_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String[] KINDS = {
        "商标侵权", "假冒专利", "专利侵权", "地理标志", "商业秘密", "植物新品", "著作侵权", "特殊标志", "奥运标志", "展会维权"
    };
    private static final String[] STAGES = {"生产", "销售", "网络", "进出口"};
    private static final String[] TOWNS = {
        "滨河镇", "文昌镇", "东园镇", "柔远镇", "镇罗镇", "宣和镇", "永康镇", "常乐镇", "迎水桥镇", "兴仁镇", "香山乡", "中卫山羊选育场"
    };
    private static final String[] STATES = {"已立案", "办理中", "已办结", "已移送"};
    private static final String[] ORIGINS = {"监督检查", "投诉举报", "部门移送", "上级交办"};
    private static final String[] NAMES = {"沙坡", "黄河", "大漠", "枸杞", "硒砂", "长流", "迎水", "腾格", "香山", "鸣钟", "兰铁", "宁钢"};
    private static final String[] TRADES = {"农业科技", "商贸流通", "食品加工", "文化旅游", "机械制造", "生物医药", "电子商务", "建筑材料"};
    private static final String FILLER = "经执法人员现场检查查明当事人销售的商品外包装标注内容与注册商标近似易使相关公众产生混淆已依法登记保存并送检";

    private final long rows;
    private final long seed;
    private final long enterprises;
    private final StringBuilder line = new StringBuilder(ROW_BYTES);

    /** @param rows of the file without its header */
    WorkFile(long rows, long seed) {
        this.rows = rows;
        this.seed = seed;
        this.enterprises = Math.max(200, rows / 50);
    }

    /** What each way of taking the file must find. */
    record Expected(long read, long accepted, long rejected, long repeated) {}

    Expected expected() {
        long bad = slots(BAD);
        long repeated = slots(REPEATED);
        return new Expected(rows, rows - bad - repeated, bad, repeated);
    }

    /** How many of the rows have this number in their hundred. */
    private long slots(int number) {
        return rows / 100 + (rows % 100 > number ? 1 : 0);
    }

    void write(Path file, Charset charset) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(HEADER.getBytes(charset));
            for (long i = 0; i < rows; i++) {
                out.write(text(i).getBytes(charset));
            }
        }
    }

    /**
     * A later month: half of its rows change the amount of a row of the base file, half are new.
     *
     * @param changes rows of the month
     */
    void writeMonth(Path file, Charset charset, long changes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(HEADER.getBytes(charset));
            long step = Math.max(1, rows / Math.max(1, changes / 2));
            for (long i = 0; i < changes / 2; i++) {
                out.write(row(good(i * step), 1, 0).getBytes(charset));
            }
            for (long i = 0; i < changes - changes / 2; i++) {
                out.write(row(rows + i, 0, 0).getBytes(charset));
            }
        }
    }

    private String text(long i) {
        int slot = (int) (i % 100);
        if (slot == REPEATED) {
            return row(good(random(i).nextLong(i)), 0, 0);
        }
        return row(i, 0, slot == BAD ? 1 + (int) (i / 100 % 6) : 0);
    }

    /** The nearest row from here back that is neither bad nor a repeat; row 0 is one. */
    private static long good(long i) {
        int slot = (int) (i % 100);
        return slot == BAD || slot == REPEATED ? i - 1 : i;
    }

    private SplittableRandom random(long i) {
        return new SplittableRandom(seed ^ (i * 0x9E3779B97F4A7C15L));
    }

    /**
     * @param more whole 万元 added to the first amount: another content of the same row
     * @param defect 0 for a good row, else one of the six ways to be bad
     */
    private String row(long i, long more, int defect) {
        SplittableRandom random = random(i);
        long enterprise = random.nextLong(enterprises);
        LocalDate registered = FIRST.plusDays(random.nextInt((int) (LAST.toEpochDay() - FIRST.toEpochDay() + 1)));
        LocalDate finished = registered.plusDays(random.nextInt(90));
        line.setLength(0);
        line.append(defect == 1 ? "" : "卫登" + (1_000_000_000_000L + i)).append(',');
        line.append("区市场监督管理分局,").append(name(enterprise)).append(',');
        line.append(code(enterprise, defect == 2 ? 1 : 0)).append(',');
        line.append(KINDS[random.nextInt(KINDS.length)]).append(STAGES[random.nextInt(STAGES.length)]);
        String town = TOWNS[random.nextInt(TOWNS.length)];
        line.append(',').append(town).append(',');
        line.append("沙坡头区")
                .append(town)
                .append("鼓楼街")
                .append(1 + enterprise % 300)
                .append("号,");
        dates(defect == 3 ? null : registered, defect == 4 ? registered.minusDays(9) : finished, random.nextInt(3));
        amount(more * FEN_PER_WAN + random.nextLong(50_000_000), random.nextInt(4));
        line.append(',');
        if (defect == 5) {
            line.append("见清单");
        } else {
            amount(random.nextInt(3) == 0 ? 0 : random.nextLong(9_000_000), random.nextInt(4));
        }
        line.append(',');
        amount(random.nextLong(20_000_000), random.nextInt(4));
        line.append(',').append(random.nextInt(500)).append(random.nextInt(3) == 0 ? ",是," : ",否,");
        line.append(defect == 6 ? "悬而未决" : STATES[random.nextInt(STATES.length)])
                .append(',');
        line.append(ORIGINS[random.nextInt(ORIGINS.length)]).append(',');
        fill(random.nextInt(20));
        return line.toString();
    }

    private static String name(long enterprise) {
        return NAMES[(int) (enterprise % NAMES.length)] + TRADES[(int) (enterprise / NAMES.length % TRADES.length)]
                + enterprise + "有限公司";
    }

    /** A unified social credit code by GB 32100. @param wrong added to the check digit */
    static String code(long enterprise, int wrong) {
        String body = "91640502MA" + String.format(java.util.Locale.ROOT, "%07d", 1_000_000 + enterprise);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += CODE_DIGITS.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        return body + CODE_DIGITS.charAt(((31 - sum % 31) % 31 + wrong) % 31);
    }

    /** @param registered null for a day that does not exist */
    private void dates(@org.jspecify.annotations.Nullable LocalDate registered, LocalDate finished, int form) {
        if (registered == null) {
            line.append("2023-02-30");
        } else {
            date(registered, form);
        }
        line.append(',');
        if (registered != null && !finished.isAfter(LAST)) {
            date(finished, form);
        }
        line.append(',');
    }

    private void date(LocalDate day, int form) {
        int year = day.getYear();
        int month = day.getMonthValue();
        int of = day.getDayOfMonth();
        switch (form) {
            case 0 -> line.append(day);
            case 1 -> line.append(year).append('/').append(month).append('/').append(of);
            default ->
                line.append(year)
                        .append('年')
                        .append(month)
                        .append('月')
                        .append(of)
                        .append('日');
        }
    }

    /** @param fen whole 分; the form in 万元 states as many digits as it needs */
    private void amount(long fen, int form) {
        long yuan = fen / 100;
        switch (form) {
            case 0 -> line.append(yuan).append('.').append(fen / 10 % 10).append(fen % 10);
            case 1 -> line.append(yuan).append('元');
            case 2 ->
                line.append(yuan / 10_000)
                        .append('.')
                        .append(1000 + yuan / 10 % 1000)
                        .append("万元");
            default ->
                line.append('"')
                        .append(yuan / 1000)
                        .append(',')
                        .append(thousand(yuan))
                        .append('"');
        }
    }

    private static String thousand(long yuan) {
        return String.valueOf(1000 + yuan % 1000).substring(1);
    }

    /** Ends the row: a summary, and a remark that brings it to its length. */
    private void fill(int from) {
        line.append(FILLER, from, from + 10).append(',');
        int left = ROW_BYTES - 1 - utf8();
        int chars = Math.max(0, Math.min(left / 3, FILLER.length()));
        line.append(FILLER, 0, chars);
        for (int i = left - chars * 3; i > 0; i--) {
            line.append((char) ('a' + i % 26));
        }
        line.append('\n');
    }

    private int utf8() {
        int bytes = 0;
        for (int i = 0; i < line.length(); i++) {
            bytes += line.charAt(i) < 0x80 ? 1 : 3;
        }
        return bytes;
    }
}
