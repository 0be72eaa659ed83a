package io.faultline.practice.crowd;

/**
 * How far the flow of takers has moved a venue's price from what the coin is worth: makers take it for news, and forget
 * it. A log price difference. Model 24.2 leaves this to the maker; without it a cascade would not outlast the next quote.
 */
final class Pressure {
    /** What 10 M USD move, beside what they take out of the book. */
    private static final double PER_USD = 8e-4 / 10e6;

    private static final double FORGETTING_SECONDS = 90;

    private final double perUsd;
    private double value;

    /** @param size of the venue, 1 for one with 2 bn USD of positions */
    Pressure(double size) {
        perUsd = PER_USD / size;
    }

    void traded(double signedUsd) {
        value += perUsd * signedUsd;
    }

    void pass(double seconds) {
        value *= Math.max(0, 1 - seconds / FORGETTING_SECONDS);
    }

    /** Moves towards what other venues feel. */
    void follow(double others, double share) {
        value += (others - value) * share;
    }

    double value() {
        return value;
    }
}
