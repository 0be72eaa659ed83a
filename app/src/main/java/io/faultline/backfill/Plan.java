package io.faultline.backfill;

import io.faultline.history.Coverage;
import io.faultline.history.Source;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.VenueHistory;
import io.faultline.venue.VenueHistory.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What to ask a venue about one contract, in order: the newest first, so that short windows fill first, and of the
 * statistics, which are slow, last. Nothing is asked that is known, be it in shorter bars.
 */
final class Plan {
    private static final Duration ALL = Duration.ofDays(30);

    private final InstrumentId instrument;
    private final VenueHistory history;
    private final Function<Series, Coverage> known;
    private final long nowMillis;
    private final List<HistoryQuery> queries = new ArrayList<>();

    private Plan(InstrumentId instrument, VenueHistory history, Function<Series, Coverage> known, long nowMillis) {
        this.instrument = instrument;
        this.history = history;
        this.known = known;
        this.nowMillis = nowMillis;
    }

    /**
     * @param known what is known of a series, or what the venue has been asked in vain
     * @param nowMillis by the venue's clock
     */
    static List<HistoryQuery> of(
            InstrumentId instrument, VenueHistory history, Function<Series, Coverage> known, long nowMillis) {
        Plan plan = new Plan(instrument, history, known, nowMillis);
        plan.layer(Layer.FOUR_HOURS);
        plan.layer(Layer.DAY);
        plan.moments(HistoryKind.FUNDING);
        plan.moments(HistoryKind.LIQUIDATIONS);
        plan.layer(Layer.WEEK);
        plan.layer(Layer.MONTH);
        plan.bars(HistoryKind.BARS, Layer.RUN_IN);
        for (Layer layer : List.of(Layer.FOUR_HOURS, Layer.DAY, Layer.WEEK, Layer.MONTH)) {
            plan.statistics(HistoryKind.TAKER_SPLIT, layer);
        }
        return plan.queries;
    }

    private void layer(Layer layer) {
        bars(HistoryKind.BARS, layer);
        bars(HistoryKind.MARK_BARS, layer);
        statistics(HistoryKind.OPEN_INTEREST, layer);
    }

    private void bars(HistoryKind kind, Layer layer) {
        add(kind, layer.timeframe(), layer.span(nowMillis), Duration.ofMinutes(2));
    }

    /** Of nothing shorter than five minutes. */
    private void statistics(HistoryKind kind, Layer layer) {
        Timeframe timeframe = layer == Layer.FOUR_HOURS ? Timeframe.FIVE_MINUTES : layer.timeframe();
        TimeSpan span = layer.span(nowMillis);
        long to = timeframe.floor(span.toMillis());
        if (span.fromMillis() < to) {
            add(kind, timeframe, new TimeSpan(span.fromMillis(), to), Duration.ofMinutes(15));
        }
    }

    private void moments(HistoryKind kind) {
        TimeSpan span = new TimeSpan(nowMillis - ALL.toMillis(), Timeframe.MINUTE.floor(nowMillis));
        Duration patience = kind == HistoryKind.FUNDING ? Duration.ofMinutes(65) : Duration.ofMinutes(15);
        add(kind, Timeframe.MOMENT, span, patience);
    }

    /** @param patience a gap that began later is left to be filled by what is seen live */
    private void add(HistoryKind kind, Timeframe timeframe, TimeSpan wanted, Duration patience) {
        Optional<Terms> terms = history.terms(kind, timeframe);
        if (terms.isEmpty()) {
            return;
        }
        long from = Math.max(
                wanted.fromMillis(),
                timeframe.ceiling(nowMillis - terms.get().reach().toMillis()));
        if (from >= wanted.toMillis()) {
            return;
        }
        TimeSpan span = new TimeSpan(from, wanted.toMillis());
        List<TimeSpan> gaps = new ArrayList<>(coverage(kind, timeframe).gaps(span));
        Collections.reverse(gaps);
        long oldestOfPieces = Long.MAX_VALUE;
        Series series = new Series(instrument, kind, timeframe);
        for (TimeSpan gap : gaps) {
            if (gap.fromMillis() > nowMillis - patience.toMillis()) {
                continue;
            }
            long end = Math.min(oldestOfPieces, Math.min(span.toMillis(), timeframe.ceiling(gap.toMillis())));
            long begin = Math.max(span.fromMillis(), timeframe.floor(gap.fromMillis()));
            for (long to = end; to > begin; to -= terms.get().span().toMillis()) {
                long piece = Math.max(begin, to - terms.get().span().toMillis());
                queries.add(new HistoryQuery(series, new TimeSpan(piece, to)));
            }
            oldestOfPieces = begin;
        }
    }

    /** What is known in bars of that length, or shorter ones. */
    private Coverage coverage(HistoryKind kind, Timeframe timeframe) {
        if (timeframe == Timeframe.MOMENT) {
            return known.apply(new Series(instrument, kind, timeframe));
        }
        Coverage coverage = Coverage.NONE;
        for (Timeframe shorter : Timeframe.values()) {
            if (shorter != Timeframe.MOMENT && shorter.millis() <= timeframe.millis()) {
                coverage = coverage.and(known.apply(new Series(instrument, kind, shorter)));
            }
        }
        if (kind == HistoryKind.TAKER_SPLIT) {
            // Bars that were seen live say what takers bought.
            for (Coverage.Known seen : known.apply(new Series(instrument, HistoryKind.BARS, Timeframe.MINUTE))
                    .known()) {
                if (seen.source() == Source.LIVE) {
                    coverage = coverage.with(seen.span(), Source.LIVE);
                }
            }
        }
        return coverage;
    }
}
