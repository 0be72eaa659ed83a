package io.faultline.desk;

import io.faultline.market.Venue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What was bought and sold at each price on several venues, summed into rows of one price grid. Drawn as {@link
 * MergedDepth}: keep one, {@link #fill} it on each pulse with the same rows, read by index. One thread.
 */
public final class MergedTrades implements TradedVolume.Row {
    private double[] bought = new double[0];
    private double[] sold = new double[0];
    private PriceGrid grid = new PriceGrid(1, 0);
    private int priceScale;
    private long low;
    private int rows;
    private long sinceNanos;

    /** Sums up anew; see {@link MergedDepth#fill}. A venue whose contracts nobody has sized yet is left out. */
    public void fill(DeskView view, Set<Venue> chosen, double step, long lowRow, int rowCount) {
        grid = PriceGrid.of(step);
        low = lowRow;
        rows = rowCount;
        sinceNanos = 0;
        if (bought.length < rowCount) {
            bought = new double[rowCount];
            sold = new double[rowCount];
        }
        Arrays.fill(bought, 0, rowCount, 0);
        Arrays.fill(sold, 0, rowCount, 0);
        List<VenueView> venues = view.venues();
        for (int i = 0; i < venues.size(); i++) {
            VenueView venue = venues.get(i);
            if (chosen.contains(venue.instrument().venue())) {
                TradedVolume traded = venue.traded();
                priceScale = traded.priceScale();
                sinceNanos = Math.max(sinceNanos, traded.sinceNanos());
                traded.visit(grid.first(low, priceScale), grid.first(low + rows, priceScale), this);
            }
        }
    }

    @Override
    public void add(long price, double boughtUsd, double soldUsd) {
        int index = (int) (grid.row(price, priceScale) - low);
        bought[index] += boughtUsd;
        sold[index] += soldUsd;
    }

    public int rows() {
        return rows;
    }

    /** Taker buys in the row at that index, USD. */
    public double boughtUsd(int index) {
        return bought[index];
    }

    /** Taker sells in the row at that index, USD. */
    public double soldUsd(int index) {
        return sold[index];
    }

    /** From when on every venue in it has been counted, nanoseconds since 1970; 0 with no trade. */
    public long sinceNanos() {
        return sinceNanos;
    }
}
