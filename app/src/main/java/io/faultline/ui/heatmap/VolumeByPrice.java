package io.faultline.ui.heatmap;

import io.faultline.desk.Bar;
import io.faultline.desk.DeskView;
import io.faultline.desk.TimeLog;
import java.util.Arrays;
import java.util.List;

/**
 * What was bought and sold at each price over a stretch of time, USD. Bars do not say at which price within them what was
 * traded: a bar's volume is spread evenly over its range, as for the volume nodes of {@code model.md} 26. So the shortest bars
 * that there are count, and longer ones only where the shorter have not been kept.
 */
final class VolumeByPrice {
    /** After so many bars those of the next length are fine enough. */
    private static final int ENOUGH = 4_000;

    private double low;
    private double rowPrice = 1;
    private int rows;
    private double[] bought = new double[0];
    private double[] sold = new double[0];
    private double boughtUsd;
    private double soldUsd;
    private int most;

    /**
     * Sums it up in rows of a height.
     *
     * @param lowest price at the bottom of the lowest row
     * @param row height of a row, in price
     * @param count how many rows there are; what was traded beyond them is left out
     */
    void gather(DeskView view, long fromNanos, long toNanos, double lowest, double row, int count) {
        low = lowest;
        rowPrice = row;
        rows = count;
        if (bought.length < rows) {
            bought = new double[rows];
            sold = new double[rows];
        }
        Arrays.fill(bought, 0, rows, 0);
        Arrays.fill(sold, 0, rows, 0);
        boughtUsd = 0;
        soldUsd = 0;
        Bar forming = view.forming();
        long until = toNanos;
        if (forming != null && forming.startNanos() < toNanos && forming.startNanos() >= fromNanos) {
            add(forming);
            until = forming.startNanos();
        }
        List<TimeLog<Bar>> logs = view.history().bars();
        for (int i = 0; i < logs.size(); i++) {
            boolean last = i + 1 == logs.size();
            until = addBack(
                    logs.get(i), fromNanos, until, last ? 0 : logs.get(i + 1).cellNanos());
        }
        most = 0;
        for (int i = 1; i < rows; i++) {
            most = bought[i] + sold[i] > bought[most] + sold[most] ? i : most;
        }
    }

    /**
     * Adds the bars of a log that end by that time, newest first; how far back they reach.
     *
     * @param longer of the log that goes on where this one is left; 0 for none
     */
    private long addBack(TimeLog<Bar> log, long fromNanos, long until, long longer) {
        long reached = until;
        int added = 0;
        for (long number = log.end() - 1; number >= log.begin(); number--) {
            Bar bar = log.get(number);
            if (bar == null || bar.startNanos() < fromNanos) {
                break;
            }
            if (bar.startNanos() + bar.lengthNanos() <= reached) {
                add(bar);
                reached = bar.startNanos();
                added++;
                if (longer > 0 && added >= ENOUGH && reached % longer == 0) {
                    break;
                }
            }
        }
        return reached;
    }

    private void add(Bar bar) {
        double bottom = (bar.low() - low) / rowPrice;
        double top = (bar.high() - low) / rowPrice;
        if (!(top >= 0) || !(bottom < rows)) {
            return;
        }
        int from = (int) Math.floor(bottom);
        int to = (int) Math.floor(top);
        double share = 1.0 / (to - from + 1.0);
        for (int row = Math.max(0, from); row <= Math.min(rows - 1, to); row++) {
            bought[row] += bar.buyUsd() * share;
            sold[row] += bar.sellUsd() * share;
            boughtUsd += bar.buyUsd() * share;
            soldUsd += bar.sellUsd() * share;
        }
    }

    int rows() {
        return rows;
    }

    double rowLow(int row) {
        return low + row * rowPrice;
    }

    double rowPrice() {
        return rowPrice;
    }

    double bought(int row) {
        return bought[row];
    }

    double sold(int row) {
        return sold[row];
    }

    /** Row with the most, the lowest of equal ones. */
    int most() {
        return most;
    }

    /** Row of a price; −1 beside them all. */
    int rowAt(double price) {
        double row = Math.floor((price - low) / rowPrice);
        return row >= 0 && row < rows ? (int) row : -1;
    }

    /** All of it, USD. */
    double usd() {
        return boughtUsd + soldUsd;
    }
}
