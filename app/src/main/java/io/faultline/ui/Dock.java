package io.faultline.ui;

import io.faultline.ui.DockPanel.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What stands under the columns: panels in places side by side, those of one place as tabs. How many places there are
 * goes by the window's width; one without a panel leaves its room to the one at its left. JavaFX thread only.
 */
final class Dock extends Region {
    private static final List<List<Place>> NARROW =
            List.of(List.of(Place.TABLE, Place.CARD, Place.SETUP, Place.LEDGER, Place.FEEDS), List.of(Place.LOG));
    private static final List<List<Place>> WIDE = List.of(
            List.of(Place.TABLE, Place.LEDGER, Place.LOG, Place.FEEDS), List.of(Place.CARD), List.of(Place.SETUP));
    private static final List<List<Place>> WIDEST = List.of(
            List.of(Place.TABLE, Place.LOG, Place.FEEDS),
            List.of(Place.CARD),
            List.of(Place.LEDGER),
            List.of(Place.SETUP));
    private static final double WIDE_FROM = 1600;
    private static final double WIDEST_FROM = 2400;

    private final Columns columns;
    private final Runnable opened;
    private final Map<PanelFrame, Place> frames = new LinkedHashMap<>();
    private final List<PanelFrame> lastChosen = new ArrayList<>();
    private List<DockSlot> slots = List.of();
    private List<Integer> numbers = List.of();
    private List<List<Place>> arranged = List.of();
    private @Nullable PanelFrame guest;

    /**
     * @param panels in the order of their tabs
     * @param columns above it, whose edges it takes up
     * @param opened runs when a panel is asked for: the dock may be folded
     */
    Dock(List<DockPanel> panels, Columns columns, Runnable opened) {
        this.columns = columns;
        this.opened = opened;
        for (DockPanel panel : panels) {
            frames.put(new PanelFrame(panel.id(), panel.title(), panel.maker()), panel.place());
        }
        getStyleClass().add("dock");
        setMinSize(0, 0);
    }

    /** All of its own panels, shown or not. */
    List<PanelFrame> frames() {
        return List.copyOf(frames.keySet());
    }

    /** Shows the panel of that id, and opens the dock where it is folded; empty where there is none. */
    Optional<PanelFrame> show(String id) {
        for (DockSlot slot : slots) {
            for (PanelFrame frame : all()) {
                if (frame.id().equals(id) && slot.has(frame)) {
                    slot.choose(frame);
                    chosen(frame);
                    return Optional.of(frame);
                }
            }
        }
        return Optional.empty();
    }

    /** The user wants to see that one, also where the places are others. */
    private void chosen(PanelFrame frame) {
        lastChosen.remove(frame);
        lastChosen.add(frame);
        opened.run();
    }

    private List<PanelFrame> all() {
        List<PanelFrame> all = new ArrayList<>(frames.keySet());
        if (guest != null) {
            all.add(guest);
        }
        return all;
    }

    /**
     * Arranges the places for the window's width.
     *
     * @param column a column of the window that is too narrow for it, which becomes a tab; null for none
     */
    void arrange(double windowWidth, @Nullable PanelFrame column) {
        boolean ledger = frames.containsValue(Place.LEDGER);
        List<List<Place>> wanted =
                windowWidth >= WIDEST_FROM && ledger ? WIDEST : windowWidth >= WIDE_FROM ? WIDE : NARROW;
        if (wanted.equals(arranged) && column == guest) {
            return;
        }
        arranged = wanted;
        guest = column;
        slots.forEach(DockSlot::dissolve);
        List<DockSlot> made = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            List<PanelFrame> here = new ArrayList<>();
            for (Place place : wanted.get(i)) {
                frames.forEach((frame, own) -> {
                    if (own == place) {
                        here.add(frame);
                    }
                });
            }
            if (i == 0 && column != null) {
                here.add(column);
            }
            if (!here.isEmpty()) {
                made.add(new DockSlot(here, newest(here), this::chosen));
                places.add(i);
            }
        }
        slots = List.copyOf(made);
        numbers = List.copyOf(places);
        getChildren().setAll(slots.stream().map(DockSlot::node).toList());
    }

    /** Of those the one that was looked at last. */
    private @Nullable PanelFrame newest(List<PanelFrame> among) {
        for (int i = lastChosen.size() - 1; i >= 0; i--) {
            if (among.contains(lastChosen.get(i))) {
                return lastChosen.get(i);
            }
        }
        return null;
    }

    /** Brings the tabs' words up to date. */
    void pulse() {
        slots.forEach(DockSlot::pulse);
    }

    @Override
    protected void layoutChildren() {
        double[] lefts = lefts();
        boolean folded = getHeight() <= LayoutSizes.TAB_ROW;
        for (int i = 0; i < slots.size(); i++) {
            double left = i == 0 ? 0 : lefts[numbers.get(i)] + Splitter.LINE;
            double right = i + 1 < slots.size() ? lefts[numbers.get(i + 1)] : getWidth();
            slots.get(i).folded(folded);
            slots.get(i).node().resizeRelocate(left, 0, Math.max(0, right - left), getHeight());
        }
    }

    /** Where each place begins, whether anything is in it or not. */
    private double[] lefts() {
        double[] edges = columns.edges();
        double width = getWidth();
        if (arranged.equals(WIDEST)) {
            double side = width - edges[1];
            double card = edges[1] - edges[0];
            double ledger = edges[1] - side;
            return new double[] {0, ledger - card, ledger, edges[1]};
        }
        return new double[] {0, edges[0], edges[1]};
    }
}
