package org.ipwarehouse.etl.read;

import org.ipwarehouse.warehouse.api.Rejection;

/** Why a row cannot be judged: what it says is not certain. */
enum RowDamage {
    ENCODING("ENCODING_IRREVERSIBLE", "该行含有无法还原的乱码。请从原系统重新导出（UTF-8 或 .xlsx），不要用文本编辑器转存。"),
    QUOTES("ROW_BROKEN", "该行有引号没有配对，各列从哪里到哪里无法确定。请改正该行的引号，或另存为 .xlsx 后重报。"),
    TOO_LONG("ROW_BROKEN", "该行超过 8 MB 或列数超过 16384，多半是换行或引号丢失。请从原系统重新导出。");

    private final String code;
    private final String message;

    RowDamage(String code, String message) {
        this.code = code;
        this.message = message;
    }

    Rejection rejection() {
        return new Rejection(code, "", "", message);
    }
}
