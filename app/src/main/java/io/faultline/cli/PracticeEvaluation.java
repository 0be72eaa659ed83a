package io.faultline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.ledger.AddedR2;
import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.Scoreboard;
import io.faultline.practice.crowd.StylisedFacts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Scores the model on practice markets, whose positions are known: one a seed, side by side on all cores. */
final class PracticeEvaluation {
    private static final long HOUR_MILLIS = 3_600_000L;

    /** What is less than two days after the warm-up of history is not enough here either. */
    private static final long LEAST_MILLIS = AddedR2.LEAST_MILLIS - AddedR2.WARM_UP_MILLIS;

    private final PracticePlan plan;
    private final PrintWriter progress;

    /** @param progress is told of each market that is done */
    PracticeEvaluation(PracticePlan plan, PrintWriter progress) {
        this.plan = plan;
        this.progress = progress;
    }

    EvaluateReport run() throws InterruptedException {
        List<PracticeScore> scores = scores();
        List<FlowRecord> flows = new ArrayList<>();
        List<List<LedgerEntry>> entries = new ArrayList<>();
        List<StylisedFacts> facts = new ArrayList<>();
        EvaluateReport.Coverage coverage = new EvaluateReport.Coverage(0, 0, 0);
        for (PracticeScore score : scores) {
            flows.addAll(score.flows());
            entries.add(score.entries());
            facts.add(score.facts());
            coverage = coverage.plus(score.coverage());
        }
        boolean isLongEnough = plan.hours() * HOUR_MILLIS * plan.seeds().size() >= LEAST_MILLIS;
        return new EvaluateReport(
                EvaluateReport.Source.PRACTICE,
                settings(),
                title(),
                isLongEnough ? AddedR2.of(flows) : Map.of(),
                Optional.of(FlowCalibration.of(flows)),
                Optional.of(Scoreboard.ofMarkets(
                        entries, LedgerRule.standard("evaluate").distances())),
                scores,
                StylisedFacts.over(facts),
                coverage,
                List.of());
    }

    private JsonObject settings() {
        JsonObject json = new JsonObject();
        JsonArray seeds = new JsonArray();
        plan.seeds().forEach(seeds::add);
        json.add("seeds", seeds);
        json.addProperty("warmUpHours", plan.warmUpHours());
        json.addProperty("hours", plan.hours());
        json.addProperty("truthEveryHours", PracticePlan.TRUTH_HOURS);
        json.addProperty("stepSeconds", plan.parameters().stepSeconds());
        json.add("model", EvaluateJson.parameters(plan.parameters()));
        return json;
    }

    private List<String> title() {
        return List.of(
                "PRACTICE market, seeds " + plan.words() + ": " + plan.hours() + " h scored of each after "
                        + plan.warmUpHours() + " h of warm-up",
                "model steps of " + plan.parameters().stepSeconds() + " s, every liquidation reported, truth each "
                        + PracticePlan.TRUTH_HOURS + " h");
    }

    private List<PracticeScore> scores() throws InterruptedException {
        int threads = Math.min(plan.seeds().size(), Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<PracticeScore>> running = new ArrayList<>();
            for (long seed : plan.seeds()) {
                running.add(workers.submit(() -> told(PracticeTrial.run(seed, plan))));
            }
            List<PracticeScore> scores = new ArrayList<>();
            for (Future<PracticeScore> each : running) {
                scores.add(each.get());
            }
            return scores;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a practice market failed", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private PracticeScore told(PracticeScore score) {
        synchronized (progress) {
            progress.println(String.format(
                    Locale.ROOT,
                    "seed %d: model %.3f, scored in %.0f s",
                    score.seed(),
                    score.profiles().model(),
                    score.millis() / 1000.0));
            progress.flush();
        }
        return score;
    }
}
