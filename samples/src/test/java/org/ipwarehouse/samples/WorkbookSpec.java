package org.ipwarehouse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.samples.SentFile.Value;
import org.junit.jupiter.api.Test;

/** Ledgers as offices keep them. */
class WorkbookSpec {
    private static final Path EXPORTS = Path.of("..", "samples", "exports");

    @Test
    void a_ledger_has_title_notes_grouped_headers_and_a_total_that_adds_up() throws Exception {
        SentFile file = SentFile.read(EXPORTS.resolve("S02_知识产权案件台账_2026年07月_演示数据.xlsx"));
        assertThat(file.above)
                .containsExactly("沙坡头区市场监督管理分局2026年7月知识产权案件台账（演示数据 synthetic）", "填报单位：沙坡头区市场监督管理分局（演示）", "单位：元");
        assertThat(file.headers).contains("案件编号", "当事人名称", "罚款").doesNotContain("当事人", "序号");
        assertTotal(file, "案值(货值金额)");
        assertTotal(file, "罚款");
    }

    @Test
    void one_sender_keeps_it_in_ten_thousands() throws Exception {
        SentFile file = SentFile.read(EXPORTS.resolve("S02_知识产权案件台账_2026年08月_演示数据.xlsx"));
        assertThat(file.above).contains("单位：万元");
        assertThat(file.headers).contains("案值(货值金额)(万元)", "罚款(万元)");
        assertTotal(file, "案值(货值金额)(万元)");
    }

    private static void assertTotal(SentFile file, String header) {
        int column = file.headers.indexOf(header);
        BigDecimal sum = BigDecimal.ZERO;
        for (var row : file.rows) {
            Value value = column < row.size() ? row.get(column) : Value.EMPTY;
            sum = sum.add(amount(value));
        }
        assertThat(sum).isPositive();
        assertThat(new BigDecimal(file.totals.get(column).text())).isEqualByComparingTo(sum);
    }

    /** Plain numbers, 12,300.00, １２３００．００ and 约3万; anything else is no amount. */
    private static BigDecimal amount(Value value) {
        String text = java.text.Normalizer.normalize(value.text(), java.text.Normalizer.Form.NFKC)
                .replace(",", "");
        if (value.kind() == CellKind.TEXT && text.matches("约\\d+万")) {
            return new BigDecimal(text.substring(1, text.length() - 1)).movePointRight(4);
        }
        return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
