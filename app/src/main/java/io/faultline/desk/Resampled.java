package io.faultline.desk;

import io.faultline.liquidation.GridBar;
import io.faultline.signal.PriceBar;
import java.util.ArrayList;
import java.util.List;

/** One venue's bars put together into cells of equal length; a longer bar stands in the cell that it ends in. */
final class Resampled {
    private final List<Long> ends = new ArrayList<>();
    private final List<PriceBar> cells = new ArrayList<>();

    /**
     * @param bars oldest first
     * @param cellMillis length of a cell
     * @param fromMillis bars that end at this time or before are left out
     */
    Resampled(List<GridBar> bars, long cellMillis, long fromMillis) {
        for (GridBar bar : bars) {
            if (bar.endMillis() > fromMillis) {
                add(bar, (Math.floorDiv(bar.endMillis() - 1, cellMillis) + 1) * cellMillis);
            }
        }
    }

    private void add(GridBar bar, long end) {
        double usd = bar.areTradesKnown() ? bar.buyUsd() + bar.sellUsd() : 0;
        int last = cells.size() - 1;
        if (last >= 0 && ends.get(last) == end) {
            PriceBar cell = cells.get(last);
            cells.set(
                    last,
                    new PriceBar(
                            cell.open(),
                            Math.max(cell.high(), bar.high()),
                            Math.min(cell.low(), bar.low()),
                            bar.close(),
                            cell.volumeUsd() + usd));
        } else {
            ends.add(end);
            cells.add(new PriceBar(bar.open(), bar.high(), bar.low(), bar.close(), usd));
        }
    }

    /** Oldest first; the last may still form. */
    List<PriceBar> bars() {
        return cells;
    }

    double[] closes() {
        return cells.stream().mapToDouble(PriceBar::close).toArray();
    }

    int count() {
        return cells.size();
    }

    long endMillis(int cell) {
        return ends.get(cell);
    }

    double close(int cell) {
        return cells.get(cell).close();
    }
}
