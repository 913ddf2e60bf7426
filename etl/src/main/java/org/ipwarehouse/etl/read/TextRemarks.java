package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Origin;

/** What was decided about a text file, where it is not plain UTF-8 with commas or tabs. */
final class TextRemarks {
    private TextRemarks() {}

    static List<Remark> of(TextDialect dialect) {
        List<Remark> remarks = new ArrayList<>();
        Transcript transcript = dialect.transcript();
        if (transcript.undo()) {
            remarks.add(remark("ENCODING_REPAIRED", "文件是 UTF-8 被当作 GBK 打开后另存的，已逐字还原；还原不了的行已退回。请从原系统重新导出，不要用文本编辑器转存。"));
        } else if (!transcript.isNone() || dialect.code() != TextCode.UTF_8) {
            String charset = transcript.isNone() ? dialect.code().charset().name() : transcript.charset();
            remarks.add(remark("ENCODING_DECIDED", "文件按 " + charset + " 编码读取：" + reason(charset) + "。"));
        }
        if (transcript.delimiter() != '\0') {
            remarks.add(remark("DELIMITER_DECIDED", "列之间用“" + transcript.delimiter() + "”分隔，已按此读取。"));
        }
        return List.copyOf(remarks);
    }

    private static String reason(String charset) {
        return charset.startsWith("UTF-16") ? "有字节序标记，或零字节都在同一侧" : "没有字节序标记，不合 UTF-8 的字节规则，合 GB18030 的规则";
    }

    private static Remark remark(String code, String message) {
        return new Remark(code, new Origin("", 0), message);
    }
}
