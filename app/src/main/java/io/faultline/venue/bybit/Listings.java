package io.faultline.venue.bybit;

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
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the list of linear contracts, of which the perpetual ones are taken, with their funding terms. */
final class Listings {
    private static final long MINUTE_MILLIS = 60_000;
    private static final long LONGEST_INTERVAL_MINUTES = 24 * 60;
    private static final int MOST_NAMED = 5;

    private final JsonCursor json;
    private final Symbols symbols;

    Listings(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
    }

    /** @param terms null where none are published */
    private record Listing(
            Symbol symbol, Instrument instrument, @Nullable FundingTerms terms) {}

    /** The cursor stands at {@code result}. */
    Decoded read(long receivedNanos, Consumer<MarketEvent> sink) throws MalformedException {
        List<Listing> listings = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        boolean linear = true;
        boolean listed = false;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "category" -> linear = "linear".equals(Fields.optionalText(json));
                case "list" -> {
                    listed = true;
                    json.beginArray();
                    while (json.nextElement()) {
                        readInstrument(receivedNanos, listings, unusable);
                    }
                }
                default -> json.skip();
            }
        }
        Fields.check(listed, "result.list", json);
        if (!linear) {
            return Decoded.IGNORED;
        }
        for (Listing listing : listings) {
            listing.symbol.list(listing.instrument);
            sink.accept(new InstrumentListing(receivedNanos, listing.instrument));
            if (listing.terms != null) {
                sink.accept(listing.terms);
            }
        }
        if (!unusable.isEmpty()) {
            String named = String.join(", ", unusable.subList(0, Math.min(MOST_NAMED, unusable.size())));
            sink.accept(incomplete(
                    unusable.size() + " listed contracts without a tick or a lot, left out: " + named
                            + (unusable.size() > MOST_NAMED ? ", …" : ""),
                    receivedNanos));
        }
        return Decoded.OK;
    }

    private static FeedStatus incomplete(String detail, long receivedNanos) {
        return new FeedStatus(Venue.BYBIT, receivedNanos, "rest", FeedStatus.State.ERROR, detail, 0, 0);
    }

    private void readInstrument(long receivedNanos, List<Listing> listings, List<String> unusable)
            throws MalformedException {
        Symbol symbol = null;
        boolean perpetual = false;
        String status = "";
        long deliveryMillis = 0;
        String base = null;
        String quote = null;
        BigDecimal tick = null;
        BigDecimal lot = null;
        long intervalMinutes = 0;
        BigDecimal cap = null;
        BigDecimal floor = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "contractType" -> perpetual = "LinearPerpetual".equals(Fields.optionalText(json));
                case "status" -> {
                    String told = Fields.optionalText(json);
                    status = told == null ? "" : told;
                }
                case "deliveryTime" -> deliveryMillis = json.readAbsent() ? 0 : json.readId();
                case "baseCoin" -> base = Fields.optionalText(json);
                case "quoteCoin" -> quote = Fields.optionalText(json);
                case "priceFilter" -> tick = readStep("tickSize");
                case "lotSizeFilter" -> lot = readStep("qtyStep");
                case "fundingInterval" -> intervalMinutes = json.readAbsent() ? 0 : json.readId();
                case "upperFundingRate" -> cap = Fields.optionalDecimal(json);
                case "lowerFundingRate" -> floor = Fields.optionalDecimal(json);
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "symbol", json);
        if (!perpetual || base == null || quote == null) {
            return;
        }
        if (tick == null || lot == null || !fits(tick) || !fits(lot)) {
            unusable.add(known.id().symbol());
            return;
        }
        if (intervalMinutes > LONGEST_INTERVAL_MINUTES) {
            throw json.wrong("a funding interval of " + intervalMinutes + " minutes");
        }
        Instrument instrument = new Instrument(
                known.id(), base + quote, base, quote, tick, lot, BigDecimal.ONE, status(status, deliveryMillis));
        FundingTerms terms = intervalMinutes == 0
                ? null
                : new FundingTerms(
                        known.id(),
                        receivedNanos,
                        intervalMinutes * MINUTE_MILLIS,
                        cap,
                        floor,
                        FundingTerms.Source.PUBLISHED);
        listings.add(new Listing(known, instrument, terms));
    }

    private @Nullable BigDecimal readStep(String field) throws MalformedException {
        BigDecimal step = null;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs(field)) {
                step = Fields.optionalPrice(json);
            } else {
                json.skip();
            }
        }
        return step;
    }

    private static boolean fits(BigDecimal step) {
        return step.stripTrailingZeros().scale() <= Decimals.MAX_SCALE;
    }

    /** @param deliveryMillis of a perpetual contract: when it will be delisted, 0 if it will not */
    private static Instrument.Status status(String status, long deliveryMillis) {
        return switch (status) {
            case "Trading" -> deliveryMillis > 0 ? Instrument.Status.DELISTING : Instrument.Status.TRADING;
            case "PreLaunch" -> Instrument.Status.PRE;
            case "Delivering" -> Instrument.Status.DELISTING;
            case "Closed" -> Instrument.Status.CLOSED;
            default -> Instrument.Status.HALTED;
        };
    }
}
