package io.faultline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.ledger.BandClaim;
import io.faultline.ledger.FundingScore;
import io.faultline.ledger.Horizon;
import io.faultline.ledger.Interval;
import io.faultline.ledger.Quartiles;
import io.faultline.ledger.ReachRow;
import io.faultline.ledger.Scoreboard;
import io.faultline.ledger.SweepScores;
import io.faultline.signal.SizeBand;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of an evaluation that is about clusters, as JSON. */
final class BoardJson {
    private static final String ALL = "all";

    private BoardJson() {}

    /** Adds what there is evidence for. */
    static void add(JsonObject json, Scoreboard board) {
        Quartiles fired = board.sweeps().firedShare();
        if (fired.isShown()) {
            JsonObject share = new JsonObject();
            share.addProperty("median", fired.median());
            share.addProperty("q1", fired.q1());
            share.addProperty("q3", fired.q3());
            share.addProperty("n", fired.n());
            json.add("firedShare", share);
        }
        if (!board.funding().isEmpty()) {
            JsonArray rules = new JsonArray();
            board.funding().forEach(score -> rules.add(funding(score)));
            json.add("funding", rules);
        }
        JsonArray sizes = new JsonArray();
        board.sweeps().bySize().forEach((band, effect) -> {
            if (effect.absorbed().trials() >= BandClaim.LEAST) {
                sizes.add(size(band, effect));
            }
        });
        if (!sizes.isEmpty()) {
            json.add("sizes", sizes);
        }
        JsonArray claims = new JsonArray();
        FieldClaims.of(board).forEach(claim -> claim(claim).ifPresent(claims::add));
        if (!claims.isEmpty()) {
            json.add("claims", claims);
        }
        if (!board.reach().rows().isEmpty()) {
            JsonArray rows = new JsonArray();
            board.reach().rows().forEach(row -> rows.add(reach(row)));
            json.add("reach", rows);
        }
    }

    private static Optional<JsonObject> claim(FieldClaims.Claim claim) {
        return Optional.ofNullable(claim.measured()).map(measured -> {
            JsonObject json = new JsonObject();
            json.addProperty("claim", claim.key());
            json.addProperty("field", claim.field());
            json.addProperty("measured", measured.value());
            interval(json, "", measured.interval());
            json.addProperty("n", claim.n());
            claim.holds().ifPresent(holds -> json.addProperty("agrees", holds));
            return json;
        });
    }

    private static JsonObject size(SizeBand band, SweepScores.Effect effect) {
        JsonObject json = new JsonObject();
        json.addProperty("sizeBand", word(band));
        json.addProperty("field", BandClaim.of(band));
        json.addProperty("medianReturn", effect.medianReturn());
        json.addProperty("absorbed", effect.absorbed().share());
        interval(json, "", effect.absorbed().wilson80());
        json.addProperty("n", effect.absorbed().trials());
        return json;
    }

    private static JsonObject funding(FundingScore score) {
        JsonObject json = new JsonObject();
        json.addProperty("rule", score.rule().name().toLowerCase(Locale.ROOT));
        json.addProperty("agree", score.agree().share());
        json.addProperty("contradict", score.contradict().share());
        json.addProperty("difference", score.difference().value());
        interval(json, "", score.difference().interval());
        json.addProperty("shown", score.difference().interval().excludesZero());
        json.addProperty("n", score.agree().trials() + score.contradict().trials());
        return json;
    }

    private static JsonObject reach(ReachRow row) {
        JsonObject json = new JsonObject();
        json.addProperty("path", word(row.path()));
        json.addProperty("band", word(row.band()));
        json.addProperty("sizeBand", word(row.size()));
        json.addProperty("seen", row.touched().trials());
        json.addProperty("touched", row.touched().hits());
        json.addProperty("reversed", row.reversed());
        json.addProperty("reached", row.through());
        row.byHorizon().forEach((horizon, comparison) -> {
            String suffix = horizon == Horizon.H24 ? "" : "4h";
            json.addProperty("rate" + suffix, comparison.touched().share());
            interval(json, suffix, comparison.touched().wilson80());
            EvaluateJson.number(json, "randomLevelRate" + suffix, comparison.randomLevel());
            JsonObject over = EvaluateJson.estimate(comparison.overRandom());
            over.addProperty("shown", comparison.isShown());
            json.add("overRandom" + suffix, over);
            EvaluateJson.number(json, "recentRangeRate" + suffix, comparison.recentRange());
        });
        return json;
    }

    private static void interval(JsonObject json, String suffix, Interval interval) {
        EvaluateJson.number(json, "low" + suffix, interval.low());
        EvaluateJson.number(json, "high" + suffix, interval.high());
    }

    private static String word(@Nullable Enum<?> constant) {
        return constant == null ? ALL : constant.name().toLowerCase(Locale.ROOT);
    }
}
