package io.faultline.venue.bitget;

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

/** Reads {@code instruments}, of which the perpetual USDT futures are taken. */
final class Listings {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int MOST_NAMED = 5;

    private record Listing(Symbol symbol, Instrument instrument, long intervalHours) {}

    private final JsonCursor json;
    private final Symbols symbols;

    Listings(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
    }

    /** The cursor stands at {@code data}. */
    Decoded read(long receivedNanos, Consumer<MarketEvent> sink) throws MalformedException {
        List<Listing> listings = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            readInstrument(listings, unusable);
        }
        for (Listing listing : listings) {
            listing.symbol.list(listing.instrument);
            sink.accept(new InstrumentListing(receivedNanos, listing.instrument));
            if (listing.intervalHours > 0) {
                sink.accept(new FundingTerms(
                        listing.symbol.id(),
                        receivedNanos,
                        listing.intervalHours * HOUR_MILLIS,
                        null,
                        null,
                        FundingTerms.Source.PUBLISHED));
            }
        }
        if (!unusable.isEmpty()) {
            String named = String.join(", ", unusable.subList(0, Math.min(MOST_NAMED, unusable.size())));
            String detail = unusable.size() + " listed contracts without a tick or a lot, left out: " + named
                    + (unusable.size() > MOST_NAMED ? ", …" : "");
            sink.accept(new FeedStatus(Venue.BITGET, receivedNanos, "rest", FeedStatus.State.ERROR, detail, 0, 0));
        }
        return Decoded.OK;
    }

    private void readInstrument(List<Listing> listings, List<String> unusable) throws MalformedException {
        Symbol symbol = null;
        boolean ours = true;
        boolean perpetual = true;
        String status = "";
        String base = null;
        String quote = null;
        BigDecimal tick = null;
        BigDecimal lot = null;
        long hours = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "category" -> ours = RestFrames.isOurs(Fields.optionalText(json));
                case "type" -> perpetual = "perpetual".equals(Fields.optionalText(json));
                case "status" -> status = Fields.optionalText(json);
                case "baseCoin" -> base = Fields.optionalText(json);
                case "quoteCoin" -> quote = Fields.optionalText(json);
                case "priceMultiplier" -> tick = Fields.optionalPrice(json);
                case "quantityMultiplier" -> lot = Fields.optionalPrice(json);
                case "fundInterval" -> hours = FundingRows.readHours(json);
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "symbol", json);
        if (!ours || !perpetual || base == null || quote == null) {
            return;
        }
        if (tick == null || lot == null || !fits(tick) || !fits(lot)) {
            unusable.add(known.id().symbol());
            return;
        }
        Instrument instrument =
                new Instrument(known.id(), base + quote, base, quote, tick, lot, BigDecimal.ONE, status(status));
        listings.add(new Listing(known, instrument, hours));
    }

    private static boolean fits(BigDecimal step) {
        return step.stripTrailingZeros().scale() <= Decimals.MAX_SCALE;
    }

    private static Instrument.Status status(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "online" -> Instrument.Status.TRADING;
            case "listed" -> Instrument.Status.PRE;
            case "limit_close" -> Instrument.Status.DELISTING;
            case "offline" -> Instrument.Status.CLOSED;
            default -> Instrument.Status.HALTED; // restrictedAPI, limit_open, and whatever may come
        };
    }
}
