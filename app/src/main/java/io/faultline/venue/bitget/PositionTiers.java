package io.faultline.venue.bitget;

import io.faultline.market.MarketEvent;
import io.faultline.market.RiskTiers;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.LiveRiskTiers;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RiskLadder;
import io.faultline.venue.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads {@code position-tier}: by notional, and a position's rate is charged on all of it. */
final class PositionTiers {
    private final JsonCursor json;

    PositionTiers(JsonCursor json) {
        this.json = json;
    }

    /** The cursor stands at {@code data}; whose tiers they are only the URL says. */
    Decoded read(Symbol symbol, Push push, Consumer<MarketEvent> sink) throws MalformedException {
        List<RiskLadder.Row> rows = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            rows.add(readTier());
        }
        sink.accept(LiveRiskTiers.of(
                symbol.id(),
                push.receivedNanos,
                push.sentMillis,
                RiskTiers.Unit.QUOTE,
                rows,
                RiskLadder.Charging.WHOLE));
        return Decoded.OK;
    }

    private RiskLadder.Row readTier() throws MalformedException {
        BigDecimal floor = null;
        BigDecimal cap = null;
        BigDecimal rate = null;
        BigDecimal leverage = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "minTierValue" -> floor = Fields.optionalAmount(json);
                case "maxTierValue" -> cap = Fields.optionalAmount(json);
                case "mmr" -> rate = Fields.optionalAmount(json);
                case "leverage" -> leverage = Fields.optionalAmount(json);
                default -> json.skip();
            }
        }
        return new RiskLadder.Row(
                floor,
                Fields.require(cap, "maxTierValue", json),
                Fields.require(rate, "mmr", json),
                null,
                Fields.require(leverage, "leverage", json),
                null);
    }
}
