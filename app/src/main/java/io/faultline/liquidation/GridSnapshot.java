package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;

/**
 * A copy of one venue's grid at one moment: what every picture is computed from, and what is kept for a restart.
 * Immutable, safe on any thread. Masses are single precision.
 */
public final class GridSnapshot {
    private final Venue venue;
    private final long exchangeMillis;
    private final int base;
    private final double mark;
    private final double openInterest;
    private final double carryUsd;
    private final float[][] rows;
    private final Calibration longs;
    private final Calibration shorts;

    GridSnapshot(
            Venue venue,
            long exchangeMillis,
            int base,
            double[] figures,
            float[][] rows,
            Calibration longs,
            Calibration shorts) {
        this.venue = venue;
        this.exchangeMillis = exchangeMillis;
        this.base = base;
        this.mark = figures[0];
        this.openInterest = figures[1];
        this.carryUsd = figures[2];
        this.rows = rows;
        this.longs = longs;
        this.shorts = shorts;
    }

    /**
     * Copies the grid as it stands.
     *
     * @param exchangeMillis end of its last step
     * @param mark the newest; it may be later than that step
     */
    public static GridSnapshot of(Venue venue, long exchangeMillis, VenueGrid grid, double mark) {
        float[][] rows = new float[MassCells.ROWS][Bins.COUNT];
        for (int row = 0; row < rows.length; row++) {
            grid.cells().copyRow(row, rows[row]);
        }
        return new GridSnapshot(
                venue,
                exchangeMillis,
                grid.base(),
                new double[] {mark, grid.openInterest(), grid.carryUsd()},
                rows,
                grid.calibration(PositionSide.LONG).copy(),
                grid.calibration(PositionSide.SHORT).copy());
    }

    /** The same masses with other reported shares. */
    GridSnapshot calibratedAs(Calibration ofLongs, Calibration ofShorts) {
        double[] figures = {mark, openInterest, carryUsd};
        return new GridSnapshot(venue, exchangeMillis, base, figures, rows, ofLongs.copy(), ofShorts.copy());
    }

    public Venue venue() {
        return venue;
    }

    /** End of the last step that it holds, exchange time. */
    public long exchangeMillis() {
        return exchangeMillis;
    }

    /** Absolute bin of the first cell of each row. */
    public int base() {
        return base;
    }

    public double mark() {
        return mark;
    }

    /** Coins; NaN if not known. */
    public double openInterest() {
        return openInterest;
    }

    /** Open interest at the mark; 0 if not known. */
    public double openInterestUsd() {
        return Double.isNaN(openInterest) ? 0 : openInterest * mark;
    }

    public double carryUsd() {
        return carryUsd;
    }

    /** Mass of one bin, USD; 0 outside the window. */
    public double massUsd(PositionSide side, Tier tier, int bin) {
        int i = bin - base;
        return i < 0 || i >= Bins.COUNT ? 0 : rows[MassCells.row(side, tier)][i];
    }

    /** What is expected to be reported of a mass of this venue and side. */
    public ForcedFlow expect(PositionSide side, double massUsd) {
        return calibration(side).expect(massUsd);
    }

    /** What share of swept mass of this side the venue is expected to report. */
    public double reportedShare(PositionSide side) {
        return calibration(side).share();
    }

    float[] row(int row) {
        return rows[row];
    }

    Calibration calibration(PositionSide side) {
        return side == PositionSide.LONG ? longs : shorts;
    }
}
