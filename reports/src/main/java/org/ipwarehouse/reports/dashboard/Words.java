package org.ipwarehouse.reports.dashboard;

import java.util.Set;
import org.ipwarehouse.reports.SpecNode;

/** Reads {@code {zh: …, en: …}} that must fit its place. */
final class Words {
    private Words() {}

    /** @param mostZh, mostEn characters that the place holds on a narrow screen */
    static Bilingual of(SpecNode node, int mostZh, int mostEn) {
        node.entries(Set.of("zh", "en"));
        return new Bilingual(text(node.child("zh"), mostZh), text(node.child("en"), mostEn));
    }

    private static String text(SpecNode node, int most) {
        String text = node.text();
        if (text.isEmpty()) {
            throw node.mistake("这里不能为空。", "写上文字。");
        }
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            throw node.mistake("“" + text + "”有" + length + "个字符，这个位置最多" + most + "个。", "写短一些。");
        }
        return text;
    }
}
