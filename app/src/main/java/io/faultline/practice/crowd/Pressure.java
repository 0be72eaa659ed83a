package io.faultline.practice.crowd;

/**
 * How far the flow of takers has moved a venue's price from what the coin is worth: makers take it for news, and forget
 * it. A log price difference. Left open by the model, where 10 M USD move the price by .1 to .3 %: here by .2 % at once, out
 * of the book, and .14 % for a while, without which a cascade would not outlast the next quote.
 */
final class Pressure {
    /** What 10 M USD move, beside what they take out of the book. */
    private static final double PER_USD = 14e-4 / 10e6;

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
