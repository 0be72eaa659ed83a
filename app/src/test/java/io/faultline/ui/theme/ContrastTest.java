package io.faultline.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast by WCAG 2.1: relative luminance of sRGB. */
class ContrastTest {
    @ParameterizedTest
    @CsvSource({"DARK, 5.05", "SAFE, 5.05", "LIGHT, 5.15"})
    void everyTextTokenIsReadableOnEverySurface(ThemeName theme, double least) {
        Palette palette = theme.palette();
        for (Map.Entry<String, Color> text : texts(palette).entrySet()) {
            for (Color surface : List.of(palette.bg(), palette.panel(), palette.raised())) {
                assertThat(contrast(text.getValue(), surface))
                        .as(theme + " " + text.getKey() + " on " + surface)
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void textIsReadableOnASelectedRow(ThemeName theme) {
        Palette palette = theme.palette();
        assertThat(contrast(palette.text(), palette.selected())).isGreaterThanOrEqualTo(10);
        assertThat(contrast(palette.mid(), palette.selected())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void figuresAreReadableOnTheBarsOfTheBook(ThemeName theme) {
        Palette palette = theme.palette();
        Color bid = palette.panel().interpolate(palette.bid(), 0.34);
        Color ask = palette.panel().interpolate(palette.ask(), 0.34);
        assertThat(contrast(palette.bidText(), bid)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(palette.askText(), ask)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(ThemeName.class)
    void theFocusAndTheEdgesOfControlsStandOut(ThemeName theme) {
        Palette palette = theme.palette();
        for (Color surface : List.of(palette.bg(), palette.panel(), palette.raised())) {
            assertThat(contrast(palette.focus(), surface)).isGreaterThanOrEqualTo(3);
        }
    }

    private static Map<String, Color> texts(Palette palette) {
        Map<String, Color> texts = new LinkedHashMap<>(palette.tokens());
        List.of("bg", "panel", "raised", "selected", "line", "line-strong", "disabled", "bid-text", "ask-text")
                .forEach(texts::remove);
        return texts;
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double c) {
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
