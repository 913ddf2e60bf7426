package org.ipwarehouse.app.review;

import java.util.List;
import java.util.function.Function;
import org.ipwarehouse.warehouse.api.Linkage.Candidate;

/** The columns of the review sheet, in their order; read back by their names, wherever they stand. */
enum ReviewColumns {
    VERDICT("结论", 10, c -> ""),
    REASON("理由", 24, Candidate::note),
    WEIGHT("权重", 8, c -> c.weight().toPlainString()),
    PROBABILITY("概率", 12, c -> c.probability().toPlainString()),
    LEFT_NAME("甲：名称", 34, c -> c.left().name()),
    RIGHT_NAME("乙：名称", 34, c -> c.right().name()),
    LEFT_CODE("甲：信用代码", 22, c -> c.left().code()),
    RIGHT_CODE("乙：信用代码", 22, c -> c.right().code()),
    LEFT_ADDRESS("甲：地址", 34, c -> c.left().address()),
    RIGHT_ADDRESS("乙：地址", 34, c -> c.right().address()),
    LEFT_TOWNSHIP("甲：乡镇", 12, c -> c.left().township()),
    RIGHT_TOWNSHIP("乙：乡镇", 12, c -> c.right().township()),
    LEFT_SOURCES("甲：来源", 14, c -> c.left().sources()),
    RIGHT_SOURCES("乙：来源", 14, c -> c.right().sources()),
    EVIDENCE("依据（正数支持，负数反对）", 70, Candidate::reasons),
    LEFT_KEY("甲：主体键", 24, c -> c.left().key()),
    RIGHT_KEY("乙：主体键", 24, c -> c.right().key());

    /** Without these a row cannot be understood. */
    static final List<ReviewColumns> NEEDED = List.of(VERDICT, LEFT_KEY, RIGHT_KEY);

    private final String title;
    private final int width;
    private final Function<Candidate, String> value;

    ReviewColumns(String title, int width, Function<Candidate, String> value) {
        this.title = title;
        this.width = width;
        this.value = value;
    }

    String title() {
        return title;
    }

    /** In characters. */
    int width() {
        return width;
    }

    String of(Candidate candidate) {
        return value.apply(candidate);
    }
}
