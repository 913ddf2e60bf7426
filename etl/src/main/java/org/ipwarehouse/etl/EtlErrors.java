package org.ipwarehouse.etl;

import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.warehouse.api.Fault;

/** Every fault of this module: problem, cause and remedy in one place. One factory for each error. */
public final class EtlErrors {

    private EtlErrors() {}

    /** Contracts or code lists that cannot be understood; each mistake names file and line. */
    public static Fault contractsUnclear(List<String> mistakes) {
        return new Fault(
                Fault.Category.OPERATOR,
                "数据约定或码表有" + mistakes.size() + "处不能理解。",
                "\n  " + String.join("\n  ", mistakes) + "\n",
                "按所示文件和行号改正后重试。");
    }

    /** A folder of the installation that is not there or cannot be read. */
    public static Fault folderUnreadable(Path folder, Exception cause) {
        return new Fault(
                Fault.Category.OPERATOR,
                "读不到文件夹 " + folder + "。",
                String.valueOf(cause.getMessage()),
                "检查安装目录（ipw.home）是否完整。",
                cause);
    }

    /** A key file for tokens that holds no usable key. */
    public static Fault tokenKeyUnusable(String where, String why) {
        return new Fault(
                Fault.Category.OPERATOR,
                "令牌密钥 " + where + " 不可用。",
                why,
                "密钥文件应只有一行，至少64位十六进制数字；不要更换已在使用的密钥，否则旧令牌不再对应。");
    }
}
