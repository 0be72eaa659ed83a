package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;

/**
 * Turns the bins of one column into the pixels of one column. Where several bins fall into a pixel the largest is
 * drawn, so that a wall never fades by zooming out; where a bin covers several pixels they are alike.
 */
final class ColumnPainter {
    /** Stands for depth of which nobody has said anything; not a premultiplied colour, so no colour can be mistaken for it. */
    static final int UNSEEN = 1;

    private static final int MOST_BINS = 1 << 20;

    private final ColourTable colours;
    private double binWidth;
    private long[] firstBin = new long[0];
    private long[] lastBin = new long[0];
    private boolean[] few = new boolean[0];

    ColumnPainter(ColourTable colours) {
        this.colours = colours;
    }

    /** Prepares for a view and a width of bins; free when both are the last ones. */
    void aim(HeatView view, double width, boolean newView) {
        if (!newView && width == binWidth) {
            return;
        }
        binWidth = width;
        int rows = view.rows();
        if (firstBin.length != rows) {
            firstBin = new long[rows];
            lastBin = new long[rows];
            few = new boolean[rows];
        }
        for (int row = 0; row < rows; row++) {
            double bottom = view.low() + (rows - 1 - row) * view.pricePerRow();
            long first = LiveDepth.bin(bottom, width);
            long last = LiveDepth.bin(bottom + view.pricePerRow(), width);
            if (last > first && Math.abs(last * width - bottom - view.pricePerRow()) < width * 1e-6) {
                last--;
            }
            if (view.pricePerRow() < width) {
                first = LiveDepth.bin(bottom + view.pricePerRow() / 2, width);
                last = first;
            }
            firstBin[row] = first;
            lastBin[row] = Math.max(first, last);
        }
    }

    void paint(DepthColumn column, int[] argb) {
        long first = column.firstBin();
        long end = first + column.bins();
        for (int row = 0; row < firstBin.length; row++) {
            long from = Math.max(firstBin[row], first);
            long to = Math.min(lastBin[row], end - 1);
            few[row] = false;
            if (from > to) {
                argb[row] = UNSEEN;
                continue;
            }
            int level = 0;
            boolean seen = false;
            for (long bin = from; bin <= to; bin++) {
                int offset = (int) (bin - first);
                level = Math.max(level, column.level(offset));
                int seeing = column.venuesSeeing(offset);
                seen |= seeing > 0 && column.complete();
                few[row] |= seeing < column.venues();
            }
            argb[row] = level == 0 && !seen ? UNSEEN : colours.argb(level);
        }
    }

    void paint(LiveDepth live, int[] argb) {
        for (int row = 0; row < firstBin.length; row++) {
            double usd = 0;
            boolean seen = false;
            few[row] = false;
            for (long bin = firstBin[row]; bin <= lastBin[row]; bin++) {
                usd = Math.max(usd, live.bidUsd(bin) + live.askUsd(bin));
                seen |= live.seen(bin);
                few[row] |= !live.seenByAll(bin);
            }
            argb[row] = usd > 0 ? colours.argb(DepthColumn.levelOfUsd(usd)) : seen ? 0 : UNSEEN;
        }
    }

    /** Whether in that row of what was painted last some venue's orders are not seen: the depth is a lower bound. */
    boolean few(int row) {
        return few[row];
    }

    /** Lowest bin that shows. */
    long lowestBin() {
        return firstBin[firstBin.length - 1];
    }

    /** How many bins show; of more than a million the lowest. */
    int bins() {
        return (int) Math.min(MOST_BINS, lastBin[0] - lowestBin() + 1);
    }
}
