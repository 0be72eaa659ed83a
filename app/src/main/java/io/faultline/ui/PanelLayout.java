package io.faultline.ui;

import io.faultline.ui.map.MapPanel;
import io.faultline.ui.paint.HelpRequest;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final Map<SizeClass, Arrangement> kept = new EnumMap<>(SizeClass.class);
    private @Nullable SizeClass size;
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

    /** Arranges them as they were in windows of each width; as is usual where they were in none. */
    void arrange(Map<SizeClass, Arrangement> before) {
        kept.clear();
        kept.putAll(before);
        if (size != null) {
            arrange(kept.getOrDefault(size, Arrangement.USUAL));
        }
    }

    /** How they are and were arranged, by the width of the window. */
    Map<SizeClass, Arrangement> arrangements() {
        Map<SizeClass, Arrangement> all = new EnumMap<>(kept);
        if (size != null) {
            all.put(size, arrangement());
        }
        return all;
    }

    /** Arranges them as is usual, in windows of every width. */
    void reset() {
        arrange(Map.of());
        if (size == null) {
            arrange(Arrangement.USUAL);
        }
        changed.run();
    }

    /** Puts a frame around the panel of that id, in the dock too, and takes it from all others; empty for none. */
    void light(String id) {
        focus.frames().forEach(frame -> frame.light(frame.id().equals(id)));
        if (focus.frames().stream().anyMatch(frame -> frame.id().equals(id) && !frame.shown())) {
            dock.show(id);
        }
    }

    /** Makes every panel anew: what they are drawn with has changed. */
    void makeAnew() {
        focus.frames().forEach(PanelFrame::makeAnew);
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

    /** Another width has another arrangement, where the user has made one. */
    private void sized(SizeClass now) {
        if (now == size) {
            return;
        }
        if (size != null) {
            kept.put(size, arrangement());
        }
        Arrangement before = kept.get(now);
        if (before != null) {
            arrange(before);
        } else if (size != null) {
            arrange(Arrangement.USUAL);
        }
        size = now;
    }

    /** Moves panels to where the window's size has a place for them. */
    private void settle() {
        double width = bands.getWidth();
        if (width <= 0) {
            return;
        }
        sized(SizeClass.of(width));
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
