package io.faultline.ui.heatmap;

import io.faultline.desk.Bar;
import io.faultline.desk.DeskView;
import io.faultline.ui.panel.GatheredBars;
import java.util.Arrays;

/**
 * Bars of one length over a stretch of time, gathered from logs of shorter ones. A stretch without a trade has no bar.
 * Its arrays are used again from drawing to drawing.
 */
final class Candles {
    private long lengthNanos = 1;
    private long firstNumber;
    private int count;
    private double[] open = new double[0];
    private double[] high = new double[0];
    private double[] low = new double[0];
    private double[] close = new double[0];
    private double[] usd = new double[0];

    /** Gathers the bars of that length that lie in {@code fromNanos} to {@code toNanos}, at least in part. */
    void gather(DeskView view, long length, long fromNanos, long toNanos) {
        lengthNanos = length;
        firstNumber = Math.floorDiv(fromNanos, length);
        count = (int) Math.max(0, Math.floorDiv(toNanos - 1, length) - firstNumber + 1);
        if (open.length < count) {
            open = new double[count];
            high = new double[count];
            low = new double[count];
            close = new double[count];
            usd = new double[count];
        }
        Arrays.fill(open, 0, count, Double.NaN);
        GatheredBars.each(view.history(), view.forming(), length, firstNumber * length, toNanos, this::add);
    }

    private void add(Bar bar) {
        int at = (int) (Math.floorDiv(bar.startNanos(), lengthNanos) - firstNumber);
        if (at < 0 || at >= count) {
            return;
        }
        if (Double.isNaN(open[at])) {
            open[at] = bar.open();
            high[at] = bar.high();
            low[at] = bar.low();
            usd[at] = 0;
        } else {
            high[at] = Math.max(high[at], bar.high());
            low[at] = Math.min(low[at], bar.low());
        }
        close[at] = bar.close();
        usd[at] += bar.buyUsd() + bar.sellUsd();
    }

    long lengthNanos() {
        return lengthNanos;
    }

    /** How many stretches there are, with and without a trade. */
    int count() {
        return count;
    }

    boolean traded(int index) {
        return !Double.isNaN(open[index]);
    }

    long startNanos(int index) {
        return (firstNumber + index) * lengthNanos;
    }

    /** Number of the bar that covers an instant, or -1 where none was gathered or nothing traded. */
    int indexAt(long nanos) {
        long index = Math.floorDiv(nanos, lengthNanos) - firstNumber;
        return index >= 0 && index < count && traded((int) index) ? (int) index : -1;
    }

    /** Notional of all its trades, USD. */
    double usd(int index) {
        return usd[index];
    }

    double open(int index) {
        return open[index];
    }

    double high(int index) {
        return high[index];
    }

    double low(int index) {
        return low[index];
    }

    double close(int index) {
        return close[index];
    }
}
