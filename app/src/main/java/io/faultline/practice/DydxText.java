package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Rows of dYdX that sockets and answers have in common. Every figure is a decimal string, times are ISO-8601. */
final class DydxText {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private DydxText() {}

    static String time(long millis) {
        return ISO.format(Instant.ofEpochMilli(millis));
    }

    /** About a block each second. */
    static String height(long millis) {
        return String.valueOf(millis / 1_000 - 1_700_000_000);
    }

    /** Levels as objects, as snapshots show them. */
    static void levels(Json json, String name, Side side, Market market, int depth) {
        Contract contract = market.contract();
        json.array(name);
        market.book().side(side).entrySet().stream()
                .limit(depth)
                .forEach(level -> json.object()
                        .text("price", Decimals.canonical(level.getKey(), contract.priceScale()))
                        .text("size", Decimals.canonical(level.getValue(), contract.sizeScale()))
                        .end());
        json.endArray();
    }

    static void trades(Json json, Market market, List<Print> prints, long millis) {
        Contract contract = market.contract();
        json.array("trades");
        for (Print print : prints) {
            json.object()
                    .text(
                            "id",
                            String.format("%016x%08x", Noise.mix(market.symbol().hashCode()), print.id()))
                    .text("side", print.takerBuys() ? "BUY" : "SELL")
                    .decimal("size", print.size(), contract.sizeScale(), contract.sizeScale())
                    .decimal("price", print.price(), contract.priceScale(), BookText.decimals(market, print.price()))
                    .text("type", print.forced() ? "LIQUIDATED" : "LIMIT")
                    .text("createdAt", time(millis))
                    .text("createdAtHeight", height(millis))
                    .end();
        }
        json.endArray();
    }

    /** All markets by their names. */
    static void markets(Json json, Iterable<Market> markets, long millis) {
        json.object("markets");
        for (Market market : markets) {
            market(json, market, millis);
        }
        json.end();
    }

    private static void market(Json json, Market market, long millis) {
        Contract contract = market.contract();
        Course course = market.course();
        double interest = course.openInterest(millis);
        json.object(market.symbol())
                .text("clobPairId", "0")
                .text("ticker", market.symbol())
                .text("status", market.delisted() ? "FINAL_SETTLEMENT" : "ACTIVE");
        Figures.text(json, "oraclePrice", course.index(millis), 8);
        Figures.text(json, "priceChange24H", course.index(millis) - course.index(millis - Course.DAY), 8);
        Figures.text(json, "volume24H", course.dayVolume(millis) * course.index(millis), 4);
        json.number("trades24H", 9_387);
        rate(json, market, millis);
        json.text("initialMarginFraction", "0.02").text("maintenanceMarginFraction", "0.012");
        Figures.text(json, "openInterest", interest, 4);
        json.number("atomicResolution", -10)
                .number("quantumConversionExponent", -9)
                .text("tickSize", Decimals.canonical(market.tick(), contract.priceScale()))
                .text("stepSize", Decimals.canonical(contract.lot(), contract.sizeScale()))
                .number("stepBaseQuantums", 1_000_000)
                .number("subticksPerTick", 100_000)
                .text("marketType", "CROSS")
                .text("openInterestLowerCap", "0")
                .text("openInterestUpperCap", "0");
        Figures.text(json, "baseOpenInterest", interest, 4);
        json.text("defaultFundingRate1H", "0").end();
    }

    /** For an hour, where others pay for eight. */
    static void rate(Json json, Market market, long millis) {
        Figures.text(json, "nextFundingRate", market.course().fundingRate(millis), 12);
    }
}
