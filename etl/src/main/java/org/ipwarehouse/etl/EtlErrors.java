package org.ipwarehouse.etl;

import java.io.IOException;
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

    /** Settings of {@code etl/sheets.properties} that cannot be understood. */
    public static Fault sheetRulesUnclear(Path file, String why) {
        return new Fault(Fault.Category.OPERATOR, "读表参数 " + file + " 不能理解。", why, "按文件中的说明改正后重试。");
    }

    /** Settings of {@code etl/archives.properties} that cannot be understood. */
    public static Fault archiveLimitsUnclear(Path file, String why) {
        return new Fault(Fault.Category.OPERATOR, "压缩包参数 " + file + " 不能理解。", why, "按文件中的说明改正后重试。");
    }

    /** A folder of the installation that is not there or cannot be read. */
    public static Fault folderUnreadable(Path folder, Exception cause) {
        return new Fault(Fault.Category.OPERATOR, "读不到文件夹 " + folder + "。", cause, "检查安装目录（ipw.home）是否完整。");
    }

    /** A key that is none. What is wrong is said without the key's text. */
    public static Fault keyUnusable(String where, String why) {
        return new Fault(
                Fault.Category.OPERATOR, "密钥 " + where + " 不可用。", why, "请用备份恢复该密钥文件；不要另造一个同名的，否则已加密的内容打不开、旧令牌对不上。");
    }

    public static Fault keyUnknown(String id, String folder) {
        return new Fault(
                Fault.Category.OPERATOR,
                "密钥目录 " + folder + " 中没有编号为 " + id + " 的密钥。",
                "加密时所用的密钥不在这里",
                "请恢复密钥目录的备份，或在 ipw.yaml 的 privacy.keys 中写对目录。");
    }

    public static Fault keyShared(Path file) {
        return new Fault(
                Fault.Category.OPERATOR,
                "密钥文件 " + file + " 可被本人以外的用户读写，不予使用。",
                "",
                "请执行 chmod 600 " + file + "，并考虑 ipw keys rotate。");
    }

    public static Fault keysInData(Path keys, Path data) {
        return new Fault(
                Fault.Category.OPERATOR,
                "密钥目录 " + keys + " 在数据目录 " + data + " 之内，不予使用。",
                "复制数据就会同时带走密钥",
                "请在 ipw.yaml 的 privacy.keys 中另写一个目录（默认 ~/.config/ipw/keys）。");
    }

    public static Fault keyFolderUnusable(Path folder, Throwable origin) {
        return new Fault(
                Fault.Category.ENVIRONMENT,
                "密钥目录 " + folder + " 无法读写。",
                origin.getClass().getSimpleName(),
                "请检查目录权限，或在 ipw.yaml 的 privacy.keys 中另写一个目录。",
                origin);
    }

    /** Tokens of the lake were made by another key or algorithm: nothing new would match what is held. */
    public static Fault tokensOfAnotherKey(Path record, String held, String now) {
        return new Fault(
                Fault.Category.OPERATOR,
                "数据湖中的令牌用的是 " + held + "，现在的设置是 " + now + "，两者不能比对。",
                "令牌密钥或算法换过（登记在 " + record + "）",
                "请恢复原来的密钥目录和 privacy.tokens 设置；确要更换的，须另建数据目录重新接收全部原件。");
    }

    public static Fault sealBroken(Throwable origin) {
        return new Fault(
                Fault.Category.ENVIRONMENT,
                "加密内容未通过校验，不予解密。",
                "内容被改动、截断或磁盘损坏",
                "请用备份恢复 lake/restricted 或 lake/landing 中的相应文件。",
                origin);
    }

    public static Fault sealedElsewhere(String where) {
        return new Fault(
                Fault.Category.ENVIRONMENT,
                "受控层中 " + where + " 的加密内容不属于这一行，不予解密。",
                "内容被挪到了别的行",
                "请用备份恢复 lake/restricted。");
    }

    public static Fault originalTampered(Path file, Throwable origin) {
        return new Fault(Fault.Category.ENVIRONMENT, "归档区的原件 " + file + " 未通过校验。", origin, "请用备份恢复该文件，或删除它后重新接收原件。");
    }

    public static Fault fileMissing(Path file) {
        return new Fault(Fault.Category.OPERATOR, "找不到文件：" + file + "。", "路径不存在", "请核对路径后重新执行。");
    }

    public static Fault fileIsDirectory(Path file) {
        return new Fault(Fault.Category.OPERATOR, "这是一个文件夹，不是文件：" + file + "。", "", "请指定文件夹中的文件。");
    }

    public static Fault fileUnreadable(Path file, Throwable origin) {
        return new Fault(Fault.Category.OPERATOR, "文件无法读取：" + file + "。", origin, "请检查读取权限，或确认文件没有被其他程序占用。");
    }

    public static Fault originalUnreadable(Throwable origin) {
        return new Fault(Fault.Category.ENVIRONMENT, "归档区的原件无法读取。", origin, "请检查 lake/landing 所在磁盘和读取权限。");
    }

    /** A file from which no contract can be drafted: its form is not read, or it holds no table. */
    public static Fault noTable(Path file, String why, String remedy) {
        return new Fault(Fault.Category.OPERATOR, "从 " + file + " 起草不了约定。", why, remedy);
    }

    public static Fault draftExists(Path file) {
        return new Fault(Fault.Category.OPERATOR, file + " 已经存在，没有改动它。", "", "用 --out 指定另一个目录，或先移走这个文件。");
    }

    public static Fault draftUnwritable(Path folder, IOException cause) {
        return new Fault(Fault.Category.ENVIRONMENT, "草稿写不进 " + folder + "。", cause, "请核对磁盘空间和权限。");
    }

    public static Fault fileChanged(Path file) {
        return new Fault(Fault.Category.OPERATOR, "文件在接收过程中被改动：" + file + "。", "大小、修改时间或内容前后不一致", "请等文件保存或上传完成后再接收。");
    }

    public static Fault landingFailed(Path target, Throwable origin) {
        return new Fault(Fault.Category.ENVIRONMENT, "原件无法存入归档区：" + target + "。", origin, "请检查磁盘空间和写入权限。");
    }

    public static Fault landingDamaged(Path target) {
        return new Fault(
                Fault.Category.ENVIRONMENT, "归档区的原件与其指纹不符：" + target + "。", "归档文件被改动或磁盘损坏", "请用备份恢复该文件，或删除它后重新接收原件。");
    }

    public static Fault rowJudgedWrong(String place, long verdicts) {
        return new Fault(
                Fault.Category.US,
                "程序错误：" + place + " 得到 " + verdicts + " 个判定，应当恰好一个。",
                "判定规则漏判或重判",
                "请把该文件和日志交给维护人员。");
    }

    public static Fault accountOpen(String file, String difference) {
        return new Fault(Fault.Category.US, "文件 " + file + " 的账不平：" + difference + "。", "", "不要使用本批数据，请把日志交给维护人员。");
    }

    public static Fault alreadyRunning(String job) {
        return new Fault(Fault.Category.OPERATOR, "另一个 " + job + " 正在运行。", "同一时间只允许一个运行，以免同一文件被处理两次", "请等它结束后再执行。");
    }

    public static Fault repositoryUnusable(Throwable origin) {
        return new Fault(
                Fault.Category.ENVIRONMENT, "作业库无法使用。", origin, "请检查作业库（默认在数据文件夹的 jobs/ 下）是否被另一个程序占用，或数据库是否可连接。");
    }

    public static Fault jobFailed(String job, List<Throwable> causes) {
        Throwable first = causes.isEmpty() ? new IllegalStateException("no cause recorded") : causes.get(0);
        return new Fault(Fault.Category.US, job + " 没有完成。", first, "请看日志；原因排除后用同样的文件再执行一次，会从中断处继续。");
    }

    public static Fault workFileDamaged(Path file, Throwable origin) {
        return new Fault(Fault.Category.ENVIRONMENT, "作业的中间文件无法读写：" + file + "。", origin, "请检查磁盘空间和权限后重新执行。");
    }

    public static Fault arrivalUnreadable(Path manifest, String text) {
        return new Fault(
                Fault.Category.OPERATOR,
                "演示数据清单 " + manifest + " 中的收到时间无法识别。",
                "“" + text + "”不是时间。",
                "请写成 2026-08-03T01:20:00Z 的形式，或用 ipw sample 重新生成演示数据。");
    }

    public static Fault feedbackFailed(Path file, Throwable origin) {
        return new Fault(Fault.Category.ENVIRONMENT, "回执无法写出：" + file + "。", origin, "请检查磁盘空间，并关闭已打开的同名回执。");
    }
}
