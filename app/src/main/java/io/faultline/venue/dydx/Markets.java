package io.faultline.venue.dydx;

import io.faultline.market.Funding;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.RiskTiers;
import io.faultline.market.Stats24h;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.LiveRiskTiers;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RiskLadder;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code v4_markets} and {@code perpetualMarkets}: all markets, of which later messages tell only what has changed. */
final class Markets {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Some names hold addresses on other chains, with commas: nobody could ask for such a market. */
    private static final Pattern NAME = Pattern.compile("([\\p{L}\\p{N}]{1,24})-USD");

    /** No position is too large for the venue, in USD. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    private record Told(Symbol symbol, String base, Market market) {}

    private final JsonCursor json;
    private final Symbols symbols;
    private final Map<Symbol, Market> known = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    /** The newest time that the venue has told, milliseconds since 1970; 0 before the first. */
    private long venueMillis;

    Markets(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
    }

    void begin() {
        told.clear();
    }

    /**
     * Reads {@code {"markets":{…}}}, or of a change {@code {"trading":{…},"oraclePrices":{…}}}; a frame may hold several.
     */
    void read() throws MalformedException {
        json.beginObject();
        while (json.nextField()) {
            boolean listsMarkets = json.nameIs("markets") || json.nameIs("trading") || json.nameIs("oraclePrices");
            if (listsMarkets && json.atObject()) {
                readMarkets();
            } else {
                json.skip();
            }
        }
    }

    private void readMarkets() throws MalformedException {
        json.beginObject();
        while (json.nextField()) {
            String name = json.name();
            Matcher spelled = NAME.matcher(name);
            if (spelled.matches() && json.atObject()) {
                told.add(new Told(symbols.named(name), spelled.group(1), Market.read(json)));
            } else {
                json.skip();
            }
        }
    }

    /** Passes on, and remembers, what was read. */
    void emit(long receivedNanos, Consumer<MarketEvent> sink) {
        for (Told each : told) {
            Market now = each.market.over(known.getOrDefault(each.symbol, Market.UNKNOWN));
            known.put(each.symbol, now);
            venueMillis = Math.max(venueMillis, each.market.oracleMillis());
            if (each.market.tellsListing()) {
                list(each, now, receivedNanos, sink);
            }
            if (each.market.tellsMargin()) {
                margin(each.symbol.id(), now, receivedNanos, sink);
            }
            figures(each.symbol.id(), now, each.market, receivedNanos, sink);
        }
    }

    private static void list(Told told, Market now, long receivedNanos, Consumer<MarketEvent> sink) {
        BigDecimal tick = now.tick();
        BigDecimal lot = now.lot();
        if (tick == null || lot == null || now.status() == null) {
            return;
        }
        // Margined in USDC, and taken for the same dollar.
        Instrument instrument = new Instrument(
                told.symbol.id(), told.base + "USDT", told.base, "USD", tick, lot, BigDecimal.ONE, now.tradingState());
        told.symbol.list(instrument);
        sink.accept(new InstrumentListing(receivedNanos, instrument));
        sink.accept(new FundingTerms(
                told.symbol.id(), receivedNanos, HOUR_MILLIS, null, null, FundingTerms.Source.DEFAULT));
    }

    /** One row for positions of any size: margin grows with what is open in the whole market, not with the position. */
    private void margin(InstrumentId id, Market now, long receivedNanos, Consumer<MarketEvent> sink) {
        BigDecimal initial = now.initialFraction();
        BigDecimal maintenance = now.maintenanceFraction();
        if (initial == null || maintenance == null || initial.signum() <= 0 || initial.compareTo(BigDecimal.ONE) > 0) {
            return;
        }
        BigDecimal leverage = BigDecimal.ONE.divide(initial, MathContext.DECIMAL32);
        sink.accept(LiveRiskTiers.of(
                id,
                receivedNanos,
                venueMillis,
                RiskTiers.Unit.QUOTE,
                List.of(new RiskLadder.Row(null, LARGEST, maintenance, initial, leverage, null)),
                RiskLadder.Charging.BY_SLICE));
    }

    private void figures(InstrumentId id, Market now, Market news, long receivedNanos, Consumer<MarketEvent> sink) {
        BigDecimal oracle = now.oracle();
        if (news.oracle() != null) {
            sink.accept(new MarkPrice(id, receivedNanos, news.oracleMillis(), news.oracle(), null));
        }
        if (news.hourlyRate() != null) {
            sink.accept(new Funding(id, receivedNanos, 0, news.hourlyRate(), nextHour(receivedNanos)));
        }
        if (news.openInterest() != null) {
            sink.accept(new OpenInterest(id, receivedNanos, now(receivedNanos), news.openInterest()));
        }
        BigDecimal change = now.change();
        BigDecimal volume = now.volumeUsd();
        if (oracle != null && change != null && volume != null && (news.volumeUsd() != null || news.change() != null)) {
            BigDecimal open = oracle.subtract(change);
            if (open.signum() > 0) {
                sink.accept(new Stats24h(id, receivedNanos, news.oracleMillis(), volume, open, oracle));
            }
        }
    }

    /** By the venue's clock, where it has told the time: ours may be off by more than an hour. */
    private long now(long receivedNanos) {
        return venueMillis > 0 ? venueMillis : receivedNanos / NANOS_PER_MILLI;
    }

    private long nextHour(long receivedNanos) {
        return (now(receivedNanos) / HOUR_MILLIS + 1) * HOUR_MILLIS;
    }
}
