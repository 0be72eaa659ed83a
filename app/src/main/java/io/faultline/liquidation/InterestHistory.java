package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.List;

/** Fills in open interest that a venue's history does not give for each bar, model 6.2. */
public final class InterestHistory {
    private InterestHistory() {}

    /** Between two samples, the change is shared among the bars by their volume. */
    public static List<GridBar> sharedByVolume(List<GridBar> bars) {
        List<GridBar> filled = new ArrayList<>(bars);
        int last = -1;
        for (int i = 0; i < bars.size(); i++) {
            if (!Double.isNaN(bars.get(i).openInterest())) {
                if (last >= 0 && i > last + 1) {
                    share(filled, last, i);
                }
                last = i;
            }
        }
        return filled;
    }

    private static void share(List<GridBar> bars, int from, int until) {
        double volume = 0;
        for (int i = from + 1; i <= until; i++) {
            volume += bars.get(i).volumeUsd();
        }
        double start = bars.get(from).openInterest();
        double change = bars.get(until).openInterest() - start;
        double before = 0;
        for (int i = from + 1; i < until; i++) {
            before += bars.get(i).volumeUsd();
            double share = volume > 0 ? before / volume : (i - from) / (double) (until - from);
            bars.set(i, bars.get(i).withOpenInterest(start + change * share));
        }
    }

    /**
     * The course of other venues' open interest, scaled so that it ends at this venue's own.
     *
     * @param current this venue's open interest of now, coins
     * @param others bars of venues that have a history of it
     */
    public static List<GridBar> shapedLike(List<List<GridBar>> others, List<GridBar> bars, double current) {
        return shaped(others, bars, Long.MAX_VALUE, current);
    }

    /** The same for what lies before this venue's own first sample, to which it leads. */
    public static List<GridBar> shapedBefore(List<List<GridBar>> others, List<GridBar> bars) {
        for (GridBar bar : bars) {
            if (!Double.isNaN(bar.openInterest())) {
                return shaped(others, bars, bar.endMillis(), bar.openInterest());
            }
        }
        return bars;
    }

    private static List<GridBar> shaped(
            List<List<GridBar>> others, List<GridBar> bars, long untilMillis, double value) {
        double end = sum(others.stream().map(Cursor::new).toList(), untilMillis);
        List<Cursor> cursors = others.stream().map(Cursor::new).toList();
        List<GridBar> filled = new ArrayList<>(bars.size());
        for (GridBar bar : bars) {
            if (bar.endMillis() >= untilMillis) {
                filled.add(bar);
            } else {
                double then = sum(cursors, bar.endMillis());
                filled.add(bar.withOpenInterest(then > 0 && end > 0 ? then / end * value : Double.NaN));
            }
        }
        return filled;
    }

    private static double sum(List<Cursor> cursors, long millis) {
        double sum = 0;
        for (Cursor cursor : cursors) {
            sum += cursor.at(millis);
        }
        return sum;
    }

    /** The last open interest known by a time; before the first one, the first. */
    private static final class Cursor {
        private final List<GridBar> bars;
        private int next;
        private double coins;

        Cursor(List<GridBar> bars) {
            this.bars = bars;
            coins = bars.stream()
                    .mapToDouble(GridBar::openInterest)
                    .filter(each -> !Double.isNaN(each))
                    .findFirst()
                    .orElse(0);
        }

        double at(long millis) {
            while (next < bars.size() && bars.get(next).endMillis() <= millis) {
                double known = bars.get(next).openInterest();
                coins = Double.isNaN(known) ? coins : known;
                next++;
            }
            return coins;
        }
    }
}
