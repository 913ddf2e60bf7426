package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class LakeRestrictedSpec {
    private static final Delivery MARCH = DrawnFile.of("a", 3, "案1 x k1.a", "案2 x k1.b", "! bad k1.c");
    private static final Delivery APRIL = DrawnFile.of("b", 4, "案3 x k2.d");

    @TempDir
    Path temp;

    private KernelTables tables;
    private LakeRestricted restricted;

    @BeforeEach
    void storeTwoMonths() {
        tables = new KernelTables(new Lake(temp.resolve("lake"), temp.resolve("apart")));
        restricted = new LakeRestricted(tables);
        LakeIntake intake = new LakeIntake(tables, batch -> new SiftedHere(tables, batch), step -> {});
        intake.store(List.of(MARCH), progress -> {});
        intake.store(List.of(APRIL), progress -> {});
    }

    @Test
    void Every_row_is_sealed_anew_by_the_key_that_it_does_not_have_yet() {
        List<String> replaced = new ArrayList<>();
        long rows = restricted.replace("k2", old -> {
            replaced.add(old);
            return "k2." + old.substring(3).repeat(2);
        });
        assertThat(rows).isEqualTo(3);
        assertThat(replaced).containsExactlyInAnyOrder("k1.a", "k1.b", "k1.c");
        assertThat(restricted.keys()).isEqualTo(Map.of("k2", 4L));
        assertThat(restricted.sealed(MARCH.submission().sha256(), new Origin("3月", 3)))
                .contains("k2.bb");
        assertThat(restricted.sealed(APRIL.submission().sha256(), new Origin("3月", 2)))
                .contains("k2.d");
        assertThat(restricted.replace("k2", old -> "k2.never")).isZero();
    }

    @Test
    void The_old_seals_are_gone_from_the_disk() throws IOException {
        assertThat(files()).anyMatch(text -> text.contains("k1.a"));
        restricted.replace("k2", old -> "k2.new");
        assertThat(files()).isNotEmpty().noneMatch(text -> text.contains("k1.a"));
    }

    @Test
    void A_seal_by_another_key_than_the_one_that_was_named_changes_nothing() {
        assertThatThrownBy(() -> restricted.replace("k2", old -> "k3.x"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("k3");
        assertThat(restricted.keys()).isEqualTo(Map.of("k1", 3L, "k2", 1L));
    }

    @Test
    void The_layer_lies_where_it_was_put_and_is_not_listed_with_the_other_tables() {
        assertThat(temp.resolve("apart/row/_delta_log")).isDirectory();
        assertThat(tables.lake().tables()).isNotEmpty().noneMatch(table -> table.layer()
                .equals("restricted"));
    }

    /** The layer's files as text: the seals of the tests are too short to be compressed away. */
    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(temp.resolve("apart"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return texts;
        }
    }
}
