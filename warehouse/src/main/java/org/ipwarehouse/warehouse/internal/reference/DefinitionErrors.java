package org.ipwarehouse.warehouse.internal.reference;

import java.io.IOException;
import java.nio.file.Path;
import org.ipwarehouse.warehouse.api.Fault;

/** Faults in the files that analysts maintain; each names the file and, where there is one, the line. */
public final class DefinitionErrors {
    private DefinitionErrors() {}

    public static Fault unreadable(Path file, IOException origin) {
        return new Fault(Fault.Category.OPERATOR, "无法读取定义文件 " + file + "。", origin, "请检查安装目录是否完整、文件是否可读。");
    }

    public static Fault wrong(Path file, int line, String mistake, String remedy) {
        return new Fault(Fault.Category.OPERATOR, file + ":" + line + " " + mistake + "。", "", remedy);
    }

    public static Fault wrong(Path file, int line, String mistake, String remedy, Exception origin) {
        return new Fault(
                Fault.Category.OPERATOR,
                file + ":" + line + " " + mistake + "。",
                sentence(String.valueOf(origin.getMessage())),
                remedy,
                origin);
    }

    /** What Spark says of a query is followed by the whole plan, which helps nobody who corrects a file. */
    private static String sentence(String message) {
        return message.replaceFirst("(?s);? line \\d+ pos \\d+;.*", "").replaceFirst("(?s)[;\\s]*\\R.*'Project.*", "");
    }
}
