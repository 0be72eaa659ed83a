package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.liquidation.ModelParameters;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

/** On markets of hours where the command takes days: what it measures there it measures in the same way. */
class EvaluatePracticeTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static PracticePlan plan(int hours, Long... seeds) {
        return new PracticePlan(List.of(seeds), 1, hours, ModelParameters.DEFAULT);
    }

    private EvaluateReport evaluated(PracticePlan plan) throws InterruptedException {
        return new PracticeEvaluation(plan, new PrintWriter(err, true)).run();
    }

    private int run(String... arguments) {
        return Faultline.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void holdsTheModelAgainstTheTruePositions() throws InterruptedException {
        EvaluateReport report = evaluated(plan(2, 101L, 102L));
        JsonObject json = JsonParser.parseString(EvaluateJson.of(report)).getAsJsonObject();

        assertThat(json.get("source").getAsString()).isEqualTo("practice");
        JsonObject settings = json.getAsJsonObject("settings");
        assertThat(settings.get("seeds").toString()).isEqualTo("[101,102]");
        assertThat(settings.get("warmUpHours").getAsInt()).isEqualTo(1);
        assertThat(settings.get("hours").getAsInt()).isEqualTo(2);
        assertThat(settings.get("stepSeconds").getAsInt()).isEqualTo(10);
        JsonObject score = json.getAsJsonObject("score");
        assertThat(score.getAsJsonArray("perSeed")).hasSize(2);
        double sum = 0;
        for (JsonElement each : score.getAsJsonArray("perSeed")) {
            JsonObject seed = each.getAsJsonObject();
            for (String profile : List.of("model", "coinglassLike", "volumeOnly", "oracle")) {
                assertThat(seed.get(profile).getAsDouble()).as(profile).isBetween(-1.0, 1.0);
            }
            // After hours, not days, all that exists was seen to open: model and oracle know much.
            assertThat(seed.get("model").getAsDouble()).isGreaterThan(.4);
            assertThat(seed.get("oracle").getAsDouble())
                    .isGreaterThan(seed.get("coinglassLike").getAsDouble());
            sum += seed.get("model").getAsDouble();
        }
        assertThat(score.getAsJsonObject("mean").get("model").getAsDouble()).isEqualTo(sum / 2);
        assertThat(json.getAsJsonArray("stylisedFacts")).hasSize(10);
        JsonObject conservation = json.getAsJsonArray("stylisedFacts").get(9).getAsJsonObject();
        assertThat(conservation.get("value").getAsDouble()).isZero();
        assertThat(conservation.get("ok").getAsBoolean()).isTrue();
        long steps = json.getAsJsonObject("coverage").get("steps").getAsLong();
        assertThat(steps)
                .as("two markets, two hours, six a minute; the last wait for open interest")
                .isBetween(1_430L, 1_440L);
        assertThat(json.has("addedR2")).as("four hours are not two days").isFalse();
        assertThat(json.has("reach")).as("nothing is due before a day").isFalse();
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("seed 10"));

        String text = EvaluateText.of(report);
        assertThat(text).startsWith("PRACTICE market, seeds 101, 102");
        assertThat(text).contains("likeness to the true positions", "conservation", "clusters reached: needs 30 more");
        assertThat(text).containsPattern("ahead of it on seeds +[0-2] of 2 +9 of 10 or more +(ok|NOT MET)");
    }

    @Test
    void givesASeedTheSameFiguresWhateverRunsBesideIt() throws InterruptedException {
        PracticeScore alone = evaluated(plan(1, 103L)).markets().get(0);
        PracticeScore beside = evaluated(plan(1, 101L, 103L)).markets().get(1);
        assertThat(beside.profiles()).isEqualTo(alone.profiles());
        assertThat(beside.flows()).isEqualTo(alone.flows());
        assertThat(beside.entries()).isEqualTo(alone.entries());
    }

    @Test
    void namesItsSeedsInAFewWords() {
        assertThat(plan(1, 1L, 2L, 3L, 4L).words()).isEqualTo("1 to 4");
        assertThat(plan(1, 1L, 3L, 5L).words()).isEqualTo("1, 3, 5");
        assertThat(plan(1, 7L).words()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | [7]", "1-4 | [1, 2, 3, 4]", "1,3,5 | [1, 3, 5]", "5,1-3,2 | [1, 2, 3, 5]", "4-4 | [4]"})
    void readsSeeds(String text, String numbers) {
        assertThat(new Seeds.Converter().convert(text).numbers()).hasToString(numbers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10-1 | 10-1' goes backwards",
                "'' | is none of",
                "a | a' is none of",
                "1,,2 | is none of",
                "-3 | is none of",
                "1-2-3 | is none of",
                "1.5 | is none of",
                "1-100000 | more than 1000 seeds"
            })
    void refusesWhatAreNoSeeds(String text, String message) {
        assertThatThrownBy(() -> new Seeds.Converter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--practice | --seeds",
                "--practice --seeds 10-1 | goes backwards",
                "--practice --seeds 1 --hours 0 | --hours",
                "--practice --seeds 1 --hours -5 | --hours",
                "--practice --seeds 1 --hours x | --hours",
                "--practice --seeds 1 --step 4 | --step",
                "--practice --seeds 1 --symbol BTCUSDT | --symbol is for --history",
                "--practice --seeds 1 --history x.csv | one of them",
                "--seeds 1 | say what to evaluate",
                "--history x.csv --hours 3 | --hours is for --practice"
            })
    void refusesACommandLineThatMakesNoSense(String arguments, String message) {
        assertThat(run(("evaluate " + arguments).split(" "))).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElse("")).contains(message);
        assertThat(out.toString()).isEmpty();
    }
}
