package io.faultline.cli;

import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskThread;
import io.faultline.desk.KeptLedger;
import io.faultline.feed.InFlight;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The desks of a live session, a thread for each symbol, with the symbol's alarms, paper trades and ledger. Thread-safe. */
final class LiveDesks implements AutoCloseable {
    private final Map<String, DeskThread> desks = new LinkedHashMap<>();
    private final List<KeptLedger> ledgers = new ArrayList<>();
    private final List<BooleanSupplier> waitedFor = new ArrayList<>();
    private final MarketClock clock;
    private final HomeAlarms alarms;

    /**
     * Starts the threads.
     *
     * @param symbols canonical; at least one
     * @param requests come on the desks' threads
     * @param observer sees the books on the desks' threads
     */
    LiveDesks(
            List<String> symbols,
            Collection<VenueAdapter> adapters,
            MarketClock clock,
            SnapshotRequests requests,
            BookObserver observer,
            HomeAlarms alarms) {
        this.clock = clock;
        this.alarms = alarms;
        for (String symbol : symbols) {
            Desk state = new Desk(symbol, requests, observer, BundledTables.get(), ModelParameters.DEFAULT);
            adapters.forEach(adapter -> expect(state, adapter));
            alarms.watch(state);
            ledgers.add(ledgerOf(state, adapters));
            state.keepPapers(alarms.records());
            DeskThread desk = new DeskThread(state, DeskThread.Overflow.SHED, System::nanoTime, clock.nanos());
            clock.market().ifPresent(time -> include(desk, time.inFlight()));
            desks.put(symbol, desk);
        }
    }

    private static void expect(Desk desk, VenueAdapter adapter) {
        String spelled = adapter.spelled(desk.symbol());
        Map<Topic, Duration> silentAfter = new EnumMap<>(Topic.class);
        for (VenueAdapter.SocketPlan plan : adapter.sockets(List.of(spelled))) {
            plan.topics().forEach(topic -> silentAfter.put(topic.topic(), topic.silentAfter()));
        }
        desk.expect(new InstrumentId(adapter.venue(), spelled), silentAfter);
    }

    private KeptLedger ledgerOf(Desk desk, Collection<VenueAdapter> adapters) {
        Set<Venue> heard = EnumSet.noneOf(Venue.class);
        adapters.forEach(adapter -> heard.add(adapter.venue()));
        KeptLedger ledger = new KeptLedger(desk.symbol(), heard::contains);
        desk.keep(ledger);
        ledger.keepIn(alarms.records());
        return ledger;
    }

    /** Where time is the market's it waits for the desks. */
    private void include(DeskThread desk, InFlight inFlight) {
        desk.onIdle(inFlight::changed);
        BooleanSupplier idle = desk::idle;
        waitedFor.add(idle);
        inFlight.include(idle);
    }

    /** In the order that the symbols were asked for. */
    Map<String, DeskThread> bySymbol() {
        return Collections.unmodifiableMap(desks);
    }

    DeskThread first() {
        return desks.values().iterator().next();
    }

    /** Where each symbol's events go. */
    Map<String, Consumer<MarketEvent>> sinks() {
        Map<String, Consumer<MarketEvent>> sinks = new LinkedHashMap<>();
        desks.forEach((symbol, desk) -> sinks.put(symbol, desk::accept));
        return sinks;
    }

    /** Has the alarms watched that another program has kept until now. */
    void watchAlarms() {
        for (DeskThread desk : desks.values()) {
            CompletableFuture<?> unused = desk.ask(state -> {
                alarms.watch(state);
                return true;
            });
        }
    }

    /** Has each desk take in what has come, and ends the threads. */
    @Override
    public void close() {
        clock.market().ifPresent(time -> waitedFor.forEach(time.inFlight()::exclude));
        desks.values().forEach(DeskThread::close);
        ledgers.forEach(KeptLedger::close);
    }
}
