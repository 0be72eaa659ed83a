package io.faultline.liquidation;

import java.util.ArrayList;
import java.util.List;

/** The grids as they stood at a moment of the past, or as they would stand if only a window counted, model 10. */
public final class PastState {
    private PastState() {}

    /**
     * Computed anew from the inputs, in some ten milliseconds for 30 days of four venues; on any thread. A venue of which
     * nothing was known yet is left out.
     *
     * @param window the look-back, if only positions built within it count
     * @param atMillis the moment, exchange time
     */
    public static List<GridSnapshot> at(
            List<VenueInputs> inputs, ModelParameters parameters, LookBack lookBack, Window window, long atMillis) {
        PictureRequest request = new PictureRequest(Selection.ALL, Basis.AT_RISK, lookBack, window, atMillis);
        List<GridSnapshot> snapshots = new ArrayList<>();
        for (VenueInputs venue : inputs) {
            List<GridBar> bars = request.barsOf(venue);
            if (!bars.isEmpty() && bars.get(0).startMillis() < atMillis) {
                HistoryRun run = new HistoryRun(venue.tables(), parameters, bars, request.stockUntilMillis());
                run.advanceTo(atMillis);
                snapshots.add(GridSnapshot.of(
                        venue.venue(), run.millis(), run.grid(), run.grid().mark()));
            }
        }
        return snapshots;
    }
}
