package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;
import io.faultline.liquidation.TradeGap;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the picture has no data, and how to say so. */
final class GapBands {
    /**
     * A stretch of columns.
     *
     * @param end one past its last column
     */
    record Band(long first, long end, String text) {}

    private GapBands() {}

    /** The bands on screen, left to right. */
    static List<Band> of(HeatView view, HeatLayer layer) {
        List<Band> bands = new ArrayList<>();
        long first = -1;
        for (long column = view.firstColumn(); column <= view.endColumn(); column++) {
            boolean gap = column < view.endColumn() && layer.kind(column) == HeatLayer.Kind.GAP;
            if (gap && first < 0) {
                first = column;
            } else if (!gap && first >= 0) {
                bands.add(new Band(first, column, text(view, layer, first, column)));
                first = -1;
            }
        }
        return bands;
    }

    /** The stretches on screen that were recorded without some venue's book, and without whose. */
    static List<Band> partial(HeatView view, DepthLayer layer) {
        List<Band> bands = new ArrayList<>();
        String without = "";
        long first = -1;
        for (long column = view.firstColumn(); column <= view.endColumn(); column++) {
            boolean partial = column < view.endColumn() && layer.kind(column) == HeatLayer.Kind.PARTIAL;
            String now = partial ? without(view, layer, column, without) : "";
            if (first >= 0 && !now.equals(without)) {
                bands.add(new Band(first, column, without));
                first = -1;
            }
            if (partial && first < 0) {
                first = column;
            }
            without = now;
        }
        return bands;
    }

    /** The stretches on screen in which trades of some venue were lost, and of which. */
    static List<Band> lost(HeatView view, List<TradeGap> gaps) {
        if (gaps.isEmpty()) {
            return List.of();
        }
        List<Band> bands = new ArrayList<>();
        String before = "";
        long first = view.firstColumn();
        for (long column = first; column <= view.endColumn(); column++) {
            String now = column < view.endColumn() ? lost(view, column, gaps) : "";
            if (!now.equals(before)) {
                if (!before.isEmpty()) {
                    bands.add(new Band(first, column, before));
                }
                before = now;
                first = column;
            }
        }
        return bands;
    }

    /** {@code trades lost: Bybit OKX}; empty where none were. */
    private static String lost(HeatView view, long column, List<TradeGap> gaps) {
        long from = Math.floorDiv(column * view.nanosPerColumn(), 1_000_000L);
        long until = Math.max(from + 1, Math.floorDiv((column + 1) * view.nanosPerColumn(), 1_000_000L));
        Set<Venue> venues = EnumSet.noneOf(Venue.class);
        for (TradeGap gap : gaps) {
            if (gap.fromMillis() < until && gap.untilMillis() > from) {
                venues.add(gap.venue());
            }
        }
        return venues.isEmpty()
                ? ""
                : "trades lost: " + venues.stream().map(Venue::title).collect(Collectors.joining(" "));
    }

    /** {@code without Bybit OKX}; as the column before where none is recorded yet. */
    private static String without(HeatView view, DepthLayer layer, long column, String before) {
        DepthColumn recorded = layer.logs().at(column * view.nanosPerColumn() + view.nanosPerColumn() / 2);
        if (recorded == null) {
            return before.isEmpty() ? "not every venue" : before;
        }
        StringBuilder words = new StringBuilder("without");
        for (Venue venue : Venue.values()) {
            if (recorded.misses(venue)) {
                words.append(' ').append(venue.title());
            }
        }
        return words.toString();
    }

    private static String text(HeatView view, HeatLayer layer, long first, long end) {
        boolean fromLeft = first == view.firstColumn();
        boolean toNow = end == view.endColumn() || layer.kind(end) == HeatLayer.Kind.FUTURE;
        if (fromLeft && toNow) {
            return layer.nothing();
        }
        if (fromLeft) {
            return layer.before(layer.beginsAt(end));
        }
        String since = Times.second(layer.endsAt(first - 1));
        return toNow ? "no data since " + since : "no data " + since + "–" + Times.second(layer.beginsAt(end));
    }
}
