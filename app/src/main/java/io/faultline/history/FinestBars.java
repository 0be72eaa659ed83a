package io.faultline.history;

import io.faultline.market.HistoryBar;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts bars of several lengths together so that none overlap: an hour is told by shorter bars if they know all of it, else
 * by its own bar, else by what shorter bars there are; and so within it.
 */
final class FinestBars {
    /** Shortest first; each fits a whole number of times into the next. */
    static final List<Timeframe> LENGTHS =
            List.of(Timeframe.MINUTE, Timeframe.FIVE_MINUTES, Timeframe.QUARTER_HOUR, Timeframe.HOUR);

    private final Map<Timeframe, Map<Long, HistoryBar>> bars = new EnumMap<>(Timeframe.class);
    private Coverage shorter = Coverage.NONE;
    private final Map<Timeframe, Coverage> knownByShorter = new EnumMap<>(Timeframe.class);

    /** In the order of {@link #LENGTHS}. */
    void add(Timeframe timeframe, List<HistoryBar> ofLength, Coverage coverage) {
        Map<Long, HistoryBar> byStart = new HashMap<>();
        ofLength.forEach(bar -> byStart.put(bar.startMillis(), bar));
        bars.put(timeframe, byStart);
        knownByShorter.put(timeframe, shorter);
        shorter = shorter.and(coverage);
    }

    /** Those that begin within the span, oldest first. */
    List<HistoryBar> within(TimeSpan span) {
        List<HistoryBar> finest = new ArrayList<>();
        int longest = LENGTHS.size() - 1;
        long step = LENGTHS.get(longest).millis();
        long from = LENGTHS.get(longest).floor(span.fromMillis());
        for (long start = from; start < span.toMillis(); start += step) {
            collect(longest, start, finest);
        }
        finest.removeIf(bar -> !span.contains(bar.startMillis()));
        return finest;
    }

    private void collect(int length, long start, List<HistoryBar> finest) {
        Timeframe timeframe = LENGTHS.get(length);
        TimeSpan cell = new TimeSpan(start, start + timeframe.millis());
        HistoryBar own = bars.getOrDefault(timeframe, Map.of()).get(start);
        boolean shorterKnow = length > 0
                && knownByShorter.getOrDefault(timeframe, Coverage.NONE).covers(cell);
        if (own != null && !shorterKnow) {
            finest.add(own);
        } else if (length > 0) {
            for (long at = start;
                    at < cell.toMillis();
                    at += LENGTHS.get(length - 1).millis()) {
                collect(length - 1, at, finest);
            }
        }
    }
}
