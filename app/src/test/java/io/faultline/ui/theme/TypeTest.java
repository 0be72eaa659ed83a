package io.faultline.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTest {
    @ParameterizedTest
    @ValueSource(strings = {"Regular", "Medium", "SemiBold"})
    void bringsEachWeightWithItWithDigitsOfOneWidth(String weight) {
        String name = Type.load(weight);

        assertThat(name).startsWith("IBM Plex Sans Condensed");
        assertThat(width("1111111111", name)).isEqualTo(width("8888888888", name));
    }

    @Test
    void takesAnotherFontWhereOneIsMissing() {
        String name = Type.load("Missing");

        assertThat(name).isEqualTo("DejaVu Sans Condensed");
        assertThat(width("104,218.4", name))
                .as("figures are drawn all the same")
                .isPositive();
    }

    private static double width(String words, String font) {
        Text text = new Text(words);
        text.setFont(new Font(font, 12));
        return text.getLayoutBounds().getWidth();
    }
}
