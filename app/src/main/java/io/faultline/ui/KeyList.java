package io.faultline.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys and what they do. */
final class KeyList {
    /** What else there is to read. */
    private static final List<String> MORE = List.of("glossary", "tour", "about", "palette");

    private KeyList() {}

    static Region of(List<Action> all) {
        List<Action> actions =
                all.stream().filter(action -> !action.keys().isEmpty()).toList();
        Label title = new Label("Keys");
        title.getStyleClass().add("title");
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(4);
        int rows = (actions.size() + 2) / 3;
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            HBox caps = new HBox(4);
            for (Key key : action.keys()) {
                Label cap = new Label(key.shown());
                cap.getStyleClass().add("key-cap");
                cap.setMinWidth(Region.USE_PREF_SIZE);
                caps.getChildren().add(cap);
            }
            Label words = new Label(action.title());
            words.getStyleClass().add("cell");
            words.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(caps, i / rows * 3, i % rows);
            grid.add(words, i / rows * 3 + 1, i % rows);
        }
        for (int gap : new int[] {2, 5}) {
            Region space = new Region();
            space.setMinWidth(18);
            grid.add(space, gap, 0);
        }
        GridPane.setHgrow(title, Priority.ALWAYS);
        Label foot = new Label(
                "Drag pans, wheel zooms time, Ctrl+wheel zooms price, Shift+wheel pans time, double-click refits.");
        foot.getStyleClass().add("low");
        HBox more = new HBox(8);
        for (Action action : all) {
            if (MORE.contains(action.id())) {
                Button button = new Button(action.title());
                button.getStyleClass().setAll("action-button", "small");
                button.setOnAction(e -> action.run().run());
                more.getChildren().add(button);
            }
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("settings-scroll");
        scroll.setMinHeight(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        VBox box = new VBox(title, scroll, foot, more);
        box.setMinSize(0, 0);
        box.setFocusTraversable(true);
        return box;
    }
}
