package org.ipwarehouse.warehouse.internal.linkage;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** One way of writing for what is written in several: widths, compatibility forms, traditional characters. */
final class NameText {
    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';

    private static final UDF1<String, String> PLAIN = NameText::plainText;
    private static final UDF1<String, String> SIMPLIFIED = NameText::simplifiedText;
    private static final UserDefinedFunction PLAIN_FUNCTION = functions.udf(PLAIN, DataTypes.StringType);
    private static final UserDefinedFunction SIMPLIFIED_FUNCTION = functions.udf(SIMPLIFIED, DataTypes.StringType);

    private NameText() {}

    static Column plain(Column text) {
        return PLAIN_FUNCTION.apply(text);
    }

    static Column simplified(Column text) {
        return SIMPLIFIED_FUNCTION.apply(text);
    }

    /** Unicode NFKC: （Ａ） becomes (A). */
    static @Nullable String plainText(@Nullable String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Traditional characters by simplified ones, one by one: 寧夏 becomes 宁夏. */
    static @Nullable String simplifiedText(@Nullable String text) {
        if (text == null) {
            return null;
        }
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] >= FIRST && characters[i] <= LAST) {
                characters[i] = Table.SIMPLE[characters[i] - FIRST];
            }
        }
        return new String(characters);
    }

    /** The library's answers for single characters, asked once: its word segmentation is not wanted for names. */
    private static final class Table {
        static final char[] SIMPLE = new char[LAST - FIRST + 1];

        static {
            for (char c = FIRST; c <= LAST; c++) {
                SIMPLE[c - FIRST] = simple(c);
            }
        }

        private static char simple(char c) {
            List<String> simple = ZhConverterUtil.toSimple(c);
            boolean isOne = simple != null && !simple.isEmpty() && simple.get(0).length() == 1;
            return isOne ? simple.get(0).charAt(0) : c;
        }
    }
}
