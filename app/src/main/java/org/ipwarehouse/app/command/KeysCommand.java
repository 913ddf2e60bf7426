package org.ipwarehouse.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.wiring.Vault;
import org.ipwarehouse.app.wiring.Vault.KeyStanding;
import org.ipwarehouse.app.wiring.Vault.Resealed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What keys there are, a new one, and everything under the new one. */
@Command(
        name = "keys",
        description = {
            "密钥：status 现状；rotate 启用新的加密密钥（旧的仍能解密）；reseal 用现行密钥重新加密归档原件和受控层。",
            "Keys: status; rotate puts a new sealing key into use; reseal encrypts everything anew by it."
        })
final class KeysCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "status|rotate|reseal",
            description = {"要做的事", "what to do"})
    Work work = Work.STATUS;

    /** What can be done with keys. */
    enum Work {
        STATUS,
        ROTATE,
        RESEAL
    }

    KeysCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Vault vault = desk.rooms().vault(place.settings(desk), desk.clock().instant());
        switch (work) {
            case STATUS -> desk.print(table(vault.keys()));
            case ROTATE -> desk.print("已启用新的加密密钥 " + vault.rotate() + "。旧密钥仍须保留；执行 ipw keys reseal 后旧内容改用新密钥。请备份密钥目录。");
            case RESEAL -> {
                Resealed done = vault.reseal(desk::note);
                desk.print("重新加密：受控层 " + done.rows() + " 行，归档原件 " + done.originals() + " 个。");
            }
        }
        return 0;
    }

    private static List<String> table(List<KeyStanding> keys) {
        TextTable table = new TextTable(List.of("用途", "编号", "状态", "受控层行数", "归档原件数"));
        for (KeyStanding key : keys) {
            table.row(List.of(
                    key.purpose().equals("token") ? "令牌" : "加密",
                    key.id().isEmpty() ? "（未加密）" : key.id(),
                    standing(key),
                    String.valueOf(key.rows()),
                    String.valueOf(key.originals())));
        }
        return table.lines();
    }

    private static String standing(KeyStanding key) {
        if (key.isActive()) {
            return "现行";
        }
        return key.isThere() || key.id().isEmpty() ? "旧" : "缺失";
    }
}
