package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.Captures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateJournalTest {
    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        List<String> words = new ArrayList<>(List.of("evaluate"));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return Faultline.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(new String[0]));
    }

    private JsonObject evaluated(Path journal) {
        assertThat(run(journal, "--json")).as(err.toString()).isZero();
        return JsonParser.parseString(out.toString()).getAsJsonObject();
    }

    @Test
    void scoresAJournalThroughTheRealDecodersAndDesk() throws IOException {
        Path journal = folder.resolve("practice.jsonl");
        double reportedUsd = CrowdJournal.write(journal, 103, 4, true);

        JsonObject report = evaluated(journal);

        assertThat(report.get("source").getAsString()).isEqualTo("journal");
        JsonObject settings = report.getAsJsonObject("settings");
        assertThat(settings.get("symbols").toString()).isEqualTo("[\"BTCUSDT\"]");
        assertThat(settings.get("venues").toString()).isEqualTo("[\"binance\"]");
        assertThat(settings.get("from").getAsString()).startsWith("2024-01-01T00:00:0");
        JsonObject coverage = report.getAsJsonObject("coverage");
        assertThat(coverage.get("steps").getAsInt()).as("six a minute").isBetween(1_430, 1_440);
        assertThat(coverage.get("withOpenInterest")).isEqualTo(coverage.get("steps"));
        assertThat(coverage.get("withLiquidations")).isEqualTo(coverage.get("steps"));
        double sum = 0;
        for (JsonElement row : report.getAsJsonArray("reliability")) {
            sum += row.getAsJsonObject().get("reportedUsd").getAsDouble();
        }
        // All but what came after the last whole five minutes.
        assertThat(sum).isCloseTo(reportedUsd, within(.05 * reportedUsd)).isPositive();
        JsonObject calibration = report.getAsJsonObject("calibration");
        assertThat(calibration.get("ratio").getAsDouble()).isBetween(.2, 5.0);
        assertThat(calibration.get("n").getAsInt()).isGreaterThanOrEqualTo(50);
        assertThat(report.keySet())
                .as("hours are no days")
                .doesNotContain("score", "stylisedFacts", "addedR2", "reach", "funding");
    }

    @Test
    void doesNotTakeAFeedThatNobodyAskedForAsSilence() throws IOException {
        Path journal = folder.resolve("practice.jsonl");
        CrowdJournal.write(journal, 101, 1, false);

        JsonObject report = evaluated(journal);

        assertThat(report.getAsJsonObject("coverage").get("steps").getAsInt()).isGreaterThan(300);
        assertThat(report.getAsJsonObject("coverage").get("withLiquidations").getAsInt())
                .isZero();
        assertThat(report.keySet()).doesNotContain("reliability", "calibration", "firedShare");
    }

    @Test
    void leavesOutWhatAShortCaptureHasNoEvidenceFor() {
        Path capture = Captures.file("binance-usdm-btcusdt-20220811/capture.jsonl.gz");
        assertThat(evaluated(capture).keySet()).containsExactly("source", "settings", "coverage");
    }

    @Test
    void saysInWordsHowMuchMoreIsNeeded() throws IOException {
        Path journal = folder.resolve("practice.jsonl");
        CrowdJournal.write(journal, 101, 1, true);
        assertThat(run(journal)).isZero();
        assertThat(out.toString())
                .contains("BTCUSDT")
                .contains("expected against reported: needs")
                .contains("clusters reached: needs 30 more that are due")
                .contains("fired share: needs");
    }

    @Test
    void failsWithOneClearLine() throws IOException {
        Path missing = folder.resolve("none.jsonl.gz");
        assertThat(run(missing)).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("faultline: " + missing + ": no such file");
        err.getBuffer().setLength(0);
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello\n", StandardCharsets.UTF_8);
        assertThat(run(text)).isEqualTo(1);
        assertThat(err.toString()).contains("notes.txt: not a journal");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesOptionsOfOtherSources() {
        assertThat(run("x.jsonl", "--symbol", "BTCUSDT")).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElse("")).contains("--symbol is for --history");
        err.getBuffer().setLength(0);
        assertThat(run("x.jsonl", "--practice", "--seeds", "1")).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElse("")).contains("one of them");
    }
}
