package io.faultline.venue.bybit;

import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import io.faultline.venue.Symbols;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a contract that one message told, or that all messages so far did; null what was not told.
 *
 * @param interest open contracts in base, one side
 * @param rate fraction that the coming settlement will charge
 * @param settlementMillis when that is
 * @param intervalHours time between settlements
 * @param cap the rate's bound on either side
 * @param volumeQuote traded in 24 h
 * @param open price 24 h ago
 */
record Ticker(
        @Nullable Symbol symbol,
        @Nullable BigDecimal mark,
        @Nullable BigDecimal index,
        @Nullable BigDecimal interest,
        @Nullable BigDecimal rate,
        @Nullable Long settlementMillis,
        @Nullable Long intervalHours,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal volumeQuote,
        @Nullable BigDecimal open,
        @Nullable BigDecimal last) {
    static final Ticker EMPTY = new Ticker(null, null, null, null, null, null, null, null, null, null, null);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final long LONGEST_INTERVAL_HOURS = 24;

    /** Reads the object at the cursor. Empty texts, as of dated futures without funding, tell nothing. */
    static Ticker read(JsonCursor json, Symbols symbols) throws MalformedException {
        Symbol symbol = null;
        BigDecimal mark = null;
        BigDecimal index = null;
        BigDecimal oneSide = null;
        BigDecimal bothSides = null;
        BigDecimal rate = null;
        Long settlementMillis = null;
        Long intervalHours = null;
        BigDecimal cap = null;
        BigDecimal volumeQuote = null;
        BigDecimal open = null;
        BigDecimal last = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "symbol" -> symbol = symbols.read(json);
                case "markPrice" -> mark = Fields.optionalPrice(json);
                case "indexPrice" -> index = Fields.optionalPrice(json);
                case "singleOpenInterest" -> oneSide = Fields.optionalAmount(json);
                case "openInterest" -> bothSides = Fields.optionalAmount(json);
                case "fundingRate" -> rate = Fields.optionalDecimal(json);
                case "nextFundingTime" -> settlementMillis = json.readAbsent() ? null : (Long) json.readId();
                case "fundingIntervalHour" -> intervalHours = readHours(json);
                case "fundingCap" -> cap = Fields.optionalAmount(json);
                case "turnover24h" -> volumeQuote = Fields.optionalAmount(json);
                case "prevPrice24h" -> open = Fields.optionalPrice(json);
                case "lastPrice" -> last = Fields.optionalPrice(json);
                default -> json.skip();
            }
        }
        return new Ticker(
                Fields.require(symbol, "symbol", json),
                mark,
                index,
                oneSide != null || bothSides == null ? oneSide : oneOf(bothSides),
                rate,
                settlementMillis,
                intervalHours,
                cap,
                volumeQuote,
                open,
                last);
    }

    private static @Nullable Long readHours(JsonCursor json) throws MalformedException {
        if (json.readAbsent()) {
            return null;
        }
        long hours = json.readId();
        if (hours < 1 || hours > LONGEST_INTERVAL_HOURS) {
            throw json.wrong("a funding interval of " + hours + " hours");
        }
        return hours;
    }

    /** Bybit counts each open contract twice, once for either side. */
    static BigDecimal oneOf(BigDecimal bothSides) {
        return bothSides.multiply(HALF).stripTrailingZeros();
    }

    Ticker withRate(@Nullable BigDecimal known) {
        return new Ticker(
                symbol, mark, index, interest, known, settlementMillis, intervalHours, cap, volumeQuote, open, last);
    }

    /** These figures, and where they say nothing, those from before. */
    Ticker over(Ticker before) {
        return new Ticker(
                symbol,
                or(mark, before.mark),
                or(index, before.index),
                or(interest, before.interest),
                or(rate, before.rate),
                or(settlementMillis, before.settlementMillis),
                or(intervalHours, before.intervalHours),
                or(cap, before.cap),
                or(volumeQuote, before.volumeQuote),
                or(open, before.open),
                or(last, before.last));
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T before) {
        return told != null ? told : before;
    }
}
