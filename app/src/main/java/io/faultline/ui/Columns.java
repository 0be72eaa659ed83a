package io.faultline.ui;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Heatmap, map, ladder and funding side by side, all of one height. The heatmap takes what the others leave; one that
 * the window is too narrow for, or that is hidden, has no column. JavaFX thread only.
 */
final class Columns extends Region {
    private static final double MIN_HEATMAP = 400;

    private final Region heatmap;
    private final Column map;
    private final Column ladder;
    private final Column funding;
    private final List<Column> columns;
    private final Runnable changed;
    private boolean mapWanted = true;

    /**
     * What the user has set; widths in pixels, 0 for the usual ones.
     *
     * @param mapHidden whether there is no map although there is room for its column
     */
    record Widths(double map, double ladder, double funding, boolean mapHidden) {
        static final Widths USUAL = new Widths(0, 0, 0, false);

        boolean sound() {
            return sound(map) && sound(ladder) && sound(funding);
        }

        private static boolean sound(double width) {
            return width >= 0 && width < 100_000;
        }
    }

    /** @param changed runs when the user has moved a divider, or shown or hidden a column */
    Columns(Region heatmap, Region map, Region ladder, Region funding, Runnable changed) {
        this.heatmap = heatmap;
        this.changed = changed;
        this.map = new Column(map, "Width of the map", 72);
        this.ladder = new Column(ladder, "Width of the ladder", 240);
        this.funding = new Column(funding, "Width of the funding panel", 220);
        columns = List.of(this.map, this.ladder, this.funding);
        getChildren().addAll(heatmap, map, ladder, funding);
        columns.forEach(column -> getChildren().add(column.splitter.node()));
        setMinSize(0, 0);
    }

    /** Sets what the user has chosen before. */
    void widths(Widths chosen) {
        map.wanted = LayoutSizes.snap(chosen.map());
        ladder.wanted = LayoutSizes.snap(chosen.ladder());
        funding.wanted = LayoutSizes.snap(chosen.funding());
        mapWanted = !chosen.mapHidden();
        requestLayout();
    }

    Widths widths() {
        return new Widths(map.wanted, ladder.wanted, funding.wanted, !mapWanted);
    }

    /** Whether the window is wide enough for a column of the map. */
    boolean hasRoomForMap() {
        return getWidth() >= LayoutSizes.MAP_COLUMN;
    }

    /** Shows or hides the map's column. */
    void toggleMap() {
        mapWanted = !mapWanted;
        requestLayout();
        changed.run();
    }

    /** Shows the map's column, from the width on that has room for it. */
    void showMap() {
        mapWanted = true;
        requestLayout();
    }

    /** Whether the window is wide enough for a column of funding. */
    boolean hasRoomForFunding() {
        return getWidth() >= LayoutSizes.FUNDING_COLUMN;
    }

    /** Gives a panel its column back that was shown elsewhere. */
    void take(Region panel) {
        if (panel.getParent() != this) {
            getChildren().add(panel);
        }
    }

    /** Where the dividers before the map (or the ladder) and before funding stand; the dock has its own there. */
    double[] edges() {
        double first = (map.shown ? map : ladder).node.getLayoutX();
        return new double[] {first, funding.shown ? funding.node.getLayoutX() : getWidth()};
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        funding.width(LayoutSizes.funding(width), true);
        ladder.width(LayoutSizes.ladder(width), true);
        map.width(LayoutSizes.map(width), mapWanted);
        double most = width - MIN_HEATMAP;
        for (Column column : columns) {
            most -= column.shown ? column.least + Splitter.LINE : 0;
        }
        // The rightmost keeps its width longest: what is nearest to the heatmap gives way first.
        for (int i = columns.size() - 1; i >= 0; i--) {
            most = columns.get(i).fit(most);
        }
        double right = width;
        for (int i = columns.size() - 1; i >= 0; i--) {
            right = columns.get(i).place(right, getHeight());
        }
        heatmap.resizeRelocate(0, 0, Math.max(0, right), getHeight());
    }

    /** One of those at the right, its divider at its left. */
    private final class Column {
        private final Region node;
        private final Splitter splitter;
        private final double least;
        private double wanted;
        private double width;
        private boolean shown;

        Column(Region node, String words, double least) {
            this.node = node;
            this.least = least;
            splitter =
                    new Splitter(Orientation.VERTICAL, words, () -> node.getWidth(), () -> LayoutSizes.STEP, this::set);
        }

        private void set(double chosen) {
            wanted = LayoutSizes.snap(chosen);
            requestLayout();
            changed.run();
        }

        void width(double usual, boolean on) {
            shown = on && usual > 0 && node.getParent() == Columns.this;
            width = !shown ? 0 : wanted > 0 ? Math.max(least, wanted) : usual;
        }

        /** Takes no more than its least width and what is left over; gives what then is left. */
        double fit(double spare) {
            if (!shown) {
                return spare;
            }
            width = Math.min(width, least + Math.max(0, spare));
            return spare - (width - least);
        }

        /** Puts it where it ends at that x; gives where the next at its left ends. */
        double place(double right, double height) {
            if (node.getParent() == Columns.this) {
                node.setVisible(shown);
            }
            splitter.node().setVisible(shown);
            if (!shown) {
                return right;
            }
            node.resizeRelocate(right - width, 0, width, height);
            splitter.place(right - width - Splitter.LINE, 0, height);
            return right - width - Splitter.LINE;
        }
    }
}
