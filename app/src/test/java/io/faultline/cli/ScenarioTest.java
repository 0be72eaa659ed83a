package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.practice.MarketScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ScenarioTest {
    @Test
    void theSameSeedGivesTheSameReportThoughFeedsBreak(@TempDir Path home) throws IOException {
        JsonObject once = faults(home.resolve("1"));
        assertThat(once).isEqualTo(faults(home.resolve("2")));
        JsonObject books = once.getAsJsonObject("truth").getAsJsonObject("books");
        assertThat(books.get("compared").getAsLong()).isGreaterThan(1_000);
        assertThat(books.get("different").getAsLong()).isZero();
        assertThat(events(once, "feed")).anyMatch(detail -> detail.contains("\"resyncs\":1"));
        assertThat(events(once, "feed")).anyMatch(detail -> detail.contains("lost"));
    }

    private static JsonObject faults(Path scratch) throws IOException {
        ScenarioReport report = ScenarioRun.of(MarketScript.Name.FAULTS, 2, Duration.ofMinutes(7), 1, scratch);
        return JsonParser.parseString(ScenarioJson.of(report)).getAsJsonObject();
    }

    private static List<String> events(JsonObject report, String kind) {
        List<String> events = new ArrayList<>();
        for (JsonElement line : report.getAsJsonArray("timeline")) {
            JsonObject entry = line.getAsJsonObject();
            if (entry.get("kind").getAsString().equals(kind)) {
                events.add(entry.get("detail").toString());
            }
        }
        return events;
    }

    @Test
    void aCascadeGoesThroughClusterAfterClusterAndIsAbsorbed(@TempDir Path scratch) throws IOException {
        ScenarioReport report = ScenarioRun.of(MarketScript.Name.CASCADE, 1, Duration.ofHours(1), 2, scratch);
        JsonObject json = JsonParser.parseString(ScenarioJson.of(report)).getAsJsonObject();
        assertThat(events(json, "wall")).anyMatch(detail -> detail.contains("pulled"));
        assertThat(events(json, "sweep").stream().filter(detail -> detail.contains("entered")))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(events(json, "exhaustion")).isNotEmpty();
        assertThat(events(json, "absorption")).isNotEmpty();
        assertThat(report.truth().sweptUsd()).isGreaterThan(2e7);
        assertThat(report.truth().reportedUsd()).isBetween(1e6, report.truth().sweptUsd());
        assertThat(report.truth().different()).isZero();
        assertThat(ScenarioText.of(report)).contains("cascade, seed 1", "state " + report.stateHash());
    }

    @Test
    void anUnknownScenarioIsNamedWithThoseThatThereAre() {
        StringWriter err = new StringWriter();
        int exit = Faultline.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "scenario", "crash");
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("'crash' is no scenario", "cascade, rejection, migration, faults");
    }
}
