package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Mass at risk of one venue by side, tier and bin, USD, over {@link Bins#COUNT} bins around the mark. A row is the bins
 * of one side and tier. Rows are closed and decayed by a factor of their own, which is kept beside them: what a cell
 * stores is its mass over that factor, so that a step touches only the bins it deposits in or sweeps.
 */
final class MassCells {
    static final int ROWS = 2 * Tier.COUNT;

    /** A factor below this is multiplied into its cells. */
    private static final double SMALLEST_SCALE = 1e-9;

    private final double[][] stored = new double[ROWS][Bins.COUNT];
    private final double[] scale = new double[ROWS];
    /** Sums of the stored cells by row. */
    private final double[] sum = new double[ROWS];

    /** A row has no mass in bins below or above these, counted from the first of the window. */
    private final int[] lowest = new int[ROWS];

    private final int[] highest = new int[ROWS];
    private int base;
    private double droppedUsd;

    MassCells(int base) {
        this.base = base;
        Arrays.fill(scale, 1);
        Arrays.fill(lowest, Bins.COUNT);
        Arrays.fill(highest, -1);
    }

    static int row(PositionSide side, Tier tier) {
        return (side == PositionSide.LONG ? 0 : Tier.COUNT) + tier.index();
    }

    /** Absolute bin of the first cell. */
    int base() {
        return base;
    }

    /** All mass that ever fell outside the window. */
    double droppedUsd() {
        return droppedUsd;
    }

    double rowMass(int row) {
        return scale[row] * sum[row];
    }

    double sideMass(PositionSide side) {
        int first = side == PositionSide.LONG ? 0 : Tier.COUNT;
        double mass = 0;
        for (int row = first; row < first + Tier.COUNT; row++) {
            mass += rowMass(row);
        }
        return mass;
    }

    /** Mass of one cell; 0 outside the window. */
    double cell(int row, int bin) {
        int i = bin - base;
        return i < 0 || i >= Bins.COUNT ? 0 : scale[row] * stored[row][i];
    }

    /** Shares the mass between the two bins whose centres are nearest. */
    void add(int row, double position, double usd) {
        double floor = Math.floor(position);
        int bin = (int) floor;
        double upper = usd * (position - floor);
        put(row, bin, usd - upper);
        put(row, bin + 1, upper);
    }

    private void put(int row, int bin, double usd) {
        int i = bin - base;
        if (i < 0 || i >= Bins.COUNT) {
            droppedUsd += usd;
            return;
        }
        double value = usd / scale[row];
        stored[row][i] += value;
        sum[row] += value;
        lowest[row] = Math.min(lowest[row], i);
        highest[row] = Math.max(highest[row], i);
    }

    /**
     * Empties the bins that price has passed: those of longs with centres from {@code low} up, those of shorts up to
     * {@code high}. Adds their mass to {@code swept}, longs first.
     */
    void sweep(double low, double high, double[] swept, SweepSink sink) {
        int first = Bins.firstAtOrAbove(low) - base;
        int last = Bins.lastAtOrBelow(high) - base;
        for (int row = 0; row < Tier.COUNT; row++) {
            swept[0] += sweepRow(row, PositionSide.LONG, Math.max(first, lowest[row]), highest[row], sink);
            highest[row] = Math.min(highest[row], first - 1);
        }
        for (int row = Tier.COUNT; row < ROWS; row++) {
            swept[1] += sweepRow(row, PositionSide.SHORT, lowest[row], Math.min(last, highest[row]), sink);
            lowest[row] = Math.max(lowest[row], last + 1);
        }
    }

    private double sweepRow(int row, PositionSide side, int from, int until, SweepSink sink) {
        double[] cells = stored[row];
        double gone = 0;
        for (int i = from; i <= until; i++) {
            if (cells[i] != 0) {
                sink.swept(side, row % Tier.COUNT, base + i, cells[i] * scale[row]);
                gone += cells[i];
                cells[i] = 0;
            }
        }
        // What is left after a large subtraction would be mostly rounding: it is summed anew.
        sum[row] = gone > sum[row] / 2 ? total(cells) : sum[row] - gone;
        return gone * scale[row];
    }

    /** Multiplies a row by a factor of 0 to 1. */
    void scaleRow(int row, double factor) {
        scale[row] *= factor;
        if (scale[row] < SMALLEST_SCALE) {
            for (int i = 0; i < Bins.COUNT; i++) {
                stored[row][i] *= scale[row];
            }
            scale[row] = 1;
            sum[row] = total(stored[row]);
        }
    }

    /** Moves the window so that this bin is in its middle; mass that falls out of it is dropped. */
    void centreOn(int bin) {
        int shift = bin - Bins.COUNT / 2 - base;
        if (shift == 0) {
            return;
        }
        for (int row = 0; row < ROWS; row++) {
            double before = total(stored[row]);
            shift(stored[row], shift);
            sum[row] = total(stored[row]);
            droppedUsd += (before - sum[row]) * scale[row];
            lowest[row] = Math.max(0, lowest[row] - shift);
            highest[row] = Math.min(Bins.COUNT - 1, highest[row] - shift);
        }
        base += shift;
    }

    private static void shift(double[] cells, int shift) {
        int kept = Math.max(0, Bins.COUNT - Math.abs(shift));
        if (shift > 0) {
            System.arraycopy(cells, Bins.COUNT - kept, cells, 0, kept);
            Arrays.fill(cells, kept, Bins.COUNT, 0);
        } else {
            System.arraycopy(cells, 0, cells, Bins.COUNT - kept, kept);
            Arrays.fill(cells, 0, Bins.COUNT - kept, 0);
        }
    }

    private static double total(double[] cells) {
        double total = 0;
        for (double cell : cells) {
            total += cell;
        }
        return total;
    }

    /** The masses of a row, first bin first. */
    void copyRow(int row, float[] into) {
        for (int i = lowest[row]; i <= highest[row]; i++) {
            into[i] = (float) (stored[row][i] * scale[row]);
        }
    }

    /** Adds the masses of a row, times a factor, to bins that begin at another base; what lies outside is left out. */
    void addRowTo(double[] bins, int binsBase, int row, double factor) {
        int move = base - binsBase;
        int from = Math.max(lowest[row], -move);
        int until = Math.min(highest[row], bins.length - 1 - move);
        double times = scale[row] * factor;
        double[] cells = stored[row];
        for (int i = from; i <= until; i++) {
            bins[i + move] += cells[i] * times;
        }
    }

    void figures(DoubleConsumer sink) {
        sink.accept(base);
        for (int row = 0; row < ROWS; row++) {
            sink.accept(lowest[row]);
            sink.accept(highest[row]);
            for (int i = lowest[row]; i <= highest[row]; i++) {
                sink.accept(stored[row][i] * scale[row]);
            }
        }
    }

    /** Puts back what {@link #copyRow} gave; the window must stand where it stood. */
    void restoreRow(int row, float[] masses) {
        for (int i = 0; i < Bins.COUNT; i++) {
            stored[row][i] = masses[i];
        }
        scale[row] = 1;
        sum[row] = total(stored[row]);
        lowest[row] = 0;
        highest[row] = Bins.COUNT - 1;
    }
}
