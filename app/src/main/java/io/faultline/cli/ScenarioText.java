package io.faultline.cli;

import com.google.gson.JsonElement;
import java.util.Locale;
import java.util.Map;

/** A {@link ScenarioReport} for people. */
final class ScenarioText {
    private static final double MILLION = 1e6;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private ScenarioText() {}

    static String of(ScenarioReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.scenario()).append(", seed ").append(report.seed()).append('\n');
        for (ScenarioReport.Entry entry : report.timeline()) {
            text.append(Times.iso(entry.nanos()))
                    .append("  ")
                    .append(String.format(Locale.ROOT, "%-10s %-4s", entry.kind(), entry.cluster()));
            for (Map.Entry<String, JsonElement> field : entry.detail().entrySet()) {
                if (!field.getValue().isJsonNull()) {
                    text.append("  ")
                            .append(field.getKey())
                            .append(' ')
                            .append(field.getValue().getAsString());
                }
            }
            text.append('\n');
        }
        ScenarioReport.Truth truth = report.truth();
        text.append(String.format(
                Locale.ROOT,
                "swept %.1f M USD, of which %.1f M were reported%n",
                truth.sweptUsd() / MILLION,
                truth.reportedUsd() / MILLION));
        for (ScenarioReport.Entered entered : report.receipts()) {
            text.append(String.format(
                    Locale.ROOT,
                    "ledger: %s entered %s, path %s, %.1f M at risk, %.1f M expected, %.1f M reported, %.1f M in truth%n",
                    entered.receipt().name(),
                    Times.iso(entered.receipt().atMillis() * NANOS_PER_MILLI),
                    entered.receipt().path().state().name().toLowerCase(Locale.ROOT),
                    entered.receipt().massUsd() / MILLION,
                    entered.receipt().expectedUsd() / MILLION,
                    entered.receipt().reportedUsd() / MILLION,
                    entered.filledUsd() / MILLION));
        }
        text.append(String.format(
                Locale.ROOT,
                "alarms: %d stages fired, %d crossed in truth, %d missed, %d doubled%n",
                report.alarms().size(),
                truth.crossings().size(),
                report.missed(),
                report.doubled()));
        truth.crossings()
                .forEach(crossing -> text.append("  in truth ")
                        .append(Times.iso(crossing.nanos()))
                        .append(' ')
                        .append(crossing.stage().name().toLowerCase(Locale.ROOT))
                        .append('\n'));
        text.append("books compared ")
                .append(truth.compared())
                .append(" times, different ")
                .append(truth.different())
                .append(" times\n");
        return text.append("state ").append(report.stateHash()).toString();
    }
}
