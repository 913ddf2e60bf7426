package org.ipwarehouse.reports.figure;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.reports.SpecNode;

/** The colours of {@code reports/style/palette.yaml}, one set for pages, charts and bulletins. */
public final class Palette {

    /** What a colour is for. */
    public enum Tone {
        INK,
        MUTED,
        FAINT,
        RULE,
        PANEL,
        PAPER,
        ACCENT,
        ACCENT_SOFT,
        FAVOURABLE,
        ATTENTION,
        ATTENTION_SOFT;

        /** The name in the file. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Tone, Color> tones;
    private final List<Color> parts;
    private final List<Color> scale;

    private Palette(Map<Tone, Color> tones, List<Color> parts, List<Color> scale) {
        this.tones = tones;
        this.parts = List.copyOf(parts);
        this.scale = List.copyOf(scale);
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault naming file and line where the palette is not complete */
    public static Palette load(Path home) {
        Path file = home.resolve("reports").resolve("style").resolve("palette.yaml");
        SpecNode root = SpecNode.read(file);
        Set<String> known = Stream.concat(Stream.of(Tone.values()).map(Tone::key), Stream.of("parts", "scale"))
                .collect(Collectors.toSet());
        root.entries(known);
        Map<Tone, Color> tones = new EnumMap<>(Tone.class);
        for (Tone tone : Tone.values()) {
            tones.put(tone, color(root.child(tone.key())));
        }
        return new Palette(tones, colors(root.child("parts")), colors(root.child("scale")));
    }

    private static List<Color> colors(SpecNode node) {
        List<Color> colors = new ArrayList<>();
        node.items().forEach(item -> colors.add(color(item)));
        if (colors.size() < 2) {
            throw node.mistake("至少要两种颜色。", "补上颜色。");
        }
        return colors;
    }

    private static Color color(SpecNode node) {
        String text = node.text();
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            throw node.mistake("“" + text + "”不是颜色。", "写成六位十六进制，例如 \"#1b4f72\"。");
        }
        return new Color(Integer.parseInt(text.substring(1), 16));
    }

    public Color of(Tone tone) {
        return Objects.requireNonNull(tones.get(tone), tone.key());
    }

    /** The colour of the n-th part of a whole; starts again after the last. */
    public Color part(int index) {
        return parts.get(index % parts.size());
    }

    /** The colour of a share of the greatest amount, 0 to 1. */
    public Color amount(double share) {
        int step = (int) Math.floor(Math.max(0, Math.min(1, share)) * scale.size());
        return scale.get(Math.min(step, scale.size() - 1));
    }

    /** {@code #rrggbb}. */
    public static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }
}
