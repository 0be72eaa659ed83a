package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The grids that one picture is painted from: fresh ones, run through the inputs of the chosen venues. */
final class HeatSources {
    private final Map<Venue, HistoryRun> runs = new EnumMap<>(Venue.class);
    private final Map<Venue, HeatPainter.Source> sources = new EnumMap<>(Venue.class);
    private final List<HeatPainter.Source> all = new ArrayList<>();
    private final TradeGaps gaps = new TradeGaps();
    private final Basis basis;
    private final HeatPainter painter;
    private long beginMillis = Long.MAX_VALUE;

    HeatSources(List<VenueInputs> inputs, ModelParameters parameters, PictureRequest request) {
        painter = new HeatPainter(request.selection().tiers());
        basis = request.basis();
        for (VenueInputs venue : inputs) {
            List<GridBar> bars = request.barsOf(venue);
            if (!bars.isEmpty() && request.selection().venues().contains(venue.venue())) {
                bars.forEach(bar -> gaps.see(venue.venue(), bar));
                add(venue, new HistoryRun(venue.tables(), parameters, bars, request.stockUntilMillis()));
            }
        }
    }

    /** Where trades of these venues were lost. */
    List<TradeGap> gaps() {
        return gaps.all();
    }

    private void add(VenueInputs venue, HistoryRun run) {
        HeatPainter.Source source = new HeatPainter.Source(run.grid());
        share(source, venue.longShare(), venue.shortShare());
        painter.watch(source);
        beginMillis = Math.min(beginMillis, run.millis());
        runs.put(venue.venue(), run);
        sources.put(venue.venue(), source);
        all.add(source);
    }

    private void share(HeatPainter.Source source, double ofLongs, double ofShorts) {
        if (basis == Basis.EXPECTED_FORCED) {
            source.multiplyBy(ofLongs, ofShorts);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Where the inputs of the first venue begin; {@code Long.MAX_VALUE} without any. */
    long beginMillis() {
        return beginMillis;
    }

    /** Steps all bars that end by that time. Whether there was one. */
    boolean advanceTo(long untilMillis) {
        boolean moved = false;
        for (HistoryRun run : runs.values()) {
            moved |= run.advanceTo(untilMillis);
        }
        return moved;
    }

    /** Takes in the bars that ended since; {@link #advanceTo} steps them. */
    void take(SymbolGrid live) {
        runs.forEach((venue, run) -> {
            for (GridBar bar : live.barsSince(venue, run.millis())) {
                gaps.see(venue, bar);
                run.append(bar);
            }
        });
        sources.forEach((venue, source) -> share(
                source, live.reportedShare(venue, PositionSide.LONG), live.reportedShare(venue, PositionSide.SHORT)));
    }

    /** Sweeps up to the marks of now; those of the others where a venue is silent. */
    void sweep(SymbolGrid live, long nowMillis) {
        runs.forEach((venue, run) -> {
            double mark = live.sweepMark(venue, nowMillis);
            run.grid().sweep(mark, mark);
        });
    }

    /** Copies of the grids, with the marks and reported shares of the live ones. */
    List<GridSnapshot> snapshots(SymbolGrid live) {
        List<GridSnapshot> snapshots = new ArrayList<>();
        runs.forEach((venue, run) -> live.like(venue, run.millis(), run.grid()).ifPresent(snapshots::add));
        return snapshots;
    }

    /** Forgets what was swept so far: the next column begins now. */
    void begin() {
        painter.begin(all);
    }

    HeatColumn paint(long startMillis, long endMillis) {
        return painter.paint(all, startMillis, endMillis);
    }
}
