package io.faultline.desk;

import io.faultline.market.Decimals;
import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.market.Trade;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one venue says of the symbol. A null is something that the venue has not said yet: panels show a dash, never
 * zero.
 *
 * @param instrument the venue's own name for it
 * @param lastTrade the newest trade; its price is the "last price"
 * @param previousPrice price of the last trade at another price than {@code lastTrade}'s, in its scale; 0 if none
 * @param funding rate of the coming settlement (predicted) and when it comes
 * @param settled the newest settlement (now)
 * @param history what this venue said before
 */
public record VenueView(
        InstrumentId instrument,
        @Nullable Instrument listing,
        BookView book,
        TradedVolume traded,
        @Nullable Trade lastTrade,
        long previousPrice,
        @Nullable MarkPrice mark,
        @Nullable Funding funding,
        @Nullable FundingSettlement settled,
        @Nullable FundingTerms terms,
        @Nullable OpenInterest openInterest,
        @Nullable Stats24h stats,
        FeedView feed,
        VenueHistory history) {

    /** A venue of which only the present is known. */
    public VenueView(
            InstrumentId instrument,
            @Nullable Instrument listing,
            BookView book,
            TradedVolume traded,
            @Nullable Trade lastTrade,
            long previousPrice,
            @Nullable MarkPrice mark,
            @Nullable Funding funding,
            @Nullable FundingSettlement settled,
            @Nullable FundingTerms terms,
            @Nullable OpenInterest openInterest,
            @Nullable Stats24h stats,
            FeedView feed) {
        this(
                instrument,
                listing,
                book,
                traded,
                lastTrade,
                previousPrice,
                mark,
                funding,
                settled,
                terms,
                openInterest,
                stats,
                feed,
                VenueHistory.none());
    }

    /** The same with another history. */
    VenueView with(VenueHistory other) {
        return new VenueView(
                instrument,
                listing,
                book,
                traded,
                lastTrade,
                previousPrice,
                mark,
                funding,
                settled,
                terms,
                openInterest,
                stats,
                feed,
                other);
    }

    /** Whether nothing can prove its book to be in step: it is drawn only when this venue alone is chosen. */
    public boolean indicative() {
        return instrument.venue().hasIndicativeBook();
    }

    /** Whether sums of its reported liquidations are the whole, or only the least that there was. */
    public Liquidation.Completeness liquidations() {
        return VenueFacts.liquidations(instrument.venue());
    }

    /** Whether its sizes can be told in base units; a venue that counts contracts must first list them. */
    public boolean sized() {
        return listing != null || !VenueFacts.countsContracts(instrument);
    }

    /** Whether its book may be read as the market at that time. */
    public boolean inStep(long nowNanos) {
        return sized() && book.live() && !book.stale(nowNanos);
    }

    /** Why its book may not be read as the market at that time, in words; empty when it may. */
    public String whyNotInStep(long nowNanos) {
        if (!book.live()) {
            return book.reason();
        }
        if (!sized()) {
            return "size of its contracts not known yet";
        }
        return book.stale(nowNanos) ? "no change for " + (nowNanos - book.updatedNanos()) / 1_000_000_000L + " s" : "";
    }

    /** What one base unit costs, in quote: the mark, else the last trade; NaN before either. */
    public double price() {
        if (mark != null) {
            return mark.mark().doubleValue();
        }
        return lastTrade == null ? Double.NaN : Decimals.toDouble(lastTrade.price(), lastTrade.priceScale());
    }

    /** Open interest in USD, counted once; NaN where it is not known. */
    public double openInterestUsd() {
        return openInterest == null ? Double.NaN : openInterest.base().doubleValue() * price();
    }

    /** The tick in units of the book's prices, at least 1. */
    long tickUnits() {
        if (listing == null) {
            return 1;
        }
        BigDecimal units = listing.tick().movePointRight(book.depth().priceScale());
        return Math.max(1, units.longValue());
    }
}
