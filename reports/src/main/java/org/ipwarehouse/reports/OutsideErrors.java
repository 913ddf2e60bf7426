package org.ipwarehouse.reports;

import java.util.List;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Fault.Category;

/** Faults of the servers that reports are handed to, Superset and PostgreSQL: problem, cause, remedy. */
public final class OutsideErrors {
    private OutsideErrors() {}

    // ---- PostgreSQL -------------------------------------------------------------------------------------------------

    public static Fault servingDown(String place, Throwable origin) {
        return new Fault(
                Category.ENVIRONMENT,
                "连不上 PostgreSQL " + place + "。",
                firstLine(origin),
                "请检查服务是否启动，以及 ipw.yaml 中 serving 的地址、用户和口令。",
                origin);
    }

    public static Fault servingFailed(String what, Throwable origin) {
        return new Fault(
                Category.ENVIRONMENT,
                "PostgreSQL：" + what + "没有完成，原有的表没有改动。",
                firstLine(origin),
                "排除原因后再运行一次。",
                origin);
    }

    public static Fault readerRefused(String role, Throwable origin) {
        return new Fault(
                Category.OPERATOR,
                "只读角色 " + role + " 登录不了 PostgreSQL。",
                firstLine(origin),
                "请把 serving 中该角色的口令改成数据库里的口令（角色已存在时 ipw 不改它的口令）。",
                origin);
    }

    public static Fault publisherBusy(String holder) {
        return new Fault(
                Category.OPERATOR,
                "另一个 ipw 正在发布到 Superset（" + holder + "）。",
                "同一时间只能有一个发布者",
                "请等它结束后再试；对方中断后锁自动释放，不必清理。");
    }

    // ---- Superset ---------------------------------------------------------------------------------------------------

    public static Fault supersetDown(String url, Throwable origin) {
        return new Fault(
                Category.ENVIRONMENT,
                "连不上 Superset " + url + "。",
                firstLine(origin),
                "请检查服务是否启动、地址是否正确；中断的发布再运行一次 ipw superset apply 即可补齐。",
                origin);
    }

    public static Fault supersetVersion(String url, String found, String wanted) {
        return new Fault(
                Category.OPERATOR,
                "Superset " + url + " 的版本是 " + (found.isEmpty() ? "未知" : found) + "，本程序支持 " + wanted + "。",
                "各版本的导入格式和接口不同",
                "请升级 Superset；没有改动任何对象。");
    }

    public static Fault notASuperset(String url, String cause) {
        return new Fault(Category.OPERATOR, url + " 不像是 Superset。", cause, "请核对 ipw.yaml 中 superset.url。");
    }

    public static Fault supersetPassword(String user) {
        return new Fault(
                Category.OPERATOR,
                "Superset 不接受用户 " + user + " 的口令。",
                "用户名或口令不对，或者该用户由单点登录管理（接口登录只认本地或 LDAP 用户）",
                "请核对 superset.user 和口令文件（或环境变量 IPW_SUPERSET_PASSWORD）。");
    }

    public static Fault supersetForbidden(String user, String what) {
        return new Fault(
                Category.OPERATOR,
                "Superset 用户 " + user + " 没有权限：" + what + "。",
                "发布需要 Admin 角色",
                "请给该用户 Admin 角色，或换一个用户。");
    }

    public static Fault supersetRefused(String what, int status, String reason) {
        return new Fault(
                Category.ENVIRONMENT,
                "Superset 没有完成：" + what + "（HTTP " + status + "）。",
                reason,
                "导入在 Superset 里是一个事务，未完成的导入不留下半截；排除原因后再运行 ipw superset apply。");
    }

    public static Fault supersetBusy(String what, int tries) {
        return new Fault(
                Category.ENVIRONMENT,
                "Superset 一直忙：" + what + "（试了 " + tries + " 次，HTTP 429）。",
                "超过了它的访问频率限制",
                "请稍后再试，或调高 Superset 的 RATELIMIT_APPLICATION。");
    }

    public static Fault drifted(List<String> objects) {
        return new Fault(
                Category.OPERATOR,
                "Superset 里有 " + objects.size() + " 个对象被手工改过：" + String.join("；", objects) + "。",
                "直接发布会覆盖这些改动",
                "保留手工改动：ipw superset apply --adopt；恢复为定义：ipw superset apply --revert。本次没有改动任何对象。");
    }

    public static Fault interrupted(Throwable origin) {
        return new Fault(Category.OPERATOR, "等待 Superset 时被中断。", "", "再运行一次。", origin);
    }

    private static String firstLine(Throwable origin) {
        String message = origin.getMessage();
        String text = message == null || message.isBlank() ? origin.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse(text);
    }
}
