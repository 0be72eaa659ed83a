package io.faultline.ledger;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import io.faultline.signal.Approach;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A receipt of which the half hour is not over yet. One thread. */
final class OpenReceipt {
    private final LedgerRule rule;
    private final Entry entry;
    private final Map<Integer, Double> reportedByBin = new TreeMap<>();
    private ReachRecord.Outcome outcome = ReachRecord.Outcome.INSIDE;
    private double reportedUsd;
    private double sweptUsd;
    private double furthest;
    private long throughMillis;
    private long turnedMillis;
    private boolean interrupted;

    /**
     * What was known when the mark reached the near edge.
     *
     * @param cluster when last seen
     * @param before what was said at least 30 s before
     */
    record Entry(
            MarkSpan span,
            SeenCluster cluster,
            double openInterestUsd,
            long beforeMillis,
            SeenCluster before,
            ReportFeed feed,
            @Nullable Approach approach) {
        Cluster body() {
            return cluster.track().cluster();
        }

        PositionSide side() {
            return body().side();
        }

        /** The mark met the edge; a bar may have gone past it. */
        double mark() {
            double near = body().nearPrice();
            return Math.max(span.low(), Math.min(span.high(), near));
        }
    }

    OpenReceipt(LedgerRule rule, Entry entry) {
        this.rule = rule;
        this.entry = entry;
        furthest = entry.mark();
        follow(entry.span());
    }

    long atMillis() {
        return entry.span().millis();
    }

    int trackId() {
        return entry.cluster().track().id();
    }

    /** Follows the mark from the entry on. */
    void follow(MarkSpan span) {
        if (span.millis() > atMillis() + Receipt.WHOLE_MILLIS) {
            return;
        }
        boolean isLong = entry.side() == PositionSide.LONG;
        furthest = isLong ? Math.min(furthest, span.low()) : Math.max(furthest, span.high());
        ReachRecord.Outcome next = outcome.after(
                span, entry.side(), entry.body().nearPrice(), entry.body().farPrice());
        if (next != outcome) {
            outcome = next;
            throughMillis = next == ReachRecord.Outcome.THROUGH ? span.millis() : 0;
            turnedMillis = next == ReachRecord.Outcome.REVERSED ? span.millis() : 0;
        }
    }

    void interrupt() {
        interrupted = true;
    }

    /** @param price NaN if not known */
    void forced(PositionSide side, long millis, double usd, double price) {
        if (side != entry.side() || !isCounted(millis)) {
            return;
        }
        reportedUsd += usd;
        if (price > 0) {
            reportedByBin.merge(Bins.of(price), usd, Double::sum);
        }
    }

    void swept(PositionSide side, long millis, double usd) {
        if (side == entry.side() && isCounted(millis)) {
            sweptUsd += usd;
        }
    }

    private boolean isCounted(long millis) {
        return millis >= entry.span().sinceMillis() && millis <= atMillis() + Receipt.REPORT_MILLIS;
    }

    boolean isDue(long millis) {
        return millis >= atMillis() + Receipt.WHOLE_MILLIS;
    }

    /** As it stands. */
    Receipt receipt(boolean isOver) {
        Cluster body = entry.body();
        Approach approach = entry.approach();
        return new Receipt(
                trackId(),
                entry.cluster().track().name(),
                entry.side(),
                atMillis(),
                entry.mark(),
                body.nearPrice(),
                body.farPrice(),
                body.densestPrice(),
                body.massUsd(),
                entry.openInterestUsd(),
                rule.size(body.massUsd(), entry.openInterestUsd()),
                entry.cluster().expected().meanUsd(),
                entry.cluster().expected().lowUsd(),
                entry.cluster().expected().highUsd(),
                entry.beforeMillis(),
                PathLines.of(entry.before().path()),
                entry.before().card(),
                approach == null ? Double.NaN : approach.speed(),
                approach == null ? null : Boolean.valueOf(approach.fast()),
                entry.feed(),
                sweptUsd,
                entry.feed() == ReportFeed.NONE ? Double.NaN : reportedUsd,
                densestReport(),
                throughMillis,
                turnedMillis,
                furthest / entry.mark() - 1,
                isOver && !interrupted);
    }

    /** Middle of the bin with most reported; NaN without reports. */
    private double densestReport() {
        return reportedByBin.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> Bins.centre(most.getKey()))
                .orElse(Double.NaN);
    }
}
