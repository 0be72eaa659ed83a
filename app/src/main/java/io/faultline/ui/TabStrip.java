package io.faultline.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The symbols that are open in a window, the shown one lit and in view, and the button for one more. JavaFX thread only.
 */
final class TabStrip {
    private final ScrollingRow row = new ScrollingRow("Symbols");
    private final HBox root = new HBox(row);
    private final List<Cell> cells = new ArrayList<>();
    private final Commands commands;
    private List<Text> shown = List.of();
    private int lit = -1;

    /**
     * What a tab says: its symbol, and how its market stands.
     *
     * @param calls whether an alarm of it has fired that nobody has acknowledged
     */
    record Text(String symbol, ChipText state, boolean calls) {}

    /** What the strip asks for; numbers are of tabs from the left. */
    record Commands(IntConsumer select, IntConsumer close, IntConsumer moveOut, Runnable add) {
        /** For a workspace that is not in a window. */
        static final Commands NONE = new Commands(tab -> {}, tab -> {}, tab -> {}, () -> {});
    }

    TabStrip(Commands commands) {
        this.commands = commands;
        Button add = new Button("+");
        add.setId("new-tab");
        add.getStyleClass().setAll("tab-add");
        add.setTooltip(new Tooltip("Open another symbol (Ctrl+T)"));
        add.setAccessibleText("Open another symbol");
        add.setOnAction(e -> commands.add().run());
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMinWidth(Region.USE_PREF_SIZE);
        root.getChildren().add(add);
    }

    Region node() {
        return root;
    }

    /** Scrolls the tabs where they would take more room than that. */
    void widest(double width) {
        row.widest(width);
    }

    void show(List<Text> tabs, int selected) {
        if (tabs.equals(shown) && selected == lit) {
            return;
        }
        boolean elsewhere = selected != lit || tabs.size() != shown.size();
        shown = List.copyOf(tabs);
        lit = selected;
        while (cells.size() < tabs.size()) {
            Cell cell = new Cell(cells.size());
            row.items().add(cell.box);
            cells.add(cell);
        }
        while (cells.size() > tabs.size()) {
            row.items().remove(cells.remove(cells.size() - 1).box);
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(tabs.get(i), i == selected, tabs.size() > 1);
        }
        if (elsewhere && selected >= 0) {
            row.reveal(cells.get(selected).box);
        }
    }

    /** One tab. */
    private final class Cell {
        private final ShapeMark mark = new ShapeMark(Shape.RING, Tone.LOW);
        private final Label symbol = new Label();
        private final ShapeMark dot = new ShapeMark(Shape.DISC, Tone.BAD);
        private final Button choose = new Button();
        private final Button close = new Button();
        private final HBox box = new HBox(choose, close);
        private final MenuItem moveOut = new MenuItem("Move to new window");

        Cell(int number) {
            HBox face = new HBox(6, mark, symbol, dot);
            face.setAlignment(Pos.CENTER);
            choose.setGraphic(face);
            choose.setId("tab-" + number);
            choose.getStyleClass().setAll("tab-face");
            choose.setOnAction(e -> commands.select().accept(number));
            Node cross = Icons.icon(Shape.CROSS.path);
            close.setGraphic(cross);
            close.setId("close-tab-" + number);
            close.getStyleClass().setAll("tab-close");
            close.setTooltip(new Tooltip("Close (Ctrl+W)"));
            close.setOnAction(e -> commands.close().accept(number));
            close.setFocusTraversable(false);
            MenuItem end = new MenuItem("Close");
            end.setOnAction(e -> commands.close().accept(number));
            moveOut.setOnAction(e -> commands.moveOut().accept(number));
            ContextMenu menu = new ContextMenu(moveOut, end);
            choose.setContextMenu(menu);
            box.setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.MIDDLE) {
                    commands.close().accept(number);
                }
            });
            box.setAlignment(Pos.CENTER_LEFT);
        }

        void show(Text text, boolean selected, boolean several) {
            mark.show(text.state().shape(), text.state().tone());
            symbol.setText(text.symbol());
            dot.setVisible(text.calls());
            dot.setManaged(text.calls());
            symbol.setId(selected ? "symbol" : null);
            choose.setAccessibleText(text.symbol() + ", " + text.state().word() + (text.calls() ? ", alarm" : "")
                    + (selected ? ", shown" : ""));
            close.setAccessibleText("Close " + text.symbol());
            close.setVisible(several);
            close.setManaged(several);
            moveOut.setDisable(!several);
            box.getStyleClass().setAll("symbol-tab", selected ? "lit" : "other");
        }
    }
}
