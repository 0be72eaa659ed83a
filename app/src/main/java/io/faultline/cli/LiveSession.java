package io.faultline.cli;

import io.faultline.book.BookObserver;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskThread;
import io.faultline.desk.DeskView;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.feed.FeedPolicy;
import io.faultline.feed.FeedPorts;
import io.faultline.feed.VenueFeed;
import io.faultline.market.Frame;
import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** One symbol, live from its venues: feeds at one end, a desk at the other, a journal beside. */
final class LiveSession implements Session {
    private final LongSupplier clock = FeedPorts.steadyClock();
    private final Map<Venue, VenueFeed> feeds = new EnumMap<>(Venue.class);
    private final DeskThread desk;
    private final LiveJournal journal;
    private final RestMemory answers = new RestMemory();
    private final String symbol;
    private final String title;

    /**
     * Starts to connect, and comes back at once.
     *
     * @param symbol canonical, such as {@code BTCUSDT}
     * @param journal closed with the session
     */
    LiveSession(String symbol, Collection<VenueAdapter> adapters, FeedPolicy policy, LiveJournal journal) {
        this(symbol, adapters, policy, journal, BookObserver.NONE);
    }

    /** @param observer sees the books on the desk's thread */
    LiveSession(
            String symbol,
            Collection<VenueAdapter> adapters,
            FeedPolicy policy,
            LiveJournal journal,
            BookObserver observer) {
        Desk state = new Desk(symbol, this::requestSnapshot, observer);
        adapters.forEach(adapter -> state.expect(new InstrumentId(adapter.venue(), symbol)));
        desk = new DeskThread(state, DeskThread.Overflow.SHED, System::nanoTime);
        this.journal = journal;
        this.symbol = symbol;
        title = adapters.stream().map(adapter -> adapter.venue().title()).collect(Collectors.joining(", "));
        SymbolFilter filter = new SymbolFilter(symbol, desk::accept);
        FeedPorts ports = new FeedPorts(clock, this::tap, filter);
        for (VenueAdapter adapter : adapters) {
            feeds.put(adapter.venue(), new VenueFeed(adapter, List.of(symbol), policy, ports, clock.getAsLong()));
        }
        feeds.values().forEach(VenueFeed::start);
    }

    private void tap(Frame frame) {
        answers.see(frame);
        journal.offer(frame);
    }

    /** A journal begun in the middle needs what came before: the venues' answers, and a snapshot of each book. */
    private void begin() {
        answers.at(clock.getAsLong()).forEach(journal::offer);
        feeds.forEach((venue, feed) -> feed.requestSnapshot(new InstrumentId(venue, symbol), 1));
    }

    private void requestSnapshot(InstrumentId instrument, int attempt) {
        VenueFeed feed = feeds.get(instrument.venue());
        if (feed != null) {
            feed.requestSnapshot(instrument, attempt);
        }
    }

    @Override
    public Mode mode() {
        return Mode.LIVE;
    }

    @Override
    public DeskView view() {
        return desk.view();
    }

    @Override
    public long nowNanos() {
        return clock.getAsLong();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<ReplayControl> replay() {
        return Optional.empty();
    }

    @Override
    public Optional<JournalStatus> journal() {
        return journal.status();
    }

    @Override
    public void record(boolean on) {
        journal.record(on, clock.getAsLong(), this::begin);
    }

    @Override
    public void retryNow() {
        feeds.values().forEach(VenueFeed::retryNow);
    }

    @Override
    public void close() {
        feeds.values().forEach(VenueFeed::close);
        desk.close();
        journal.close();
    }

    /** Hash of the desk's state; only after {@link #close}. */
    String stateHash() {
        return desk.desk().stateHash();
    }
}
