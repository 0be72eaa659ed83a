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
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Side;
import io.faultline.market.SocketClosed;
import io.faultline.market.Stats24h;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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
    private final Map<Topic, TopicMeter> meters = new EnumMap<>(Topic.class);
    private VenueBook book;
    private @Nullable Instrument listing;
    private @Nullable MarkPrice mark;
    private @Nullable Funding funding;
    private @Nullable FundingSettlement settled;
    private @Nullable FundingTerms terms;
    private @Nullable OpenInterest openInterest;
    private @Nullable Stats24h stats;

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

    /** Base units in one unit of size on the wire. */
    double contractSize() {
        return listing == null ? 1 : listing.contractSize().doubleValue();
    }

    /** Smallest price step in quote; before it is listed, the last decimal that the book has shown. */
    double tick() {
        return listing == null
                ? 1.0 / Decimals.power(synchronizer().book().priceScale())
                : listing.tick().doubleValue();
    }

    /** Takes in all but trades, which {@link #trade} takes. */
    void apply(MarketEvent.OfInstrument event) {
        count(event);
        if (event instanceof BookDelta delta) {
            book.onDelta(delta);
        } else if (event instanceof BookSnapshot snapshot) {
            book.onSnapshot(snapshot);
        } else if (event instanceof MarkPrice price) {
            mark = price.index() == null && mark != null ? price.withIndex(mark.index()) : price;
        } else if (event instanceof Funding rate) {
            funding = rate;
        } else if (event instanceof FundingSettlement settlement) {
            if (settled == null || settlement.settledMillis() > settled.settledMillis()) {
                settled = settlement;
            }
        } else if (event instanceof FundingTerms published) {
            if (terms == null || published.source() == FundingTerms.Source.PUBLISHED) {
                terms = published;
            }
        } else if (event instanceof OpenInterest sample) {
            if (openInterest == null || sample.exchangeMillis() >= openInterest.exchangeMillis()) {
                openInterest = sample;
            }
        } else if (event instanceof Stats24h figures) {
            stats = figures;
        } else if (event instanceof InstrumentListing listed) {
            listing = listed.listing();
        }
    }

    /** Returns whether the trade is new: after a reconnect a venue may send some again. */
    boolean trade(Trade trade) {
        count(trade);
        return tape.add(trade, contractSize());
    }

    private void count(MarketEvent.OfInstrument event) {
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
        book = new VenueBook(instrument, requests, observer);
    }

    /** Mid price, or NaN where the book was not in step at that time. */
    double mid(long nanos) {
        BookSynchronizer shown = book.shown();
        OrderBook levels = shown.book();
        boolean inStep = shown.state() == BookSynchronizer.State.LIVE
                && !shown.crossed()
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
        List<FeedView.TopicView> topics = new ArrayList<>(meters.size());
        meters.values().forEach(meter -> topics.add(meter.view(nowNanos)));
        return new VenueView(
                instrument,
                listing,
                bookView(),
                tape.volume(),
                tape.last(),
                tape.previousPrice(),
                mark,
                funding,
                settled,
                terms,
                openInterest,
                stats,
                feed.view(topics, lostEvents));
    }

    private BookView bookView() {
        return BookViews.of(synchronizer(), copier.copy(synchronizer().book(), contractSize()));
    }

    void digest(StateDigest digest) {
        digest.add(instrument.toString());
        BookViews.digest(synchronizer(), digest);
        tape.digest(digest);
        meters.values().forEach(meter -> meter.digest(digest));
        digest.addOrAbsent(listing);
        digest.addOrAbsent(mark);
        digest.addOrAbsent(funding);
        digest.addOrAbsent(settled);
        digest.addOrAbsent(terms);
        digest.addOrAbsent(openInterest);
        digest.addOrAbsent(stats);
    }
}
