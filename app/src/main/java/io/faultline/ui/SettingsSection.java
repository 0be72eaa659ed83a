package io.faultline.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A heading of the page of settings, and what stands under it. */
record SettingsSection(String title, List<Row> rows) {
    SettingsSection {
        rows = List.copyOf(rows);
    }

    /** @param words all that a search may find it by */
    record Row(String words, Region node) {
        boolean matches(String search) {
            String in = words.toLowerCase(Locale.ROOT);
            return Stream.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                    .allMatch(in::contains);
        }
    }

    /** A row that only tells. */
    static Row told(String title, String words) {
        Label name = new Label(title);
        name.getStyleClass().add("setting-title");
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("setting-words");
        VBox box = new VBox(2, name, text);
        box.getStyleClass().add("setting-row");
        return new Row(title + " " + words, box);
    }
}
