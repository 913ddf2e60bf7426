package org.ipwarehouse.reports.superset.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.warehouse.api.Passport;

/** Formats and colours: those of the site and the bulletins. */
final class Look {
    private final Palette palette;
    private final Labels labels;

    Look(Palette palette, Labels labels) {
        this.palette = palette;
        this.labels = labels;
    }

    /** Decimals of the passport. d3 groups from four digits on, where the house groups from five: it has no other way. */
    static String format(Passport p) {
        return p.decimals() == 0 ? ",d" : ",." + p.decimals() + "f";
    }

    /** One colour for each name wherever it stands. */
    Map<String, Object> labelColors(Iterable<Passport> passports) {
        Map<String, Object> colors = new LinkedHashMap<>();
        for (Passport p : passports) {
            colors.put(p.nameZh() + "（" + p.unit() + "）", Palette.hex(palette.of(Palette.Tone.ACCENT)));
            colors.put(p.nameZh() + " 上年同期", Palette.hex(palette.of(Palette.Tone.FAINT)));
            colors.put(p.id().code(), Palette.hex(palette.of(Palette.Tone.ACCENT)));
            colors.put(p.id().code() + "_base", Palette.hex(palette.of(Palette.Tone.FAINT)));
        }
        List<String> types = new ArrayList<>(labels.codes("ip_type"));
        types.sort(null);
        for (int i = 0; i < types.size(); i++) {
            colors.put(labels.value("ip_type", types.get(i)), Palette.hex(palette.part(i)));
        }
        return colors;
    }
}
