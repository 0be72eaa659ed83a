package io.faultline.practice;

/** Smooth chance that can be asked for at any time: the same seed and time give the same value. */
final class Noise {
    private static final double UNIT = 0x1.0p-53;

    private final long seed;

    Noise(long seed) {
        this.seed = mix(seed);
    }

    /** Between −1 and 1, smooth over {@code periodMillis}. */
    double at(long millis, long periodMillis) {
        long cell = Math.floorDiv(millis, periodMillis);
        double within = Math.floorMod(millis, periodMillis) / (double) periodMillis;
        double blend = within * within * (3 - 2 * within);
        double from = point(cell, periodMillis);
        return from + (point(cell + 1, periodMillis) - from) * blend;
    }

    private double point(long cell, long period) {
        return (mix(seed ^ cell * 0x9e3779b97f4a7c15L ^ period) >>> 11) * UNIT * 2 - 1;
    }

    /** Spreads the bits, as SplittableRandom does. */
    static long mix(long value) {
        long bits = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }
}
