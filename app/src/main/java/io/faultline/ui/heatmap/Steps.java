package io.faultline.ui.heatmap;

/** Round distances between the labels of the axes. */
final class Steps {
    /** Labels of prices stand about this many pixels apart: 60 to 90 where round numbers allow. */
    private static final double PRICE_PIXELS = 75;

    private static final double TIME_PIXELS = 78;
    private static final double[] MANTISSAS = {1, 2, 2.5, 5, 10};
    private static final long[] SECONDS = {
        1,
        2,
        5,
        10,
        15,
        30,
        60,
        120,
        300,
        600,
        900,
        1800,
        3600,
        7200,
        14_400,
        43_200,
        86_400,
        2 * 86_400,
        3 * 86_400,
        7 * 86_400
    };

    private static final long[] SPANS = {
        60, 120, 300, 900, 1800, 3600, 4 * 3600, 12 * 3600, 24 * 3600, 3 * 86_400, 7 * 86_400, 30 * 86_400
    };

    private Steps() {}

    /** The round step whose labels stand nearest to the wanted distance. */
    static double price(double pricePerPixel, double tick) {
        double wanted = pricePerPixel * PRICE_PIXELS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double best = power;
        for (double mantissa : MANTISSAS) {
            double step = mantissa * power;
            boolean nearer = Math.abs(Math.log(step / wanted)) < Math.abs(Math.log(best / wanted));
            if (nearer && Math.abs(step / tick - Math.rint(step / tick)) < 1e-6) {
                best = step;
            }
        }
        return Math.max(best, tick);
    }

    /** The smallest round step that keeps labels apart, seconds. */
    static double seconds(double secondsPerPixel) {
        for (long step : SECONDS) {
            if (step / secondsPerPixel >= TIME_PIXELS) {
                return step;
            }
        }
        return SECONDS[SECONDS.length - 1];
    }

    /** The next longer round stretch of time, or with −1 the next shorter, nanoseconds: from a minute to the longest window. */
    static long span(long nanos, int steps) {
        int at = 0;
        while (at < SPANS.length - 1 && SPANS[at] * 1_000_000_000L < nanos) {
            at++;
        }
        boolean between = SPANS[at] * 1_000_000_000L != nanos;
        int wanted = between && steps > 0 ? at : at + steps;
        return SPANS[Math.max(0, Math.min(SPANS.length - 1, wanted))] * 1_000_000_000L;
    }

    /** Length of the bars to draw: the shortest that is at least {@code pixels} wide, nanoseconds. */
    static long bar(double nanosPerPixel, double pixels) {
        long[] lengths = {1, 5, 15, 60, 300, 900, 3600, 14_400, 28_800, 86_400};
        for (long seconds : lengths) {
            if (seconds * 1e9 / nanosPerPixel >= pixels) {
                return seconds * 1_000_000_000L;
            }
        }
        return lengths[lengths.length - 1] * 1_000_000_000L;
    }
}
