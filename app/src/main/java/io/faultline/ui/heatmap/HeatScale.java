package io.faultline.ui.heatmap;

/**
 * A colour scale: sixteen stops, interpolated in linear RGB to 256 opaque colours. The first tenth fades in from the
 * background, so that small values do not draw a hard edge.
 */
final class HeatScale {
    static final int COLOURS = 256;

    private static final int[] TIDE_STOPS = {
        0x0B0E13, 0x0D1D27, 0x032B3C, 0x003A51, 0x004966, 0x00587B, 0x00688F, 0x0078A1,
        0x0087B2, 0x1597C2, 0x41A6CF, 0x61B6DB, 0x80C5E5, 0x9ED4EF, 0xBBE4F7, 0xD8F3FF
    };

    private static final double FADE = 0.1;

    private final int[] argb = new int[COLOURS];

    HeatScale(int[] stops, int background) {
        for (int i = 0; i < COLOURS; i++) {
            double t = i / (double) (COLOURS - 1);
            double place = t * (stops.length - 1);
            int below = Math.min((int) place, stops.length - 2);
            int colour = mix(stops[below], stops[below + 1], place - below);
            argb[i] = 0xFF000000 | (t < FADE ? mix(background, colour, t / FADE) : colour);
        }
    }

    /** The scale of resting depth on that background, an RGB number. */
    static HeatScale tide(int background) {
        return new HeatScale(TIDE_STOPS, background);
    }

    /** Opaque ARGB at a place of 0 to 1; what lies outside is brought to the nearer end. */
    int colour(double t) {
        return argb[index(t)];
    }

    /** One of the {@value #COLOURS} colours. */
    int entry(int index) {
        return argb[index];
    }

    static int index(double t) {
        return (int) Math.round(Math.max(0, Math.min(1, t)) * (COLOURS - 1));
    }

    private static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double linear = linear(from >> shift & 0xff) * (1 - share) + linear(to >> shift & 0xff) * share;
            mixed |= encoded(linear) << shift;
        }
        return mixed;
    }

    /** The transfer function of sRGB, IEC 61966-2-1. */
    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double linear) {
        double c = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(c * 255);
    }
}
