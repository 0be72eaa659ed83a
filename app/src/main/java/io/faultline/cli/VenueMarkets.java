package io.faultline.cli;

import io.faultline.market.Funding;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one venue says of all the USDT perpetuals that it lists. Thread-safe.
 */
final class VenueMarkets {
    private static final double EIGHT_HOURS_MILLIS = 28_800_000.0;

    /** One contract's figures; NaN while unknown. */
    static final class Figures {
        private final String name;
        private double price = Double.NaN;
        private double volumeUsd = Double.NaN;
        private double openInterest = Double.NaN;
        private double fundingRate = Double.NaN;
        private long intervalMillis;

        Figures(String name) {
            this.name = name;
        }

        double volumeUsd() {
            return volumeUsd;
        }

        double openInterestUsd() {
            return openInterest * price;
        }

        /** As 8 hours' worth; NaN where the interval is not known. */
        double fundingPer8Hours() {
            return intervalMillis == 0 ? Double.NaN : fundingRate * EIGHT_HOURS_MILLIS / intervalMillis;
        }
    }

    private final CanonicalNames names;
    private final Map<String, Figures> listed = new HashMap<>();
    private final Map<InstrumentId, Figures> byName = new HashMap<>();

    VenueMarkets(CanonicalNames names) {
        this.names = names;
    }

    synchronized void take(MarketEvent event) {
        if (event instanceof InstrumentListing listing) {
            list(listing.listing());
            return;
        }
        if (!(event instanceof MarketEvent.OfInstrument about)) {
            return;
        }
        Figures figures = byName.get(about.instrument());
        if (figures == null) {
            return;
        }
        if (event instanceof Stats24h stats) {
            figures.volumeUsd = stats.volumeQuote().doubleValue();
            figures.price = stats.lastPrice().doubleValue();
        } else if (event instanceof OpenInterest openInterest) {
            figures.openInterest = openInterest.base().doubleValue();
        } else if (event instanceof Funding funding) {
            figures.fundingRate = funding.predictedRate().doubleValue();
        } else if (event instanceof FundingTerms terms) {
            figures.intervalMillis = terms.intervalMillis();
        } else if (event instanceof MarkPrice mark && Double.isNaN(figures.price)) {
            figures.price = mark.mark().doubleValue();
        }
    }

    private void list(Instrument instrument) {
        String symbol = names.of(instrument.id());
        boolean perpetual = symbol.equals(instrument.base() + "USDT");
        if (perpetual && instrument.status() == Instrument.Status.TRADING) {
            Figures figures = listed.computeIfAbsent(
                    symbol, s -> new Figures(instrument.id().symbol()));
            byName.put(instrument.id(), figures);
        } else {
            listed.remove(symbol);
            byName.remove(instrument.id());
        }
    }

    /** The figures by canonical symbol, as they are now. */
    synchronized Map<String, Figures> figures() {
        return Map.copyOf(listed);
    }

    /** What the venue calls the contracts with the largest volume. */
    synchronized List<String> busiest(int most) {
        return listed.values().stream()
                .filter(figures -> figures.volumeUsd > 0)
                .sorted(Comparator.comparingDouble((Figures figures) -> -figures.volumeUsd))
                .limit(most)
                .map(figures -> figures.name)
                .toList();
    }
}
