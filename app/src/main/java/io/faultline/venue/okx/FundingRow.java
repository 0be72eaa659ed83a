package io.faultline.venue.okx;

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
import org.jspecify.annotations.Nullable;

/**
 * {@code funding-rate}. Beware of the names: {@code fundingTime} is the coming settlement, at which {@code fundingRate}
 * is estimated to be charged; {@code nextFundingTime} is the one after it, {@code settFundingRate} the last one's rate.
 */
final class FundingRow {
    private static final long LONGEST_INTERVAL_MILLIS = 7 * 86_400_000L;

    private final Symbols symbols;

    FundingRow(Symbols symbols) {
        this.symbols = symbols;
    }

    private record Row(
            Symbol symbol,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal settledRate,
            @Nullable BigDecimal cap,
            @Nullable BigDecimal floor,
            long previousMillis,
            long nextMillis,
            long laterMillis,
            long time) {

        /** Between the next two settlements, 0 if that is not known. */
        long intervalMillis() {
            long interval = laterMillis - nextMillis;
            return laterMillis > 0 && interval > 0 && interval <= LONGEST_INTERVAL_MILLIS ? interval : 0;
        }

        /** When the last settlement was, 0 if that is not known: older frames do not say. */
        long settledMillis() {
            return previousMillis > 0 || intervalMillis() == 0 ? previousMillis : nextMillis - intervalMillis();
        }
    }

    void read(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException {
        Row row = readFields(json);
        if (row.rate != null) {
            events.add(new Funding(row.symbol.id(), receivedNanos, row.time, row.rate, row.nextMillis));
        }
        if (row.intervalMillis() > 0) {
            events.add(new FundingTerms(
                    row.symbol.id(),
                    receivedNanos,
                    row.intervalMillis(),
                    row.cap,
                    row.floor,
                    FundingTerms.Source.PUBLISHED));
        }
        if (row.settledRate != null && row.settledMillis() > 0) {
            events.add(new FundingSettlement(row.symbol.id(), receivedNanos, row.settledRate, row.settledMillis()));
        }
    }

    private Row readFields(JsonCursor json) throws MalformedException {
        Symbol symbol = null;
        BigDecimal rate = null;
        BigDecimal settledRate = null;
        BigDecimal cap = null;
        BigDecimal floor = null;
        long previousMillis = 0;
        long nextMillis = 0;
        long laterMillis = 0;
        long time = 0;
        boolean settled = true;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> symbol = symbols.read(json);
                case "fundingRate" -> rate = Fields.optionalDecimal(json);
                case "settFundingRate" -> settledRate = Fields.optionalDecimal(json);
                case "maxFundingRate" -> cap = Fields.optionalDecimal(json);
                case "minFundingRate" -> floor = Fields.optionalDecimal(json);
                case "prevFundingTime" -> previousMillis = optionalTime(json);
                case "fundingTime" -> nextMillis = optionalTime(json);
                case "nextFundingTime" -> laterMillis = optionalTime(json);
                case "ts" -> time = optionalTime(json);
                // While "processing" the rate is of a settlement that is not over.
                case "settState" -> settled = "settled".equals(Fields.optionalText(json));
                default -> json.skip();
            }
        }
        Fields.check(nextMillis > 0, "fundingTime", json);
        return new Row(
                Fields.require(symbol, "instId", json),
                rate,
                settled ? settledRate : null,
                cap,
                floor,
                previousMillis,
                nextMillis,
                laterMillis,
                time);
    }

    /** A row of {@code funding-rate-history}. */
    void readSettled(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException {
        Symbol symbol = null;
        BigDecimal rate = null;
        long time = 0;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "instId" -> symbol = symbols.read(json);
                case "realizedRate" -> rate = Fields.optionalDecimal(json);
                case "fundingTime" -> time = json.readId();
                default -> json.skip();
            }
        }
        Fields.check(time > 0, "fundingTime", json);
        Symbol known = Fields.require(symbol, "instId", json);
        if (rate != null) {
            events.add(new FundingSettlement(known.id(), receivedNanos, rate, time));
        }
    }

    private static long optionalTime(JsonCursor json) throws MalformedException {
        return json.readAbsent() ? 0 : json.readId();
    }
}
