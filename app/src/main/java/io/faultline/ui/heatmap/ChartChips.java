package io.faultline.ui.heatmap;

import io.faultline.liquidation.LookBack;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Shared;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/** Which positions are counted, as a switch, and what lies over the heat, as a menu that names the bars' length. */
final class ChartChips {
    private final Shared axes;
    private final LiquidationControl control;
    private final Button positions = new Button();
    private final Button chart = new Button();
    private final HBox box = new HBox(3, positions, chart);
    private boolean room = true;
    private String shownPositions = "";
    private String shownBars = "";

    ChartChips(Shared axes) {
        this.axes = axes;
        control = axes.liquidations();
        box.getStyleClass().add("venue-chips");
        box.setMinWidth(Region.USE_PREF_SIZE);
        positions.setId("positions");
        positions.getStyleClass().setAll("venue-chip", "tier", "on");
        positions.setMinWidth(Region.USE_PREF_SIZE);
        positions.setOnAction(event -> control.lookBack(
                control.lookBack() == LookBack.ALL_POSITIONS ? LookBack.BUILT_IN_WINDOW : LookBack.ALL_POSITIONS));
        chart.setId("chart-menu");
        chart.getStyleClass().setAll("venue-chip", "tier", "on");
        chart.setMinWidth(Region.USE_PREF_SIZE);
        Polygon down = new Polygon(0, 0, 7, 0, 3.5, 4.5);
        down.getStyleClass().add("chip-arrow");
        chart.setGraphic(down);
        chart.setGraphicTextGap(4);
        chart.setContentDisplay(ContentDisplay.RIGHT);
        chart.setTooltip(new Tooltip("What lies over the heat: bars, bubbles, large trades, volume by price, swings"));
        chart.setOnAction(event -> open());
    }

    Region node() {
        return box;
    }

    private void open() {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(ChartMenu.items(axes));
        menu.show(chart, Side.BOTTOM, 0, 2);
    }

    /** Whether there is room for the switch; it stands in the menu, too. */
    void room(boolean enough) {
        room = enough;
    }

    /** Brings them up to date. */
    void show(long barNanos) {
        boolean counted = room && control.liquidations();
        positions.setVisible(counted);
        positions.setManaged(counted);
        boolean all = control.lookBack() == LookBack.ALL_POSITIONS;
        String words = all ? "all positions" : "opened in " + control.window().label();
        if (!words.equals(shownPositions)) {
            shownPositions = words;
            positions.setText(words);
            String sentence = all
                    ? "All positions are counted, whenever they were opened"
                    : "Only positions opened in the window are counted";
            positions.setTooltip(new Tooltip(sentence + " (Shift+B)"));
            positions.setAccessibleText(sentence);
        }
        String bars = (axes.chart().look().candles() ? "bars " : "line ") + Times.length(barNanos);
        if (!bars.equals(shownBars)) {
            shownBars = bars;
            chart.setText(bars);
            chart.setAccessibleText("Chart: " + bars + ", bubbles, large trades, volume by price, swings");
        }
    }
}
