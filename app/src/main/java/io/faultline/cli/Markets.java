package io.faultline.cli;

import io.faultline.backfill.BootstrapPolicy;
import io.faultline.book.BookObserver;
import io.faultline.desk.MarketList;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.feed.FeedPolicy;
import io.faultline.market.Venue;
import io.faultline.ui.Sessions;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsFile;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the window asks for: the live market that the program was started with, others, or journals. */
final class Markets implements Sessions, AutoCloseable {
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{2,40}");

    /** Folder for the grids of liquidations that the next start goes on from. */
    private static final String GRIDS = "grids";

    private static final long STAND_IN_SEED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Markets.class);
    private static final Duration LONGEST_LAUNCH = Duration.ofSeconds(15);
    private static final Duration LIST_EVERY = Duration.ofSeconds(60);

    private final List<String> symbols;
    private final List<VenueAdapter> adapters;
    private final Venues venues;
    private final boolean practice;
    private final Path home;
    private final SettingsFile settings;
    private final HomeHistory history;
    private final OwnModel own;
    private final HomeAlarms alarms;
    private final OpenSymbols open;
    private final SharedAccess access;
    private final MarketDirectory directory;
    private volatile AfterPicture picture = AfterPicture.notAwaited();
    private Optional<Session.Practice> terms = Optional.empty();
    private @Nullable PracticeFolder folder;
    private @Nullable Markets standIn;
    private @Nullable PracticeMarket running;

    /**
     * @param symbols canonical; the first is what {@link #live()} opens, and the others are opened beside
     * @param adapters of the venues that are to be live
     */
    Markets(List<String> symbols, List<VenueAdapter> adapters, Venues venues, Path home) {
        this(symbols, adapters, venues, home, home.resolve(PracticeFolder.NAME), MarketClock.wall());
    }

    /**
     * Wires it.
     *
     * @param apart for all that is not real
     * @param clock the venues' own where they are in this program
     */
    private Markets(
            List<String> symbols,
            List<VenueAdapter> adapters,
            Venues venues,
            Path home,
            Path apart,
            MarketClock clock) {
        this.symbols = List.copyOf(symbols);
        this.adapters = adapters;
        this.venues = venues;
        practice = Venues.practice(adapters);
        // What is not real must never be taken for the past of a real market.
        settings = new SettingsFile(home);
        this.home = practice ? apart : home;
        own = OwnModel.in(home);
        boolean inside = clock.market().isPresent();
        access = new SharedAccess(inside ? FeedPolicy.unlimited() : FeedPolicy.standard(), clock);
        BootstrapPolicy filling = inside ? BootstrapPolicy.unspaced() : BootstrapPolicy.standard();
        history = new HomeHistory(this.home, clock.nanos(), filling);
        directory = new MarketDirectory(adapters, access, LIST_EVERY);
        alarms = new HomeAlarms(this.home, inside);
        open = new OpenSymbols(this::start, symbol -> alarms.armed().contains(symbol));
    }

    /**
     * On a practice market in this program.
     *
     * @param symbols canonical; the first is what {@link #live()} opens, and the others are opened beside
     */
    static Markets practice(List<String> symbols, PracticeMarket market, Path home) throws IOException {
        PracticeFolder folder = PracticeFolder.take(home);
        try {
            HomeHistory.forget(folder.path());
            GridFile.forget(folder.path().resolve(GRIDS));
        } catch (IOException e) {
            folder.close();
            throw e;
        }
        Markets markets = new Markets(
                symbols, market.adapters(Venues.live()), Venues.live(), home, folder.path(), market.clock());
        markets.folder = folder;
        markets.terms = Optional.of(market.terms());
        return markets;
    }

    /** A window opens: the past is read and asked for when it has {@link #drawn}. */
    Markets forWindow() {
        picture = AfterPicture.within(LONGEST_LAUNCH);
        return this;
    }

    @Override
    public void drawn() {
        picture.drawn();
    }

    @Override
    public Session live() throws IOException {
        return live(symbols.get(0));
    }

    /** On a practice market that runs until this is closed; a market that is practice already has none. */
    @Override
    public Optional<Session> practice(String symbol) throws IOException {
        return practice ? Optional.empty() : Optional.of(standIn().live(symbol));
    }

    private synchronized Markets standIn() throws IOException {
        Markets standing = standIn;
        if (standing == null) {
            List<Venue> asked = adapters.stream().map(VenueAdapter::venue).toList();
            Set<String> listed = new LinkedHashSet<>(symbols);
            listed.addAll(PracticeMarket.SYMBOLS);
            PracticeMarket market = PracticeMarket.open(STAND_IN_SEED, asked, List.copyOf(listed), 1);
            running = market;
            standing = practice(symbols, market, home);
            standIn = standing;
        }
        return standing;
    }

    @Override
    public synchronized void close() {
        directory.close();
        int armed = alarms.board().armed();
        if (armed > 0) {
            LOG.info("{} armed: nothing is watched until the next start", armed == 1 ? "1 alarm" : armed + " alarms");
        }
        alarms.stop();
        open.close();
        alarms.close();
        if (folder != null) {
            folder.close();
        }
        if (standIn != null) {
            standIn.close();
        }
        if (running != null) {
            running.close();
        }
    }

    @Override
    public List<String> beside() {
        return symbols.subList(1, symbols.size());
    }

    @Override
    public Session live(String wanted) throws IOException {
        String name = wanted.toUpperCase(Locale.ROOT);
        if (!SYMBOL.matcher(name).matches()) {
            throw new IOException("'" + wanted + "' is no symbol such as BTCUSDT");
        }
        alarms.open(practice ? "PRACTICE" : "LIVE", access.clock().nanos(), history, adapters);
        LiveSession shown = open.show(name);
        alarms.tendBy(open::tend);
        return shown;
    }

    private LiveSession start(String name) {
        LiveJournal journal = new LiveJournal(home.resolve("journal"), name, this::journalBytes);
        LiveSession session = new LiveSession(List.of(name), adapters, access, journal, BookObserver.NONE, own, alarms);
        if (practice) {
            session.label(terms);
        }
        picture.then(() -> session.keep(
                () -> new LivePast(history, name, adapters, access.clock().nanos()),
                new GridFile(home.resolve(GRIDS), name)));
        return session;
    }

    /** As it is set when a journal begins. */
    private long journalBytes() {
        double gigabytes = settings.load().settings().get(KnownSettings.JOURNAL_GIGABYTES);
        return Math.round(gigabytes * (1L << 30));
    }

    @Override
    public List<String> endpoints() {
        return adapters.stream().map(Markets::endpoints).toList();
    }

    private static String endpoints(VenueAdapter adapter) {
        Set<String> hosts = new LinkedHashSet<>();
        hosts.add(host(adapter.serverTime().uri()));
        adapter.sockets(List.of(adapter.spelled("BTCUSDT"))).forEach(plan -> hosts.add(host(plan.uri())));
        return adapter.venue().title() + ": " + String.join(", ", hosts);
    }

    private static String host(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    @Override
    public MarketList markets() {
        return directory.list();
    }

    @Override
    public Session replay(List<Path> journals) throws IOException {
        ReplaySession session = replay(journals, JournalSymbols.in(journals, venues), Optional.empty());
        session.replay().ifPresent(ReplayControl::play);
        return session;
    }

    /** A replay by the margin tables that the user has, of journals that have been looked at. */
    ReplaySession replay(List<Path> journals, JournalSymbols held, Optional<String> wanted) throws IOException {
        return replay(journals, held, wanted, own.brackets());
    }

    /**
     * A replay, paused at its beginning, of that symbol or of the one that the journals hold most of, by the margin tables
     * that come with the program.
     */
    static ReplaySession replay(List<Path> journals, Optional<String> wanted, Venues venues) throws IOException {
        return replay(journals, JournalSymbols.in(journals, venues), wanted, new BracketShelf(null));
    }

    private static ReplaySession replay(
            List<Path> journals, JournalSymbols held, Optional<String> wanted, BracketShelf brackets)
            throws IOException {
        String symbol = wanted.isPresent() ? held.require(wanted.get(), journals) : held.busiest(journals);
        return new ReplaySession(journals, symbol, held.venues(), held.practice(), brackets);
    }
}
