package io.faultline.cli;

import io.faultline.liquidation.ModelParameters;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is scored on the practice market.
 *
 * @param seeds of the markets, at least one, each once
 * @param warmUpHours from the start of a market, which has no positions then, until it is scored
 * @param hours scored of each
 */
record PracticePlan(List<Long> seeds, int warmUpHours, int hours, ModelParameters parameters) {
    /** What the bars of model 24.5 are asked of. */
    static final int WARM_UP_HOURS = 48;

    /** How far apart the truth is looked at, model 24.3. */
    static final int TRUTH_HOURS = 2;

    PracticePlan {
        seeds = List.copyOf(seeds);
    }

    /** The seeds in words: {@code 1 to 10} where they follow each other. */
    String words() {
        long first = seeds.get(0);
        long last = seeds.get(seeds.size() - 1);
        return seeds.size() > 2 && last - first == seeds.size() - 1
                ? first + " to " + last
                : seeds.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
