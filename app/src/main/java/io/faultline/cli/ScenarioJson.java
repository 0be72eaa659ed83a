package io.faultline.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A {@link ScenarioReport} as JSON; the keys are a contract with whoever reads them. */
final class ScenarioJson {
    private static final Gson PRINTER =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

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
        JsonObject truth = new JsonObject();
        truth.addProperty("sweptUsd", report.truth().sweptUsd());
        truth.addProperty("reportedUsd", report.truth().reportedUsd());
        JsonObject books = new JsonObject();
        books.addProperty("compared", report.truth().compared());
        books.addProperty("different", report.truth().different());
        truth.add("books", books);
        json.add("truth", truth);
        json.addProperty("stateHash", report.stateHash());
        return PRINTER.toJson(json);
    }
}
