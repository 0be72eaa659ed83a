package io.faultline.venue.dydx;

import io.faultline.market.Decimals;
import io.faultline.market.Instrument;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a market that one message told, or that all so far did; null what was not told.
 *
 * @param oracle the price that positions are marked at
 * @param oracleMillis since when, milliseconds since 1970, 0 where not told
 * @param hourlyRate what the coming hour will charge
 * @param openInterest in base, one side
 * @param volumeUsd traded in 24 h
 * @param change of the oracle price in 24 h
 * @param initialFraction of a position's notional that must be there when it is opened
 * @param maintenanceFraction of it that must remain
 */
record Market(
        @Nullable BigDecimal oracle,
        long oracleMillis,
        @Nullable BigDecimal hourlyRate,
        @Nullable BigDecimal openInterest,
        @Nullable BigDecimal volumeUsd,
        @Nullable BigDecimal change,
        @Nullable String status,
        @Nullable BigDecimal tick,
        @Nullable BigDecimal lot,
        @Nullable BigDecimal initialFraction,
        @Nullable BigDecimal maintenanceFraction) {
    static final Market UNKNOWN = new Market(null, 0, null, null, null, null, null, null, null, null, null);

    /** Reads the object at the cursor. */
    static Market read(JsonCursor json) throws MalformedException {
        BigDecimal oracle = null;
        long oracleMillis = 0;
        BigDecimal hourlyRate = null;
        BigDecimal openInterest = null;
        BigDecimal volumeUsd = null;
        BigDecimal change = null;
        String status = null;
        BigDecimal tick = null;
        BigDecimal lot = null;
        BigDecimal initial = null;
        BigDecimal maintenance = null;
        json.beginObject();
        while (json.nextField()) {
            switch (json.name()) {
                case "oraclePrice", "price" -> oracle = Fields.optionalPrice(json);
                case "effectiveAt" -> oracleMillis = Times.readMillis(json);
                case "nextFundingRate" -> hourlyRate = Fields.optionalDecimal(json);
                case "openInterest" -> openInterest = Fields.optionalAmount(json);
                case "volume24H" -> volumeUsd = Fields.optionalAmount(json);
                case "priceChange24H" -> change = Fields.optionalDecimal(json);
                case "status" -> status = Fields.optionalText(json);
                case "tickSize" -> tick = readStep(json);
                case "stepSize" -> lot = readStep(json);
                case "initialMarginFraction" -> initial = Fields.optionalAmount(json);
                case "maintenanceMarginFraction" -> maintenance = Fields.optionalAmount(json);
                default -> json.skip();
            }
        }
        return new Market(
                oracle,
                oracleMillis,
                hourlyRate,
                openInterest,
                volumeUsd,
                change,
                status,
                tick,
                lot,
                initial,
                maintenance);
    }

    /** One that no scale has room for is none. */
    private static @Nullable BigDecimal readStep(JsonCursor json) throws MalformedException {
        BigDecimal step = Fields.optionalPrice(json);
        return step == null || step.stripTrailingZeros().scale() > Decimals.MAX_SCALE ? null : step;
    }

    /** These figures, and where they say nothing, those from before. */
    Market over(Market before) {
        return new Market(
                or(oracle, before.oracle),
                oracle == null ? before.oracleMillis : oracleMillis,
                or(hourlyRate, before.hourlyRate),
                or(openInterest, before.openInterest),
                or(volumeUsd, before.volumeUsd),
                or(change, before.change),
                or(status, before.status),
                or(tick, before.tick),
                or(lot, before.lot),
                or(initialFraction, before.initialFraction),
                or(maintenanceFraction, before.maintenanceFraction));
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T before) {
        return told != null ? told : before;
    }

    /** Whether it tells something that is listed of a contract. */
    boolean tellsListing() {
        return status != null || tick != null || lot != null;
    }

    /** Whether it tells what margin a position needs. */
    boolean tellsMargin() {
        return initialFraction != null || maintenanceFraction != null;
    }

    /** Unknown words, and none, are no reason to trade. */
    Instrument.Status tradingState() {
        return switch (status == null ? "" : status) {
            case "ACTIVE" -> Instrument.Status.TRADING;
            case "FINAL_SETTLEMENT" -> Instrument.Status.CLOSED;
            default -> Instrument.Status.HALTED; // PAUSED, CANCEL_ONLY, POST_ONLY, INITIALIZING
        };
    }
}
