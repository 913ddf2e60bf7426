package org.ipwarehouse.warehouse.internal;

import java.nio.file.Path;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Fault.Category;
import org.ipwarehouse.warehouse.api.TableName;

/** Every fault of the warehouse: the problem, its cause, its remedy. */
public final class WarehouseErrors {

    private WarehouseErrors() {}

    public static Fault queryOnly() {
        return new Fault(Category.OPERATOR, "这里只能查询，不能改动数据、设置或文件。", "写的不是查询语句。", "请写以 SELECT 或 WITH 开头的查询。");
    }

    public static Fault queryWrong(Throwable origin) {
        String cause = String.valueOf(origin.getMessage()).lines().findFirst().orElse("");
        return new Fault(Category.OPERATOR, "查询有误。", cause, "请核对表名、列名与写法；不带参数运行 ipw sql 可列出指标视图。", origin);
    }

    public static Fault noWarning(String id) {
        return new Fault(Category.OPERATOR, "没有预警 '" + id + "'。", "", "用 ipw warnings 查看编号。");
    }

    public static Fault warningStands(String id, String state) {
        return new Fault(Category.OPERATOR, "预警 " + id + " 是“" + state + "”，不能这样处理。", "", "确认只对新的预警；误报、关闭只对新的或已确认的预警。");
    }

    public static Fault tableMissing(TableName table, Object folder) {
        return new Fault(
                Category.OPERATOR,
                "没有数据表 " + table + "（" + folder + "）。",
                "数据湖中尚未写入该表，或 --data 指向了别的目录。",
                "先运行 ipw ingest 或 ipw build，或改正 --data。");
    }

    public static Fault tableUnreadable(TableName table, Throwable origin) {
        return new Fault(Category.ENVIRONMENT, "数据表 " + table + " 读取失败。", origin, "检查磁盘与目录权限；若文件被手工改动，请从备份恢复该表目录。");
    }

    public static Fault tableUnwritable(TableName table, Throwable origin) {
        return new Fault(Category.ENVIRONMENT, "数据表 " + table + " 写入失败。", origin, "检查磁盘空间与目录权限后重新运行；已写入的部分不会重复写入。");
    }

    public static Fault columnMissing(TableName table, String column) {
        return new Fault(Category.US, "数据表 " + table + " 没有列 " + column + "。", "表由较早的版本写成，或列名写错。", "升级后重新入库，或改正列名。");
    }

    public static Fault folderUnwritable(String folder, Throwable origin) {
        return new Fault(Category.ENVIRONMENT, "目录 " + folder + " 不能写入。", origin, "检查目录权限与磁盘空间，或用 --data 指定别的目录。");
    }

    public static Fault shapeConflict(TableName table, String column, String held, String asked) {
        return new Fault(
                Category.US,
                "数据表 " + table + " 的列 " + column + " 与定义不一致。",
                "表中为 " + held + "，定义为 " + asked + "；只能增加列，不能改变或删除已有的列。",
                "恢复原定义，或用新表名保存新结构。");
    }

    public static Fault valueMisfit(
            TableName table, String column, String expected, String value, RuntimeException origin) {
        return new Fault(
                Category.US,
                "数据表 " + table + " 的列 " + column + " 收到不合类型的值。",
                "应为 " + expected + "，收到 " + value + "（" + origin.getMessage() + "）。",
                "这是程序缺陷，请连同本行信息报告。",
                origin);
    }

    public static Fault valueMissing(TableName table, String column) {
        return new Fault(Category.US, "数据表 " + table + " 的必填列 " + column + " 收到空值。", "该列声明为不可为空。", "这是程序缺陷，请连同本行信息报告。");
    }

    public static Fault accountOpen(String file, String numbers) {
        return new Fault(
                Category.US,
                "文件 " + file + " 的行数不闭合：" + numbers + "。",
                "读入行数应等于入库、隔离、重复三者之和，且与表中读回的行数一致。",
                "该批次未登记，请保留文件与日志并报告；修复后重新运行即可，不会重复入库。");
    }

    public static Fault sealedByOther(String asked, String found) {
        return new Fault(
                Category.US, "受控层换钥时收到另一把密钥的密文。", "应为密钥 " + asked + "，收到 " + found + "。", "这是程序缺陷，请报告；受控层保持换钥之前的样子。");
    }

    public static Fault sourcesMixed(String first, String other) {
        return new Fault(Category.US, "一次入库收到两个来源的文件：" + first + " 与 " + other + "。", "每次入库只处理一个来源。", "按来源分组后分别入库。");
    }

    public static Fault fileUnreadable(String file, Throwable origin) {
        return new Fault(Category.ENVIRONMENT, "文件 " + file + " 读取失败。", origin, "检查文件是否完整、是否有读取权限，然后重新运行。");
    }

    public static Fault interrupted(String file, Throwable origin) {
        return new Fault(Category.OPERATOR, "文件 " + file + " 的入库被中止。", "收到停止信号。", "重新运行即可，已入库的部分不会重复。", origin);
    }

    public static Fault evidenceDiffers(String figure, String part, String numbers) {
        return new Fault(
                Category.US,
                "指标 " + figure + " 的明细与数字不一致（" + part + "：" + numbers + "）。",
                "明细按同一定义重新计算，应当重现数字；数据湖可能在构建之后又有变化。",
                "先运行 ipw build 再查；仍不一致请报告。");
    }

    public static Fault noSourceShape(TableName table) {
        return new Fault(
                Category.OPERATOR,
                "模型要读 " + table + "，但没有这张表，也没有合同说明它的列。",
                "etl/contracts 中缺少对应来源的合同。",
                "补上合同，或从 warehouse/models 中去掉该模型。");
    }

    public static Fault dataMissing(Path file) {
        return new Fault(Category.OPERATOR, "找不到数据文件 " + file + "。", "", "请核对路径。");
    }

    public static Fault columnsMissing(Path file, Object missing, Object found, Path spec) {
        return new Fault(
                Category.OPERATOR,
                "数据文件 " + file + " 缺少列 " + missing + "。",
                "链接定义 " + spec + "（及 --truth）要用这些列；文件中有 " + found + "。",
                "请改正列名，或改 fields 的 from。");
    }

    public static Fault oneOrTwoFiles(int given) {
        return new Fault(Category.OPERATOR, "--data 给了 " + given + " 个文件。", "", "一个文件：文件内找重复；两个文件：两者之间链接。");
    }

    public static Fault linkedTwice(String left, String right, Object codes) {
        return new Fault(
                Category.OPERATOR,
                "不能把 " + left + " 与 " + right + " 确认为同一主体。",
                "这样会把几个信用代码并成一个主体：" + codes + "。",
                "请核对结论列；先前确认有误的，先改为“不同”。本次结论都没有保存。");
    }

    public static Fault notPublic(String what) {
        return new Fault(Category.OPERATOR, what + "不对外公布。", "公众只能看到经过披露控制的数字。", "单位内部使用请不要加公开选项。");
    }

    public static Fault noRelease(String id, java.util.List<String> known) {
        return new Fault(
                Category.OPERATOR,
                "没有版次 '" + id + "'。",
                known.isEmpty() ? "还没有编制过。" : "已有：" + String.join("、", known) + "。",
                "用 ipw release list 查看编号。");
    }

    public static Fault releaseStands(String id, String state, String deed) {
        return new Fault(
                Category.OPERATOR,
                "版次 " + id + " 的状态是“" + state + "”，不能" + deed + "。",
                "",
                "顺序是：编制（draft）→ 审核（review）→ 签发（sign）；签发后只能撤回（withdraw）或更正（correct）。");
    }

    public static Fault ownWork(String id, String role, String writer) {
        return new Fault(
                Category.OPERATOR,
                "版次 " + id + " 的编制人是 " + writer + "，不能又作" + role + "。",
                "编制与审核、签发须由不同的人。",
                "请由他人操作。");
    }

    public static Fault reasonMissing(String deed) {
        return new Fault(Category.OPERATOR, deed + "须说明原因。", "原因要写进公告。", "请用 --reason 写明。");
    }

    public static Fault signedAlready(String id) {
        return new Fault(
                Category.OPERATOR,
                "本期已签发 " + id + "。",
                "签发的版次不能改写。",
                "有误请用 ipw release correct " + id + " --reason … 编制更正版。");
    }

    public static Fault noDocuments(String id) {
        return new Fault(Category.OPERATOR, "版次 " + id + " 还没有文件。", "编制时中断了。", "请重新编制（draft）。");
    }

    public static Fault releaseChanged(String id, java.util.List<String> changed) {
        return new Fault(
                Category.OPERATOR,
                "版次 " + id + " 与登记的不一致：" + String.join("；", changed) + "。",
                "编制之后有人改动了文件或数字。",
                "请重新编制（draft）、审核。");
    }

    public static Fault definitionsUnreadable(String id, Throwable origin) {
        return new Fault(
                Category.ENVIRONMENT,
                "版次 " + id + " 存下的口径读不出来。",
                origin,
                "用编制它的那一版程序（ipw release show " + id + "）重新生成；已发布的文件和冻结的数字不受影响。");
    }

    public static Fault nothingToRelease() {
        return new Fault(Category.OPERATOR, "还没有构建过指标，没有可编制的数字。", "", "先运行 ipw build。");
    }

    public static Fault noFiguresOf(Object period) {
        return new Fault(Category.OPERATOR, "没有 " + period + " 的数字，不能编制该期。", "", "请核对期间，或先运行 ipw build。");
    }
}
