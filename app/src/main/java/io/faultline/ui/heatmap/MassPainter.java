package io.faultline.ui.heatmap;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.HeatSlice;
import io.faultline.market.PositionSide;

/**
 * Turns the bins of a slice into the pixels of one column. Where several bins fall into a pixel the largest is drawn, so
 * that a level never fades by zooming out; where a bin covers several pixels they are alike.
 */
final class MassPainter {
    private static final int NONE = Integer.MIN_VALUE;
    /** Keeps a price on a bin's lower edge out of the bin below the next one. */
    private static final double JUST_BELOW = 1 - 1e-12;

    private int[] firstBin = new int[0];
    private int[] lastBin = new int[0];
    private int lowest;
    private int highest;

    void aim(HeatView view) {
        int rows = view.rows();
        if (firstBin.length != rows) {
            firstBin = new int[rows];
            lastBin = new int[rows];
        }
        lowest = Integer.MAX_VALUE;
        highest = NONE;
        for (int row = 0; row < rows; row++) {
            double bottom = view.low() + (rows - 1 - row) * view.pricePerRow();
            double middle = bottom + view.pricePerRow() / 2;
            if (middle <= 0) {
                firstBin[row] = NONE;
                lastBin[row] = NONE;
                continue;
            }
            boolean finer = view.pricePerRow() < middle * Bins.WIDTH;
            firstBin[row] = Bins.of(finer || bottom <= 0 ? middle : bottom);
            lastBin[row] = finer ? firstBin[row] : Bins.of((bottom + view.pricePerRow()) * JUST_BELOW);
            lowest = Math.min(lowest, firstBin[row]);
            highest = Math.max(highest, lastBin[row]);
        }
    }

    /** The lowest bin that shows. */
    int lowestBin() {
        return highest == NONE ? 0 : lowest;
    }

    /** How many bins show, from the lowest to the highest. */
    int bins() {
        return highest == NONE ? 0 : highest - lowest + 1;
    }

    /** @param slice the bins that show; pixels without anything become 0 */
    void paint(HeatSlice slice, MassColours colours, int[] argb) {
        for (int row = 0; row < firstBin.length; row++) {
            boolean same = row > 0 && firstBin[row] == firstBin[row - 1] && lastBin[row] == lastBin[row - 1];
            argb[row] = same ? argb[row - 1] : colour(slice, colours, row);
        }
    }

    private int colour(HeatSlice slice, MassColours colours, int row) {
        if (firstBin[row] == NONE) {
            return 0;
        }
        int longs = 0;
        int shorts = 0;
        int band = 0;
        for (int bin = firstBin[row]; bin <= lastBin[row]; bin++) {
            int at = bin - slice.firstBin();
            int itsLongs = slice.painted(PositionSide.LONG, at) & 0xff;
            int itsShorts = slice.painted(PositionSide.SHORT, at) & 0xff;
            if (Math.max(itsLongs, itsShorts) > Math.max(longs, shorts)) {
                band = slice.largest(at);
            }
            longs = Math.max(longs, itsLongs);
            shorts = Math.max(shorts, itsShorts);
        }
        return colours.argb(longs, shorts, band);
    }
}
