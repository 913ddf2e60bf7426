package org.ipwarehouse.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.SettingsReader;
import org.ipwarehouse.app.config.SettingsReader.Overrides;
import org.ipwarehouse.app.wiring.InstalledRooms;
import org.ipwarehouse.warehouse.api.Warehouse;

/**
 * The first line of a notebook: the door of a warehouse, to read only. The installation's home is the property
 * {@code ipw.home} or the variable {@code IPW_HOME}, else the folder above the notebook; the data are those of
 * {@code IPW_DATA}, else of {@code ipw demo}.
 */
public final class Notebook {
    private Notebook() {}

    public static Path home() {
        return Path.of(said("ipw.home", "IPW_HOME", "..")).toAbsolutePath().normalize();
    }

    /** Opens the door; neither Spring nor Spark is started. */
    public static Warehouse open() {
        Path data =
                Path.of(said("ipw.data", "IPW_DATA", home().resolve("out/demo").toString()));
        Settings settings = new SettingsReader(home(), home(), Map.of())
                .read(new Overrides(null, data.toAbsolutePath().normalize(), null));
        return new InstalledRooms().door(settings, Instant.now());
    }

    private static String said(String property, String variable, String otherwise) {
        String value = System.getProperty(property, System.getenv(variable));
        return value == null || value.isBlank() ? otherwise : value;
    }
}
