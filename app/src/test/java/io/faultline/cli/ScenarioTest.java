package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.alarm.Signal;
import io.faultline.alarm.StageEvent;
import io.faultline.practice.MarketScript;
import io.faultline.signal.PathState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
        ScenarioReport report = ScenarioRun.of(MarketScript.Name.FAULTS, 2, Duration.ofMinutes(7), 1, scratch, null);
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
    void aCascadeIsAnnouncedToldInThreeStagesAndWrittenDown(@TempDir Path scratch) throws IOException {
        ScenarioReport report = ScenarioRun.of(MarketScript.Name.CASCADE, 101, Duration.ofHours(1), 2, scratch, null);
        List<ScenarioReport.Fired> alarms = report.alarms();

        assertThat(alarms)
                .extracting(ScenarioReport.Fired::stage)
                .containsExactly(Signal.PERIMETER, Signal.ENTRY, Signal.CASCADE);
        assertThat(alarms).isSortedAccordingTo(Comparator.comparingLong(ScenarioReport.Fired::nanos));
        assertThat(alarms).noneMatch(ScenarioReport.Fired::silent);
        assertThat(report.truth().crossings()).hasSameSizeAs(alarms);
        assertThat(report.missed()).isZero();
        assertThat(report.doubled()).isZero();

        String armed = alarms.get(0).cluster();
        long entry = alarms.get(1).nanos();
        assertThat(report.timeline())
                .as("the set-up before it")
                .anyMatch(line -> line.kind().equals("setup")
                        && line.nanos() < alarms.get(0).nanos()
                        && says(line, "side", "long")
                        && says(line, "state", "set"));
        assertThat(paths(report, armed).indexOf("hollow"))
                .as("the wall is there, and then it is not")
                .isGreaterThan(paths(report, armed).indexOf("defended"))
                .isNotNegative();
        for (String kind : List.of("absorption", "exhaustion")) {
            assertThat(report.timeline()).as(kind).anyMatch(line -> line.kind().equals(kind) && line.nanos() > entry);
        }

        ScenarioReport.Entered written = report.receipts().stream()
                .filter(each -> each.receipt().name().equals(armed))
                .findFirst()
                .orElseThrow();
        assertThat(written.receipt().atMillis()).isCloseTo(entry / 1_000_000, within(3_000L));
        assertThat(written.receipt().path().state()).isEqualTo(PathState.HOLLOW);
        assertThat(written.receipt().throughMillis()).isPositive();
        assertThat(written.receipt().reportedUsd())
                .as("venues tell no more than there was, and not all of it")
                .isBetween(0.4 * written.filledUsd(), 1.001 * written.filledUsd());
        assertThat(report.truth().different()).isZero();
        assertThat(ScenarioText.of(report)).contains("cascade, seed 101", "state " + report.stateHash());
    }

    private static boolean says(ScenarioReport.Entry line, String field, String value) {
        return line.detail().get(field).getAsString().equals(value);
    }

    private static List<String> paths(ScenarioReport report, String cluster) {
        return report.timeline().stream()
                .filter(line -> line.kind().equals("path") && line.cluster().equals(cluster))
                .map(line -> line.detail().get("state").getAsString())
                .toList();
    }

    @Test
    void anAlarmFollowsAClusterThatMovesAndSaysThatItIsGone(@TempDir Path scratch) throws IOException {
        ScenarioReport report =
                ScenarioRun.of(MarketScript.Name.MIGRATION, 101, Duration.ofHours(1), 10, scratch, null);

        assertThat(alarmEvents(report))
                .startsWith("armed", "seen")
                .contains("followed")
                .endsWith("withdrawn", "dissolved");
        assertThat(report.alarms())
                .extracting(ScenarioReport.Fired::stage, ScenarioReport.Fired::cause)
                .containsExactly(tuple(Signal.PERIMETER, StageEvent.Cause.MIGRATION));
        assertThat(report.timeline())
                .anyMatch(line -> line.kind().equals("cluster")
                        && line.cluster().equals(report.alarms().get(0).cluster())
                        && says(line, "event", "migrated"));
        assertThat(report.missed() + report.doubled()).isZero();
    }

    private static List<String> alarmEvents(ScenarioReport report) {
        return report.timeline().stream()
                .filter(line -> line.kind().equals("alarm"))
                .map(line -> line.detail().get("event").getAsString())
                .toList();
    }

    @Test
    void anUnknownScenarioIsNamedWithThoseThatThereAre() {
        StringWriter err = new StringWriter();
        int exit = Faultline.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "scenario", "crash");
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("'crash' is no scenario", "cascade, rejection, migration, faults");
    }
}
