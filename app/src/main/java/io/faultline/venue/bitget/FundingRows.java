package io.faultline.venue.bitget;

import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import java.util.List;

/** Answers about funding. */
final class FundingRows {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long LONGEST_INTERVAL_HOURS = 24;

    private final Symbols symbols;

    FundingRows(Symbols symbols) {
        this.symbols = symbols;
    }

    /** A row of {@code current-fund-rate}: only it has the bounds of the rate. */
    void readCurrent(JsonCursor json, long receivedNanos, long millis, List<MarketEvent> events)
            throws MalformedException {
        Symbol symbol = null;
        BigDecimal rate = null;
        long hours = 0;
        long settlementMillis = 0;
        BigDecimal cap = null;
        BigDecimal floor = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "fundingRate" -> rate = Fields.optionalDecimal(json);
                case "fundingRateInterval" -> hours = readHours(json);
                case "nextUpdate" -> settlementMillis = json.readAbsent() ? 0 : json.readId();
                case "maxFundingRate" -> cap = Fields.optionalDecimal(json);
                case "minFundingRate" -> floor = Fields.optionalDecimal(json);
                default -> json.skip();
            }
        }
        Symbol known = Fields.require(symbol, "symbol", json);
        if (rate != null && settlementMillis > 0) {
            events.add(new Funding(known.id(), receivedNanos, millis, rate, settlementMillis));
        }
        if (hours > 0) {
            events.add(new FundingTerms(
                    known.id(), receivedNanos, hours * HOUR_MILLIS, cap, floor, FundingTerms.Source.PUBLISHED));
        }
    }

    /** A row of {@code history-fund-rate}. */
    void readSettled(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException {
        Symbol symbol = null;
        BigDecimal rate = null;
        long millis = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "fundingRate" -> rate = Fields.optionalDecimal(json);
                case "fundingRateTimestamp" -> millis = json.readId();
                default -> json.skip();
            }
        }
        Fields.check(millis > 0, "fundingRateTimestamp", json);
        Symbol known = Fields.require(symbol, "symbol", json);
        if (rate != null) {
            events.add(new FundingSettlement(known.id(), receivedNanos, rate, millis));
        }
    }

    /** Whole hours; 0 where there are none. */
    static long readHours(JsonCursor json) throws MalformedException {
        long hours = json.readAbsent() ? 0 : json.readId();
        if (hours > LONGEST_INTERVAL_HOURS) {
            throw json.wrong("a funding interval of " + hours + " hours");
        }
        return hours;
    }
}
