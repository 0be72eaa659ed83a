package io.faultline.desk;

import io.faultline.book.BookObserver;
import io.faultline.book.SnapshotRequests;
import io.faultline.liquidation.ModelParameters;
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
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A market with books, told to a desk event by event: what positions there are opens at 60 000, so that clusters stand at
 * the distances of their leverage. Exchange time is our time.
 */
final class SignalStory {
    static final InstrumentId BINANCE = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    static final InstrumentId BYBIT = new InstrumentId(Venue.BYBIT, "BTCUSDT");
    static final double PRICE = 60_000;

    /** A whole minute of a Wednesday. */
    static final long START = 1_795_006_800_000L - 1_795_006_800_000L % 60_000;

    private static final double LEVEL = 6;

    final Desk desk =
            new Desk("BTCUSDT", SnapshotRequests.NONE, BookObserver.NONE, ModelStory.TABLES, ModelParameters.DEFAULT);
    private final Map<InstrumentId, Long> books = new LinkedHashMap<>();
    private long now = START;
    private long tradeId;
    private double mark = PRICE;
    private int opened;

    ClustersView view() {
        return desk.view().clusters();
    }

    long now() {
        return now;
    }

    private long nanos() {
        return now * 1_000_000;
    }

    /** A venue's book anew: so much at every 6 USD, as far as a share of price. */
    void book(InstrumentId at, double reach, double usdALevel) {
        long id = books.getOrDefault(at, 100L) + 100;
        books.put(at, id);
        int count = (int) (PRICE * reach / LEVEL);
        if (at.equals(BINANCE)) {
            send(at, Side.BID, mark - LEVEL, usdALevel, id - 1, id);
        }
        desk.apply(new BookSnapshot(
                at, nanos(), now, id, 1, 3, levels(-1, count, usdALevel), levels(1, count, usdALevel)));
    }

    private BookSnapshot.Levels levels(int sign, int count, double usd) {
        long[] prices = new long[count];
        long[] sizes = new long[count];
        for (int i = 0; i < count; i++) {
            double price = mark + sign * (i + 1) * LEVEL;
            prices[i] = Math.round(price * 10);
            sizes[i] = Math.round(usd / price * 1_000);
        }
        return new BookSnapshot.Levels(prices, sizes);
    }

    /** What rests at one price from now on. */
    void rest(InstrumentId at, Side side, double price, double usd) {
        long last = books.getOrDefault(at, 0L);
        books.put(at, last + 1);
        send(at, side, price, usd, last, last + 1);
    }

    private void send(InstrumentId at, Side side, double price, double usd, long previous, long id) {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(at, nanos(), now, previous + 1, id, previous, 1, 3);
        long scaled = Math.round(price * 10);
        long size = Math.round(usd / price * 1_000);
        if (side == Side.BID) {
            delta.addBid(scaled, size);
        } else {
            delta.addAsk(scaled, size);
        }
        desk.apply(delta);
    }

    /** A change is lost on the way: the next one does not chain. */
    void gap(InstrumentId at) {
        books.merge(at, 5L, Long::sum);
        long last = books.getOrDefault(at, 0L);
        books.put(at, last + 1);
        send(at, Side.BID, mark - LEVEL, 1, last, last + 1);
        books.remove(at);
    }

    /** Time goes on, tenth of a second by tenth, and the books stay as they are. */
    void pass(long millis) {
        for (long end = now + millis; now < end; now += 100) {
            if (now % 1_000 == 0) {
                books.keySet().forEach(this::mark);
            }
            books.keySet().forEach(at -> rest(at, Side.ASK, mark + 500 * LEVEL, 10_000));
        }
    }

    /** The venue lists its contract, with its tick. */
    void list(InstrumentId at, String tick) {
        desk.apply(new InstrumentListing(
                nanos(),
                new Instrument(
                        at,
                        "BTCUSDT",
                        "BTC",
                        "USDT",
                        new BigDecimal(tick),
                        new BigDecimal("0.001"),
                        BigDecimal.ONE,
                        Instrument.Status.TRADING)));
    }

    /** Time goes on, and all that comes is open interest. */
    void silence(long millis) {
        now += millis;
        openInterest(BINANCE, 2_400);
    }

    /** A mark of one venue. */
    void mark(InstrumentId at) {
        desk.apply(new MarkPrice(at, nanos(), now, BigDecimal.valueOf(mark), null));
    }

    /** The marks of all venues go to a price. */
    void mark(double price) {
        mark = price;
        books.keySet().forEach(this::mark);
    }

    void trade(InstrumentId at, double price, double usd, TakerSide taker) {
        long size = Math.round(usd / price * 1_000);
        desk.apply(new Trade(at, nanos(), now, ++tradeId, 1, taker, 1, 3, Math.round(price * 10), size));
    }

    void openInterest(InstrumentId at, double coins) {
        desk.apply(new OpenInterest(at, nanos(), now, BigDecimal.valueOf(coins)));
    }

    void funding(InstrumentId at, String rate, int hours) {
        desk.apply(new Funding(at, nanos(), now, new BigDecimal(rate), now + 3_600_000));
        desk.apply(new FundingTerms(at, nanos(), hours * 3_600_000L, null, null, FundingTerms.Source.PUBLISHED));
    }

    void settled(InstrumentId at, long millis, String rate) {
        desk.apply(new FundingSettlement(at, nanos(), new BigDecimal(rate), millis));
    }

    void liquidated(InstrumentId at, PositionSide side, double price, double usd) {
        desk.apply(new Liquidation(
                at,
                nanos(),
                now,
                side,
                Liquidation.PriceKind.AVERAGE_FILL,
                BigDecimal.valueOf(price),
                BigDecimal.valueOf(usd / price),
                at.equals(BYBIT) ? Liquidation.Completeness.COMPLETE : Liquidation.Completeness.LOWER_BOUND));
    }

    /** The connection with the venue's marks is lost; it is there again with the next one. */
    void lostMarks(InstrumentId at) {
        desk.apply(new FeedStatus(
                at.venue(), nanos(), "public", FeedStatus.State.LOST, "cut", 1, nanos(), Set.of(Topic.MARK)));
    }

    /** A venue is switched off, and its marks with it. */
    void offWithMarks(InstrumentId at) {
        off(at);
        desk.apply(
                new FeedStatus(at.venue(), nanos(), "market", FeedStatus.State.OFF, "off", 0, 0, Set.of(Topic.MARK)));
    }

    void off(InstrumentId at) {
        books.remove(at);
        desk.apply(new FeedStatus(
                at.venue(), nanos(), "public", FeedStatus.State.OFF, "off", 0, 0, Set.of(Topic.BOOK, Topic.TRADES)));
    }

    /** So many tens of seconds in which positions of 3 M USD a venue open at the price. */
    void build(int steps) {
        for (int i = 0; i < steps; i++) {
            for (InstrumentId at : books.keySet()) {
                for (int k = 0; k < 4; k++) {
                    trade(at, mark, 2e6, k % 2 == 0 ? TakerSide.BUY : TakerSide.SELL);
                }
                openInterest(at, 2_000 + 50 * ++opened);
            }
            pass(10_000);
        }
    }

    /** A market with thin books at two venues, and clusters on both sides. */
    static SignalStory built() {
        return built(BINANCE, BYBIT);
    }

    /** The same with positions, at these venues. */
    static SignalStory built(InstrumentId... venues) {
        SignalStory story = new SignalStory();
        story.open(venues);
        story.build(8);
        return story;
    }

    /** Books at these venues, and no positions. */
    void open(InstrumentId... venues) {
        for (InstrumentId venue : venues) {
            book(venue, venue.equals(BINANCE) ? 0.05 : 0.02, 10_000);
            openInterest(venue, 2_000);
        }
        pass(1_000);
    }

    /** Price and Bybit's book go there, which takes no time. */
    void move(double price) {
        mark = price;
        book(BYBIT, 0.02, 10_000);
        mark(BYBIT);
    }

    /** A moment of each minute only: the book, a mark, a trade of each taker and open interest. */
    void minutes(int count, double usd, double coins, double coinsAMinute) {
        for (int i = 0; i < count; i++) {
            books.keySet().forEach(at -> rest(at, Side.ASK, mark + 500 * LEVEL, 10_000));
            now += 200;
            for (InstrumentId at : books.keySet()) {
                mark(at);
                trade(at, mark, usd, TakerSide.BUY);
                trade(at, mark, usd, TakerSide.SELL);
                openInterest(at, coins + i * coinsAMinute);
            }
            now += 200;
            books.keySet().forEach(at -> rest(at, Side.ASK, mark + 500 * LEVEL, 10_000));
            now += 59_600;
        }
    }

    /** One venue says nothing for so many minutes. */
    void silent(InstrumentId venue, int minutes) {
        Long book = books.remove(venue);
        minutes(minutes, 1e6, 2_400, 0);
        if (book != null) {
            books.put(venue, book);
        }
    }
}
