package io.faultline.cli;

import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.LedgerEntry;
import io.faultline.practice.crowd.StylisedFacts;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one practice market gave, over its scored hours.
 *
 * @param profiles means over the looks at the truth; NaN without any
 * @param level the model's total over the truth's, in the range that is scored
 * @param millis how long it took
 */
record PracticeScore(
        long seed,
        Profiles profiles,
        double level,
        List<FlowRecord> flows,
        List<LedgerEntry> entries,
        StylisedFacts facts,
        EvaluateReport.Coverage coverage,
        long millis) {
    /** Likeness to the truth, model 24.5. */
    record Profiles(double model, double coinglassLike, double volumeOnly, double oracle) {}

    /** Over the markets for which there is a figure. */
    static Profiles mean(List<PracticeScore> markets) {
        return new Profiles(
                mean(markets, Profiles::model),
                mean(markets, Profiles::coinglassLike),
                mean(markets, Profiles::volumeOnly),
                mean(markets, Profiles::oracle));
    }

    private static double mean(List<PracticeScore> markets, ToDoubleFunction<Profiles> figure) {
        return markets.stream()
                .map(PracticeScore::profiles)
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    PracticeScore {
        flows = List.copyOf(flows);
        entries = List.copyOf(entries);
    }
}
