package org.ipwarehouse.app.command;

import java.nio.file.Path;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the installation lies: the options that every command has. */
final class PlaceOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {"数据目录，默认 ./ipw-data", "data folder"})
    @Nullable
    Path data;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = {"数据湖目录，默认 数据目录/lake", "folder of the Delta tables"})
    @Nullable
    Path lake;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {"设置文件，默认 安装目录/ipw.yaml", "settings file"})
    @Nullable
    Path config;

    @Option(
            names = "--verbose",
            description = {"在标准错误上说明选用的运行方式", "say which profile is used, on standard error"})
    boolean verbose;

    Settings settings(Desk desk) {
        return settings(desk, data);
    }

    Settings settings(Desk desk, @Nullable Path dataFolder) {
        Settings settings = new SettingsReader(desk.home(), desk.workingFolder(), desk.environment())
                .read(new SettingsReader.Overrides(config, dataFolder, lake));
        System.setProperty("ipw.logs", settings.logs().toString());
        return settings;
    }
}
