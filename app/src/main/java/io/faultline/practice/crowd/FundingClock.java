package io.faultline.practice.crowd;

/**
 * When a venue settles funding and at which rate: the mean premium since the last settlement, and what interest is
 * above it but at most .05 % either way, for 8 h; a venue that settles more often takes its part of that (model 24.2).
 */
final class FundingClock {
    private static final double INTEREST = .0001;
    private static final double CLAMP = .0005;
    private static final double HOUR_MILLIS = 3_600_000;
    private static final int HOURS = 8;

    private final long everyMillis;
    private long next;
    private double premiums;
    private long samples;
    private double rate;

    FundingClock(int hours, long millis) {
        everyMillis = (long) (hours * HOUR_MILLIS);
        next = (millis / everyMillis + 1) * everyMillis;
    }

    /** @param premium share by which the contract trades above its index */
    void sample(double premium) {
        premiums += premium;
        samples++;
    }

    boolean isDue(long millis) {
        return millis >= next;
    }

    /** Ends the interval: what was predicted is the rate now. */
    double settle() {
        rate = predicted();
        premiums = 0;
        samples = 0;
        next += everyMillis;
        return rate;
    }

    /** Share of the notional that longs paid to shorts at the latest settlement. */
    double rate() {
        return rate;
    }

    double predicted() {
        double premium = samples == 0 ? 0 : premiums / samples;
        double beside = Math.max(-CLAMP, Math.min(CLAMP, INTEREST - premium));
        return (premium + beside) * everyMillis / (HOURS * HOUR_MILLIS);
    }

    long nextMillis() {
        return next;
    }
}
