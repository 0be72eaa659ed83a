package io.faultline.venue.okx;

import io.faultline.market.Frame;
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
 * {@code position-tiers} of swaps in cross margin: by contracts, for a family of instruments, of which the swap is one.
 * The venue charges a position's rate on all of it.
 */
final class TierRows implements Rows {
    private static final String SWAP = "-SWAP";

    private final Symbols symbols;
    private final Map<Symbol, List<RiskLadder.Row>> tiers = new LinkedHashMap<>();
    private long receivedNanos;

    TierRows(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        tiers.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        String family = null;
        BigDecimal floor = null;
        BigDecimal cap = null;
        BigDecimal maintenanceRate = null;
        BigDecimal initialRate = null;
        BigDecimal leverage = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instFamily" -> family = Fields.optionalText(json);
                case "minSz" -> floor = Fields.optionalAmount(json);
                case "maxSz" -> cap = Fields.optionalAmount(json);
                case "mmr" -> maintenanceRate = Fields.optionalAmount(json);
                case "imr" -> initialRate = Fields.optionalAmount(json);
                case "maxLever" -> leverage = Fields.optionalAmount(json);
                default -> json.skip();
            }
        }
        Symbol symbol = symbols.named(Fields.require(family, "instFamily", json) + SWAP);
        RiskLadder.Row row = new RiskLadder.Row(
                floor,
                Fields.require(cap, "maxSz", json),
                Fields.require(maintenanceRate, "mmr", json),
                initialRate,
                Fields.require(leverage, "maxLever", json),
                null);
        tiers.computeIfAbsent(symbol, key -> new ArrayList<>()).add(row);
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) {
        tiers.forEach((symbol, rows) -> sink.accept(LiveRiskTiers.of(
                symbol.id(), receivedNanos, 0, RiskTiers.Unit.CONTRACTS, rows, RiskLadder.Charging.WHOLE)));
        return Decoded.OK;
    }
}
