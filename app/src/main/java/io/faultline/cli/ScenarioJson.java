package io.faultline.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.ledger.Receipt;
import java.math.BigDecimal;
import java.util.Locale;

/** A {@link ScenarioReport} as JSON; the keys are a contract with whoever reads them. */
final class ScenarioJson {
    private static final Gson PRINTER =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private static final long NANOS_PER_MILLI = 1_000_000;

    private ScenarioJson() {}

    static String of(ScenarioReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("scenario", report.scenario());
        json.addProperty("seed", report.seed());
        JsonArray timeline = new JsonArray();
        for (ScenarioReport.Entry entry : report.timeline()) {
            JsonObject line = new JsonObject();
            line.addProperty("t", Times.iso(entry.nanos()));
            line.addProperty("kind", entry.kind());
            line.addProperty("cluster", entry.cluster());
            line.add("detail", entry.detail());
            timeline.add(line);
        }
        json.add("timeline", timeline);
        JsonArray alarms = new JsonArray();
        report.alarms().forEach(fired -> alarms.add(fired(fired)));
        json.add("alarms", alarms);
        JsonArray receipts = new JsonArray();
        report.receipts().forEach(entered -> receipts.add(receipt(entered)));
        json.add("receipts", receipts);
        JsonObject truth = new JsonObject();
        truth.addProperty("sweptUsd", report.truth().sweptUsd());
        truth.addProperty("reportedUsd", report.truth().reportedUsd());
        JsonArray crossings = new JsonArray();
        for (AlarmCrossings.Crossing crossing : report.truth().crossings()) {
            JsonObject one = new JsonObject();
            one.addProperty("stage", crossing.stage().name());
            one.addProperty("t", Times.iso(crossing.nanos()));
            crossings.add(one);
        }
        truth.add("alarmCrossings", crossings);
        JsonObject books = new JsonObject();
        books.addProperty("compared", report.truth().compared());
        books.addProperty("different", report.truth().different());
        truth.add("books", books);
        json.add("truth", truth);
        json.addProperty("missed", report.missed());
        json.addProperty("doubled", report.doubled());
        json.addProperty("stateHash", report.stateHash());
        return PRINTER.toJson(json);
    }

    private static JsonObject receipt(ScenarioReport.Entered entered) {
        Receipt receipt = entered.receipt();
        JsonObject json = new JsonObject();
        json.addProperty("cluster", receipt.name());
        json.addProperty("t", Times.iso(receipt.atMillis() * NANOS_PER_MILLI));
        json.addProperty("path", receipt.path().state().name().toLowerCase(Locale.ROOT));
        json.addProperty("atRiskUsd", receipt.massUsd());
        json.addProperty("expectedUsd", receipt.expectedUsd());
        if (receipt.isReportKnown()) {
            json.addProperty("reportedUsd", receipt.reportedUsd());
        }
        json.addProperty("filledUsd", entered.filledUsd());
        json.addProperty("through", receipt.throughMillis() > 0);
        json.addProperty("turned", receipt.turnedMillis() > 0);
        return json;
    }

    private static JsonObject fired(ScenarioReport.Fired fired) {
        JsonObject json = new JsonObject();
        json.addProperty("stage", fired.stage().name());
        json.addProperty("t", Times.iso(fired.nanos()));
        json.addProperty(
                "price", BigDecimal.valueOf(fired.price()).stripTrailingZeros().toPlainString());
        json.addProperty("cause", fired.cause().name());
        json.addProperty("cluster", fired.cluster());
        json.addProperty("silent", fired.silent());
        return json;
    }
}
