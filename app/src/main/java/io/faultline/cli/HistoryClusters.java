package io.faultline.cli;

import io.faultline.ledger.ClusterWatch;
import io.faultline.ledger.Ledger;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.MarkSpan;
import io.faultline.ledger.Scoreboard;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.StepReport;
import io.faultline.liquidation.VenueGrid;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Follows the clusters of one venue's past from bar to bar, and keeps the ledger of them. Of a bar it is known how far
 * price went, not in which order; and a cluster is looked at once a bar.
 */
final class HistoryClusters {
    /** Longer bars do not tell what was reported within a quarter of an hour of an entry. */
    private static final double LONGEST_REPORT_SECONDS = 900;

    private final Venue venue;
    private final Map<Long, Double> funding;
    private final LedgerRule rule = LedgerRule.standard("evaluate");
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Ledger ledger = new Ledger(rule, entries::add);
    private final ClusterWatch watch = new ClusterWatch();

    /** @param funding per eight hours, by the start of its bar */
    HistoryClusters(Venue venue, Map<Long, Double> funding) {
        this.venue = venue;
        this.funding = funding;
    }

    void stepped(GridBar bar, StepReport report, VenueGrid grid) {
        long end = bar.endMillis();
        // What fills a hole of the file is no bar: where price was in it is not known.
        if (bar.areTradesKnown() || bar.isMarkKnown() || !Double.isNaN(bar.openInterest())) {
            ledger.mark(new MarkSpan(bar.startMillis(), end, bar.lowestMark(), bar.highestMark(), bar.lastMark()));
        }
        boolean isReportKnown = bar.seconds() <= LONGEST_REPORT_SECONDS
                && !Double.isNaN(bar.forcedLongUsd())
                && !Double.isNaN(bar.forcedShortUsd());
        if (isReportKnown) {
            ledger.forced(PositionSide.LONG, end, bar.forcedLongUsd(), Double.NaN);
            ledger.forced(PositionSide.SHORT, end, bar.forcedShortUsd(), Double.NaN);
        }
        ledger.swept(PositionSide.LONG, end, report.sweptLongUsd());
        ledger.swept(PositionSide.SHORT, end, report.sweptShortUsd());
        Projection projection = Projection.of(List.of(GridSnapshot.of(venue, end, grid, grid.mark())), Selection.ALL);
        Double rate = funding.get(bar.startMillis());
        ledger.sighted(watch.look(
                end,
                projection,
                ClusterWatch.Readings.ofBars(
                        rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
                        isReportKnown ? ReportFeed.COMPLETE : ReportFeed.NONE)));
    }

    Scoreboard board() {
        return Scoreboard.of(entries, rule.distances());
    }
}
