package io.faultline.signal;

/** Whether the forced flow has run out: after its peak it has stayed at a fifth of it or less for three samples. */
public final class Exhaustion {
    private static final double SHARE = 0.2;
    private static final int SAMPLES = 3;

    private Exhaustion() {}

    /** Of forced volume a sample of equal length, oldest first. */
    public static boolean reached(double[] rates) {
        int peak = 0;
        for (int i = 1; i < rates.length; i++) {
            peak = rates[i] > rates[peak] ? i : peak;
        }
        if (rates.length - 1 - peak < SAMPLES || !(rates[peak] > 0)) {
            return false;
        }
        for (int i = rates.length - SAMPLES; i < rates.length; i++) {
            if (rates[i] > SHARE * rates[peak]) {
                return false;
            }
        }
        return true;
    }
}
