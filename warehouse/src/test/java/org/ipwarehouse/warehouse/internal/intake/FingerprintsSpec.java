package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.internal.intake.ArrivedKeys.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class FingerprintsSpec {

    @TempDir
    Path folder;

    @Test
    void A_key_has_all_entries_that_were_added_however_often_the_table_grew() {
        Fingerprints prints = new Fingerprints(folder);
        Map<String, TreeSet<Integer>> expected = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            String text = "案" + random.nextInt(150_000);
            Fingerprints.Key key = Fingerprints.Key.of(text);
            prints.table(key).add(key.high(), key.low(), -i, i);
            expected.computeIfAbsent(text, t -> new TreeSet<>()).add(i);
        }
        expected.forEach((text, numbers) -> assertThat(words(prints, text)).isEqualTo(numbers));
        assertThat(words(prints, "案150000")).isEmpty();
        assertThat(folder).as("mapped files have no names").isEmptyDirectory();
    }

    private static TreeSet<Integer> words(Fingerprints prints, String text) {
        Fingerprints.Key key = Fingerprints.Key.of(text);
        HashSlots table = prints.table(key);
        TreeSet<Integer> words = new TreeSet<>();
        for (int slot = table.find(key.high(), key.low());
                slot != HashSlots.NONE;
                slot = table.findNext(slot, key.high(), key.low())) {
            assertThat(table.content(slot)).isEqualTo(-table.word(slot));
            words.add(table.word(slot));
        }
        return words;
    }

    @Test
    void A_row_is_the_first_of_its_key_repeats_it_or_contradicts_it() {
        ArrivedKeys keys = new ArrivedKeys(folder);
        Fingerprints.Key one = Fingerprints.Key.of("案1");
        Fingerprints.Key two = Fingerprints.Key.of("案2");
        assertThat(keys.meet(one, 7, 0)).isEqualTo(Kind.FIRST);
        assertThat(keys.meet(two, 7, 1)).isEqualTo(Kind.FIRST);
        assertThat(keys.meet(one, 7, 2)).isEqualTo(Kind.REPEATED);
        assertThat(keys.meet(two, 7, 3)).isEqualTo(Kind.REPEATED);
        assertThat(keys.hasConflicts()).isFalse();
        assertThat(keys.meet(one, 8, 5)).isEqualTo(Kind.CONFLICTING);
        // what repeats the first is in conflict too, once there is a second
        assertThat(keys.meet(one, 7, 6)).isEqualTo(Kind.CONFLICTING);

        assertThat(keys.isConflicting(one)).isTrue();
        assertThat(keys.isConflicting(two)).isFalse();
        // the first of 案1 in split 0, its repeat in 2, the contradictions in 5 and 6
        assertThat(keys.splitsInConflict().stream()).containsExactly(0, 2, 5, 6);
        keys.close();
    }
}
