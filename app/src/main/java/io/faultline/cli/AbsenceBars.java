package io.faultline.cli;

import io.faultline.alarm.MissedSpan;
import io.faultline.history.Coverage;
import io.faultline.history.HistoryReader;
import io.faultline.market.HistoryBar;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Series;
import io.faultline.market.TimeSpan;
import io.faultline.market.Timeframe;
import io.faultline.venue.VenueAdapter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Bars of the time when nobody watched, from the history in the home folder. A session that opens has the venues asked for
 * what is missing there, the newest first; here that is waited for, as long as a watch waits.
 */
final class AbsenceBars {
    private static final long LOOK_MILLIS = 200;

    /** A little less than the watch waits, so that it gets what there is by then. */
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(3_300);

    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(14);
    private static final long LONG_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private final HomeHistory history;
    private final List<VenueAdapter> adapters;
    private final ScheduledExecutorService worker;

    /** @param found oldest first; whole when they hold every minute of the span that is over */
    private record Found(List<HistoryBar> found, boolean whole) {
        static final Found NOTHING = new Found(List.of(), false);
    }

    AbsenceBars(HomeHistory history, List<VenueAdapter> adapters, ScheduledExecutorService worker) {
        this.history = history;
        this.adapters = adapters;
        this.worker = worker;
    }

    /**
     * Comes back at once.
     *
     * @param symbol canonical
     * @param answer is given them once, on the worker; empty if there are none
     */
    void find(String symbol, MissedSpan missed, Consumer<List<HistoryBar>> answer) {
        Optional<InstrumentId> contract = adapters.stream()
                .filter(adapter -> adapter.venue().id().equals(missed.source()))
                .findFirst()
                .map(adapter -> new InstrumentId(adapter.venue(), adapter.spelled(symbol)));
        long patience = missed.span().millis() >= LONG_MILLIS ? LONG_NANOS : SHORT_NANOS;
        long until = System.nanoTime() + patience;
        if (contract.isEmpty()) {
            answer.accept(List.of());
        } else {
            soon(() -> look(new Search(contract.get(), missed.span(), until, answer)), 0, answer);
        }
    }

    private record Search(InstrumentId contract, TimeSpan span, long untilNanos, Consumer<List<HistoryBar>> answer) {}

    private void look(Search search) {
        Consumer<InstrumentId> nobody = filled -> {};
        Found found;
        try {
            found = history.enter(nobody).store().read(reader -> read(reader, search), Found.NOTHING);
        } finally {
            history.leave(nobody);
        }
        if (found.whole() || System.nanoTime() >= search.untilNanos()) {
            search.answer().accept(found.found());
        } else {
            soon(() -> look(search), LOOK_MILLIS, search.answer());
        }
    }

    private void soon(Runnable look, long millis, Consumer<List<HistoryBar>> answer) {
        try {
            Future<?> unused = worker.schedule(look, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            answer.accept(List.of());
        }
    }

    private static Found read(HistoryReader reader, Search search) throws SQLException {
        long from = Timeframe.HOUR.floor(search.span().fromMillis());
        List<HistoryBar> bars = reader.finestBars(
                search.contract(), new TimeSpan(from, search.span().toMillis()));
        long firstMinute = Timeframe.MINUTE.floor(search.span().fromMillis());
        long lastMinute = Timeframe.MINUTE.floor(search.span().toMillis());
        Coverage minutes = reader.coverage(new Series(search.contract(), HistoryKind.BARS, Timeframe.MINUTE));
        boolean whole = lastMinute <= firstMinute || minutes.covers(new TimeSpan(firstMinute, lastMinute));
        return new Found(bars, whole);
    }
}
