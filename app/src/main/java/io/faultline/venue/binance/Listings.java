package io.faultline.venue.binance;

import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Binance publishes of its contracts: the instrument list, and the funding terms of those contracts whose
 * terms were ever adjusted. All others settle every 8 h, so a listing gives those terms as {@link
 * FundingTerms.Source#DEFAULT} until the published ones have come.
 */
final class Listings {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DEFAULT_HOURS = 8;
    private static final int MOST_NAMED = 5;

    private final JsonCursor json;
    private final Symbols symbols;

    /** Contracts whose funding terms, published or by default, have been passed on. */
    private final Set<Symbol> termsKnown = new HashSet<>();

    Listings(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
    }

    private record Listing(Symbol symbol, Instrument instrument) {}

    /** {@code exchangeInfo}. */
    Decoded readInstruments(long receivedNanos, Consumer<MarketEvent> sink) throws MalformedException {
        List<Listing> listings = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        boolean listed = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("symbols")) {
                listed = true;
                json.beginArray();
                while (json.nextElement()) {
                    readInstrument(listings, unusable);
                }
            } else {
                json.skip();
            }
        }
        Fields.check(listed, "symbols", json);
        json.end();
        for (Listing listing : listings) {
            Symbol symbol = listing.symbol;
            symbol.list(listing.instrument);
            sink.accept(new InstrumentListing(receivedNanos, listing.instrument));
            if (termsKnown.add(symbol)) {
                sink.accept(terms(symbol, receivedNanos, DEFAULT_HOURS, null, null, FundingTerms.Source.DEFAULT));
            }
        }
        if (!unusable.isEmpty()) {
            sink.accept(incomplete(unusable, receivedNanos));
        }
        return Decoded.OK;
    }

    private static FeedStatus incomplete(List<String> unusable, long receivedNanos) {
        String named = String.join(", ", unusable.subList(0, Math.min(MOST_NAMED, unusable.size())));
        String detail = unusable.size() + " listed contracts without a tick or a lot, left out: " + named
                + (unusable.size() > MOST_NAMED ? ", …" : "");
        return new FeedStatus(Venue.BINANCE, receivedNanos, "rest", FeedStatus.State.ERROR, detail, 0, 0);
    }

    private void readInstrument(List<Listing> listings, List<String> unusable) throws MalformedException {
        Symbol symbol = null;
        boolean perpetual = false;
        String status = "";
        String base = null;
        String quote = null;
        BigDecimal tick = null;
        BigDecimal lot = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "contractType" -> perpetual = "PERPETUAL".equals(Fields.optionalText(json));
                case "status" -> {
                    json.readText();
                    status = json.text();
                }
                case "baseAsset" -> base = Fields.optionalText(json);
                case "quoteAsset" -> quote = Fields.optionalText(json);
                case "filters" -> {
                    json.beginArray();
                    while (json.nextElement()) {
                        Filter filter = readFilter();
                        tick = filter.tick != null ? filter.tick : tick;
                        lot = filter.lot != null ? filter.lot : lot;
                    }
                }
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "symbol", json);
        // USDT, USDC, BUSD, FDUSD, USD1: the rest, such as ETHBTC, is not priced in dollars.
        if (!perpetual || base == null || quote == null || !quote.contains("USD")) {
            return;
        }
        if (tick == null || lot == null || !fits(tick) || !fits(lot)) {
            unusable.add(known.id().symbol());
            return;
        }
        listings.add(new Listing(
                known,
                new Instrument(known.id(), base + quote, base, quote, tick, lot, BigDecimal.ONE, status(status))));
    }

    private static boolean fits(BigDecimal step) {
        return step.stripTrailingZeros().scale() <= Decimals.MAX_SCALE;
    }

    /** The tick if it is the price filter, the lot if it is the lot filter, else nothing. */
    private record Filter(
            @Nullable BigDecimal tick, @Nullable BigDecimal lot) {}

    private Filter readFilter() throws MalformedException {
        String type = "";
        BigDecimal tick = null;
        BigDecimal step = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "filterType" -> {
                    json.readText();
                    type = json.text();
                }
                case "tickSize" -> tick = Fields.optionalPrice(json);
                case "stepSize" -> step = Fields.optionalPrice(json);
                default -> json.skip();
            }
        }
        return new Filter(type.equals("PRICE_FILTER") ? tick : null, type.equals("LOT_SIZE") ? step : null);
    }

    private static Instrument.Status status(String status) {
        return switch (status) {
            case "TRADING" -> Instrument.Status.TRADING;
            case "PENDING_TRADING" -> Instrument.Status.PRE;
            case "PRE_SETTLE", "SETTLING" -> Instrument.Status.DELISTING;
            case "CLOSE", "DELIVERED" -> Instrument.Status.CLOSED;
            default -> Instrument.Status.HALTED;
        };
    }

    /** {@code fundingInfo}. */
    Decoded readFundingTerms(long receivedNanos, Consumer<MarketEvent> sink) throws MalformedException {
        List<FundingTerms> published = new ArrayList<>();
        List<Symbol> of = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            Symbol symbol = null;
            long hours = 0;
            BigDecimal cap = null;
            BigDecimal floor = null;
            json.beginObject();
            while (json.nextField()) {
                switch (json.name()) {
                    case "symbol" -> symbol = symbols.read(json);
                    case "fundingIntervalHours" -> hours = json.readId();
                    case "adjustedFundingRateCap" -> cap = Fields.optionalDecimal(json);
                    case "adjustedFundingRateFloor" -> floor = Fields.optionalDecimal(json);
                    default -> json.skip();
                }
            }
            Symbol known = Fields.require(symbol, "symbol", json);
            if (hours < 1 || hours > 24) {
                throw json.wrong("a funding interval of " + hours + " hours");
            }
            of.add(known);
            published.add(terms(known, receivedNanos, hours, cap, floor, FundingTerms.Source.PUBLISHED));
        }
        json.end();
        termsKnown.addAll(of);
        published.forEach(sink);
        return Decoded.OK;
    }

    private static FundingTerms terms(
            Symbol symbol,
            long receivedNanos,
            long hours,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal floor,
            FundingTerms.Source source) {
        return new FundingTerms(symbol.id(), receivedNanos, hours * HOUR_MILLIS, cap, floor, source);
    }
}
