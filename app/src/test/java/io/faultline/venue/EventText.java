package io.faultline.venue;

import io.faultline.market.BestBidOffer;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentListing;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.RiskTiers;
import io.faultline.market.Stats24h;
import io.faultline.market.Trade;
import io.faultline.market.VenueNotice;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events as short lines, so that a test can write out what it expects. */
public final class EventText {
    private EventText() {}

    /** One line. */
    public static String of(MarketEvent event) {
        if (event instanceof FeedStatus status) {
            return "status " + status.state() + " " + status.connection() + " " + status.detail();
        }
        if (event instanceof VenueNotice notice) {
            return "notice " + notice.kind() + " " + notice.connection() + " " + notice.subject()
                    + (notice.words().isEmpty() ? "" : ": " + notice.words());
        }
        if (!(event instanceof MarketEvent.OfInstrument of)) {
            return event.toString();
        }
        return kind(of);
    }

    private static String kind(MarketEvent.OfInstrument event) {
        String symbol = event.instrument().symbol();
        if (event instanceof BookDelta delta) {
            return "delta " + symbol + " @" + delta.exchangeMillis() + " " + id(delta.firstId()) + ".."
                    + id(delta.lastId()) + " after " + id(delta.previousId()) + levels(delta)
                    + (delta.hasChecksum() ? " checksum " + delta.checksum() : "");
        }
        if (event instanceof BookSnapshot snapshot) {
            return "snapshot " + symbol + " @" + snapshot.exchangeMillis() + " " + id(snapshot.lastId()) + " bids"
                    + levels(snapshot.bids(), snapshot) + " asks" + levels(snapshot.asks(), snapshot)
                    + (snapshot.checksum() == null ? "" : " checksum " + snapshot.checksum());
        }
        if (event instanceof Trade trade) {
            return "trade " + symbol + " @" + trade.exchangeMillis() + " #" + trade.id() + " x" + trade.fills() + " "
                    + trade.taker() + " " + Decimals.canonical(trade.price(), trade.priceScale()) + "*"
                    + Decimals.canonical(trade.size(), trade.sizeScale());
        }
        if (event instanceof BestBidOffer best) {
            return "best " + symbol + " @" + best.exchangeMillis() + " u" + best.updateId() + " "
                    + Decimals.canonical(best.bidPrice(), best.priceScale()) + "*"
                    + Decimals.canonical(best.bidSize(), best.sizeScale()) + " "
                    + Decimals.canonical(best.askPrice(), best.priceScale()) + "*"
                    + Decimals.canonical(best.askSize(), best.sizeScale());
        }
        return figures(event, symbol);
    }

    private static String figures(MarketEvent.OfInstrument event, String symbol) {
        if (event instanceof MarkPrice mark) {
            return "mark " + symbol + " @" + mark.exchangeMillis() + " " + plain(mark.mark()) + " index "
                    + plain(mark.index());
        }
        if (event instanceof Funding funding) {
            return "funding " + symbol + " @" + funding.exchangeMillis() + " " + plain(funding.predictedRate()) + " at "
                    + funding.nextSettlementMillis();
        }
        if (event instanceof FundingSettlement settled) {
            return "settled " + symbol + " " + plain(settled.rate()) + " at " + settled.settledMillis();
        }
        if (event instanceof FundingTerms terms) {
            return "terms " + symbol + " " + terms.intervalMillis() / 3_600_000 + " h " + terms.source() + " "
                    + plain(terms.floor()) + ".." + plain(terms.cap());
        }
        if (event instanceof OpenInterest interest) {
            return "open interest " + symbol + " @" + interest.exchangeMillis() + " " + plain(interest.base());
        }
        if (event instanceof Stats24h stats) {
            return "stats " + symbol + " @" + stats.exchangeMillis() + " volume " + plain(stats.volumeQuote())
                    + " open " + plain(stats.openPrice()) + " last " + plain(stats.lastPrice());
        }
        if (event instanceof Liquidation liquidation) {
            return "liquidation " + symbol + " @" + liquidation.exchangeMillis() + " " + liquidation.side() + " "
                    + liquidation.priceKind() + " " + plain(liquidation.price()) + "*" + plain(liquidation.size())
                    + " " + liquidation.completeness();
        }
        if (event instanceof RiskTiers table) {
            return "tiers " + symbol + " " + table.asOf() + " " + table.source() + " " + table.unit()
                    + table.tiers().stream().map(EventText::tier).collect(Collectors.joining());
        }
        Instrument listing = ((InstrumentListing) event).listing();
        return "listing " + symbol + " " + listing.symbol() + " " + listing.base() + "/" + listing.quote() + " tick "
                + plain(listing.tick()) + " lot " + plain(listing.lot()) + " " + listing.status();
    }

    private static String tier(RiskTiers.Tier tier) {
        return " (" + plain(tier.floor()) + ".." + plain(tier.cap()) + " " + plain(tier.maintenanceRate()) + "/"
                + plain(tier.initialRate()) + " " + plain(tier.maxLeverage()) + "x -" + plain(tier.deduction()) + ")";
    }

    private static String id(long id) {
        return id == BookDelta.UNNUMBERED ? "none" : String.valueOf(id);
    }

    private static String levels(BookDelta delta) {
        StringBuilder out = new StringBuilder(" bids");
        for (int i = 0; i < delta.count(); i++) {
            out.append(i == delta.bidCount() ? " asks" : "");
            out.append(level(delta.price(i), delta.priceScale(), delta.size(i), delta.sizeScale()));
        }
        return out.append(delta.bidCount() == delta.count() ? " asks" : "").toString();
    }

    private static String levels(BookSnapshot.Levels levels, BookSnapshot snapshot) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < levels.count(); i++) {
            out.append(level(levels.prices()[i], snapshot.priceScale(), levels.sizes()[i], snapshot.sizeScale()));
        }
        return out.toString();
    }

    private static String level(long price, int priceScale, long size, int sizeScale) {
        return " " + Decimals.canonical(price, priceScale) + "=" + Decimals.canonical(size, sizeScale);
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "null" : value.toPlainString();
    }
}
