package io.faultline.venue.okx;

import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import io.faultline.market.Frame;
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
import io.faultline.venue.VenueWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code instruments}: of all that OKX lists, the linear swaps against a dollar. Only these get a canonical name: {@code
 * BTC-USDT-SWAP} is BTCUSDT, spot's {@code BTC-USDT} is not.
 */
final class InstrumentRows implements Rows {
    private static final Pattern DOLLAR_SWAP = Pattern.compile("([^-]+)-(USD[A-Z0-9]*)-SWAP");
    private static final int MOST_NAMED = 5;

    private record Listing(Symbol symbol, Instrument instrument) {}

    private final Symbols symbols;
    private final List<Listing> listings = new ArrayList<>();
    private final List<String> unusable = new ArrayList<>();
    private long receivedNanos;

    InstrumentRows(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        listings.clear();
        unusable.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        String name = null;
        boolean linear = false;
        String state = null;
        boolean expires = false;
        BigDecimal tick = null;
        BigDecimal lot = null;
        BigDecimal value = null;
        BigDecimal multiplier = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> name = Fields.optionalText(json);
                case "ctType" -> linear = "linear".equals(Fields.optionalText(json));
                case "state" -> state = Fields.optionalText(json);
                case "expTime" -> {
                    expires = !json.readAbsent();
                    if (expires) {
                        json.skip();
                    }
                }
                case "tickSz" -> tick = Fields.optionalPrice(json);
                case "lotSz" -> lot = Fields.optionalPrice(json);
                case "ctVal" -> value = Fields.optionalPrice(json);
                case "ctMult" -> multiplier = Fields.optionalPrice(json);
                default -> json.skip();
            }
        }
        String id = Fields.require(name, "instId", json);
        Matcher swap = DOLLAR_SWAP.matcher(id);
        if (!linear || !swap.matches()) {
            return;
        }
        if (tick == null || lot == null || value == null || multiplier == null || !fits(tick) || !fits(lot)) {
            unusable.add(id);
            return;
        }
        Symbol symbol = symbols.named(id);
        listings.add(new Listing(
                symbol,
                new Instrument(
                        symbol.id(),
                        swap.group(1) + swap.group(2),
                        swap.group(1),
                        swap.group(2),
                        tick,
                        lot,
                        value.multiply(multiplier),
                        status(state, expires))));
    }

    private static boolean fits(BigDecimal step) {
        return step.stripTrailingZeros().scale() <= Decimals.MAX_SCALE;
    }

    private static Instrument.Status status(@Nullable String state, boolean expires) {
        if (expires) {
            return Instrument.Status.DELISTING;
        }
        return switch (state == null ? "" : state) {
            case "live" -> Instrument.Status.TRADING;
            case "preopen", "test" -> Instrument.Status.PRE;
            default -> Instrument.Status.HALTED;
        };
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) {
        for (Listing listing : listings) {
            listing.symbol.list(listing.instrument);
            sink.accept(new InstrumentListing(receivedNanos, listing.instrument));
        }
        if (!unusable.isEmpty()) {
            String detail = unusable.size() + " listed contracts without a tick, a lot or a contract value, left out: "
                    + VenueWords.bounded(String.join(", ", unusable.subList(0, Math.min(MOST_NAMED, unusable.size()))));
            sink.accept(new FeedStatus(Venue.OKX, receivedNanos, "instruments", FeedStatus.State.ERROR, detail, 0, 0));
        }
        return Decoded.OK;
    }
}
