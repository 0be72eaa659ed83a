package io.faultline.bench;

import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.desk.Desk;
import io.faultline.desk.MarginTables;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.venue.RiskTierTables;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** A desk with the books of four venues, as deep as BTCUSDT's are, and positions of ten minutes. */
final class SignalMarket {
    private static final long TENTH = 100;
    private static final double MID = 60_000;
    private static final List<InstrumentId> VENUES = List.of(
            new InstrumentId(Venue.BINANCE, "BTCUSDT"),
            new InstrumentId(Venue.BYBIT, "BTCUSDT"),
            new InstrumentId(Venue.OKX, "BTC-USDT-SWAP"),
            new InstrumentId(Venue.BITGET, "BTCUSDT"));
    private static final int[] LEVELS = {4_800, 500, 400, 200};

    private final Desk desk;
    private final SplittableRandom random = new SplittableRandom(1);
    private long now = 1_795_000_020_000L;
    private long number = 1_000;

    SignalMarket() {
        this(true);
    }

    /** @param signals whether margin tables are known, without which nothing is modelled or read */
    SignalMarket(boolean signals) {
        MarginTables tables = signals
                ? MarginTables.of(
                        RiskTierTables.bundled().tables(),
                        instrument -> instrument.symbol().replace("-SWAP", "").replace("-", ""))
                : MarginTables.NONE;
        desk = new Desk("BTCUSDT", SnapshotRequests.NONE, BookObserver.NONE, tables, ModelParameters.DEFAULT);
        for (int v = 0; v < VENUES.size(); v++) {
            open(VENUES.get(v), LEVELS[v]);
        }
        for (int second = 0; second < 600; second++) {
            second(second);
        }
    }

    private long nanos() {
        return now * 1_000_000;
    }

    private void open(InstrumentId id, int levels) {
        BigDecimal contract = id.venue() == Venue.OKX ? new BigDecimal("0.01") : BigDecimal.ONE;
        desk.apply(new InstrumentListing(
                nanos(),
                new Instrument(
                        id,
                        "BTCUSDT",
                        "BTC",
                        "USDT",
                        new BigDecimal("0.1"),
                        new BigDecimal("0.001"),
                        contract,
                        Instrument.Status.TRADING)));
        if (id.venue() == Venue.BINANCE) {
            change(id);
        }
        desk.apply(new BookSnapshot(id, nanos(), now, number, 1, 3, side(levels, -1), side(levels, 1)));
    }

    private BookSnapshot.Levels side(int levels, int sign) {
        long[] prices = new long[levels];
        long[] sizes = new long[levels];
        double price = MID;
        for (int i = 0; i < levels; i++) {
            // Ever sparser: five thousand levels reach as far as a tenth of price.
            price += sign * 0.1 * (1.0 + Math.floorDiv(i, 40) + random.nextInt(3));
            prices[i] = Math.round(price * 10);
            sizes[i] = 100L + random.nextInt(5_000);
        }
        return new BookSnapshot.Levels(prices, sizes);
    }

    private void change(InstrumentId id) {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(id, nanos(), now, number + 1, number + 1, number, 1, 3);
        delta.addBid(Math.round(MID * 10) - 20, 1_000 + random.nextInt(5_000));
        desk.apply(delta);
    }

    private void second(int count) {
        for (InstrumentId id : VENUES) {
            desk.apply(new MarkPrice(id, nanos(), now, BigDecimal.valueOf(MID), null));
            TakerSide taker = count % 2 == 0 ? TakerSide.BUY : TakerSide.SELL;
            double size = id.venue() == Venue.OKX ? 1_600_000 : 16_000;
            desk.apply(new Trade(id, nanos(), now, number + 1, 1, taker, 1, 3, Math.round(MID * 10), (long) size));
            desk.apply(new OpenInterest(id, nanos(), now, BigDecimal.valueOf(5_000 + 5L * count)));
        }
        for (int i = 0; i < 10; i++) {
            tenth();
        }
    }

    /** A tenth of a second goes by, in which each book changes. */
    void tenth() {
        now += TENTH;
        for (InstrumentId id : VENUES) {
            change(id);
        }
        number++;
        if (now % 1_000 == 0) {
            for (InstrumentId id : VENUES) {
                desk.apply(new MarkPrice(id, nanos(), now, BigDecimal.valueOf(MID), null));
            }
        }
    }

    /** How many clusters there are. */
    int clusters() {
        return desk.view().clusters().clusters().size();
    }

    /** How many books are read. */
    long books() {
        return desk.view().clusters().venues().values().stream()
                .filter(venue -> venue.inStep())
                .count();
    }
}
