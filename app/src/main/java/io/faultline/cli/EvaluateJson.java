package io.faultline.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.ledger.AddedR2;
import io.faultline.ledger.Estimate;
import io.faultline.ledger.FlowCalibration;
import io.faultline.liquidation.Kernel;
import io.faultline.liquidation.ModelParameters;
import io.faultline.liquidation.Tier;
import io.faultline.practice.crowd.StylisedFacts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An {@link EvaluateReport} as JSON; the keys are a contract. What is not known is not there, and never zero. */
final class EvaluateJson {
    private static final Gson PRINTER =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private EvaluateJson() {}

    static String of(EvaluateReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("source", report.source().name().toLowerCase(Locale.ROOT));
        json.add("settings", report.settings());
        if (report.markets().stream()
                .anyMatch(market -> !Double.isNaN(market.profiles().model()))) {
            json.add("score", score(report.markets()));
        }
        if (!report.addedR2().isEmpty()) {
            json.add("addedR2", addedR2(report.addedR2()));
        }
        report.calibration().filter(FlowCalibration::isShown).ifPresent(calibration -> {
            json.add("reliability", reliability(calibration));
            json.add("calibration", calibration(calibration));
        });
        if (!report.stylisedFacts().isEmpty()) {
            JsonArray facts = new JsonArray();
            report.stylisedFacts().forEach(fact -> facts.add(fact(fact)));
            json.add("stylisedFacts", facts);
        }
        report.board().ifPresent(board -> BoardJson.add(json, board));
        JsonObject coverage = new JsonObject();
        coverage.addProperty("steps", report.coverage().steps());
        coverage.addProperty("withOpenInterest", report.coverage().withOpenInterest());
        coverage.addProperty("withLiquidations", report.coverage().withLiquidations());
        json.add("coverage", coverage);
        return PRINTER.toJson(json);
    }

    private static JsonObject score(List<PracticeScore> markets) {
        JsonObject json = new JsonObject();
        json.addProperty("metric", "log-correlation of modelled and true mass by price bin");
        JsonArray seeds = new JsonArray();
        for (PracticeScore market : markets) {
            JsonObject seed = profiles(market.profiles());
            FlowCalibration flows = FlowCalibration.of(market.flows());
            number(seed, "level", market.level());
            number(seed, "ratio", flows.ratio());
            number(seed, "bandCoverage", flows.inBand().share());
            JsonObject named = new JsonObject();
            named.addProperty("seed", market.seed());
            seed.entrySet().forEach(entry -> named.add(entry.getKey(), entry.getValue()));
            seeds.add(named);
        }
        json.add("perSeed", seeds);
        json.add("mean", profiles(PracticeScore.mean(markets)));
        return json;
    }

    private static JsonObject profiles(PracticeScore.Profiles profiles) {
        JsonObject json = new JsonObject();
        number(json, "model", profiles.model());
        number(json, "coinglassLike", profiles.coinglassLike());
        number(json, "volumeOnly", profiles.volumeOnly());
        number(json, "oracle", profiles.oracle());
        return json;
    }

    /** A fact of which too little was seen has no value, and is not met. */
    private static JsonObject fact(StylisedFacts.Fact fact) {
        JsonObject json = new JsonObject();
        json.addProperty("fact", fact.fact());
        number(json, "value", fact.value());
        json.addProperty("accept", fact.accept());
        json.addProperty("ok", fact.ok());
        return json;
    }

    private static JsonObject addedR2(Map<AddedR2.Outcome, AddedR2> results) {
        JsonObject json = new JsonObject();
        results.forEach((outcome, result) -> {
            JsonObject figures = new JsonObject();
            figures.addProperty("controls", result.controls());
            result.added().forEach((signal, gain) -> {
                JsonObject figure = estimate(gain.r2());
                figure.addProperty("shown", gain.isShown());
                figures.add(key(signal), figure);
            });
            json.add(outcome.name().toLowerCase(Locale.ROOT), figures);
        });
        return json;
    }

    private static String key(AddedR2.Signal signal) {
        return switch (signal) {
            case MODEL -> "model";
            case COINGLASS -> "coinglassLike";
            case COINGLASS_VOLUME -> "coinglassVolume";
            case OPEN_INTEREST_CHANGE -> "openInterestChange";
        };
    }

    private static JsonArray reliability(FlowCalibration calibration) {
        JsonArray rows = new JsonArray();
        for (FlowCalibration.Row row : calibration.rows()) {
            JsonObject json = new JsonObject();
            json.addProperty("predictedUsd", row.predictedUsd());
            json.addProperty("reportedUsd", row.reportedUsd());
            json.addProperty("low80", row.band80().low());
            json.addProperty("high80", row.band80().high());
            json.addProperty("n", row.count());
            rows.add(json);
        }
        return rows;
    }

    private static JsonObject calibration(FlowCalibration calibration) {
        JsonObject json = new JsonObject();
        number(json, "ratio", calibration.ratio());
        number(json, "bandCoverage", calibration.inBand().share());
        json.addProperty("n", calibration.inBand().trials());
        return json;
    }

    static JsonObject estimate(Estimate estimate) {
        JsonObject json = new JsonObject();
        number(json, "value", estimate.value());
        number(json, "low", estimate.interval().low());
        number(json, "high", estimate.interval().high());
        return json;
    }

    static void number(JsonObject json, String key, double value) {
        if (Double.isFinite(value)) {
            json.addProperty(key, value);
        }
    }

    /** What the model was set to, by the names of model 9. */
    static JsonObject parameters(ModelParameters parameters) {
        JsonObject json = new JsonObject();
        JsonArray weights = new JsonArray();
        for (Tier tier : Tier.values()) {
            weights.add(parameters.weights().of(tier));
        }
        json.add("tierWeights", weights);
        json.addProperty("spreadOfDistances", parameters.kernel().equals(Kernel.SPREAD));
        json.addProperty("churnShare", parameters.churnShare());
        json.addProperty("takerWeight", parameters.takerWeight());
        json.addProperty("makerWeight", parameters.makerWeight());
        json.addProperty("halfLifeHours", parameters.halfLifeHours());
        json.addProperty("holdExponent", parameters.holdExponent());
        json.addProperty("closeExponent", parameters.closeExponent());
        return json;
    }
}
