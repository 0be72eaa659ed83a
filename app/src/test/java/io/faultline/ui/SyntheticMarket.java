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
import java.util.Random;
import java.util.Set;

/** A made-up BTCUSDT market on one venue, run through the real desk; the same for a seed. Single-threaded. */
final class SyntheticMarket {
    static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    static final long SECOND = 1_000_000_000L;
    static final long START = 1_778_595_700L * SECOND;
    private static final long STEP = SECOND / 10;
    private static final int LEVELS = 900;

    private final Random random;
    private final Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);
    private long now = START;
    private long id = 1_000;
    private long tradeId;
    private int ticks;
    private long price = 616_597;

    SyntheticMarket(long seed) {
        random = new Random(seed);
        desk.expect(BTC);
    }

    Desk desk() {
        return desk;
    }

    DeskView view() {
        return desk.view();
    }

    long nowNanos() {
        return now;
    }

    /** Everything that a venue says at the start: the contract, funding, statistics, its book. */
    SyntheticMarket open() {
        Instrument listing = new Instrument(
                BTC,
                "BTCUSDT",
                "BTC",
                "USDT",
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                BigDecimal.ONE,
                Instrument.Status.TRADING);
        desk.apply(new InstrumentListing(now, listing));
        status("public", FeedStatus.State.UP, "", 0, 0, Set.of(Topic.BOOK));
        status("market", FeedStatus.State.UP, "", 0, 0, Set.of(Topic.TRADES, Topic.MARK, Topic.LIQUIDATIONS));
        desk.apply(new VenueClock(Venue.BINANCE, now, 3, 61));
        desk.apply(new FundingTerms(
                BTC,
                now,
                8 * 3_600_000L,
                new BigDecimal("0.003"),
                new BigDecimal("-0.003"),
                FundingTerms.Source.PUBLISHED));
        for (int i = 20; i > 0; i--) {
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(300) - 80, 6);
            desk.apply(new FundingSettlement(BTC, now, rate, START / 1_000_000 - i * 28_800_000L));
        }
        desk.apply(new Stats24h(
                BTC, now, 0, new BigDecimal("12345678901"), new BigDecimal("60900.1"), new BigDecimal("61659.7")));
        BookDelta first = delta();
        first.addBid(price - 1, 1_000);
        desk.apply(first);
        desk.apply(snapshot());
        return this;
    }

    /** Lets it trade for that long. */
    SyntheticMarket run(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            tick();
        }
        return this;
    }

    void status(
            String connection, FeedStatus.State state, String detail, int attempt, long retryAt, Set<Topic> topics) {
        desk.apply(new FeedStatus(Venue.BINANCE, now, connection, state, detail, attempt, retryAt, topics));
    }

    /** Time goes on and nothing comes but what is given. */
    void later(long nanos) {
        now += nanos;
    }

    /** A change that does not join the chain. */
    void gap() {
        id += 5;
        now += STEP;
        desk.apply(delta());
    }

    /** One tenth of a second. */
    void tick() {
        step(ticks++);
    }

    private void step(int number) {
        now += STEP;
        long before = price;
        price += Math.round(random.nextGaussian() * 6);
        BookDelta delta = delta();
        for (long p = before - 40; p < price; p++) {
            delta.addBid(p, size(p));
        }
        for (long p = price + 1; p <= before; p++) {
            delta.addBid(p, 0);
        }
        for (long p = before; p <= price; p++) {
            delta.addAsk(p, 0);
        }
        for (long p = price + 1; p < before + 40; p++) {
            delta.addAsk(p, size(p));
        }
        desk.apply(delta);
        TakerSide taker = price >= before ? TakerSide.BUY : TakerSide.SELL;
        desk.apply(new Trade(BTC, now, now / 1_000_000, ++tradeId, 1, taker, 1, 3, price, 1 + random.nextInt(900)));
        if (number % 10 == 0) {
            BigDecimal mark = BigDecimal.valueOf(price * 10 + 3, 2);
            desk.apply(new MarkPrice(BTC, now, now / 1_000_000, mark, BigDecimal.valueOf(price * 10 - 230, 2)));
            desk.apply(
                    new Funding(BTC, now, now / 1_000_000, new BigDecimal("0.000108"), START / 1_000_000 + 5_635_000L));
            BigDecimal base = BigDecimal.valueOf(98_000_000 + random.nextInt(90_000), 3);
            desk.apply(new OpenInterest(BTC, now, now / 1_000_000, base));
        }
        if (random.nextInt(60) == 0) {
            desk.apply(new Liquidation(
                    BTC,
                    now,
                    now / 1_000_000,
                    taker == TakerSide.SELL ? PositionSide.LONG : PositionSide.SHORT,
                    Liquidation.PriceKind.AVERAGE_FILL,
                    BigDecimal.valueOf(price, 1),
                    BigDecimal.valueOf(1 + random.nextInt(20_000), 3),
                    Liquidation.Completeness.LOWER_BOUND));
        }
    }

    private BookDelta delta() {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(BTC, now, now / 1_000_000, id + 1, id + 10, id, 1, 3);
        id += 10;
        return delta;
    }

    private BookSnapshot snapshot() {
        long[] bids = new long[LEVELS];
        long[] bidSizes = new long[LEVELS];
        long[] asks = new long[LEVELS];
        long[] askSizes = new long[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            bids[i] = price - 1 - 2L * i;
            bidSizes[i] = size(bids[i]);
            asks[i] = price + 1 + 2L * i;
            askSizes[i] = size(asks[i]);
        }
        return new BookSnapshot(
                BTC,
                now,
                now / 1_000_000,
                id,
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
