package io.faultline.liquidation;

import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The grids that one picture is painted from: fresh ones, run through the inputs of the chosen venues. */
final class HeatSources {
    private final Map<Venue, HistoryRun> runs = new EnumMap<>(Venue.class);
    private final List<HeatPainter.Source> sources = new ArrayList<>();
    private final HeatPainter painter;

    HeatSources(List<VenueInputs> inputs, ModelParameters parameters, PictureRequest request) {
        painter = new HeatPainter(request.selection().tiers());
        for (VenueInputs venue : inputs) {
            List<GridBar> bars = request.barsOf(venue);
            if (!bars.isEmpty() && request.selection().venues().contains(venue.venue())) {
                add(
                        venue,
                        new HistoryRun(venue.tables(), parameters, bars, request.stockUntilMillis()),
                        request.basis());
            }
        }
    }

    private void add(VenueInputs venue, HistoryRun run, Basis basis) {
        boolean atRisk = basis == Basis.AT_RISK;
        HeatPainter.Source source =
                new HeatPainter.Source(run.grid(), atRisk ? 1 : venue.longShare(), atRisk ? 1 : venue.shortShare());
        painter.watch(source);
        runs.put(venue.venue(), run);
        sources.add(source);
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Steps all bars that end by that time. Whether there was one. */
    boolean advanceTo(long untilMillis) {
        boolean moved = false;
        for (HistoryRun run : runs.values()) {
            moved |= run.advanceTo(untilMillis);
        }
        return moved;
    }

    /** Steps what came in since, and sweeps up to the newest marks. */
    void follow(SymbolGrid live) {
        for (Map.Entry<Venue, HistoryRun> each : runs.entrySet()) {
            HistoryRun run = each.getValue();
            live.barsSince(each.getKey(), run.millis()).forEach(run::append);
            run.advanceTo(Long.MAX_VALUE);
            double mark = live.latestMark(each.getKey());
            run.grid().sweep(mark, mark);
        }
    }

    /** Forgets what was swept so far: the next column begins now. */
    void begin() {
        painter.begin(sources);
    }

    HeatColumn paint(long startMillis, long endMillis) {
        return painter.paint(sources, startMillis, endMillis);
    }
}
