package io.faultline.ui;

import io.faultline.ui.export.Export;
import io.faultline.ui.export.SheetFile;
import io.faultline.ui.paint.PanelHead;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be exported, each as CSV or JSON. JavaFX thread only. */
final class ExportCard {
    private final VBox root = new VBox(10);
    private final Button first;

    /** @param take is told what, and how; after that the card is in nobody's way any more */
    ExportCard(List<Export> exports, BiConsumer<Export, SheetFile.Format> take) {
        Region title = PanelHead.titleRow("Export");
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(5);
        Button focus = new Button();
        for (int row = 0; row < exports.size(); row++) {
            Export export = exports.get(row);
            Label what = new Label(export.title());
            what.getStyleClass().add("cell");
            what.setMinWidth(260);
            grid.add(what, 0, row);
            int column = 1;
            for (SheetFile.Format format : SheetFile.Format.values()) {
                Button button = new Button(format.name());
                button.setId("export-" + export.name() + format.extension().replace('.', '-'));
                button.getStyleClass().setAll("action-button", "small");
                button.setMinWidth(Region.USE_PREF_SIZE);
                button.setAccessibleText(export.title() + " as " + format.name());
                button.setOnAction(event -> take.accept(export, format));
                grid.add(button, column++, row);
                focus = row == 0 && column == 2 ? button : focus;
            }
        }
        first = focus;
        Label foot = new Label("Times are UTC, figures in full; symbol and source stand in every file.");
        foot.getStyleClass().add("low");
        root.getChildren().addAll(title, grid, foot);
    }

    Region node() {
        return root;
    }

    /** What has the focus at first. */
    Button first() {
        return first;
    }
}
