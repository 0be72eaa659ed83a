package io.faultline.venue.binance;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import io.faultline.market.VenueNotice;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.LiveRiskTiers;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RiskLadder;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code contractInfo}: a contract is listed, settled, or has other brackets. These come whole, and only when they change;
 * nowhere else are they told to who has no key.
 */
final class ContractRow implements RowsMessage.RowReader {
    private final Symbols symbols;

    ContractRow(Symbols symbols) {
        this.symbols = symbols;
    }

    @Override
    public boolean read(JsonCursor json, Frame frame, List<MarketEvent> events) throws MalformedException {
        boolean usdMargined = true;
        long eventMillis = 0;
        Symbol symbol = null;
        List<RiskLadder.Row> brackets = null;
        while (json.nextField()) {
            switch (json.name()) {
                case "E" -> eventMillis = json.readId();
                case "s" -> symbol = symbols.read(json);
                case "st" -> usdMargined = json.readLong() == 1;
                case "bks" -> brackets = json.readAbsent() ? null : readBrackets(json);
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "s", json);
        if (!usdMargined) {
            return false;
        }
        events.add(event(known, eventMillis, brackets, frame));
        return true;
    }

    private static MarketEvent event(
            Symbol symbol, long eventMillis, @Nullable List<RiskLadder.Row> brackets, Frame frame) {
        long nanos = frame.receivedNanos();
        return brackets == null || brackets.isEmpty()
                ? new VenueNotice(
                        Venue.BINANCE,
                        nanos,
                        frame.connection(),
                        VenueNotice.Kind.LISTING,
                        symbol.id().symbol(),
                        "")
                : LiveRiskTiers.of(
                        symbol.id(), nanos, eventMillis, RiskTiers.Unit.QUOTE, brackets, RiskLadder.Charging.BY_SLICE);
    }

    private static List<RiskLadder.Row> readBrackets(JsonCursor json) throws MalformedException {
        List<RiskLadder.Row> rows = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            BigDecimal floor = null;
            BigDecimal cap = null;
            BigDecimal rate = null;
            BigDecimal leverage = null;
            BigDecimal deduction = null;
            json.beginObject();
            while (json.nextField()) {
                switch (json.name()) {
                    case "bnf" -> floor = Fields.optionalAmount(json);
                    case "bnc" -> cap = Fields.optionalAmount(json);
                    case "mmr" -> rate = Fields.optionalAmount(json);
                    case "ma" -> leverage = Fields.optionalAmount(json);
                    case "cf" -> deduction = Fields.optionalAmount(json);
                    default -> json.skip();
                }
            }
            rows.add(new RiskLadder.Row(
                    floor,
                    Fields.require(cap, "bks.bnc", json),
                    Fields.require(rate, "bks.mmr", json),
                    null,
                    Fields.require(leverage, "bks.ma", json),
                    deduction));
        }
        return rows;
    }
}
