package io.faultline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.faultline.liquidation.Vectors;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The reference vectors of the ledger's statistics. */
class LedgerVectorsTest {
    private static final double RELATIVE = 1e-7;

    private static JsonObject vector(String id) {
        return Vectors.objects(Vectors.load("ledger"), "cases").stream()
                .filter(vector -> vector.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void near(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    /** The bootstrap rests on the JDK's generator giving this stream. */
    @Test
    void drawsTheStreamOfSplitMix64() {
        JsonObject vector = vector("splitmix64");
        SplittableRandom longs = new SplittableRandom(vector.get("seed").getAsLong());
        for (JsonElement hex : vector.getAsJsonArray("next_long_hex")) {
            assertThat(longs.nextLong()).isEqualTo(Long.parseUnsignedLong(hex.getAsString(), 16));
        }
        SplittableRandom doubles = new SplittableRandom(vector.get("seed").getAsLong());
        for (double expected : Vectors.numbers(vector, "next_double")) {
            assertThat(doubles.nextDouble()).isEqualTo(expected);
        }
    }

    @Test
    void addsWhatTheSignalExplainsBeyondTheControls() {
        JsonObject vector = vector("added_r2");
        double[] y = Vectors.numbers(vector, "y");
        double[][] controls = columns(vector.getAsJsonArray("controls"));
        double[] signal = Vectors.numbers(vector, "signal");
        near("added R²", Regression.addedR2(y, controls, signal), Vectors.number(vector, "expect"));

        JsonObject bootstrap = vector.getAsJsonObject("bootstrap");
        Interval interval = new BlockBootstrap(
                        bootstrap.get("block").getAsInt(),
                        bootstrap.get("reps").getAsInt(),
                        bootstrap.get("seed").getAsLong(),
                        Vectors.number(bootstrap, "level"))
                .interval(y.length, indices -> Regression.addedR2(y, controls, signal, indices));
        near("low end", interval.low(), Vectors.numbers(bootstrap, "expect")[0]);
        near("high end", interval.high(), Vectors.numbers(bootstrap, "expect")[1]);
        assertThat(BlockBootstrap.ofBlocks(bootstrap.get("block").getAsInt())
                        .interval(y.length, indices -> Regression.addedR2(y, controls, signal, indices)))
                .as("the vector is of the published settings")
                .isEqualTo(interval);
    }

    private static double[][] columns(JsonArray columns) {
        double[][] values = new double[columns.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Vectors.numbers(columns.get(i));
        }
        return values;
    }

    @Test
    void liftsWhereTheSignalIsHighest() {
        JsonObject vector = vector("conditional_lift");
        near(
                "lift",
                Skill.conditionalLift(Vectors.numbers(vector, "signal"), Vectors.numbers(vector, "outcome")),
                Vectors.number(vector, "expect"));
    }

    @Test
    void groupsPredictionsByTheirSize() {
        JsonObject vector = vector("reliability");
        List<Reliability.Row> rows =
                Reliability.rows(Vectors.numbers(vector, "pred"), Vectors.numbers(vector, "actual"));
        List<JsonObject> expected = Vectors.objects(vector, "expect");
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            String what = "row " + i;
            assertThat(rows.get(i).lowUsd()).as(what).isEqualTo(Vectors.number(expected.get(i), "lo"));
            assertThat(rows.get(i).highUsd()).as(what).isEqualTo(Vectors.number(expected.get(i), "hi"));
            assertThat(rows.get(i).count())
                    .as(what)
                    .isEqualTo(expected.get(i).get("n").getAsInt());
            near(what + " predicted", rows.get(i).predictedUsd(), Vectors.number(expected.get(i), "pred"));
            near(what + " actual", rows.get(i).actualUsd(), Vectors.number(expected.get(i), "actual"));
            near(what + " ratio", rows.get(i).ratio(), Vectors.number(expected.get(i), "ratio"));
        }
    }

    @Test
    void boundsProportionsAsWilsonDoes() {
        JsonObject vector = vector("wilson80");
        JsonArray pairs = vector.getAsJsonArray("pairs");
        for (int i = 0; i < pairs.size(); i++) {
            double[] pair = Vectors.numbers(pairs.get(i));
            double[] expected = Vectors.numbers(vector.getAsJsonArray("expect").get(i));
            Interval interval = new Proportion((int) pair[0], (int) pair[1]).wilson80();
            near("low end of pair " + i, interval.low(), expected[0]);
            near("high end of pair " + i, interval.high(), expected[1]);
        }
    }

    @Test
    void correlatesLogarithmsOfMass() {
        JsonObject vector = vector("log_mass_correlation");
        near(
                "r",
                Skill.logMassCorrelation(
                        Vectors.numbers(vector, "model"),
                        Vectors.numbers(vector, "truth"),
                        Vectors.number(vector, "eps")),
                Vectors.number(vector, "expect"));
    }

    @Test
    void countsLevelsThatPriceReached() {
        JsonObject vector = vector("reach");
        Proportion reached = Skill.reached(
                Vectors.numbers(vector, "start"),
                Vectors.numbers(vector, "level"),
                Vectors.numbers(vector, "lo"),
                Vectors.numbers(vector, "hi"));
        double[] expected = Vectors.numbers(vector, "expect");
        assertThat(reached).isEqualTo(new Proportion((int) expected[0], (int) expected[1]));
    }
}
