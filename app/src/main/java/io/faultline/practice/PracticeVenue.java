package io.faultline.practice;

import io.faultline.market.Venue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One venue of the exchange: its markets, what moves them, its way to talk, and its port. Its monitor guards all that. */
final class PracticeVenue {
    private static final long MOST_MILLIS_AT_ONCE = 1_000;

    private final Venue venue;
    private final PracticeSettings settings;
    private final Faults faults = new Faults();
    private final Map<String, Market> markets = new LinkedHashMap<>();
    private final List<MovedMarket> moved = new ArrayList<>();
    private final List<CrowdSeat> crowded = new ArrayList<>();
    private final Cadence cadence = new Cadence();
    private final Hub hub = new Hub(faults);
    private final Dialect dialect;
    private final Patience patience;
    private final Server server;
    private volatile long skewMillis;
    private Duration betweenBytes = Duration.ZERO;
    private long pumpedMillis;
    private boolean paused;

    private static final class MovedMarket {
        final Market market;
        final OrderFlow flow;
        double owed;

        MovedMarket(Market market, OrderFlow flow) {
            this.market = market;
            this.flow = flow;
        }
    }

    /**
     * @param movers what moves its markets; those that nothing moves have empty books until somebody fills them
     * @param deliveries of an exchange that goes step by step
     */
    PracticeVenue(
            Venue venue,
            List<String> symbols,
            PracticeSettings settings,
            Movers movers,
            @Nullable Deliveries deliveries)
            throws IOException {
        this.venue = venue;
        this.settings = settings;
        pumpedMillis = trueMillis();
        for (String symbol : symbols) {
            add(Listings.of(venue, symbol), movers);
        }
        dialect = dialect(venue, new Floor(markets, hub, faults, this::venueMillis));
        markets.values().forEach(dialect::mainView);
        patience = dialect.patience().dividedBy(settings.patienceDivisor());
        server = new Server(this, settings.seed() + venue.id().hashCode(), deliveries);
    }

    private void add(Contract contract, Movers movers) {
        CrowdMarket crowd = movers.list(contract.canonical());
        if (crowd != null) {
            CrowdSeat seat = crowd.seat(contract, settings.updatesKept());
            crowded.add(seat);
            markets.put(contract.symbol(), seat.market());
            return;
        }
        History worth = new History(contract, settings.seed());
        Market market = new Market(contract, new History(contract, settings.seed()), settings.updatesKept());
        markets.put(contract.symbol(), market);
        if (movers.orders()) {
            long seed = Noise.mix(settings.seed() * 31 + venue.id().hashCode())
                    + contract.canonical().hashCode();
            moved.add(new MovedMarket(market, new OrderFlow(market, worth, seed, settings.levels(), pumpedMillis)));
        }
    }

    private static Dialect dialect(Venue venue, Floor floor) {
        return switch (venue) {
            case BINANCE -> new BinanceDialect(floor);
            case BYBIT -> new BybitDialect(floor);
            case OKX -> new OkxDialect(floor);
            case BITGET -> new BitgetDialect(floor);
            case DYDX -> new DydxDialect(floor);
        };
    }

    Venue venue() {
        return venue;
    }

    Faults faults() {
        return faults;
    }

    Server server() {
        return server;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The clock of the exchange. */
    long trueMillis() {
        return settings.clock().getAsLong();
    }

    /** The clock that the venue believes in. */
    private long venueMillis() {
        return trueMillis() + skewMillis;
    }

    /** Sets the venue's clock wrong by so much. */
    void skew(long millis) {
        skewMillis = millis;
        markets.values().forEach(market -> market.course().skew(millis));
    }

    /** The market of a canonical or the venue's own name. */
    synchronized Market market(String symbol) {
        for (Market market : markets.values()) {
            if (market.symbol().equals(symbol) || market.contract().canonical().equals(symbol)) {
                market.wanted();
                return market;
            }
        }
        throw new IllegalArgumentException(venue + " does not list " + symbol);
    }

    /** Lets the market of a canonical name begin, if there is one here. */
    synchronized void begin(String symbol) {
        markets.values().stream()
                .filter(market -> market.contract().canonical().equals(symbol))
                .forEach(Market::wanted);
    }

    /** Does something to a market while nothing else does. */
    synchronized void with(Runnable action) {
        action.run();
    }

    /** Reads something while nothing moves. */
    synchronized <T> T ask(Supplier<T> question) {
        return question.get();
    }

    synchronized void pause(boolean still) {
        paused = still;
    }

    /** Brings all markets up to now. */
    synchronized void pump() {
        long now = trueMillis();
        double seconds = Math.max(0, Math.min(MOST_MILLIS_AT_ONCE, now - pumpedMillis)) / 1_000.0;
        pumpedMillis = now;
        for (MovedMarket moving : moved) {
            if (!paused && !moving.market.delisted()) {
                moving.owed += seconds * settings.messagesPerSecond();
                while (moving.owed >= 1) {
                    moving.flow.step(now);
                    moving.owed -= tell(moving.market);
                }
            }
        }
        for (CrowdSeat seat : crowded) {
            seat.take();
            tellDue(seat.market(), now);
        }
        long shown = now + skewMillis;
        for (Market market : markets.values()) {
            dialect.tick(market, shown);
        }
        keepAlive(now);
    }

    /** Tells what has happened to a market; the answer is how many messages that took. */
    int tell(Market market) {
        int messages = tellTrades(market);
        for (BookView view : market.views()) {
            messages += tellBook(market, view);
        }
        return Math.max(1, messages);
    }

    /** Tells what has happened to a market as often as the venue does. */
    private void tellDue(Market market, long now) {
        tellTrades(market);
        for (BookView view : market.views()) {
            if (view.pending() && cadence.due(market.symbol() + view.depth(), dialect.bookEvery(view.depth()), now)) {
                tellBook(market, view);
            }
        }
    }

    private int tellTrades(Market market) {
        List<Liquidated> liquidations = market.takeLiquidations();
        if (!liquidations.isEmpty()) {
            dialect.liquidated(market, liquidations);
        }
        List<Print> prints = market.takePrints();
        if (prints.isEmpty()) {
            return 0;
        }
        dialect.tellPrints(market, prints);
        return 1;
    }

    private int tellBook(Market market, BookView view) {
        BookUpdate update = view.take();
        if (update == null) {
            return 0;
        }
        dialect.tellBook(market, view, update);
        return 1;
    }

    private void keepAlive(long now) {
        for (Peer peer : server.peers()) {
            if (patience.isOver(peer, now)) {
                peer.cut();
            } else if (patience.wantsPing(peer, now)) {
                peer.ping();
            }
        }
    }

    synchronized void opened(Peer peer) {
        hub.opened(peer);
        peer.trickle(betweenBytes);
        dialect.opened(peer);
    }

    synchronized void text(Peer peer, String text) {
        dialect.said(peer, text);
    }

    synchronized void closed(Peer peer) {
        hub.closed(peer);
    }

    Answer answer(HttpHead request) {
        Faults.Refusal refusal = faults.refusal(request.path()).orElse(null);
        if (refusal != null) {
            return new Answer(refusal.status(), refusal.headers(), refusal.body());
        }
        synchronized (this) {
            return dialect.answer(request);
        }
    }

    List<Market> markets() {
        return List.copyOf(markets.values());
    }

    /** Slows all sockets down, those to come too; {@link Duration#ZERO} ends it. */
    synchronized void trickle(Duration apart) {
        betweenBytes = apart;
        hub.everyone(peer -> peer.trickle(apart));
    }

    /** Does something with each who has subscribed to a topic. */
    synchronized void toSubscribers(String topic, Consumer<Peer> action) {
        hub.each(topic, action);
    }

    synchronized void eachPeer(Consumer<Peer> action) {
        hub.everyone(action);
    }

    void close() {
        server.close();
    }
}
