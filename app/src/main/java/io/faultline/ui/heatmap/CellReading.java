package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;
import io.faultline.liquidation.Tier;
import io.faultline.market.PositionSide;
import io.faultline.ui.text.Numbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tooltip says of the cell at an instant and a price.
 *
 * @param title when
 * @param cell how much time and price the cell covers
 * @param range its prices
 * @param side whose liquidations it is about, or null
 * @param note beside the prices
 * @param lines label and figure, in turns
 * @param mix USD by band of leverage, drawn as a bar; empty for none
 * @param foot lines of words below it
 */
record CellReading(
        String title,
        String cell,
        String range,
        @Nullable PositionSide side,
        String note,
        List<String> lines,
        Map<Tier.Band, Double> mix,
        List<String> foot) {
    CellReading {
        lines = List.copyOf(lines);
        foot = List.copyOf(foot);
    }

    CellReading(String title, String cell, String range, List<String> lines) {
        this(title, cell, range, null, "", lines, new EnumMap<>(Tier.Band.class), List.of());
    }

    /** As lines of text, label and figure with a tab between. */
    String asText() {
        StringBuilder out = new StringBuilder(title).append('\t').append(cell).append('\n');
        out.append(range).append('\t').append(note).append('\n');
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            out.append(lines.get(i)).append('\t').append(lines.get(i + 1)).append('\n');
        }
        foot.forEach(words -> out.append(words).append('\n'));
        return out.toString();
    }

    /** The same with more at the end: label and figure, in turns. */
    CellReading with(List<String> more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(more);
        return new CellReading(title, cell, range, side, note, all, mix, foot);
    }

    static CellReading at(Frame frame, DepthLayer heat, Candles bars, long nanos, double price) {
        DepthLogs logs = heat.logs();
        LiveDepth live = heat.live();
        DepthColumn column = nanos > frame.nowNanos() ? null : logs.at(nanos);
        boolean isLive = column == null && live.covers(nanos, frame.nowNanos()) && nanos >= newestEnd(logs);
        double width = column == null || column.gap() ? live.binWidth() : column.binWidth();
        long bin = LiveDepth.bin(price, width);
        int bar = bars.indexAt(nanos);
        List<String> lines = new ArrayList<>();
        if (column != null && !column.gap()) {
            recorded(lines, column, bin, price, bar < 0 ? frame.last() : bars.close(bar));
            venues(lines, column, bin);
        } else if (isLive) {
            now(lines, live, bin);
        } else {
            lines.add(nanos > frame.nowNanos() ? "not yet" : "no data");
            lines.add("");
        }
        traded(lines, bars, bar, bin * width, (bin + 1) * width);
        if (Double.isFinite(frame.last())) {
            lines.add("from last");
            lines.add(Numbers.change(price / frame.last() - 1, 2));
        }
        int decimals = frame.decimals();
        String range = width > 0
                ? Numbers.price(bin * width, decimals) + "–" + Numbers.price((bin + 1) * width, decimals)
                : Numbers.price(price, decimals);
        String cell = isLive ? "now" : column == null ? "" : Times.length(column.lengthNanos());
        return new CellReading(Times.full(nanos), cell, range, lines);
    }

    private static long newestEnd(DepthLogs logs) {
        DepthColumn newest = logs.newest();
        return newest == null ? 0 : newest.startNanos() + newest.lengthNanos();
    }

    /** What the whole bar traded, where its prices reached into the cell: bars do not keep volume by price. */
    private static void traded(List<String> lines, Candles bars, int bar, double low, double high) {
        if (bar >= 0 && bars.low(bar) < high && bars.high(bar) >= low) {
            lines.add("traded in " + Times.length(bars.lengthNanos()));
            lines.add(Numbers.usd(bars.usd(bar)) + " USD");
        }
    }

    /** A record does not keep the sides apart; which side it was, the price of then tells. */
    private static void recorded(List<String> lines, DepthColumn column, long bin, double price, double then) {
        long offset = bin - column.firstBin();
        boolean within = offset >= 0 && offset < column.bins();
        boolean nearPrice = Math.abs(price - then) < column.binWidth();
        lines.add(!Double.isFinite(then) || nearPrice ? "resting" : price < then ? "bids" : "asks");
        lines.add(within ? usd(column.usd((int) offset), column.known((int) offset)) : "unknown");
    }

    /** Of how many venues the cell is, where that is not all of several. */
    private static void venues(List<String> lines, DepthColumn column, long bin) {
        long offset = bin - column.firstBin();
        boolean within = offset >= 0 && offset < column.bins();
        int seeing = within ? column.venuesSeeing((int) offset) : 0;
        if (column.expectedVenues() > 1 && seeing < column.expectedVenues()) {
            lines.add("seen on");
            lines.add(seeing + " of " + column.expectedVenues() + " venues");
        }
    }

    private static void now(List<String> lines, LiveDepth live, long bin) {
        boolean seen = live.seen(bin);
        lines.add("bids");
        lines.add(usd(live.bidUsd(bin), seen));
        lines.add("asks");
        lines.add(usd(live.askUsd(bin), seen));
    }

    /** Beyond what is known there may be more: nothing seen there is unknown, something is a lower bound. */
    private static String usd(double usd, boolean known) {
        if (!known && usd == 0) {
            return "unknown";
        }
        return (known ? "" : "≥ ") + Numbers.usd(usd) + " USD";
    }
}
