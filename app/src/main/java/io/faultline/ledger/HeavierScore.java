package io.faultline.ledger;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Whether price goes to the heavier side first, model 20.
 *
 * @param heavierFirst hours in which the heavier side's cluster was touched first, of those in which one was
 * @param mirrored the same of the mirrored levels, where nothing stands: what the distances alone give
 * @param difference of the two, 90 % by blocks of a day
 */
public record HeavierScore(Proportion heavierFirst, Proportion mirrored, Estimate difference) {
    /** Fewer hours say nothing. */
    public static final int LEAST = 30;

    /** @param hours one market after the other, in order of time within each; those not known do not count */
    static HeavierScore of(List<HeavierFirst> hours) {
        int[] all = IntStream.range(0, hours.size()).toArray();
        Proportion real = share(hours, HeavierFirst::first, all);
        Proportion mirror = share(hours, HeavierFirst::mirrored, all);
        Interval interval = hours.isEmpty()
                ? Interval.UNKNOWN
                : BlockBootstrap.ofBlocks(Blocks.ofADay(hours))
                        .interval(
                                hours.size(),
                                indices -> share(hours, HeavierFirst::first, indices)
                                                .share()
                                        - share(hours, HeavierFirst::mirrored, indices)
                                                .share());
        return new HeavierScore(real, mirror, new Estimate(real.share() - mirror.share(), interval));
    }

    private static Proportion share(
            List<HeavierFirst> hours, Function<HeavierFirst, HeavierFirst.First> which, int[] indices) {
        int hits = 0;
        int trials = 0;
        for (int i : indices) {
            HeavierFirst hour = hours.get(i);
            if (which.apply(hour).isDecided()) {
                trials++;
                hits += hour.isHeavier(which.apply(hour)) ? 1 : 0;
            }
        }
        return new Proportion(hits, trials);
    }

    public boolean isShown() {
        return heavierFirst.trials() >= LEAST && mirrored.trials() >= LEAST;
    }
}
