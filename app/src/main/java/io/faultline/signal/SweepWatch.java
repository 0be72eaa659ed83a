package io.faultline.signal;

import java.util.Arrays;

/**
 * Follows the book and the forced flow from the moment a cluster is entered. Takes a sample a second; a label on the
 * tape, and no signal. One thread.
 */
public final class SweepWatch {
    private static final long RATE_MILLIS = 5_000;

    private final double usualBpsPerMillionUsd;
    private final long startMillis;
    private final double startMid;
    private final RefillMeter refill = new RefillMeter();
    private double[] rates = new double[16];
    private double forcedUsd;
    private double mid;
    private long millis;

    /**
     * Begins at the entry.
     *
     * @param usualBpsPerMillionUsd {@link UsualImpact}, 0 if not known
     */
    public SweepWatch(long startMillis, double startMid, double usualBpsPerMillionUsd) {
        this.startMillis = startMillis;
        this.startMid = startMid;
        this.usualBpsPerMillionUsd = usualBpsPerMillionUsd;
        this.millis = startMillis;
        this.mid = startMid;
    }

    /** Takes a sample; one no newer than the last is ignored. */
    public void observe(SweepSample sample) {
        if (sample.millis() <= millis) {
            return;
        }
        millis = sample.millis();
        mid = sample.mid();
        forcedUsd += sample.forcedUsd();
        int rate = Math.toIntExact(Math.min(Integer.MAX_VALUE / 2, (millis - startMillis - 1) / RATE_MILLIS));
        if (rate >= rates.length) {
            rates = Arrays.copyOf(rates, Math.max(rate + 1, 2 * rates.length));
        }
        rates[rate] += sample.forcedUsd();
        refill.observe(millis, mid, sample.depth(), sample.traded());
    }

    /** The books read are others than before: what they hold more or less is no answer to the flow. */
    public void booksChanged() {
        refill.forget();
    }

    /** Whether the book has taken the flow so far. */
    public Absorption absorption() {
        return Absorption.of(
                forcedUsd,
                (mid - startMid) / startMid * 1e4,
                refill.refillUsd(),
                refill.eatenUsd(),
                usualBpsPerMillionUsd);
    }

    /** Flow of the last whole stretch of five seconds over its peak; NaN before one is over, or without any flow. */
    public double rateShare() {
        int whole = wholeStretches();
        double peak = 0;
        for (int i = 0; i < whole; i++) {
            peak = Math.max(peak, rates[i]);
        }
        return peak > 0 ? rates[whole - 1] / peak : Double.NaN;
    }

    private int wholeStretches() {
        return (int) Math.min(rates.length, (millis - startMillis) / RATE_MILLIS);
    }

    /** Whether the flow has run out, by its volume in whole stretches of five seconds. */
    public boolean exhausted() {
        return Exhaustion.reached(Arrays.copyOf(rates, wholeStretches()));
    }

    /** Forced volume since the entry, USD. */
    public double forcedUsd() {
        return forcedUsd;
    }
}
