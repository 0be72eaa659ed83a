package io.faultline.ui.heatmap;

import io.faultline.desk.LargeTrade;
import io.faultline.desk.TimeLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The largest trades of the time in view. */
final class TradeBubbles {
    static final int MOST = 40;

    /** Of what the desk keeps, a hundredth of all, this share is large unless the user says otherwise: one in a thousand. */
    private static final double SHARE = 0.1;

    /** How many more have to come until the usual least size is worked out again. */
    private static final int PATIENCE = 50;

    private final List<LargeTrade> chosen = new ArrayList<>();
    private @Nullable TimeLog<LargeTrade> log;
    private long seenEnd;
    private long from;
    private long to;
    private double leastUsd;
    private long judgedEnd = -1;
    private double usualUsd;

    /**
     * The largest of that stretch, largest first; computed again only when something changed.
     *
     * @param least those of fewer USD are left out; 0 for what is large on this tape
     */
    List<LargeTrade> in(TimeLog<LargeTrade> trades, long fromNanos, long toNanos, double least) {
        boolean sameTime = from == fromNanos && to == toNanos;
        if (log == trades && seenEnd == trades.end() && sameTime && leastUsd == least) {
            return chosen;
        }
        boolean another = log != trades;
        log = trades;
        seenEnd = trades.end();
        from = fromNanos;
        to = toNanos;
        leastUsd = least;
        double wanted = least > 0 ? least : usual(trades, another);
        chosen.clear();
        for (long number = seenEnd - 1; number >= trades.begin(); number--) {
            LargeTrade trade = trades.get(number);
            if (trade == null || trade.timeNanos() >= toNanos) {
                continue;
            }
            if (trade.timeNanos() < fromNanos) {
                break;
            }
            if (trade.usd() >= wanted) {
                chosen.add(trade);
            }
        }
        chosen.sort(Comparator.comparingDouble(LargeTrade::usd).reversed());
        if (chosen.size() > MOST) {
            chosen.subList(MOST, chosen.size()).clear();
        }
        return chosen;
    }

    /** What one trade in a thousand of the tape reaches, USD. */
    private double usual(TimeLog<LargeTrade> trades, boolean another) {
        boolean young = seenEnd < 20L * PATIENCE;
        if (another || young || seenEnd - judgedEnd >= PATIENCE) {
            judgedEnd = seenEnd;
            double[] sizes = new double[(int) (seenEnd - trades.begin())];
            int count = 0;
            for (long number = trades.begin(); number < seenEnd; number++) {
                LargeTrade trade = trades.get(number);
                if (trade != null) {
                    sizes[count++] = trade.usd();
                }
            }
            Arrays.sort(sizes, 0, count);
            usualUsd = count == 0 ? 0 : sizes[(int) Math.floor((count - 1) * (1 - SHARE))];
        }
        return usualUsd;
    }
}
