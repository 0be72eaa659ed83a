package io.faultline.liquidation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Steps a new grid through a venue's bars, oldest first. Bars that end before {@code stockUntilMillis} lay the stock of
 * positions that existed when history begins, model 6.3.
 */
public final class HistoryRun {
    /** Half of the open interest that existed is taken to be levered positions whose entries the bars show. */
    private static final double STOCK_SHARE = .5;

    private final BracketTables tables;
    private final Deque<GridBar> ahead;
    private final VenueGrid grid;
    private final double stockPerVolume;
    private BracketTable table;
    private int stockBars;
    private long millis;

    /** @param bars at least one, as a {@link BarSeries} has them */
    public HistoryRun(BracketTables tables, ModelParameters parameters, List<GridBar> bars, long stockUntilMillis) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("no bars");
        }
        this.tables = tables;
        ahead = new ArrayDeque<>(bars);
        GridBar first = bars.get(0);
        millis = first.startMillis();
        table = tables.at(first.startMillis());
        double coins = firstOpenInterest(bars);
        grid = new VenueGrid(table.scheme(), parameters, first.open(), coins);
        int count = 0;
        double volume = 0;
        while (count < bars.size() && bars.get(count).endMillis() <= stockUntilMillis) {
            volume += bars.get(count).volumeUsd();
            count++;
        }
        stockBars = count;
        double stock = STOCK_SHARE * coins * first.open();
        stockPerVolume = stock > 0 && volume > 0 ? stock / volume : 0;
    }

    /**
     * Goes on with a grid.
     *
     * @param fromMillis end of what it has been through
     * @param bars from there on; may be none
     */
    HistoryRun(BracketTables tables, VenueGrid grid, long fromMillis, List<GridBar> bars) {
        this.tables = tables;
        this.grid = grid;
        ahead = new ArrayDeque<>(bars);
        millis = fromMillis;
        table = tables.at(fromMillis);
        stockPerVolume = 0;
    }

    private static double firstOpenInterest(List<GridBar> bars) {
        for (GridBar bar : bars) {
            if (!Double.isNaN(bar.openInterest())) {
                return bar.openInterest();
            }
        }
        return Double.NaN;
    }

    public VenueGrid grid() {
        return grid;
    }

    /** Adds a bar that begins where the last one ended or later. */
    void append(GridBar bar) {
        ahead.addLast(bar);
    }

    /** End of the last bar that was stepped; the start of the first one before that. */
    public long millis() {
        return millis;
    }

    /** Steps all bars that end by that time. Whether there was one. */
    public boolean advanceTo(long untilMillis) {
        boolean moved = false;
        while (!ahead.isEmpty() && ahead.getFirst().endMillis() <= untilMillis) {
            GridBar bar = ahead.removeFirst();
            step(bar, stockBars > 0);
            stockBars--;
            millis = bar.endMillis();
            moved = true;
        }
        return moved;
    }

    private void step(GridBar bar, boolean isStock) {
        BracketTable valid = tables.at(bar.startMillis());
        if (!valid.equals(table)) {
            table = valid;
            grid.use(table.scheme());
        }
        if (isStock) {
            grid.stock(bar.toStep(), bar.volumeUsd() * stockPerVolume);
        } else {
            grid.step(bar.toStep());
        }
    }
}
