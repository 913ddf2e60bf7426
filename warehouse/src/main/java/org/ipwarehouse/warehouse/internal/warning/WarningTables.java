package org.ipwarehouse.warehouse.internal.warning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.api.Warning.Level;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.api.WarningRule.Gap;
import org.jspecify.annotations.Nullable;

/** The stored form of warnings: {@code control.warning}, {@code warning.evidence}, {@code warning.gap}. All only grow. */
final class WarningTables {
    private static final JsonFactory JSON = new JsonFactory();

    static final TableShape ENTRY = new TableShape(
            new TableName("control", "warning"),
            List.of(
                    Column.required("warning_id", ColumnType.TEXT),
                    Column.required("entry", ColumnType.INTEGER),
                    Column.required("at", ColumnType.TIMESTAMP),
                    Column.required("kind", ColumnType.TEXT),
                    Column.required("state", ColumnType.TEXT),
                    Column.required("decided_by", ColumnType.TEXT),
                    Column.required("reason", ColumnType.TEXT),
                    Column.required("is_false_alarm", ColumnType.BOOLEAN),
                    Column.required("rule", ColumnType.TEXT),
                    Column.required("rule_version", ColumnType.INTEGER),
                    Column.required("subject_key", ColumnType.TEXT),
                    Column.required("case_key", ColumnType.TEXT),
                    Column.required("subject", ColumnType.TEXT),
                    Column.required("level", ColumnType.TEXT),
                    Column.required("region_code", ColumnType.TEXT),
                    Column.required("owner", ColumnType.TEXT),
                    Column.of("happened_on", ColumnType.DATE),
                    Column.required("summary", ColumnType.TEXT),
                    Column.required("raised_on", ColumnType.DATE),
                    Column.required("due_on", ColumnType.DATE),
                    Column.of("handled_on", ColumnType.DATE),
                    Column.required("evidence_digest", ColumnType.TEXT),
                    Column.required("new_rows", ColumnType.INTEGER)));

    static final TableShape EVIDENCE = new TableShape(
            new TableName("warning", "evidence"),
            List.of(
                    Column.required("warning_id", ColumnType.TEXT),
                    Column.required("evidence_digest", ColumnType.TEXT),
                    Column.required("fact", ColumnType.TEXT),
                    Column.required("evidence_key", ColumnType.TEXT),
                    Column.required("role", ColumnType.TEXT),
                    Column.required("submission", ColumnType.TEXT),
                    Column.required("source_file", ColumnType.TEXT),
                    Column.required("sheet", ColumnType.TEXT),
                    Column.required("row_number", ColumnType.INTEGER),
                    Column.required("shown", ColumnType.TEXT)));

    /** One row a rule and judgement with "" as reason, and one for each reason why rows could not be judged. */
    static final TableShape GAP = new TableShape(
            new TableName("warning", "gap"),
            List.of(
                    Column.required("rule", ColumnType.TEXT),
                    Column.required("judged_at", ColumnType.TIMESTAMP),
                    Column.required("gap", ColumnType.TEXT),
                    Column.required("gap_rows", ColumnType.INTEGER)));

    private WarningTables() {}

    static @Nullable Object[] row(Entry e) {
        Finding f = e.finding();
        return new @Nullable Object[] {
            e.id(),
            e.number(),
            e.at(),
            e.act().kind(),
            e.state().text(),
            e.act().by(),
            e.act().reason(),
            e.isFalseAlarm(),
            f.rule(),
            (long) f.version(),
            f.subjectKey(),
            f.caseKey(),
            f.subject(),
            f.level().labelZh(),
            f.region(),
            f.owner(),
            f.happenedOn(),
            f.summary(),
            e.dates().raisedOn(),
            e.dates().dueOn(),
            e.dates().handledOn(),
            e.digest(),
            e.newRows()
        };
    }

    static Entry entry(@Nullable Object[] row) {
        Finding finding = new Finding(
                text(row[8]),
                Math.toIntExact(number(row[9])),
                text(row[10]),
                text(row[11]),
                text(row[12]),
                Level.ofZh(text(row[13])),
                text(row[14]),
                text(row[15]),
                (LocalDate) row[16],
                text(row[17]));
        return new Entry(
                text(row[0]),
                number(row[1]),
                (Instant) Objects.requireNonNull(row[2]),
                new Entry.Act(text(row[3]), State.parse(text(row[4])), text(row[5]), text(row[6])),
                finding,
                new Entry.Dates(day(row[18]), day(row[19]), (LocalDate) row[20]),
                text(row[21]),
                number(row[22]));
    }

    static @Nullable Object[] row(String id, String digest, EvidenceRow e) {
        return new @Nullable Object[] {
            id, digest, e.fact(), e.key(), e.role(), e.submission(), e.file(), e.sheet(), e.row(), json(e.shown())
        };
    }

    /** @param row as stored, the warning's id and the digest first */
    static EvidenceRow evidence(@Nullable Object[] row) {
        return new EvidenceRow(
                text(row[2]),
                text(row[3]),
                text(row[4]),
                text(row[5]),
                text(row[6]),
                text(row[7]),
                number(row[8]),
                shown(text(row[9])));
    }

    static @Nullable Object[] row(String rule, Instant at, Gap gap) {
        return new @Nullable Object[] {rule, at, gap.reason(), gap.rows()};
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }

    private static long number(@Nullable Object value) {
        return (Long) Objects.requireNonNull(value);
    }

    private static LocalDate day(@Nullable Object value) {
        return (LocalDate) Objects.requireNonNull(value);
    }

    private static String json(Map<String, String> shown) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> cell : shown.entrySet()) {
                json.writeStringField(cell.getKey(), cell.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static SortedMap<String, String> shown(String text) {
        SortedMap<String, String> shown = new TreeMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    shown.put(json.currentName(), json.getText());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return shown;
    }
}
