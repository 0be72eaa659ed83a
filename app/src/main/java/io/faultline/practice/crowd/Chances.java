package io.faultline.practice.crowd;

import java.util.SplittableRandom;

/** The random numbers of a market, a stream for each concern, split off its seed in this order (model 24.1). */
record Chances(
        Chance fundamental,
        Chance volatility,
        Chance arrivals,
        Chance sides,
        Chance leverage,
        Chance sizes,
        Chance exits,
        Chance hedgers,
        Chance makers,
        Chance churn,
        Chance feedNoise) {

    static Chances of(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        return new Chances(
                next(root),
                next(root),
                next(root),
                next(root),
                next(root),
                next(root),
                next(root),
                next(root),
                next(root),
                next(root),
                next(root));
    }

    private static Chance next(SplittableRandom root) {
        return new Chance(root.split());
    }
}
