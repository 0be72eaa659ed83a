package io.faultline.desk;

import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.market.Trade;
import org.jspecify.annotations.Nullable;

/**
 * What one venue says of the symbol. A null is something that the venue has not said yet: panels show a dash, never
 * zero.
 *
 * @param lastTrade the newest trade; its price is the "last price"
 * @param previousPrice price of the last trade at another price than {@code lastTrade}'s, in its scale; 0 if none
 * @param funding rate of the coming settlement (predicted) and when it comes
 * @param settled the newest settlement (now)
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
        FeedView feed) {}
