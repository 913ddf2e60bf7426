package org.ipwarehouse.etl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedTextsSpec {

    /** Limits so low that every way to keep texts is gone through. */
    @Test
    void texts_come_back_in_any_order_however_they_are_kept() throws IOException {
        SharedTexts texts = new SharedTexts(5_000, 200_000);
        List<String> all = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = i % 1_000 == 0 ? "长".repeat(30_000) : "卫沙市监立〔2026〕" + random.nextInt() + "号𫖯";
            all.add(text);
            texts.add(text);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        for (int i : order) {
            assertThat(texts.text(i)).isEqualTo(all.get(i));
        }
        assertThat(texts.size()).isEqualTo(20_000);
        assertThatThrownBy(() -> texts.text(20_000)).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> texts.text(-1)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void empty_texts_are_texts_too() throws IOException {
        SharedTexts texts = new SharedTexts(-1, 0);
        texts.add("");
        texts.add("甲");
        texts.add("");
        assertThat(List.of(texts.text(0), texts.text(1), texts.text(2))).containsExactly("", "甲", "");
    }
}
