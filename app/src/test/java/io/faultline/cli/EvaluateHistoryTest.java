package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateHistoryTest {
    private static final int TWO_MONTHS = 1_464;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines, StandardCharsets.UTF_8);
    }

    private int run(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("evaluate"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return Faultline.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(new String[0]));
    }

    private JsonObject evaluated(Path file, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("--history", file, "--json"));
        arguments.addAll(List.of(more));
        assertThat(run(arguments.toArray())).as(err.toString()).isZero();
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }

    private static double figure(JsonObject report, String... path) {
        JsonObject object = report;
        for (int i = 0; i + 1 < path.length; i++) {
            object = object.getAsJsonObject(path[i]);
        }
        return object.get(path[path.length - 1]).getAsDouble();
    }

    /** The expected figures were computed from the same file by the reference implementation of the model in Python. */
    @Test
    void givesTheFiguresOfTheReferenceImplementation() throws IOException {
        JsonObject report =
                evaluated(file("BTCUSDT.csv", KnownMarket.whereLiquidationsComeFromPositions(1, TWO_MONTHS)));

        assertThat(report.get("source").getAsString()).isEqualTo("history");
        assertThat(figure(report, "coverage", "steps")).isEqualTo(TWO_MONTHS);
        assertThat(figure(report, "coverage", "withOpenInterest")).isEqualTo(TWO_MONTHS);
        assertThat(figure(report, "coverage", "withLiquidations")).isEqualTo(TWO_MONTHS);
        near(report, .4872448077621, "addedR2", "long", "controls");
        near(report, .3175778675649, "addedR2", "long", "model", "value");
        near(report, .2833692268771, "addedR2", "long", "model", "low");
        near(report, .3556804654537, "addedR2", "long", "model", "high");
        near(report, .0668362511973, "addedR2", "long", "coinglassLike", "value");
        near(report, .0742706043411, "addedR2", "long", "coinglassVolume", "value");
        near(report, .4773373999842, "addedR2", "short", "controls");
        near(report, .3355473448061, "addedR2", "short", "model", "value");
        near(report, .0595960408662, "addedR2", "short", "coinglassLike", "value");
        near(report, .3998012212425, "addedR2", "both", "model", "value");
        near(report, .1356405296164, "addedR2", "both", "coinglassVolume", "value");
        near(report, 1.031401876338, "calibration", "ratio");
        near(report, .6330543933054, "calibration", "bandCoverage");
        assertThat(figure(report, "calibration", "n")).isEqualTo(2_390);
        assertThat(report.getAsJsonArray("reliability")).hasSize(6);
    }

    /** The least squares of either side are solved in other ways; the last bits of the file may differ by machine. */
    private static void near(JsonObject report, double expected, String... path) {
        assertThat(figure(report, path)).as(String.join(" ", path)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void beatsTheBaselinesWhereLiquidationsComeFromPositions() throws IOException {
        JsonObject report = evaluated(file("x.csv", KnownMarket.whereLiquidationsComeFromPositions(2, TWO_MONTHS)));

        for (String outcome : List.of("long", "short", "both")) {
            double low = figure(report, "addedR2", outcome, "model", "low");
            assertThat(low).isGreaterThan(.1);
            assertThat(low).isGreaterThan(figure(report, "addedR2", outcome, "coinglassLike", "high"));
            assertThat(low).isGreaterThan(figure(report, "addedR2", outcome, "coinglassVolume", "high"));
            assertThat(figure(report, "addedR2", outcome, "openInterestChange", "value"))
                    .isLessThan(.01);
        }
        assertThat(figure(report, "calibration", "ratio")).isBetween(.8, 1.3);
    }

    @Test
    void showsNoSkillWhereThereIsNone() throws IOException {
        Path file = file("x.csv", KnownMarket.whereLiquidationsComeFromMoves(3, TWO_MONTHS));
        JsonObject report = evaluated(file);

        assertThat(figure(report, "addedR2", "both", "model", "value")).isLessThan(.01);
        assertThat(report.getAsJsonObject("addedR2")
                        .getAsJsonObject("both")
                        .getAsJsonObject("model")
                        .get("shown")
                        .getAsBoolean())
                .isFalse();
        out.getBuffer().setLength(0);
        assertThat(run("--history", file)).isZero();
        assertThat(out.toString()).contains("not shown to work");
    }

    @Test
    void followsClustersFromBarToBar() throws IOException {
        JsonObject report = evaluated(file("x.csv", KnownMarket.whereLiquidationsComeFromPositions(1, TWO_MONTHS)));

        JsonObject all = report.getAsJsonArray("reach").get(0).getAsJsonObject();
        for (String key : List.of("path", "band", "sizeBand")) {
            assertThat(all.get(key).getAsString()).isEqualTo("all");
        }
        int seen = all.get("seen").getAsInt();
        int touched = all.get("touched").getAsInt();
        assertThat(seen).isGreaterThan(100);
        assertThat(touched).isBetween(1, seen);
        assertThat(all.get("reversed").getAsInt() + all.get("reached").getAsInt())
                .isBetween(1, touched);
        assertThat(all.get("rate").getAsDouble()).isEqualTo(touched / (double) seen);
        assertThat(all.get("low").getAsDouble()).isLessThan(all.get("rate").getAsDouble());
        assertThat(all.get("rate4h").getAsDouble()).isLessThan(all.get("rate").getAsDouble());
        // A price without aim: clusters are reached as often as any level.
        assertThat(all.get("randomLevelRate").getAsDouble())
                .isCloseTo(all.get("rate").getAsDouble(), within(.03));
        assertThat(all.getAsJsonObject("overRandom").get("shown").getAsBoolean())
                .isFalse();
        assertThat(report.has("firedShare"))
                .as("hourly bars do not tell of quarters of hours")
                .isFalse();
        assertThat(report.has("funding")).isFalse();
    }

    @Test
    void keepsTheRecordOfFundingWhereItsRateIsKnown() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : KnownMarket.whereLiquidationsComeFromPositions(1, 1_000)) {
            lines.add(line + (lines.isEmpty() ? ",funding_rate" : lines.size() % 96 < 48 ? ",0.0006" : ",-0.0006"));
        }
        JsonObject report = evaluated(file("x.csv", lines));
        assertThat(report.getAsJsonArray("funding")).hasSize(2);
        JsonObject carry = report.getAsJsonArray("funding").get(0).getAsJsonObject();
        JsonObject squeeze = report.getAsJsonArray("funding").get(1).getAsJsonObject();
        assertThat(carry.get("rule").getAsString()).isEqualTo("carry");
        assertThat(squeeze.get("rule").getAsString()).isEqualTo("squeeze");
        assertThat(squeeze.get("agree")).isEqualTo(carry.get("contradict"));
        assertThat(squeeze.get("difference").getAsDouble())
                .isEqualTo(-carry.get("difference").getAsDouble());
        assertThat(squeeze.get("n").getAsInt()).isGreaterThan(30);
    }

    @Test
    void leavesOutWhatItHasNoEvidenceFor() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : KnownMarket.whereLiquidationsComeFromPositions(4, 400)) {
            lines.add(lines.isEmpty() ? line : line.replaceAll("[^,]*,[^,]*$", ","));
        }
        JsonObject report = evaluated(file("x.csv", lines));

        assertThat(report.keySet()).contains("source", "settings", "coverage").doesNotContain("addedR2", "reliability");
        assertThat(report.keySet()).doesNotContain("calibration", "score", "stylisedFacts");
        assertThat(figure(report, "coverage", "withLiquidations")).isZero();
    }

    @Test
    void saysNothingOfAddedR2BeforeAWeekIsThere() throws IOException {
        List<String> lines = KnownMarket.whereLiquidationsComeFromPositions(5, 160);
        assertThat(evaluated(file("x.csv", lines)).keySet())
                .contains("calibration")
                .doesNotContain("addedR2");
    }

    @Test
    void doesWithoutOpenInterestByVolumeAlone() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : KnownMarket.whereLiquidationsComeFromPositions(6, 600)) {
            String[] cells = line.split(",");
            cells[7] = lines.isEmpty() ? cells[7] : "";
            lines.add(String.join(",", cells));
        }
        JsonObject report = evaluated(file("x.csv", lines));

        JsonObject both = report.getAsJsonObject("addedR2").getAsJsonObject("both");
        assertThat(both.has("openInterestChange")).isFalse();
        assertThat(both.getAsJsonObject("coinglassLike").get("value").getAsDouble())
                .isZero();
        assertThat(both.getAsJsonObject("model").get("value").getAsDouble()).isGreaterThan(.05);
        assertThat(figure(report, "coverage", "withOpenInterest")).isZero();
    }

    @Test
    void takesTheSymbolFromTheFilesNameIfThereIsATableOfIt() throws IOException {
        List<String> lines = KnownMarket.whereLiquidationsComeFromPositions(7, 30);
        for (String[] each : new String[][] {
            {"ethusdt-1h.csv", "ETHUSDT"},
            {"binance_SOL-USDT_2024.csv", "SOLUSDT"},
            {"eth 1h.csv", "ETHUSDT"},
            {"NOSUCHUSDT.csv", "BTCUSDT"},
            {"bars.csv", "BTCUSDT"}
        }) {
            out.getBuffer().setLength(0);
            assertThat(evaluated(file(each[0], lines))
                            .getAsJsonObject("settings")
                            .get("symbol")
                            .getAsString())
                    .as(each[0])
                    .isEqualTo(each[1]);
        }
    }

    @Test
    void usesTheTablesOfOtherVenues() throws IOException {
        Path file = file("x.csv", KnownMarket.whereLiquidationsComeFromPositions(8, 400));
        JsonObject settings =
                evaluated(file, "--venue", "okx", "--symbol", "ETH-USDT-SWAP").getAsJsonObject("settings");
        assertThat(settings.get("venue").getAsString()).isEqualTo("okx");
        assertThat(settings.get("symbol").getAsString()).isEqualTo("ETHUSDT");
        assertThat(settings.get("brackets").getAsString()).isEqualTo("2026-09-26");
    }

    @Test
    void failsWithOneClearLine() throws IOException {
        Path missing = folder.resolve("none.csv");
        assertThat(run("--history", missing)).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("faultline: " + missing + ": no such file");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesACommandLineThatMakesNoSense() throws IOException {
        Path file = file("x.csv", KnownMarket.whereLiquidationsComeFromPositions(9, 3));
        assertThat(run()).isEqualTo(2);
        assertThat(firstError()).contains("--history");
        assertThat(run("--history", file, "--venue", "kraken")).isEqualTo(2);
        assertThat(firstError()).contains("kraken").contains("binance");
        assertThat(run("--history", file, "--symbol", "ZZZUSDT")).isEqualTo(2);
        assertThat(firstError()).contains("ZZZUSDT").contains("BTCUSDT");
        assertThat(out.toString()).isEmpty();
    }

    private String firstError() {
        String first = err.toString().lines().findFirst().orElse("");
        err.getBuffer().setLength(0);
        return first.toLowerCase(Locale.ROOT)
                .replace("usdt", "USDT")
                .replace("zzz", "ZZZ")
                .replace("btc", "BTC");
    }
}
