package io.faultline.cli;

import com.google.gson.JsonObject;
import io.faultline.ledger.AddedR2;
import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.Scoreboard;
import io.faultline.practice.crowd.StylisedFacts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an evaluation found. What there was no evidence for is empty.
 *
 * @param settings what it was made with, so that it can be made again
 * @param title the same for people, a line or two
 * @param calibration of all records, whether or not there are enough to show
 * @param board what became of clusters, whether or not there were enough of them to show
 * @param markets scores against the truth, a seed each; of practice only
 * @param stylisedFacts over all seeds; of practice only
 * @param remarks what had to be done with the input, in words
 */
record EvaluateReport(
        Source source,
        JsonObject settings,
        List<String> title,
        Map<AddedR2.Outcome, AddedR2> addedR2,
        Optional<FlowCalibration> calibration,
        Optional<Scoreboard> board,
        List<PracticeScore> markets,
        List<StylisedFacts.Fact> stylisedFacts,
        Coverage coverage,
        List<String> remarks) {
    /** Where the market came from. */
    enum Source {
        PRACTICE,
        JOURNAL,
        HISTORY
    }

    /**
     * What was known.
     *
     * @param steps of the model, holes left out
     * @param withOpenInterest of which open interest was told
     * @param withLiquidations of which liquidations would have been told
     */
    record Coverage(long steps, long withOpenInterest, long withLiquidations) {
        Coverage plus(Coverage other) {
            return new Coverage(
                    steps + other.steps,
                    withOpenInterest + other.withOpenInterest,
                    withLiquidations + other.withLiquidations);
        }
    }

    EvaluateReport {
        EnumMap<AddedR2.Outcome, AddedR2> copy = new EnumMap<>(AddedR2.Outcome.class);
        copy.putAll(addedR2);
        addedR2 = copy;
        title = List.copyOf(title);
        markets = List.copyOf(markets);
        stylisedFacts = List.copyOf(stylisedFacts);
        remarks = List.copyOf(remarks);
    }
}
