package io.faultline.ui.heatmap;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the figures mean, what they rest on and what they cannot see, over a corner of the plot; a click closes it. */
final class HelpCard {
    private static final double WIDTH = 460;

    private final VBox box = new VBox(6);

    HelpCard() {
        box.getStyleClass().add("heat-help");
        box.setId("heat-help");
        box.setVisible(false);
        box.setPrefWidth(WIDTH);
        box.setOnMouseClicked(event -> {
            hide();
            event.consume();
        });
        box.setOnMousePressed(event -> event.consume());
    }

    Region node() {
        return box;
    }

    void hide() {
        box.setVisible(false);
    }

    /** Shows those paragraphs, of which the first is the title; or hides the card. */
    void toggle(List<String> paragraphs) {
        if (box.isVisible()) {
            hide();
            return;
        }
        box.getChildren().clear();
        for (String words : paragraphs) {
            Label label = new Label(words);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add(box.getChildren().isEmpty() ? "title" : "heatmap-note");
            box.getChildren().add(label);
        }
        box.setAccessibleText(String.join(" ", paragraphs));
        box.setVisible(true);
    }
}
