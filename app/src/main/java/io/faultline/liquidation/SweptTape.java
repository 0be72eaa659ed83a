package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the live marks of the last day have swept, so that levels that fired without a report are seen beside those that
 * were reported. Used by the thread of the grid.
 */
public final class SweptTape {
    private static final long KEPT_MILLIS = Window.H24.millis();
    private static final int MOST = 50_000;

    /** Less is not worth a tick on the screen: what opens close to the mark is swept all the time. */
    private static final double LEAST_USD = 1_000;

    private final Consumer<SweptLevel> sink;
    private final Deque<SweptLevel> levels = new ArrayDeque<>();
    private final Map<Integer, Double> longs = new TreeMap<>();
    private final Map<Integer, Double> shorts = new TreeMap<>();

    /** @param sink is told of each level too */
    SweptTape(Consumer<SweptLevel> sink) {
        this.sink = sink;
    }

    /** Collects the tiers of a bin until {@link #end}. */
    void collect(PositionSide side, int bin, double usd) {
        (side == PositionSide.LONG ? longs : shorts).merge(bin, usd, Double::sum);
    }

    /** The sweep is over: what it collected becomes levels. */
    void end(Venue venue, long millis) {
        append(venue, PositionSide.LONG, millis, longs);
        append(venue, PositionSide.SHORT, millis, shorts);
        while (!levels.isEmpty() && (levels.size() > MOST || levels.getFirst().millis() < millis - KEPT_MILLIS)) {
            levels.removeFirst();
        }
    }

    private void append(Venue venue, PositionSide side, long millis, Map<Integer, Double> swept) {
        swept.forEach((bin, usd) -> {
            if (usd >= LEAST_USD) {
                SweptLevel level = new SweptLevel(venue, side, millis, bin, usd);
                levels.addLast(level);
                sink.accept(level);
            }
        });
        swept.clear();
    }

    /** Levels swept at that time or later, oldest first. */
    public List<SweptLevel> since(long millis) {
        Deque<SweptLevel> found = new ArrayDeque<>();
        Iterator<SweptLevel> newestFirst = levels.descendingIterator();
        while (newestFirst.hasNext()) {
            SweptLevel level = newestFirst.next();
            if (level.millis() < millis) {
                break;
            }
            found.addFirst(level);
        }
        return new ArrayList<>(found);
    }

    /** USD of one side swept at that time or later. */
    public double totalUsd(PositionSide side, long sinceMillis) {
        double total = 0;
        for (SweptLevel level : since(sinceMillis)) {
            total += level.side() == side ? level.usd() : 0;
        }
        return total;
    }
}
