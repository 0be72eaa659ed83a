package io.faultline.ui.heatmap;

import io.faultline.desk.Desk;
import io.faultline.desk.DeskView;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.Random;
import java.util.Set;

/**
 * A market that walks at random round 104 000, with walls, played into a real desk: prices in tenths, sizes in
 * thousandths, four book changes a second.
 */
final class SyntheticMarket {
    static final long SECOND = 1_000_000_000L;
    static final long START = 1_747_000_800L * SECOND;
    static final long STEP = SECOND / 4;
    static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");

    private static final int LEVELS = 2_500;
    private static final long SPACING = 8;

    final Desk desk = new Desk("BTCUSDT", (instrument, attempt) -> {});
    private final Random random;
    private long now = START;
    private long id = 100;
    private long trades;
    private double mid = 1_040_000;
    private double drift;

    SyntheticMarket(long seed) {
        random = new Random(seed);
        desk.apply(new InstrumentListing(
                now,
                new Instrument(
                        BTC,
                        "BTCUSDT",
                        "BTC",
                        "USDT",
                        new BigDecimal("0.1"),
                        new BigDecimal("0.001"),
                        BigDecimal.ONE,
                        Instrument.Status.TRADING)));
    }

    long now() {
        return now;
    }

    DeskView view() {
        return desk.view();
    }

    /** Brings the book into step: a change, and a snapshot that joins it. */
    SyntheticMarket snapshot() {
        long[] bidPrices = new long[LEVELS];
        long[] bidSizes = new long[LEVELS];
        long[] askPrices = new long[LEVELS];
        long[] askSizes = new long[LEVELS];
        long base = Math.round(mid / SPACING) * SPACING;
        for (int i = 0; i < LEVELS; i++) {
            bidPrices[i] = base - (i + 1) * SPACING;
            bidSizes[i] = size(bidPrices[i]);
            askPrices[i] = base + (i + 1) * SPACING;
            askSizes[i] = size(askPrices[i]);
        }
        id += 7;
        delta(base - SPACING, size(base - SPACING));
        desk.apply(new BookSnapshot(
                BTC,
                now,
                0,
                id,
                1,
                3,
                new BookSnapshot.Levels(bidPrices, bidSizes),
                new BookSnapshot.Levels(askPrices, askSizes)));
        delta(base - SPACING, size(base - SPACING));
        return this;
    }

    /** Resting size at a price: a little everywhere, more at round prices, walls at some. */
    private long size(long price) {
        double size = Math.exp(random.nextGaussian() * 0.7) * 600;
        if (price % 1_000 == 0) {
            size *= 12;
        }
        long hash = price / 200 * 0x9E3779B97F4A7C15L;
        if ((hash >>> 40) % 23 == 0) {
            size *= 9;
        }
        if ((hash >>> 40) % 131 == 0) {
            size *= 60;
        }
        return Math.max(1, (long) size);
    }

    private void delta(long price, long size) {
        BookDelta delta = begin();
        delta.addBid(price, size);
        desk.apply(delta);
    }

    private BookDelta begin() {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(BTC, now, 0, id + 1, id + 1, id, 1, 3);
        id++;
        return delta;
    }

    /** Plays that long. */
    SyntheticMarket play(long nanos) {
        for (long until = now + nanos; now < until; ) {
            step();
        }
        return this;
    }

    /** A quarter of a second: the book follows the price, some levels change, a trade. */
    void step() {
        now += STEP;
        long before = Math.round(mid / SPACING) * SPACING;
        drift = drift * 0.995 + random.nextGaussian() * 0.8;
        mid += drift + random.nextGaussian() * 12;
        long after = Math.round(mid / SPACING) * SPACING;
        BookDelta delta = begin();
        for (long price = after; price < before; price += SPACING) {
            delta.addBid(price, 0);
        }
        for (long price = before; price < after; price += SPACING) {
            delta.addBid(price, price < after - SPACING ? size(price) : 0);
        }
        for (int i = 0; i < 30; i++) {
            long price = after - (2 + (long) Math.abs(random.nextGaussian() * 400)) * SPACING;
            delta.addBid(price, size(price));
        }
        for (long price = before; price <= after; price += SPACING) {
            delta.addAsk(price, 0);
        }
        for (long price = after + SPACING; price <= before; price += SPACING) {
            delta.addAsk(price, size(price));
        }
        for (int i = 0; i < 30; i++) {
            long price = after + (2 + (long) Math.abs(random.nextGaussian() * 400)) * SPACING;
            delta.addAsk(price, size(price));
        }
        desk.apply(delta);
        trade(Math.round(mid));
        if (random.nextInt(60) == 0) {
            liquidation(Math.round(mid), drift > 0 ? PositionSide.SHORT : PositionSide.LONG);
        }
        desk.apply(new MarkPrice(BTC, now, 0, BigDecimal.valueOf(mid / 10 - 4), null));
    }

    private void trade(long price) {
        trades++;
        TakerSide taker = random.nextBoolean() ? TakerSide.BUY : TakerSide.SELL;
        desk.apply(new Trade(BTC, now, now / 1_000_000, trades, 1, taker, 1, 3, price, 100 + random.nextInt(900)));
    }

    private void liquidation(long price, PositionSide side) {
        desk.apply(new Liquidation(
                BTC,
                now,
                now / 1_000_000,
                side,
                Liquidation.PriceKind.AVERAGE_FILL,
                BigDecimal.valueOf(price, 1),
                BigDecimal.valueOf((long) (Math.exp(random.nextGaussian()) * 2_000), 3),
                Liquidation.Completeness.LOWER_BOUND));
    }

    /** Cuts the connection that carries the book. */
    void lose() {
        desk.apply(new FeedStatus(
                Venue.BINANCE, now, "public", FeedStatus.State.LOST, "cut", 2, now + 8 * SECOND, Set.of(Topic.BOOK)));
    }

    /** Leaves out a change, so that the book is no longer in step. */
    void skip() {
        id += 7;
        step();
    }

    /** Time passes without a book: trades only. */
    void playWithoutBook(long nanos) {
        for (long until = now + nanos; now < until; ) {
            now += STEP;
            mid += random.nextGaussian() * 12;
            trade(Math.round(mid));
        }
    }
}
