package io.faultline.desk;

import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.venue.RiskTierTables;
import java.math.BigDecimal;

/** A market that a liquidation model can make something of, told to a desk event by event; our clock is 1.3 s behind. */
final class ModelStory {
    static final InstrumentId BINANCE = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    static final InstrumentId BYBIT = new InstrumentId(Venue.BYBIT, "BTCUSDT");
    static final MarginTables TABLES = MarginTables.of(RiskTierTables.bundled().tables(), ModelStory::canonical);

    /** Exchange time, a whole minute of 2026-11. */
    static final long START = 1_795_000_020_000L;

    private static final long BEHIND = 1_300;

    final Desk desk;
    private long id;

    ModelStory(MarginTables tables) {
        desk = new Desk("BTCUSDT", SnapshotRequests.NONE, BookObserver.NONE, tables, ModelParameters.DEFAULT);
    }

    ModelStory() {
        this(TABLES);
    }

    static String canonical(InstrumentId instrument) {
        return instrument.symbol().replace("-SWAP", "").replace("-", "");
    }

    static long nanos(long exchangeMillis) {
        return (exchangeMillis - BEHIND) * 1_000_000;
    }

    void mark(InstrumentId at, long millis, double price) {
        desk.apply(new MarkPrice(at, nanos(millis), millis, BigDecimal.valueOf(price), null));
    }

    /** @param usd bought if above 0, else sold */
    void trade(InstrumentId at, long millis, double price, double usd) {
        long size = Math.round(Math.abs(usd) / price * 1_000);
        TakerSide taker = usd > 0 ? TakerSide.BUY : TakerSide.SELL;
        desk.apply(new Trade(at, nanos(millis), millis, ++id, 1, taker, 1, 3, Math.round(price * 10), size));
    }

    void openInterest(InstrumentId at, long millis, double coins) {
        desk.apply(new OpenInterest(at, nanos(millis), millis, BigDecimal.valueOf(coins)));
    }

    void liquidated(InstrumentId at, long millis, PositionSide side, double price, double coins) {
        desk.apply(new Liquidation(
                at,
                nanos(millis),
                millis,
                side,
                Liquidation.PriceKind.AVERAGE_FILL,
                BigDecimal.valueOf(price),
                BigDecimal.valueOf(coins),
                Liquidation.Completeness.LOWER_BOUND));
    }

    /** Ten seconds in which as much is bought as sold, and open interest rises by ten coins. */
    void step(InstrumentId at, long millis, double price, double coins) {
        for (int i = 0; i < 10; i++) {
            mark(at, millis + i * 1_000L, price);
            trade(at, millis + i * 1_000L + 300, price, i % 2 == 0 ? 200_000 : -200_000);
        }
        openInterest(at, millis + 9_900, coins);
    }

    /** So many steps at one price, in which open interest rises from 80 000 coins. */
    void calm(InstrumentId at, int steps) {
        for (int i = 0; i < steps; i++) {
            step(at, START + i * 10_000L, 60_000, 80_000 + 10 * i);
        }
    }

    GridView grid() {
        return desk.view().grid();
    }
}
