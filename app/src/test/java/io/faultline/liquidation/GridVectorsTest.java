package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.faultline.market.PositionSide;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference vectors of the grid: every cell after every step. */
class GridVectorsTest {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE_USD = 1e-3;
    private static final JsonObject VECTORS = Vectors.load("grid");

    static Stream<Arguments> scenarios() {
        return Vectors.objects(VECTORS, "scenarios").stream()
                .map(vector -> Arguments.argumentSet(
                        vector.get("id").getAsString() + " "
                                + vector.get("title").getAsString(),
                        vector));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void stepsAsTheVectorsDo(JsonObject vector) {
        VenueGrid grid = new VenueGrid(
                scheme(vector), parameters(vector), Vectors.number(vector, "p0"), Vectors.number(vector, "oi0_base"));
        int number = 0;
        for (JsonObject step : Vectors.objects(vector, "steps")) {
            check("step " + number++, grid, grid.step(input(step.getAsJsonObject("input"))), step);
        }
    }

    private static MarginScheme scheme(JsonObject vector) {
        return Vectors.scheme(vector.get("venue").getAsString());
    }

    private static ModelParameters parameters(JsonObject vector) {
        JsonObject given = vector.getAsJsonObject("params");
        ModelParameters parameters = ModelParameters.DEFAULT;
        for (String name : given.keySet()) {
            parameters = switch (name) {
                case "weights" -> parameters.withWeights(TierWeights.of(Vectors.numbers(given, name)));
                case "eta" -> parameters.withChurnShare(Vectors.number(given, name));
                case "kernel" -> parameters.withKernel(kernel(given.getAsJsonArray(name)));
                default -> throw new IllegalArgumentException(name);
            };
        }
        return parameters;
    }

    private static Kernel kernel(JsonArray points) {
        return points.size() == 1 ? Kernel.POINT : Kernel.SPREAD;
    }

    private static GridStep input(JsonObject input) {
        Prints.Builder prints = new Prints.Builder();
        JsonElement given = input.get("prints");
        if (!given.isJsonNull()) {
            for (JsonElement print : given.getAsJsonArray()) {
                double[] figures = Vectors.numbers(print);
                prints.add(figures[0], figures[1], figures[2]);
            }
        }
        return new GridStep(
                Vectors.number(input, "dt_s"),
                Vectors.number(input, "mark"),
                Vectors.number(input, "mark_lo"),
                Vectors.number(input, "mark_hi"),
                given.isJsonNull() ? null : prints.build(),
                Vectors.number(input, "oi_base"),
                Vectors.number(input, "forced_long"),
                Vectors.number(input, "forced_short"));
    }

    private static void check(String at, VenueGrid grid, StepReport report, JsonObject step) {
        JsonObject expected = step.getAsJsonObject("report");
        near(at + " swept long", report.sweptLongUsd(), Vectors.number(expected, "swept_long"));
        near(at + " swept short", report.sweptShortUsd(), Vectors.number(expected, "swept_short"));
        near(at + " opened", report.openedUsd(), Vectors.number(expected, "opened"));
        near(at + " closed", report.closedUsd(), Vectors.number(expected, "closed"));
        exact(at + " close fraction", report.closeFraction(), Vectors.number(expected, "f_close"));
        near(at + " deposited long", report.depositedLongUsd(), Vectors.number(expected, "dep_long"));
        near(at + " deposited short", report.depositedShortUsd(), Vectors.number(expected, "dep_short"));
        exact(at + " share of longs", report.longShare(), Vectors.number(expected, "c_long"));
        exact(at + " share of shorts", report.shortShare(), Vectors.number(expected, "c_short"));
        assertThat(grid.isVolumeOnly()).as(at).isEqualTo(step.get("volume_only").getAsBoolean());
        assertThat(grid.base()).as(at).isEqualTo(step.get("base_bin").getAsInt());
        near(at + " dropped", grid.balance().droppedUsd(), Vectors.number(step, "dropped"));
        near(at + " carry", grid.carryUsd(), Vectors.number(step, "carry_usd"));
        near(at + " longs", grid.massUsd(PositionSide.LONG), Vectors.number(step, "sum_long"));
        near(at + " shorts", grid.massUsd(PositionSide.SHORT), Vectors.number(step, "sum_short"));
        List<JsonObject> calibrations = Vectors.objects(step, "calibration");
        for (PositionSide side : PositionSide.values()) {
            JsonObject calibration = calibrations.get(side == PositionSide.LONG ? 0 : 1);
            exact(at + " a", grid.calibration(side).forcedUsd(), Vectors.number(calibration, "a"));
            exact(at + " b", grid.calibration(side).sweptUsd(), Vectors.number(calibration, "b"));
            exact(at + " u", grid.calibration(side).eventUsd(), Vectors.number(calibration, "u"));
        }
        checkCells(at, grid, step.getAsJsonArray("cells"));
    }

    private static void checkCells(String at, VenueGrid grid, JsonArray cells) {
        Map<String, Double> expected = new HashMap<>();
        for (JsonElement cell : cells) {
            JsonArray figures = cell.getAsJsonArray();
            expected.put(
                    figures.get(0).getAsString() + " " + figures.get(1).getAsInt() + "x "
                            + figures.get(2).getAsInt(),
                    figures.get(3).getAsDouble());
        }
        for (PositionSide side : PositionSide.values()) {
            for (Tier tier : Tier.values()) {
                for (int bin = grid.base(); bin < grid.base() + Bins.COUNT; bin++) {
                    String name = side + " " + tier.leverage() + "x " + bin;
                    Double usd = expected.remove(name);
                    near(at + " " + name, grid.massUsd(side, tier, bin), usd == null ? 0 : usd);
                }
            }
        }
        assertThat(expected).as(at + " cells outside the window").isEmpty();
    }

    private static void near(String what, double actual, double expected) {
        double tolerance = Math.max(ABSOLUTE_USD, RELATIVE * Math.abs(expected));
        if (!(Math.abs(actual - expected) <= tolerance)) {
            assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
        }
    }

    private static void exact(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    @Test
    void banksOnTheSameConstants() {
        JsonObject constants = VECTORS.getAsJsonObject("constants");
        assertThat(Bins.WIDTH).isEqualTo(Vectors.number(constants, "delta"));
        assertThat(Bins.COUNT).isEqualTo(constants.get("nbins").getAsInt());
        double[] tiers = Vectors.numbers(constants, "tiers");
        double[] notionals = Vectors.numbers(constants, "rep_notional_usd");
        double[] weights = Vectors.numbers(constants, "weights");
        assertThat(tiers).hasSize(Tier.values().length);
        for (Tier tier : Tier.values()) {
            assertThat((double) tier.leverage()).isEqualTo(tiers[tier.index()]);
            assertThat(tier.typicalNotionalUsd()).isEqualTo(notionals[tier.index()]);
            exact(tier + " weight", TierWeights.DEFAULT.of(tier), weights[tier.index()]);
        }
        JsonArray kernel = constants.getAsJsonArray("kernel");
        assertThat(kernel).hasSize(Kernel.SPREAD.points());
        for (int g = 0; g < kernel.size(); g++) {
            assertThat(new double[] {Kernel.SPREAD.multiple(g), Kernel.SPREAD.share(g)})
                    .containsExactly(Vectors.numbers(kernel.get(g)));
        }
    }

    @Test
    void hasTheTierFactorsOfTheVectors() {
        for (JsonObject vector : Vectors.objects(VECTORS, "tier_factors")) {
            String venue = vector.get("venue").getAsString();
            TierFactors factors =
                    new TierFactors(Vectors.scheme(venue), TierWeights.DEFAULT, Vectors.number(vector, "price"));
            Tier tier = Stream.of(Tier.values())
                    .filter(each -> each.leverage() == vector.get("tier").getAsInt())
                    .findFirst()
                    .orElseThrow();
            String at = venue + " " + tier;
            exact(at + " weight", factors.weight(tier), Vectors.number(vector, "weight"));
            if (factors.weight(tier) > 0) {
                exact(at + " long", factors.of(PositionSide.LONG, tier), Vectors.number(vector, "long"));
                exact(at + " short", factors.of(PositionSide.SHORT, tier), Vectors.number(vector, "short"));
            }
        }
    }

    @Test
    void hasTheBandsOfTheVectors() {
        for (JsonObject vector : Vectors.objects(VECTORS, "bands")) {
            ForcedFlow flow = ForcedFlow.of(
                    Vectors.number(vector, "mass"),
                    Vectors.number(vector, "a"),
                    Vectors.number(vector, "b"),
                    Vectors.number(vector, "u"));
            exact(vector + " mean", flow.meanUsd(), Vectors.number(vector, "mean"));
            exact(vector + " low", flow.lowUsd(), Vectors.number(vector, "p10"));
            exact(vector + " high", flow.highUsd(), Vectors.number(vector, "p90"));
        }
    }

    @Test
    void spreadsBarsAsTheVectorsDo() {
        for (JsonObject vector : Vectors.objects(VECTORS, "kline_prints")) {
            Prints prints = Prints.ofBar(
                    Vectors.number(vector, "low"),
                    Vectors.number(vector, "high"),
                    Vectors.number(vector, "buy"),
                    Vectors.number(vector, "sell"));
            JsonArray expected = vector.getAsJsonArray("expect");
            assertThat(prints.count()).isEqualTo(expected.size());
            for (int i = 0; i < prints.count(); i++) {
                double[] print = Vectors.numbers(expected.get(i));
                exact("price " + i, prints.price(i), print[0]);
                exact("buys " + i, prints.buyUsd(i), print[1]);
                exact("sells " + i, prints.sellUsd(i), print[2]);
            }
        }
    }
}
