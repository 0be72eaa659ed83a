package io.faultline.ui;

import io.faultline.ui.map.MapPanel;
import io.faultline.ui.paint.HelpRequest;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The panels of a workspace and where they stand: side by side over the dock as far as the window is wide and high
 * enough, else as tabs or over one another. JavaFX thread only.
 */
final class PanelLayout {
    private final PanelFrame map;
    private final PanelFrame funding;
    private final PanelFocus focus;
    private final HeatColumn heat;
    private final Columns columns;
    private final Dock dock;
    private final Bands bands;
    private final Runnable changed;
    private boolean mapOver;

    /**
     * What stands around the panels.
     *
     * @param help is told which panel's help is asked for
     */
    record Around(
            Region topBar,
            Region alarms,
            Region status,
            Region notice,
            @Nullable Region replay,
            Consumer<PanelFrame> help) {}

    /** @param changed runs when the user has arranged something anew */
    PanelLayout(Shared axes, Panels panels, Around around, Runnable changed) {
        this.changed = changed;
        PanelFrame heatmap = new PanelFrame("Heatmap", panels.heatmap());
        PanelFrame lanes = new PanelFrame("Lanes", panels.lanes());
        PanelFrame ladder = new PanelFrame("Ladder", panels.ladder());
        map = new PanelFrame("Map", panels.map());
        funding = new PanelFrame("Funding", panels.funding());
        StackPane market = new StackPane(heatmap.node(), around.notice());
        market.setMinSize(0, 0);
        heat = new HeatColumn(axes, market, lanes.node(), around.replay());
        columns = new Columns(heat, map.node(), ladder.node(), funding.node(), changed);
        dock = new Dock(panels.dock(), columns, this::openDock);
        bands = new Bands(
                new Bands.Parts(around.topBar(), around.alarms(), heat, columns, dock, around.status()),
                axes.price(),
                changed);
        List<PanelFrame> frames = new ArrayList<>(List.of(heatmap, lanes, map, ladder, funding));
        frames.addAll(dock.frames());
        focus = new PanelFocus(frames);
        for (PanelFrame frame : frames) {
            frame.node().addEventHandler(HelpRequest.ASKED, asked -> {
                focus.give(frame);
                around.help().accept(frame);
            });
        }
    }

    Region node() {
        return bands;
    }

    PanelFocus focus() {
        return focus;
    }

    /** Arranges them as they were before. */
    void arrange(Arrangement before) {
        columns.widths(before.widths());
        bands.dock(before.dock());
        mapOver = before.mapOver();
    }

    Arrangement arrangement() {
        return new Arrangement(columns.widths(), bands.dockWanted(), mapOver);
    }

    private void openDock() {
        bands.openDock();
    }

    /** Shows the panel of the dock that has that id, and gives it the focus. */
    void showInDock(String id) {
        dock.show(id).ifPresent(focus::give);
    }

    /** Shows or hides the map: its column, or where the window is too narrow for one, over the margin right of now. */
    void toggleMap() {
        if (columns.hasRoomForMap()) {
            columns.toggleMap();
        } else {
            mapOver = !mapOver;
            changed.run();
        }
    }

    /** Shows the map, wherever the window has a place for it. */
    void showMap() {
        columns.showMap();
        mapOver = true;
    }

    /** Lets every panel that is on the screen draw. */
    void pulse(Pulse pulse) {
        settle();
        for (PanelFrame frame : focus.frames()) {
            if (frame.shown()) {
                frame.pulse(pulse);
            }
        }
        dock.pulse();
    }

    /** Moves panels to where the window's size has a place for them. */
    private void settle() {
        double width = bands.getWidth();
        if (width <= 0) {
            return;
        }
        boolean column = columns.hasRoomForMap();
        boolean over = !column && mapOver;
        heat.over(over ? map.node() : null);
        if (!over) {
            columns.take(map.node());
        }
        map.panel().filter(MapPanel.class::isInstance).ifPresent(panel -> ((MapPanel) panel).alone(over));
        heat.follow();
        boolean wide = columns.hasRoomForFunding();
        dock.arrange(width, wide ? null : funding);
        if (wide) {
            columns.take(funding.node());
        }
    }
}
