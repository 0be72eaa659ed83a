package io.faultline.desk;

import io.faultline.alarm.AlarmsView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the panels show of one symbol at one moment. Immutable; the logs in {@link History} grow behind it and may
 * be read at any time from any thread.
 *
 * @param symbol canonical, such as {@code BTCUSDT}
 * @param timeNanos receive time of the newest event in it, nanoseconds since 1970; 0 before the first
 * @param venues in the order of {@link io.faultline.market.Venue}
 * @param forming trades of the second that has not ended, or null before the first trade
 * @param grid the liquidation model
 * @param clusters read off it, with the signals
 * @param papers plans that are traded on paper, oldest first
 * @param alarms of this symbol
 * @param ledger what came of what was said of clusters
 */
public record DeskView(
        String symbol,
        long timeNanos,
        List<VenueView> venues,
        History history,
        @Nullable Bar forming,
        GridView grid,
        ClustersView clusters,
        List<PaperView> papers,
        AlarmsView alarms,
        LedgerView ledger) {
    public DeskView {
        venues = List.copyOf(venues);
        papers = List.copyOf(papers);
    }

    /** Where no alarms are watched. */
    public DeskView(
            String symbol,
            long timeNanos,
            List<VenueView> venues,
            History history,
            @Nullable Bar forming,
            GridView grid,
            ClustersView clusters,
            List<PaperView> papers) {
        this(symbol, timeNanos, venues, history, forming, grid, clusters, papers, AlarmsView.NONE, LedgerView.NONE);
    }

    /** Where nothing is traded on paper. */
    public DeskView(
            String symbol,
            long timeNanos,
            List<VenueView> venues,
            History history,
            @Nullable Bar forming,
            GridView grid,
            ClustersView clusters) {
        this(symbol, timeNanos, venues, history, forming, grid, clusters, List.of());
    }

    /** Where no clusters are looked for. */
    public DeskView(
            String symbol,
            long timeNanos,
            List<VenueView> venues,
            History history,
            @Nullable Bar forming,
            GridView grid) {
        this(symbol, timeNanos, venues, history, forming, grid, ClustersView.NONE);
    }

    /** Where nothing is modelled. */
    public DeskView(String symbol, long timeNanos, List<VenueView> venues, History history, @Nullable Bar forming) {
        this(symbol, timeNanos, venues, history, forming, GridView.NONE);
    }

    /** The same with other histories. */
    DeskView with(List<VenueView> others, History other) {
        return new DeskView(symbol, timeNanos, others, other, forming, grid, clusters, papers, alarms, ledger);
    }
}
