package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.Arrays;

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

    private int base;
    /** No long mass lies in a bin above, no short mass in one below. */
    private int highestLong = Integer.MIN_VALUE;

    private int lowestShort = Integer.MAX_VALUE;
    private double droppedUsd;

    MassCells(int base) {
        this.base = base;
        Arrays.fill(scale, 1);
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
        if (row < Tier.COUNT) {
            highestLong = Math.max(highestLong, bin + 1);
        } else {
            lowestShort = Math.min(lowestShort, bin);
        }
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
    }

    /**
     * Empties the bins that price has passed: those of longs with centres from {@code low} up, those of shorts up to
     * {@code high}. Adds their mass to {@code swept}, longs first.
     */
    void sweep(double low, double high, double[] swept, SweepSink sink) {
        if (highestLong != Integer.MIN_VALUE) {
            int first = Bins.firstAtOrAbove(low);
            swept[0] += sweepRows(0, PositionSide.LONG, first, highestLong, sink);
            highestLong = Math.min(highestLong, first - 1);
        }
        if (lowestShort != Integer.MAX_VALUE) {
            int last = Bins.lastAtOrBelow(high);
            swept[1] += sweepRows(Tier.COUNT, PositionSide.SHORT, lowestShort, last, sink);
            lowestShort = Math.max(lowestShort, last + 1);
        }
    }

    private double sweepRows(int firstRow, PositionSide side, int firstBin, int lastBin, SweepSink sink) {
        int from = Math.max(firstBin - base, 0);
        int until = Math.min(lastBin - base, Bins.COUNT - 1);
        double total = 0;
        for (int row = firstRow; from <= until && row < firstRow + Tier.COUNT; row++) {
            double[] cells = stored[row];
            double before = sum[row];
            double gone = 0;
            for (int i = from; i <= until; i++) {
                if (cells[i] != 0) {
                    sink.swept(side, row - firstRow, base + i, cells[i] * scale[row]);
                    gone += cells[i];
                    cells[i] = 0;
                }
            }
            total += gone * scale[row];
            // What is left after a large subtraction would be mostly rounding: it is summed anew.
            sum[row] = gone > before / 2 ? total(cells) : before - gone;
        }
        return total;
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
        for (int i = 0; i < Bins.COUNT; i++) {
            into[i] = (float) (stored[row][i] * scale[row]);
        }
    }

    /** Puts back what {@link #copyRow} gave; the window must stand where it stood. */
    void restoreRow(int row, float[] masses) {
        for (int i = 0; i < Bins.COUNT; i++) {
            stored[row][i] = masses[i];
            if (masses[i] != 0) {
                if (row < Tier.COUNT) {
                    highestLong = Math.max(highestLong, base + i);
                } else {
                    lowestShort = Math.min(lowestShort, base + i);
                }
            }
        }
        scale[row] = 1;
        sum[row] = total(stored[row]);
    }
}
