package io.faultline.venue.bybit;

import io.faultline.market.MarketEvent;
import io.faultline.market.RiskTiers;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.LiveRiskTiers;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RiskLadder;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads {@code risk-limit}: of each contract all tiers, whose {@code id} is neither their order nor their rank. The
 * deduction, which is empty on the first and for some contracts on all, follows from the rates.
 */
final class RiskLimits {
    private final JsonCursor json;
    private final Symbols symbols;

    RiskLimits(JsonCursor json, Symbols symbols) {
        this.json = json;
        this.symbols = symbols;
    }

    /** The cursor stands at {@code result}. */
    Decoded read(long receivedNanos, long toldMillis, Consumer<MarketEvent> sink) throws MalformedException {
        Map<Symbol, List<RiskLadder.Row>> tiers = new LinkedHashMap<>();
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
                        readTier(tiers);
                    }
                }
                default -> json.skip();
            }
        }
        Fields.check(listed, "result.list", json);
        if (!linear) {
            return Decoded.IGNORED;
        }
        tiers.forEach((symbol, rows) -> sink.accept(LiveRiskTiers.of(
                symbol.id(), receivedNanos, toldMillis, RiskTiers.Unit.QUOTE, rows, RiskLadder.Charging.BY_SLICE)));
        return Decoded.OK;
    }

    private void readTier(Map<Symbol, List<RiskLadder.Row>> tiers) throws MalformedException {
        Symbol symbol = null;
        BigDecimal cap = null;
        BigDecimal maintenanceRate = null;
        BigDecimal initialRate = null;
        BigDecimal leverage = null;
        BigDecimal deduction = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "riskLimitValue" -> cap = Fields.optionalAmount(json);
                case "maintenanceMargin" -> maintenanceRate = Fields.optionalAmount(json);
                case "initialMargin" -> initialRate = Fields.optionalAmount(json);
                case "maxLeverage" -> leverage = Fields.optionalAmount(json);
                case "mmDeduction" -> deduction = Fields.optionalAmount(json);
                default -> json.skip();
            }
        }
        RiskLadder.Row row = new RiskLadder.Row(
                null,
                Fields.require(cap, "riskLimitValue", json),
                Fields.require(maintenanceRate, "maintenanceMargin", json),
                initialRate,
                Fields.require(leverage, "maxLeverage", json),
                deduction);
        tiers.computeIfAbsent(Fields.require(symbol, "symbol", json), key -> new ArrayList<>())
                .add(row);
    }
}
