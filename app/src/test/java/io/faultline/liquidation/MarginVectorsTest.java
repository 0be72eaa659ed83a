package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference vectors of margin maths, and the figures that venues have published. */
class MarginVectorsTest {
    private static final double RELATIVE = 1e-9;
    private static final JsonObject VECTORS = Vectors.load("liquidation");

    static Stream<Arguments> positions() {
        return Vectors.objects(VECTORS, "cases").stream()
                .map(vector -> Arguments.argumentSet(vector.get("id").getAsString(), vector));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void pricesPositionsAsTheVectorsDo(JsonObject vector) {
        MarginScheme scheme = Vectors.scheme(VECTORS.getAsJsonObject("venues")
                .getAsJsonObject(vector.get("venue").getAsString()));
        Position position = new Position(
                PositionSide.valueOf(vector.get("side").getAsString()),
                Vectors.number(vector, "entry"),
                Vectors.number(vector, "contracts"),
                Vectors.number(vector, "leverage"),
                Vectors.number(vector, "extra_margin"));
        JsonObject expect = vector.getAsJsonObject("expect");

        OptionalDouble price = scheme.liquidationPrice(position);
        assertThat(price.orElse(Double.NaN)).satisfies(is(Vectors.number(expect, "liquidation_price")));
        assertThat(scheme.bankruptcyPrice(position)).satisfies(is(Vectors.number(expect, "bankruptcy_price")));
        double notional = position.contracts() * scheme.multiplier() * position.entry();
        assertThat(scheme.maintenanceUsd(notional, position.contracts()))
                .satisfies(is(Vectors.number(expect, "maintenance_at_entry")));
        assertThat(scheme.isOpenable(position)).isEqualTo(expect.get("openable").getAsBoolean());
        if (vector.has("published")) {
            JsonObject published = vector.getAsJsonObject("published");
            assertThat(price.getAsDouble())
                    .as(published.get("source").getAsString())
                    .isCloseTo(Vectors.number(published, "value"), within(Vectors.number(published, "tolerance")));
        }
    }

    private static java.util.function.Consumer<Double> is(double expected) {
        return actual -> {
            if (Double.isNaN(expected)) {
                assertThat(actual).isNaN();
            } else {
                assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * RELATIVE));
            }
        };
    }

    /** An account's margin in place of a position's makes the isolated formula Binance's cross formula. */
    @Test
    void reproducesTheTwoPositionsThatBinancePublished() {
        for (JsonObject check : Vectors.objects(VECTORS, "cross_checks")) {
            double margin = Vectors.number(check, "wallet")
                    - Vectors.number(check, "other_mm")
                    + Vectors.number(check, "other_upnl");
            double price = LiquidationPrices.liquidation(
                    PositionSide.valueOf(check.get("side").getAsString()),
                    Vectors.number(check, "entry"),
                    Vectors.number(check, "qty"),
                    margin,
                    Vectors.number(check, "mmr"),
                    Vectors.number(check, "cum"));
            assertThat(price).satisfies(is(Vectors.number(check, "expect")));
            assertThat(price).isCloseTo(Vectors.number(check, "published"), within(.01));
        }
    }

    @Test
    void chargesWhatVenuesPublishedThatTheyCharge() {
        for (JsonObject check : Vectors.objects(VECTORS, "maintenance_checks")) {
            MarginScheme scheme = Vectors.scheme(VECTORS.getAsJsonObject("venues")
                    .getAsJsonObject(check.get("venue").getAsString()));
            // The published figures are of the rate alone, without the fee for closing.
            assertThat(scheme.maintenanceUsd(Vectors.number(check, "notional"), 0))
                    .as(check.get("source").getAsString())
                    .satisfies(is(Vectors.number(check, "expect")));
        }
    }

    @Test
    void computesTheDeductionsThatTheVectorsCarry() {
        for (String venue : VECTORS.getAsJsonObject("venues").keySet()) {
            MarginScheme scheme = Vectors.scheme(venue);
            List<BracketReading.Row> rows = new ArrayList<>();
            for (Bracket row : scheme.brackets().rows()) {
                rows.add(new BracketReading.Row(row.floor(), row.cap(), row.maintenanceRate(), row.maxLeverage()));
            }
            BracketReading reading = BracketReading.of(
                    rows,
                    scheme instanceof FlatContracts ? BracketReading.Charging.WHOLE : BracketReading.Charging.BY_SLICE);
            assertThat(reading.remarks()).as(venue).isEmpty();
            assertThat(reading.brackets().orElseThrow().rows())
                    .as(venue)
                    .isEqualTo(scheme.brackets().rows());
        }
    }
}
