package io.faultline.signal;

import static io.faultline.Vectors.assertClose;
import static io.faultline.Vectors.flag;
import static io.faultline.Vectors.number;
import static io.faultline.Vectors.numberOrNull;
import static io.faultline.Vectors.text;
import static io.faultline.Vectors.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.faultline.Vectors;
import io.faultline.market.PositionSide;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every reference vector of plans and of the small rules around them. */
class PlanVectorsTest {
    private static final Map<String, DistanceBand> BANDS =
            Map.of("NEAR", DistanceBand.ACTIONABLE, "MID", DistanceBand.SWING, "FAR", DistanceBand.CONTEXT);
    private static final Map<String, DistanceProfile> PROFILES =
            Map.of("ARTICLE_000", DistanceProfile.NARROW, "PILLAR_002", DistanceProfile.WIDE);

    private final JsonObject vectors = Vectors.beside(PlanVectorsTest.class, "plan.json");

    @TestFactory
    Stream<DynamicTest> plansAsTheReference() {
        return each("cases", row -> {
            JsonObject expected = row.getAsJsonObject("expect");
            PlanStyle style = PlanStyle.valueOf(text(row, "style"));
            PlanZone zone = new PlanZone(
                    PositionSide.valueOf(text(row, "side")),
                    number(row, "near"),
                    number(row, "far"),
                    numberOrNull(row, "opposite"),
                    null);
            PlanMarket market = new PlanMarket(0, number(row, "tick"), flag(row, "weekend"), null, null, null);
            PlanLevels levels = PlanMaker.levels(style, zone, market);
            assertClose("entry", levels.entry(), number(expected, "entry"));
            assertClose("stop", levels.stop(), number(expected, "stop"));
            assertClose("target", levels.target(), number(expected, "target"));
            Optional<SessionPlan> plan =
                    PlanMaker.plan(style, zone, market, number(row, "account"), number(row, "risk"));
            assertThat(plan.isPresent()).isEqualTo(flag(expected, "valid"));
            plan.ifPresent(made -> {
                assertThat(made.levels().order().name()).isEqualTo(text(expected, "direction"));
                assertClose("quantity", made.quantity(), number(expected, "qty"));
                assertClose("notional", made.notionalUsd(), number(expected, "notional"));
                assertClose("risk", made.riskUsd(), number(expected, "risk_usd"));
                assertClose("leverage", made.leverage(), number(expected, "leverage"));
                assertClose("reward over risk", made.rewardRisk(), number(expected, "reward_risk"));
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> sizesRiskAsTheReference() {
        return each(
                "risk_fraction",
                row -> assertClose(
                        "risk",
                        RiskFraction.of(new RiskFraction.Inputs(
                                whole(row, "exchanges"),
                                number(row, "cluster_usd"),
                                number(row, "oi_usd"),
                                PathState.valueOf(text(row, "path")),
                                flag(row, "weekend"),
                                flag(row, "macro"),
                                SizeScale.BY_OPEN_INTEREST)),
                        number(row, "expect")));
    }

    @TestFactory
    Stream<DynamicTest> bandsSizesAsTheReference() {
        return each(
                "size_band",
                row -> assertThat(SizeBand.of(number(row, "usd"), number(row, "oi_usd"), SizeScale.BY_OPEN_INTEREST)
                                .name())
                        .isEqualTo(text(row, "expect")));
    }

    @TestFactory
    Stream<DynamicTest> bandsDistancesAsTheReference() {
        return each(
                "distance_band",
                row -> assertThat(Objects.requireNonNull(PROFILES.get(text(row, "profile")))
                                .band(number(row, "distance")))
                        .isEqualTo(BANDS.get(text(row, "expect"))));
    }

    @TestFactory
    Stream<DynamicTest> weighsTheSidesAsTheReference() {
        return each("asymmetry", row -> {
            JsonArray expected = row.getAsJsonArray("expect");
            Asymmetry asymmetry = Asymmetry.of(number(row, "long"), number(row, "short"));
            JsonElement ratio = expected.get(1);
            assertThat(asymmetry.lean().name()).isEqualTo(expected.get(0).getAsString());
            assertClose("ratio", asymmetry.ratio(), ratio.isJsonNull() ? null : Double.valueOf(ratio.getAsDouble()));
        });
    }

    @TestFactory
    Stream<DynamicTest> seesCascadesSetUpAsTheReference() {
        return each("cascade_setup", row -> {
            JsonObject expected = row.getAsJsonObject("expect");
            CascadeSetup setup = CascadeRule.DEFAULT.look(new CascadeInputs(
                    PositionSide.valueOf(text(row, "side")),
                    number(row, "price"),
                    Vectors.elements(row.getAsJsonArray("near_edges"))
                            .map(JsonElement::getAsDouble)
                            .toList(),
                    numberOrNull(row, "oi_now"),
                    numberOrNull(row, "oi_4h"),
                    numberOrNull(row, "vol_4h"),
                    numberOrNull(row, "vol_24h"),
                    numberOrNull(row, "range_4h")));
            assertThat(setup.state().name()).isEqualTo(text(expected, "state"));
            assertClose("score", setup.score(), number(expected, "score"));
            assertThat(setup.stacked())
                    .isEqualTo(new CascadeSetup.Stacked(whole(expected, "stack"), flag(expected, "stacked")));
            assertThat(setup.rising().met()).isEqualTo(flag(expected, "oi_rising"));
            assertClose("open interest", setup.rising().openInterestChange(), numberOrNull(expected, "oi_change"));
            assertThat(setup.quiet().met()).isEqualTo(flag(expected, "volume_declining"));
            assertClose("volume", setup.quiet().ratio(), numberOrNull(expected, "volume_ratio"));
        });
    }

    @TestFactory
    Stream<DynamicTest> seesAbsorptionAsTheReference() {
        return each("absorption", row -> {
            double[] args = Vectors.doubles(row.getAsJsonArray("args"));
            JsonObject expected = row.getAsJsonObject("expect");
            Absorption absorption = Absorption.of(args[0], args[1], args[2], args[3], args[4]);
            assertThat(absorption.absorbed()).isEqualTo(flag(expected, "absorbed"));
            assertClose("refill", absorption.refillRatio(), numberOrNull(expected, "refill"));
            assertClose("impact", absorption.impactTimes(), numberOrNull(expected, "impact_x"));
        });
    }

    @TestFactory
    Stream<DynamicTest> seesExhaustionAsTheReference() {
        return each(
                "exhausted",
                row -> assertThat(Exhaustion.reached(Vectors.doubles(row.getAsJsonArray("series"))))
                        .isEqualTo(flag(row, "expect")));
    }

    @TestFactory
    Stream<DynamicTest> knowsTheWeekendAsTheReference() {
        return each(
                "weekend",
                row -> assertThat(Weekend.holds(row.get("epoch_s").getAsLong() * 1000))
                        .isEqualTo(flag(row, "expect")));
    }

    private Stream<DynamicTest> each(String name, Consumer<JsonObject> check) {
        return Vectors.rows(vectors, name)
                .map(row -> dynamicTest(name + " " + row, () -> {
                    try {
                        check.accept(row);
                    } catch (AssertionError e) {
                        throw new AssertionError(name + " " + row, e);
                    }
                }));
    }
}
