package io.faultline.backfill;

import io.faultline.feed.RestAnswer;
import io.faultline.history.Coverage;
import io.faultline.history.HistoryBatch;
import io.faultline.history.Source;
import io.faultline.market.HistoryKind;
import io.faultline.market.InstrumentId;
import io.faultline.market.Series;
import io.faultline.market.Timeframe;
import io.faultline.venue.HistoryPage;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.RestRequest;
import io.faultline.venue.VenueHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Fills the history of one contract. On the bootstrap's thread only. */
final class Filling {
    /** Pages of one query: beyond, the rest stays a gap. */
    private static final int MOST_PAGES = 30;

    /** A series whose answers cannot be read so many times is not asked for again. */
    private static final int MOST_UNREADABLE = 5;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Bootstrap.Worker worker;
    private final InstrumentId instrument;
    private final VenueAdapter adapter;
    private final VenueHistory history;
    private final Requests requests;
    private final List<HistoryQuery> waiting = new ArrayList<>();
    private final Map<Series, Coverage> askedInVain = new HashMap<>();
    private final Map<Series, Integer> failures = new HashMap<>();
    private final Map<Series, Integer> unreadable = new HashMap<>();
    private final Map<Series, Long> notBefore = new HashMap<>();
    private @Nullable Long clockAheadMillis;
    private int clockFailures;
    private int underWay;
    private int writing;
    private boolean begun;
    private int answered;
    private boolean planScheduled;
    private boolean goOnScheduled;
    private int planned;
    private int splitsAnswered;
    private int splitsPlanned;
    private long stored;
    private String trouble = "";
    private boolean ended;

    Filling(
            Bootstrap.Worker worker,
            InstrumentId instrument,
            VenueAdapter adapter,
            VenueHistory history,
            Requests requests) {
        this.worker = worker;
        this.instrument = instrument;
        this.adapter = adapter;
        this.history = history;
        this.requests = requests;
    }

    /** Asks for the venue's clock first: which bars have ended is a matter of that one. */
    void start() {
        requests.get(adapter.serverTime(), answer -> worker.run(() -> clock(answer)));
    }

    private void clock(RestAnswer answer) {
        if (ended) {
            return;
        }
        OptionalLong serverMillis = answer.accepted() ? adapter.serverMillis(answer.body()) : OptionalLong.empty();
        if (serverMillis.isEmpty()) {
            clockFailures++;
            trouble = "no clock: " + words(answer.verdict());
            worker.changed();
            worker.after(worker.policy().wait(clockFailures), this::start);
            return;
        }
        trouble = "";
        clockAheadMillis = serverMillis.getAsLong() - answer.receivedNanos() / NANOS_PER_MILLI;
        plan();
    }

    /** What is under way may never be answered: its feed may be closed. */
    void end() {
        ended = true;
        waiting.clear();
        worker.sent(instrument.venue(), -underWay);
    }

    private long nowMillis() {
        return worker.nowMillis() + (clockAheadMillis == null ? 0 : clockAheadMillis);
    }

    private void plan() {
        planScheduled = false;
        if (ended) {
            return;
        }
        String problem = worker.store().status().problem();
        if (problem.isEmpty()) {
            waiting.addAll(Plan.of(instrument, history, this::known, nowMillis()));
        } else {
            trouble = problem;
        }
        planned = answered + underWay + writing + waiting.size();
        splitsPlanned =
                splitsAnswered + (int) waiting.stream().filter(Filling::isSplit).count();
        begun = true;
        worker.changed();
        goOn();
    }

    private Coverage known(Series series) {
        Coverage stored = worker.store().read(reader -> reader.coverage(series), Coverage.NONE);
        Coverage vain = askedInVain.get(series);
        return vain == null ? stored : stored.and(vain);
    }

    /** Sends what may be sent now. */
    void goOn() {
        if (ended || clockAheadMillis == null) {
            return;
        }
        long now = worker.nowMillis();
        long next = Long.MAX_VALUE;
        for (int i = 0; i < waiting.size() && worker.hasRoom(instrument.venue()); ) {
            HistoryQuery query = waiting.get(i);
            long at = Math.max(
                    notBefore.getOrDefault(pace(query.series()), 0L),
                    worker.notBefore(instrument.venue(), query.kind()));
            if (at > now) {
                next = Math.min(next, at);
                i++;
            } else {
                waiting.remove(i);
                send(query, history.request(query), 1);
            }
        }
        if (waiting.isEmpty() && underWay == 0 && writing == 0 && !planScheduled) {
            planScheduled = true;
            worker.after(worker.policy().again(), this::plan);
        } else if (next < Long.MAX_VALUE && !goOnScheduled) {
            goOnScheduled = true;
            worker.after(Duration.ofMillis(next - now), () -> {
                goOnScheduled = false;
                goOn();
            });
        }
    }

    /** Requests of one kind wait together after a failure, whatever their bars' length. */
    private static Series pace(Series series) {
        return new Series(series.instrument(), series.kind(), Timeframe.MOMENT);
    }

    private void send(HistoryQuery query, RestRequest request, int page) {
        underWay++;
        worker.sent(instrument.venue(), 1);
        Duration apart = history.terms(query.kind(), query.timeframe())
                .map(VenueHistory.Terms::apart)
                .orElse(Duration.ZERO);
        if (worker.policy().spaced()) {
            worker.pace(instrument.venue(), query.kind(), apart);
        }
        requests.get(request, answer -> worker.run(() -> answered(query, request, page, answer)));
    }

    private void answered(HistoryQuery query, RestRequest request, int page, RestAnswer answer) {
        if (ended) {
            return;
        }
        underWay--;
        worker.sent(instrument.venue(), -1);
        if (answer.verdict() instanceof RestVerdict.Refused refused) {
            giveUp(query, refused.words());
        } else if (!answer.accepted()) {
            retry(query, words(answer.verdict()));
        } else {
            try {
                take(query, history.read(query, request, answer.body()), page);
            } catch (MalformedException e) {
                String words = "an answer that cannot be read: " + e.getMessage();
                if (unreadable.merge(query.series(), 1, Integer::sum) < MOST_UNREADABLE) {
                    retry(query, words);
                } else {
                    giveUp(query, words);
                }
            }
        }
        worker.changed();
        worker.goOn(instrument.venue());
    }

    private void take(HistoryQuery query, HistoryPage page, int number) {
        failures.remove(pace(query.series()));
        boolean last = page.older().isEmpty() || number == MOST_PAGES;
        writing++;
        HistoryBatch batch = new HistoryBatch(Source.REST, page.rows(), Claims.of(query, page));
        CompletableFuture<Void> unused = worker.store()
                .offer(batch)
                .thenAccept(
                        written -> worker.run(() -> written(query, batch.rows().size(), last, written)));
        if (last) {
            // What it did not tell, it will not tell when asked again.
            inVain(query);
        } else {
            send(query, page.older().get(), number + 1);
        }
    }

    private void written(HistoryQuery query, int rows, boolean last, boolean written) {
        writing--;
        if (last) {
            count(query);
        }
        if (written) {
            stored += rows;
            worker.filled(instrument);
        } else {
            trouble = "what came could not be kept";
        }
        worker.changed();
        goOn();
    }

    private void count(HistoryQuery query) {
        answered++;
        splitsAnswered += isSplit(query) ? 1 : 0;
    }

    /** Who took: what venues limit most, and what can be estimated meanwhile. */
    private static boolean isSplit(HistoryQuery query) {
        return query.kind() == HistoryKind.TAKER_SPLIT;
    }

    private void inVain(HistoryQuery query) {
        askedInVain.merge(query.series(), Coverage.NONE.with(query.span(), Source.REST), (old, now) -> old.and(now));
    }

    private void giveUp(HistoryQuery query, String words) {
        trouble = query.kind().title() + ": " + words;
        count(query);
        inVain(query);
    }

    private void retry(HistoryQuery query, String words) {
        Series pace = pace(query.series());
        int count = failures.merge(pace, 1, Integer::sum);
        trouble = query.kind().title() + ": " + words;
        notBefore.put(pace, worker.nowMillis() + worker.policy().wait(count).toMillis());
        waiting.add(0, query);
    }

    private static String words(RestVerdict verdict) {
        if (verdict instanceof RestVerdict.Failed failed) {
            return failed.words();
        }
        if (verdict instanceof RestVerdict.Limited limited) {
            return limited.words();
        }
        if (verdict instanceof RestVerdict.Blocked blocked) {
            return blocked.words();
        }
        if (verdict instanceof RestVerdict.Maintenance maintenance) {
            return maintenance.words();
        }
        return verdict instanceof RestVerdict.Refused refused ? refused.words() : "no time in the answer";
    }

    BootstrapProgress.OfContract progress() {
        return new BootstrapProgress.OfContract(
                instrument, begun, answered, planned, splitsAnswered, splitsPlanned, stored, trouble);
    }
}
