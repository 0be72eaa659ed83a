package io.faultline.ui;

import io.faultline.ui.paint.PanelHead;
import io.faultline.ui.settings.SettingsControl;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All that can be set, on one page with a search; what is set there counts at once. JavaFX thread only. */
final class SettingsPage {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final Label none = new Label("Nothing of that name can be set");
    private final VBox root;
    private final List<Shown> shown = new ArrayList<>();

    private record Shown(Label heading, List<SettingsSection.Row> rows) {}

    SettingsPage(List<SettingsSection> sections) {
        Label title = new Label("Settings");
        title.getStyleClass().add("title");
        search.setPromptText("Search settings");
        search.setId("settings-search");
        search.setAccessibleText("Search settings");
        search.textProperty().addListener((o, was, is) -> filter(is));
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(16, title, search, PanelHead.helpButton());
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        for (SettingsSection section : sections) {
            Label heading = new Label(section.title());
            heading.getStyleClass().add("setting-heading");
            list.getChildren().add(heading);
            section.rows().forEach(row -> list.getChildren().add(row.node()));
            shown.add(new Shown(heading, section.rows()));
        }
        none.getStyleClass().add("low");
        list.getChildren().add(none);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("settings-scroll");
        scroll.setPrefSize(WIDTH, HEIGHT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(10, head, scroll);
        root.setMinHeight(0);
        filter("");
    }

    /** Under the settings' own headings, and what else there is to set. */
    static SettingsPage of(SettingsControl settings, List<SettingsSection> sections, List<SettingRow<?>> rows) {
        SettingsPage page = new SettingsPage(sections);
        SettingsControl.Listener listener = (before, after) -> rows.forEach(SettingRow::refresh);
        settings.listen(listener);
        page.root.sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                settings.forget(listener);
            }
        });
        return page;
    }

    Region node() {
        return root;
    }

    /** Takes the focus. */
    Node search() {
        return search;
    }

    private void filter(String words) {
        boolean any = false;
        for (Shown section : shown) {
            boolean here = false;
            for (SettingsSection.Row row : section.rows()) {
                boolean matches = words.isBlank()
                        || row.matches(words)
                        || new SettingsSection.Row(section.heading().getText(), row.node()).matches(words);
                show(row.node(), matches);
                here |= matches;
            }
            show(section.heading(), here);
            any |= here;
        }
        show(none, !any);
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
