package io.faultline.venue;

import io.faultline.market.FeedStatus;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder has learnt of one contract. Its scales are the decimals of the listed tick and lot, or those seen on
 * the wire where no list has come, and only ever grow: so events of one contract agree with each other, and are exact.
 */
public final class Symbol {
    /** No contract has as many; a scale above it, once kept, would leave no room for whole prices and sizes. */
    private static final int MOST_DECIMALS = 12;

    /** How many decimals more than listed are taken for a change of tick or lot. */
    private static final int MOST_BEYOND_LISTED = 8;

    private final InstrumentId id;
    private int priceScale;
    private int sizeScale;
    private @Nullable Instrument listing;
    private boolean tickChangeReported;
    private boolean lotChangeReported;
    private @Nullable String tradeStream;
    private @Nullable String bookStream;

    Symbol(InstrumentId id) {
        this.id = id;
    }

    public InstrumentId id() {
        return id;
    }

    /**
     * Decimals for prices of which one needs that many.
     *
     * @throws MalformedException if that is absurd
     */
    public int priceScale(int needed) throws MalformedException {
        check("price", needed, listing == null ? MOST_DECIMALS : listing.priceScale() + MOST_BEYOND_LISTED);
        return Math.max(priceScale, needed);
    }

    /**
     * Decimals for sizes of which one needs that many.
     *
     * @throws MalformedException if that is absurd
     */
    public int sizeScale(int needed) throws MalformedException {
        check("size", needed, listing == null ? MOST_DECIMALS : listing.sizeScale() + MOST_BEYOND_LISTED);
        return Math.max(sizeScale, needed);
    }

    /** Scales never shrink: one absurd amount must not make every frame after it too large for them. */
    private void check(String what, int needed, int most) throws MalformedException {
        if (needed > most) {
            throw new MalformedException(
                    "a " + what + " of " + needed + " decimals, where " + id.symbol() + " has at most " + most, 0);
        }
    }

    /** Keeps the scales that an event was given; says so if the listed tick or lot cannot be right any more. */
    public void widen(int newPriceScale, int newSizeScale, long receivedNanos, Consumer<MarketEvent> sink) {
        if (newPriceScale <= priceScale && newSizeScale <= sizeScale) {
            return;
        }
        if (listing != null && !tickChangeReported && newPriceScale > listing.priceScale()) {
            tickChangeReported = true;
            sink.accept(changed("tick", newPriceScale, listing.tick().toPlainString(), receivedNanos));
        }
        if (listing != null && !lotChangeReported && newSizeScale > listing.sizeScale()) {
            lotChangeReported = true;
            sink.accept(changed("lot", newSizeScale, listing.lot().toPlainString(), receivedNanos));
        }
        priceScale = Math.max(priceScale, newPriceScale);
        sizeScale = Math.max(sizeScale, newSizeScale);
    }

    private FeedStatus changed(String what, int decimals, String listed, long receivedNanos) {
        String detail = what + " changed: " + id.symbol() + " is sent with " + decimals + " decimals, listed was "
                + what + " " + listed;
        return new FeedStatus(id.venue(), receivedNanos, "instruments", FeedStatus.State.ERROR, detail, 0, 0);
    }

    /** Takes the scales of a listing, which may have changed. */
    public void list(Instrument newListing) {
        if (listing == null
                || listing.tick().compareTo(newListing.tick()) != 0
                || listing.lot().compareTo(newListing.lot()) != 0) {
            tickChangeReported = false;
            lotChangeReported = false;
        }
        listing = newListing;
        priceScale = Math.max(priceScale, newListing.priceScale());
        sizeScale = Math.max(sizeScale, newListing.sizeScale());
    }

    /** The listed smallest step of sizes; null before there is a listing. */
    public @Nullable BigDecimal lot() {
        return listing == null ? null : listing.lot();
    }

    /**
     * Whether this stream is the one to take trades from: the first that was seen. A journal may hold several, and each
     * has every trade.
     */
    public boolean takesTradesFrom(String stream) {
        if (tradeStream == null) {
            tradeStream = stream;
        }
        return tradeStream.equals(stream);
    }

    /** Whether this stream is the one to take the book from: the first that was seen. Two would be mixed up. */
    public boolean takesBookFrom(String stream) {
        if (bookStream == null) {
            bookStream = stream;
        }
        return bookStream.equals(stream);
    }
}
