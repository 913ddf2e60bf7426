package org.ipwarehouse.samples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.ipwarehouse.samples.record.Archive;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Fault.Category;

/** Everything that can stop the making of samples. */
final class SampleErrors {
    private SampleErrors() {}

    static Fault rows(long rows) {
        return new Fault(
                Category.OPERATOR,
                "不能生成 " + rows + " 行演示数据。",
                "行数须在 " + SampleRequest.FEWEST + " 与 " + SampleRequest.MOST + " 之间。",
                "改用 --rows 20000 这样的行数。");
    }

    static Fault defectRate(BigDecimal rate) {
        return new Fault(
                Category.OPERATOR,
                "缺陷率 " + rate.toPlainString() + " 不可用。",
                "缺陷率须在 0 与 0.5 之间。",
                "例如 --defects 0.01 表示百分之一的行有缺陷。");
    }

    static Fault source(String source) {
        return new Fault(
                Category.OPERATOR,
                "没有来源 " + source + " 的演示数据。",
                "可生成的来源：" + String.join("、", Archive.sources()) + "。",
                "改正 --source 后重试。");
    }

    static Fault contract(String source, Path home) {
        return new Fault(
                Category.OPERATOR,
                "找不到来源 " + source + " 的约定。",
                home.resolve("etl/contracts") + " 中没有 " + source + " 开头的文件。",
                "检查安装目录是否完整。");
    }

    static Fault notEmpty(Path folder) {
        return new Fault(
                Category.OPERATOR, "文件夹 " + folder + " 里已有文件。", "演示数据不与别的文件放在一起，也不覆盖别的文件。", "换一个空文件夹，或先移走其中的文件。");
    }

    static Fault writing(Path path, IOException e) {
        return new Fault(Category.ENVIRONMENT, "写不了 " + path + "。", e, "检查磁盘空间与写权限。");
    }
}
