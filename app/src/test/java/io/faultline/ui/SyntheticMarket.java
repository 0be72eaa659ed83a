package io.faultline.ui;

import io.faultline.book.SnapshotRequests;
import io.faultline.desk.Desk;
import io.faultline.desk.DeskView;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.PositionSide;
import io.faultline.market.Stats24h;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.market.VenueClock;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A made-up market on one venue or several, run through the real desk; the same for a seed. Venues differ in reach, in
 * price by a little, in funding and how often it is settled. Single-threaded.
 */
public final class SyntheticMarket {
    static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    public static final long SECOND = 1_000_000_000L;
    static final long START = 1_778_595_700L * SECOND;
    private static final long STEP = SECOND / 10;

    private final Random random;
    private final Desk desk;
    private final Map<Venue, Exchange> exchanges = new EnumMap<>(Venue.class);
    private final Venue first;
    private long now = START;
    private int ticks;
    private long price = 616_597;

    /** On Binance alone. */
    public SyntheticMarket(long seed) {
        this(seed, "BTCUSDT", Venue.BINANCE);
    }

    public SyntheticMarket(long seed, String symbol, Venue... venues) {
        random = new Random(seed);
        desk = new Desk(symbol, SnapshotRequests.NONE);
        first = venues[0];
        for (Venue venue : venues) {
            Exchange exchange = new Exchange(new InstrumentId(venue, symbol), exchanges.size());
            exchanges.put(venue, exchange);
            desk.expect(exchange.id);
        }
    }

    Desk desk() {
        return desk;
    }

    public DeskView view() {
        return desk.view();
    }

    public long nowNanos() {
        return now;
    }

    /** Everything that the venues say at the start: the contract, funding, statistics, their books. */
    public SyntheticMarket open() {
        exchanges.values().forEach(Exchange::open);
        return this;
    }

    /** The same of some venues only. */
    SyntheticMarket open(Venue... venues) {
        for (Venue venue : venues) {
            exchange(venue).open();
        }
        return this;
    }

    /** Lets it trade for that long. */
    public SyntheticMarket run(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            tick();
        }
        return this;
    }

    /** Says something of the first venue's connection. */
    public void status(
            String connection, FeedStatus.State state, String detail, int attempt, long retryAt, Set<Topic> topics) {
        status(first, connection, state, detail, attempt, retryAt, topics);
    }

    void status(
            Venue venue,
            String connection,
            FeedStatus.State state,
            String detail,
            int attempt,
            long retryAt,
            Set<Topic> topics) {
        desk.apply(new FeedStatus(venue, now, connection, state, detail, attempt, retryAt, topics));
    }

    /** Time goes on and nothing comes but what is given. */
    public void later(long nanos) {
        now += nanos;
    }

    /** A change that does not join the chain, on the first venue. */
    public void gap() {
        gap(first);
    }

    public void gap(Venue venue) {
        Exchange exchange = exchange(venue);
        exchange.id0 += 5;
        now += STEP;
        desk.apply(exchange.delta());
        exchange.quiet = true;
    }

    /** The venue's book connection goes down, and nothing comes of it any more. */
    void lose(Venue venue) {
        Exchange exchange = exchange(venue);
        exchange.quiet = true;
        status(venue, "public", FeedStatus.State.LOST, "connection reset", 2, now + 8 * SECOND, Set.of(Topic.BOOK));
    }

    /** The venue says no more. */
    void silence(Venue venue) {
        exchange(venue).quiet = true;
    }

    /** One tenth of a second. */
    void tick() {
        int number = ticks++;
        now += STEP;
        long before = price;
        price += Math.round(random.nextGaussian() * 6);
        for (Exchange exchange : exchanges.values()) {
            if (exchange.open && (!exchange.quiet || exchanges.size() == 1)) {
                exchange.step(number, before);
            }
        }
    }

    private Exchange exchange(Venue venue) {
        return java.util.Objects.requireNonNull(exchanges.get(venue));
    }

    /** One venue. */
    private final class Exchange {
        private static final int[] LEVELS = {900, 500, 200, 350, 120};
        private static final long[] OFFSETS = {0, 4, -3, 2, 30};
        private static final String[] RATES = {"0.000108", "0.000094", "-0.000031", "0.000122", "0.0000125"};
        private static final long[] HOURS = {8, 8, 8, 4, 1};
        private static final String[] CAPS = {"0.003", "0.005", "0.015", "0.003", "0.04"};
        private static final long[] BASES = {98_000_000, 52_000_000, 35_000_000, 23_000_000, 2_900_000};

        private final InstrumentId id;
        private final int number;
        private final int kind;
        private long id0 = 1_000;
        private long tradeId;
        private boolean open;
        private boolean quiet;

        Exchange(InstrumentId id, int number) {
            this.id = id;
            this.number = number;
            kind = java.util.Arrays.asList(Venue.values()).indexOf(id.venue());
        }

        private long middle() {
            return price + OFFSETS[kind];
        }

        void open() {
            open = true;
            Instrument listing = new Instrument(
                    id,
                    id.symbol(),
                    id.symbol().replace("USDT", ""),
                    "USDT",
                    new BigDecimal("0.1"),
                    new BigDecimal("0.001"),
                    BigDecimal.ONE,
                    Instrument.Status.TRADING);
            desk.apply(new InstrumentListing(now, listing));
            Venue venue = id.venue();
            status(venue, "public", FeedStatus.State.UP, "", 0, 0, Set.of(Topic.BOOK));
            Set<Topic> topics = Set.of(Topic.TRADES, Topic.MARK, Topic.LIQUIDATIONS);
            status(venue, "market", FeedStatus.State.UP, "", 0, 0, topics);
            desk.apply(new VenueClock(venue, now, 3 + number, 61 + 12L * number));
            BigDecimal cap = new BigDecimal(CAPS[kind]);
            desk.apply(new FundingTerms(
                    id, now, HOURS[kind] * 3_600_000L, cap, cap.negate(), FundingTerms.Source.PUBLISHED));
            for (int i = 20; i > 0; i--) {
                BigDecimal rate = BigDecimal.valueOf(random.nextInt(300) - 80, 6);
                long settled = START / 1_000_000 - i * HOURS[kind] * 3_600_000L;
                desk.apply(new FundingSettlement(id, now, rate, settled));
            }
            desk.apply(new Stats24h(
                    id,
                    now,
                    0,
                    new BigDecimal("12345678901").divide(BigDecimal.valueOf(1 + number), java.math.RoundingMode.DOWN),
                    new BigDecimal("60900.1"),
                    new BigDecimal("61659.7")));
            if (id.venue() == Venue.BINANCE) {
                BookDelta joined = delta();
                joined.addBid(middle() - 1, 1_000);
                desk.apply(joined);
            }
            desk.apply(snapshot());
        }

        void step(int count, long priceBefore) {
            long before = priceBefore + OFFSETS[kind];
            long middle = middle();
            BookDelta delta = delta();
            for (long p = before - 40; p < middle; p++) {
                delta.addBid(p, size(p));
            }
            for (long p = middle + 1; p <= before; p++) {
                delta.addBid(p, 0);
            }
            for (long p = before; p <= middle; p++) {
                delta.addAsk(p, 0);
            }
            for (long p = middle + 1; p < before + 40; p++) {
                delta.addAsk(p, size(p));
            }
            desk.apply(delta);
            long millis = now / 1_000_000;
            TakerSide taker = middle >= before ? TakerSide.BUY : TakerSide.SELL;
            desk.apply(new Trade(id, now, millis, ++tradeId, 1, taker, 1, 3, middle, 1 + random.nextInt(900)));
            if (count % 10 == 0) {
                BigDecimal mark = BigDecimal.valueOf(middle * 10 + 3, 2);
                desk.apply(new MarkPrice(id, now, millis, mark, BigDecimal.valueOf(middle * 10 - 230, 2)));
                long next = START / 1_000_000 + 5_635_000L / HOURS[0] * HOURS[kind];
                desk.apply(new Funding(id, now, millis, new BigDecimal(RATES[kind]), next));
                BigDecimal base = BigDecimal.valueOf(BASES[kind] + random.nextInt(90_000), 3);
                desk.apply(new OpenInterest(id, now, millis, base));
            }
            if (random.nextInt(60) == 0) {
                desk.apply(new Liquidation(
                        id,
                        now,
                        millis,
                        taker == TakerSide.SELL ? PositionSide.LONG : PositionSide.SHORT,
                        Liquidation.PriceKind.AVERAGE_FILL,
                        BigDecimal.valueOf(middle, 1),
                        BigDecimal.valueOf(1 + random.nextInt(20_000), 3),
                        Liquidation.Completeness.LOWER_BOUND));
            }
        }

        private BookDelta delta() {
            BookDelta delta = BookDelta.unpooled();
            delta.begin(id, now, now / 1_000_000, id0 + 1, id0 + 10, id0, 1, 3);
            id0 += 10;
            return delta;
        }

        private BookSnapshot snapshot() {
            int levels = LEVELS[kind];
            long[] bids = new long[levels];
            long[] bidSizes = new long[levels];
            long[] asks = new long[levels];
            long[] askSizes = new long[levels];
            for (int i = 0; i < levels; i++) {
                bids[i] = middle() - 1 - 2L * i;
                bidSizes[i] = size(bids[i]);
                asks[i] = middle() + 1 + 2L * i;
                askSizes[i] = size(asks[i]);
            }
            return new BookSnapshot(
                    id,
                    now,
                    now / 1_000_000,
                    id0,
                    1,
                    3,
                    new BookSnapshot.Levels(bids, bidSizes),
                    new BookSnapshot.Levels(asks, askSizes));
        }

        /** Round prices carry more. */
        private long size(long level) {
            long weight = level % 1000 == 0 ? 90 : level % 500 == 0 ? 40 : level % 100 == 0 ? 12 : 1;
            return (200 + random.nextInt(1_500)) * weight / (level % 3 == 0 ? 3 : 1) + 1;
        }
    }
}
