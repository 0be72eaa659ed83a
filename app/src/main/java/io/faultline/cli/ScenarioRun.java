package io.faultline.cli;

import io.faultline.backfill.BootstrapPolicy;
import io.faultline.book.BookObserver;
import io.faultline.cli.LockStep.StuckException;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskView;
import io.faultline.desk.LedgerView;
import io.faultline.desk.Session.JournalStatus;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueView;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.MarketTime;
import io.faultline.ledger.Receipt;
import io.faultline.market.Instrument;
import io.faultline.market.Liquidation;
import io.faultline.market.Venue;
import io.faultline.practice.MarketScript;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One scripted practice market from beginning to end, in lock step and without a window: exchange, sockets, decoders,
 * desk. The same script and seed give the same report. One thread.
 */
final class ScenarioRun implements AutoCloseable {
    private static final String SYMBOL = PracticeScript.SYMBOL;
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int UPDATES_KEPT = 500;

    private final MarketTime time = new MarketTime(PracticeScript.START_MILLIS * NANOS_PER_MILLI);
    private final PracticeExchange exchange;
    private final LockStep steps;
    private final HomeHistory history;
    private final MarketClock clock = MarketClock.of(time);
    private final ScenarioTimeline timeline = new ScenarioTimeline();
    private final ScenarioTruth truth = new ScenarioTruth();
    private final BookComparison books;
    private final SweptPositions swept;
    private final List<VenueAdapter> adapters;
    private final LiveJournal journal;
    private final LiveSession session;
    private final ScenarioArming arming;
    private final Map<Venue, Instrument> listed = new EnumMap<>(Venue.class);
    private @Nullable DeskView last;
    private double reportedUsd;
    private long reports;
    private boolean closed;

    private ScenarioRun(long seed, int pastDays, Path scratch, @Nullable Path out) throws IOException {
        PracticeSettings settings = PracticeSettings.of(seed, VENUES, List.of(SYMBOL))
                .withClock(() -> time.nanos() / NANOS_PER_MILLI)
                .withUpdatesKept(UPDATES_KEPT);
        exchange = PracticeExchange.stepped(PracticeScript.market(settings, pastDays));
        exchange.begin(SYMBOL);
        swept = new SweptPositions(venue -> exchange.lot(venue, SYMBOL));
        exchange.listen(SYMBOL, swept);
        exchange.listen(SYMBOL, truth);
        steps = new LockStep(exchange, time, true, PATIENCE_NANOS);
        books = new BookComparison(exchange, SYMBOL);
        history = new HomeHistory(scratch, clock.nanos(), BootstrapPolicy.unspaced());
        adapters = Venues.live().onPractice(exchange);
        journal = new LiveJournal(scratch, SYMBOL);
        if (out != null) {
            journal.startAt(out);
        }
        session = new LiveSession(
                List.of(SYMBOL), adapters, new SharedAccess(FeedPolicy.unlimited(), clock), journal, BookObserver.NONE);
        arming = new ScenarioArming(session.alarms());
    }

    /**
     * Runs a script.
     *
     * @param most no longer than that of the market's time
     * @param pastDays of the market before it
     * @param scratch a folder for what is thrown away afterwards
     * @param out journal of all that the venues say; null for none
     * @throws IOException if what was sent did not arrive, or was not written
     */
    static ScenarioReport of(
            MarketScript.Name name, long seed, Duration most, int pastDays, Path scratch, @Nullable Path out)
            throws IOException {
        try (ScenarioRun run = new ScenarioRun(seed, pastDays, scratch, out)) {
            run.learnThePast(scratch);
            run.truth.see(run.view(), run.time.nanos()); // the first to tell a mark leads
            run.play(MarketScript.of(name, run.exchange, SYMBOL, run.time.nanos() / NANOS_PER_MILLI), most);
            return run.report(name, seed);
        } catch (StuckException stuck) {
            throw new IOException("the market stands still: " + stuck.getMessage(), stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** While the market's time stands still; once all is connected, since others ask in an order of their own. */
    private void learnThePast(Path scratch) throws StuckException, IOException {
        steps.settle();
        LivePast past = new LivePast(history, SYMBOL, adapters, clock.nanos());
        session.keep(() -> past, new GridFile(scratch.resolve("grids"), SYMBOL));
        long begun = System.nanoTime();
        int seen = 0;
        while (seen < 2) { // what is told last is passed on a moment later
            steps.settle();
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IOException("the past did not come: " + session.past());
            }
            LockSupport.parkNanos(20 * NANOS_PER_MILLI);
            seen = past.settled() ? seen + 1 : 0;
        }
        steps.settle();
    }

    private void play(MarketScript script, Duration most) throws StuckException, InterruptedException, IOException {
        long end = time.nanos() + Math.min(most.toNanos(), script.length().toNanos());
        while (time.nanos() < end) {
            long next = Math.min(end, steps.next());
            script.actUntil(next / NANOS_PER_MILLI);
            steps.stepTo(next);
            if (next % SECOND_NANOS == 0) {
                look(script);
            }
        }
    }

    private void look(MarketScript script) throws InterruptedException, IOException {
        DeskView view = view();
        last = view;
        timeline.see(view);
        truth.see(view, time.nanos());
        script.aim().flatMap(aim -> arming.see(view, aim)).ifPresent(alarm -> {
            truth.armed(alarm);
            timeline.armed(time.nanos(), alarm);
        });
        addReports(view);
    }

    private DeskView view() throws InterruptedException, IOException {
        try {
            return session.ask(this::read).get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException failure) {
            throw new IOException("the desk gives no answer: " + failure, failure);
        }
    }

    /** On the desk's thread. */
    private DeskView read(Desk desk) {
        books.compare(desk);
        desk.tickAlarms(time.nanos()); // the thread itself does so by the computer's clock
        return desk.glance();
    }

    private void addReports(DeskView view) {
        for (VenueView venue : view.venues()) {
            if (venue.listing() != null) {
                listed.put(venue.instrument().venue(), venue.listing());
            }
        }
        TimeLog<Liquidation> log = view.history().liquidations();
        for (long to = log.end(); reports < to; reports++) {
            Liquidation report = log.get(reports);
            Instrument contract = report == null ? null : listed.get(report.venue());
            if (report != null && contract != null) {
                reportedUsd += report.price()
                        .multiply(report.size())
                        .multiply(contract.contractSize())
                        .doubleValue();
            }
        }
    }

    private List<ScenarioReport.Entered> receipts() {
        DeskView view = last;
        if (view == null) {
            return List.of();
        }
        LedgerView ledger = view.ledger();
        return Stream.concat(ledger.open().stream(), ledger.receipts().stream())
                .sorted(Comparator.comparingLong(Receipt::atMillis))
                .map(receipt -> new ScenarioReport.Entered(
                        receipt,
                        swept.filledUsd(
                                receipt.side(), receipt.atMillis(), receipt.atMillis() + Receipt.REPORT_MILLIS)))
                .toList();
    }

    private ScenarioReport report(MarketScript.Name name, long seed) throws IOException {
        close();
        Optional<JournalStatus> written = journal.lastStatus();
        if (written.isPresent()
                && (written.get().lost() > 0 || !written.get().problem().isEmpty())) {
            throw new IOException("the journal lacks " + written.get().lost() + " frames: "
                    + written.get().problem());
        }
        ScenarioTruth.Verdict verdict = truth.verdict(timeline.fired());
        return new ScenarioReport(
                name.word(),
                seed,
                timeline.entries(),
                timeline.fired(),
                receipts(),
                new ScenarioReport.Truth(
                        swept.usd(), reportedUsd, truth.crossings(), books.compared(), books.different()),
                verdict.missed(),
                verdict.doubled(),
                session.stateHash());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            time.end();
            session.close();
            exchange.close();
        }
    }
}
