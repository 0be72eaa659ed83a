package io.faultline.ledger;

import io.faultline.liquidation.BarSeries;
import io.faultline.liquidation.BracketTable;
import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.StepReport;
import io.faultline.liquidation.VenueGrid;
import java.util.List;

/**
 * Runs the model through a venue's bars as if it had been there: each bar is a step, what was reported in it is learned
 * from after it was predicted. Nothing is known of the time before the first bar, and nothing is assumed of it.
 */
public final class HistoryTrial {
    private final BracketTables tables;
    private final ModelParameters parameters;

    public HistoryTrial(BracketTables tables, ModelParameters parameters) {
        this.tables = tables;
        this.parameters = parameters;
    }

    /** Hears of each step, in order of time. */
    @FunctionalInterface
    public interface Watcher {
        /** @param grid as it stands after the bar; to be read only while this is called */
        void stepped(GridBar bar, StepReport report, VenueGrid grid);
    }

    /** @param series at least one bar */
    public void run(BarSeries series, Watcher watcher) {
        List<GridBar> bars = series.bars();
        GridBar first = bars.get(0);
        BracketTable table = tables.at(first.startMillis());
        VenueGrid grid = new VenueGrid(table.scheme(), parameters, first.open(), firstOpenInterest(bars));
        for (GridBar bar : bars) {
            BracketTable valid = tables.at(bar.startMillis());
            if (!valid.equals(table)) {
                table = valid;
                grid.use(table.scheme());
            }
            watcher.stepped(bar, grid.step(bar.toStep()), grid);
        }
    }

    private static double firstOpenInterest(List<GridBar> bars) {
        return bars.stream()
                .mapToDouble(GridBar::openInterest)
                .filter(coins -> !Double.isNaN(coins))
                .findFirst()
                .orElse(Double.NaN);
    }
}
