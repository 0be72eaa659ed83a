package io.faultline.desk;

import io.faultline.book.BookObserver;
import io.faultline.book.BookSynchronizer;
import io.faultline.book.OrderBook;
import io.faultline.book.SnapshotRequests;
import io.faultline.book.VenueBook;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.Funding;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Side;
import io.faultline.market.SocketClosed;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one venue has said of the desk's symbol. */
final class VenueState {
    /** A book that has not changed for this long is not sampled into the heatmap as if it were the market. */
    private static final long LONGEST_QUIET = 5_000_000_000L;

    private final InstrumentId instrument;
    private final SnapshotRequests requests;
    private final BookObserver observer;
    private final DepthCopier copier = new DepthCopier();
    private final TradeTape tape = new TradeTape();
    private final FlowRecorder flows = new FlowRecorder();
    private final VenueFigures figures = new VenueFigures();
    private final Map<Topic, TopicMeter> meters = new EnumMap<>(Topic.class);
    private VenueBook book;
    private BookView.Counters earlier = BookView.Counters.NONE;
    private @Nullable Instrument listing;
    private boolean heard;

    VenueState(InstrumentId instrument, SnapshotRequests requests, BookObserver observer) {
        this.instrument = instrument;
        this.requests = requests;
        this.observer = observer;
        this.book = new VenueBook(instrument, requests, observer);
        for (Topic topic : Topic.values()) {
            meters.put(topic, new TopicMeter(topic));
        }
    }

    InstrumentId instrument() {
        return instrument;
    }

    BookSynchronizer synchronizer() {
        return book.shown();
    }

    /** Base units in one unit of size on the wire; of no meaning while it is not {@link #sized}. */
    double contractSize() {
        return listing == null ? 1 : listing.contractSize().doubleValue();
    }

    /** Whether sizes can be told in base units. */
    boolean sized() {
        return listing != null || !VenueFacts.countsContracts(instrument);
    }

    /** Smallest price step in quote; before it is listed, the last decimal that the book has shown. */
    double tick() {
        return listing == null
                ? 1.0 / Decimals.power(synchronizer().book().priceScale())
                : listing.tick().doubleValue();
    }

    /** Open interest in base units, 0 before the first. */
    double openInterest() {
        OpenInterest newest = figures.openInterest();
        return newest == null ? 0 : newest.base().doubleValue();
    }

    /** Open interest in USD at its own mark; 0 before either is known. */
    double openInterestUsd() {
        MarkPrice mark = figures.mark();
        return mark == null ? 0 : openInterest() * mark.mark().doubleValue();
    }

    /** The newest mark; null before the first. */
    @Nullable
    MarkPrice mark() {
        return figures.mark();
    }

    @Nullable
    Funding funding() {
        return figures.funding();
    }

    VenueFunding fundingFigures() {
        return figures.funding(instrument.venue());
    }

    /** How much more was bought than sold since that moment, USD; NaN where the trades do not reach back so far. */
    double cvdSince(long nanos) {
        return figures.history(flows).cvdSince(nanos);
    }

    /** Takes in all but trades, which {@link #trade} takes. */
    void apply(MarketEvent.OfInstrument event) {
        count(event);
        if (event instanceof BookDelta delta) {
            book.onDelta(delta);
        } else if (event instanceof BookSnapshot snapshot) {
            book.onSnapshot(snapshot);
        } else if (event instanceof InstrumentListing listed) {
            listing = listed.listing();
        } else {
            figures.apply(event);
        }
    }

    /** Returns whether the trade is new: after a reconnect a venue may send some again. */
    boolean trade(Trade trade) {
        count(trade);
        if (!tape.add(trade, sized() ? contractSize() : Double.NaN)) {
            return false;
        }
        if (sized()) {
            double usd = usd(trade);
            boolean buy = trade.taker() == TakerSide.BUY;
            flows.add(trade.receivedNanos(), buy ? usd : 0, buy ? 0 : usd);
        }
        return true;
    }

    /** Notional of a trade in USD; 0 while nobody knows how much a contract is. */
    double usd(Trade trade) {
        double price = Decimals.toDouble(trade.price(), trade.priceScale());
        return sized() ? price * Decimals.toDouble(trade.size(), trade.sizeScale()) * contractSize() : 0;
    }

    private void count(MarketEvent.OfInstrument event) {
        heard = true;
        Topic topic = Topic.of(event);
        TopicMeter meter = topic == null ? null : meters.get(topic);
        if (meter != null) {
            meter.count(event.receivedNanos());
        }
    }

    /** Whether the status takes down the connection that brings the book. */
    boolean losesBook(FeedStatus status) {
        boolean down = switch (status.state()) {
            case LOST, BLOCKED, LIMITED, MAINTENANCE, OFF -> true;
            case CONNECTING, UP, SILENT, ERROR -> false;
        };
        boolean ours =
                book.isCarriedBy(status.connection()) || status.connection().equals(instrument.symbol());
        return down && ours && status.topics().contains(Topic.BOOK);
    }

    void loseBook(FeedStatus status) {
        book.onDisconnected(status.receivedNanos(), status.detail());
    }

    /** A socket is closed, whether or not another carries on. */
    void close(SocketClosed closed) {
        book.onClosed(closed.connection(), closed.receivedNanos());
    }

    /** Event time has come this far. */
    void advance(long nowNanos) {
        book.onTime(nowNanos);
    }

    /** Throws the book away, whatever its state; it synchronises anew with the next change. */
    void startBookAgain() {
        earlier = BookViews.counters(earlier, synchronizer().counters());
        book = new VenueBook(instrument, requests, observer);
    }

    /** Mid price, or NaN where the book was not in step at that time, or must not be summed with others. */
    double mid(long nanos) {
        BookSynchronizer shown = book.shown();
        OrderBook levels = shown.book();
        boolean inStep = shown.state() == BookSynchronizer.State.LIVE
                && !shown.crossed()
                && sized()
                && !instrument.venue().hasIndicativeBook()
                && nanos - shown.updatedNanos() <= LONGEST_QUIET;
        if (!inStep || levels.isEmpty(Side.BID) || levels.isEmpty(Side.ASK)) {
            return Double.NaN;
        }
        return Decimals.toDouble(levels.bestPrice(Side.BID), levels.priceScale()) / 2
                + Decimals.toDouble(levels.bestPrice(Side.ASK), levels.priceScale()) / 2;
    }

    void fill(DepthBins bins) {
        DepthCopier.fill(synchronizer().book(), contractSize(), bins);
    }

    VenueView view(long nowNanos, FeedState feed, long lostEvents) {
        BookDepth depth = copier.copy(synchronizer().book(), contractSize());
        return new VenueView(
                instrument,
                listing,
                BookViews.of(synchronizer(), earlier, depth),
                tape.volume(),
                tape.last(),
                tape.previousPrice(),
                figures.mark(),
                figures.funding(),
                figures.settled(),
                figures.terms(),
                figures.openInterest(),
                figures.stats(),
                feed.view(meters.values(), nowNanos, lostEvents),
                figures.history(flows));
    }

    /** A venue that has said nothing is no part of the state: a replay does not know that it was asked. */
    void digest(StateDigest digest) {
        if (!heard) {
            return;
        }
        digest.add(instrument.toString());
        BookViews.digest(synchronizer(), digest);
        tape.digest(digest);
        flows.digest(digest);
        meters.values().forEach(meter -> meter.digest(digest));
        digest.addOrAbsent(listing);
        figures.digest(digest);
    }
}
