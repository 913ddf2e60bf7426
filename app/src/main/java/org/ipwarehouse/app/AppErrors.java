package org.ipwarehouse.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Fault.Category;

/** The faults of the command itself: problem, cause, remedy. */
public final class AppErrors {
    private AppErrors() {}

    public static Fault usage(String problem) {
        return new Fault(Category.OPERATOR, problem, "", "");
    }

    public static Fault setting(Path file, int line, String problem) {
        return new Fault(Category.OPERATOR, file + ":" + line + "：" + problem, "", "");
    }

    public static Fault noSuchFile(Path file, String what) {
        return new Fault(Category.OPERATOR, "找不到" + what + " " + file, "", "请核对路径。");
    }

    public static Fault wouldOverwrite(Path file) {
        return new Fault(Category.OPERATOR, file + " 已经存在，没有写。", "里面可能有填好的结论", "请换一个文件名，或先把它移走。");
    }

    public static Fault unreadable(Path file, IOException origin) {
        return new Fault(Category.ENVIRONMENT, "读不了 " + file, origin, "请核对文件权限。");
    }

    public static Fault unwritable(Path file, IOException origin) {
        return new Fault(Category.ENVIRONMENT, "写不了 " + file, origin, "请核对磁盘空间和权限。");
    }

    /** @param nearest valid words, the likeliest first */
    public static Fault unknown(String what, String given, List<String> nearest) {
        String remedy = nearest.isEmpty() ? "" : "是否指：" + String.join("、", nearest);
        return new Fault(Category.OPERATOR, "没有" + what + " '" + given + "'。", "", remedy);
    }

    public static Fault notBuilt(Path lake) {
        return new Fault(Category.OPERATOR, lake + " 里还没有指标。", "", "请先运行 ipw ingest 文件… 和 ipw build（或 ipw demo）。");
    }

    public static Fault noQuarter(java.time.YearMonth from, java.time.YearMonth through) {
        return new Fault(
                Category.OPERATOR, from + " 至 " + through + " 之间没有完整的季度，不能编制公报。", "", "请核对 first_month 和 through。");
    }

    public static Fault alreadyRunning(Path lock, String holder) {
        return new Fault(
                Category.OPERATOR,
                "另一个 ipw 正在此数据目录上工作（" + holder + "）。",
                "同一时间只运行一个",
                "请等它结束再试；锁文件 " + lock + " 不必删除，进程结束即失效。");
    }

    public static Fault olderTokens(Path key) {
        return new Fault(
                Category.OPERATOR,
                "此数据目录的令牌由旧版程序用 " + key + " 生成，与现在的密钥不能比对。",
                "旧版把密钥放在数据目录内",
                "请另建数据目录（--data）重新接收原件；确认后销毁旧目录及其密钥。");
    }

    public static Fault nothingSealed(String submission, String row) {
        return new Fault(
                Category.OPERATOR, "受控层中没有 " + submission + " " + row + " 的内容。", "", "请核对文件指纹、工作表和行号；没有个人信息的行不在受控层。");
    }

    public static Fault sealedUnreadable(String where) {
        return new Fault(Category.ENVIRONMENT, "受控层中 " + where + " 的内容不是本系统加密的形式。", "", "请用备份恢复 lake/restricted。");
    }

    public static Fault jobStore(String url, Exception origin) {
        return new Fault(Category.ENVIRONMENT, "连不上作业记录库 " + url, origin, "请核对 ipw.yaml 的 jobs。");
    }

    /** @param origin what failed for want of space, which may speak of something else */
    public static Fault diskFull(Path folder, long left, Exception origin) {
        return new Fault(
                Category.ENVIRONMENT,
                folder + " 所在磁盘空间不足，只剩 " + left / 1024 + " KiB。",
                origin,
                "已收下的不会丢失；腾出磁盘空间后再运行一次，即从中断处继续。");
    }

    public static Fault jobFailed(String job, String cause) {
        return new Fault(Category.US, "作业 " + job + " 失败", cause, "再运行一次即从中断处继续。");
    }

    public static Fault noReview(Path file, List<String> columns) {
        return new Fault(
                Category.OPERATOR,
                file + " 里没有候选表。",
                "没有一张工作表的前几行有这些列：" + String.join("、", columns),
                "请用 ipw link review --out 写出的工作簿，不要改列名。");
    }

    public static Fault notAWorkbook(Path file, RuntimeException origin) {
        return new Fault(Category.OPERATOR, file + " 不是可读的 .xlsx 工作簿。", origin, "请另存为 .xlsx 后再试。");
    }

    public static Fault verdictsUnclear(Path file, List<String> rows) {
        String some = String.join("、", rows.subList(0, Math.min(10, rows.size())));
        return new Fault(
                Category.OPERATOR,
                file + " 有 " + rows.size() + " 行的结论看不懂：" + some + "。",
                "结论只能是 同一、不同、待定；两个主体键不能空白，也不能相同。",
                "改正后再收一次；本次没有收下任何结论。");
    }
}
