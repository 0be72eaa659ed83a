package io.faultline.desk;

import io.faultline.signal.RollingQuantile;
import io.faultline.signal.UsualImpact;
import java.util.Arrays;

/**
 * What takers of all venues buy more than they sell: of the last ten seconds, how much of that is much, and how far price
 * usually goes for it.
 */
final class FlowMeter {
    private static final int STRETCH_SECONDS = 10;
    private static final long STRETCH = STRETCH_SECONDS * 1_000L;
    private static final long DAY = 86_400_000L;
    private static final double HEAVY = 0.95;

    /** Stretches that must have been seen before anything is called usual: an hour. */
    private static final int LEAST_STRETCHES = 360;

    private final double[] nets = new double[STRETCH_SECONDS];
    private final RollingQuantile sizes = new RollingQuantile(DAY, STRETCH);
    private final UsualImpact impact = new UsualImpact();
    private long second = Long.MIN_VALUE;
    private long stretch = Long.MIN_VALUE;
    private double stretchNet;
    private double stretchMid = Double.NaN;
    private double forming;

    /** Takes a trade. */
    void trade(double boughtUsd, double soldUsd) {
        forming += boughtUsd - soldUsd;
        stretchNet += boughtUsd - soldUsd;
    }

    /**
     * Time has come this far.
     *
     * @param mid NaN if no book is in step
     */
    void advance(long millis, double mid) {
        long now = Math.floorDiv(millis, 1_000L);
        if (second == Long.MIN_VALUE || now < second || now - second > STRETCH_SECONDS) {
            Arrays.fill(nets, 0);
        } else {
            for (long each = second + 1; each <= now; each++) {
                nets[(int) Math.floorMod(each, (long) STRETCH_SECONDS)] = 0;
            }
        }
        second = now;
        nets[(int) Math.floorMod(now, (long) STRETCH_SECONDS)] += forming;
        forming = 0;
        advanceStretch(millis, mid);
    }

    private void advanceStretch(long millis, double mid) {
        long now = Math.floorDiv(millis, STRETCH);
        if (now == stretch) {
            return;
        }
        if (now == stretch + 1) {
            sizes.add(millis, Math.abs(stretchNet));
            if (mid > 0 && stretchMid > 0) {
                impact.observe(millis, (mid / stretchMid - 1) * 1e4, stretchNet);
            }
        }
        stretch = now;
        stretchNet = 0;
        stretchMid = mid;
    }

    /** Bought less sold over the last ten seconds, USD. */
    double net10s() {
        double net = 0;
        for (double each : nets) {
            net += each;
        }
        return net;
    }

    /** What 95 % of the last day's ten seconds stay below, of either sign; 0 before an hour was seen. */
    double heavy10s() {
        return sizes.count() >= LEAST_STRETCHES ? sizes.quantile(HEAVY).orElse(0) : 0;
    }

    /** 0 before anything was seen. */
    double usualBpsPerMillionUsd() {
        return impact.bpsPerMillionUsd();
    }

    void digest(StateDigest digest) {
        digest.add(net10s());
        digest.add(heavy10s());
        digest.add(usualBpsPerMillionUsd());
    }
}
