package org.ipwarehouse.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipwarehouse.reports.figure.Palette.Tone;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteSpec {
    private static final Path HOME = Path.of("..");
    private final Palette palette = Palette.load(HOME);

    @Test
    void parts_differ_by_lightness_alone_so_that_a_black_and_white_print_can_be_read() {
        for (int i = 1; i < 5; i++) {
            assertThat(lightness(palette.part(i)) - lightness(palette.part(i - 1)))
                    .as("part " + i)
                    .isGreaterThan(0.07);
        }
    }

    @Test
    void text_on_paper_has_the_contrast_that_wcag_asks_of_small_text() {
        for (Tone tone : new Tone[] {Tone.INK, Tone.MUTED, Tone.ACCENT, Tone.FAVOURABLE, Tone.ATTENTION}) {
            assertThat(contrast(palette.of(tone), palette.of(Tone.PAPER)))
                    .as(tone.key())
                    .isGreaterThan(4.5);
        }
        assertThat(contrast(palette.of(Tone.ATTENTION), palette.of(Tone.ATTENTION_SOFT)))
                .isGreaterThan(4.3);
    }

    @Test
    void more_is_darker() {
        double before = 1;
        for (double share = 0; share <= 1; share += 0.2) {
            double now = lightness(palette.amount(share));
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void a_colour_that_is_none_is_named_with_file_and_line(@TempDir Path home) throws IOException {
        Path style = Files.createDirectories(home.resolve("reports/style"));
        String text = Files.readString(HOME.resolve("reports/style/palette.yaml"));
        Files.writeString(style.resolve("palette.yaml"), text.replace("\"#5f6b76\"", "grey"));
        assertThatThrownBy(() -> Palette.load(home))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("palette.yaml:4")
                .hasMessageContaining("grey");
    }

    private static double contrast(Color a, Color b) {
        double high = Math.max(lightness(a), lightness(b));
        double low = Math.min(lightness(a), lightness(b));
        return (high + 0.05) / (low + 0.05);
    }

    /** Relative luminance of WCAG 2.2. */
    private static double lightness(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
