package org.ipwarehouse.reports.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Passport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardReaderSpec {
    private static final Path OVERVIEW = Path.of("../reports/dashboards/overview.yml");
    private static final List<Passport> PASSPORTS = new InMemoryWarehouse().indicators();
    private final DashboardReader reader = new DashboardReader(PASSPORTS);

    @Test
    void the_dashboard_that_is_delivered_can_be_read() {
        Dashboard dashboard = reader.read(OVERVIEW);
        assertThat(dashboard.cards()).hasSize(8);
        assertThat(dashboard.structures().get(0).dimension()).isEqualTo("ip_type");
    }

    @ParameterizedTest(name = "{0} written as {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            cards: [XZ01          | cards: [XZ99             | cards:     | 没有指标 XZ99
            cards: [XZ01          | cards: [立案数           | cards:     | 不是指标代码
            dimension: ip_type    | dimension: channel       | dimension: | 不能按“channel”分
            structure:            | structures:              | structures:| 不认识“structures”
            months: 24            | months: many             | months: ma | 不是整数
            months: 24            | months: 240              | months: 240| 超出范围
            ranking: XZ01         | rank: XZ01               | rank:      | 不认识“rank”
            title_en:             | place:                   | place: 中  | 写了两次
            """)
    void a_mistake_is_named_with_file_and_line(
            String right, String wrong, String marker, String cause, @TempDir Path folder) throws IOException {
        String text = Files.readString(OVERVIEW).replaceFirst(right.replace("[", "\\["), wrong);
        Path file = Files.writeString(folder.resolve("overview.yaml"), text);
        assertThatThrownBy(() -> reader.read(file)).isInstanceOf(Fault.class).satisfies(fault -> {
            assertThat(fault).hasMessageContaining(cause);
            assertThat(fault.getMessage()).matches("(?s).*overview\\.yaml:" + line(text, marker) + "：.*");
        });
    }

    private static int line(String text, String marker) {
        return (int) text.substring(0, text.indexOf(marker))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }
}
