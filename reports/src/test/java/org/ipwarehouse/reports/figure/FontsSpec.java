package org.ipwarehouse.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontsSpec {
    private static final Fonts FONTS = Fonts.load(Path.of(".."));

    @ParameterizedTest
    @EnumSource(Face.class)
    void every_face_shows_names_that_common_fonts_lack_and_the_marks_of_a_bulletin(Face face) {
        assertThat(FONTS.missingGlyphs(face, "喆堃垚彧昇玥骉䶮镕頔犇𫖯")).isEmpty();
        assertThat(FONTS.missingGlyphs(face, "…“”＊％〔〕①②③④⑤⑥⑦⑧⑨⑩—、。（）沙坡头区0123456789.%,−▲▼"))
                .isEmpty();
    }

    @Test
    void a_character_without_glyph_is_named_once() {
        assertThat(FONTS.missingGlyphs("案件ع与عཀ")).isEqualTo("عཀ");
        assertThatThrownBy(() -> FONTS.requireGlyphs("案件ع"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("ع")
                .hasMessageContaining("charset.py");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void each_font_is_small_and_its_licence_lies_beside_it(Face face) throws IOException {
        assertThat(Files.size(FONTS.file(face))).isLessThan(4_000_000);
        assertThat(Files.readString(FONTS.file(face).resolveSibling("OFL.txt"))).contains("SIL OPEN FONT LICENSE");
    }

    @Test
    void a_home_without_fonts_is_said_with_the_path() {
        assertThatThrownBy(() -> Fonts.load(Path.of("no-such-home")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no-such-home")
                .hasMessageContaining("NotoSansSC-Regular.ttf");
    }
}
