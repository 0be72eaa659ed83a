package io.faultline.ui.heatmap;

/**
 * A colour scale: sixteen stops, interpolated in linear RGB to 256 opaque colours. The first tenth of a sequential one
 * fades in from the background, so that small values do not draw a hard edge.
 */
final class HeatScale {
    static final int COLOURS = 256;

    private static final int[] INFERNO = {
        0x050417, 0x180C3C, 0x320A5E, 0x4D0D6C, 0x69166E, 0x82206C, 0x9B2964, 0xB43359,
        0xCB4149, 0xE05536, 0xEF6C23, 0xF8870E, 0xFCA50A, 0xFAC62D, 0xF3E55D, 0xF9FC9D
    };
    private static final int[] VIRIDIS = {
        0x440154, 0x481A6C, 0x472F7D, 0x414487, 0x39568C, 0x31688E, 0x2A788E, 0x23888E,
        0x1F988B, 0x22A884, 0x35B779, 0x54C568, 0x7AD151, 0xA5DB36, 0xD2E21B, 0xFDE725
    };
    private static final int[] CIVIDIS = {
        0x00224E, 0x002E6C, 0x1E3A6F, 0x35456C, 0x47516C, 0x575D6D, 0x666970, 0x757575,
        0x848279, 0x948E77, 0xA59C74, 0xB7A96E, 0xC8B866, 0xDBC75A, 0xEED649, 0xFEE838
    };
    private static final int[] TIDE = {
        0x0B0E13, 0x0D1D27, 0x032B3C, 0x003A51, 0x004966, 0x00587B, 0x00688F, 0x0078A1,
        0x0087B2, 0x1597C2, 0x41A6CF, 0x61B6DB, 0x80C5E5, 0x9ED4EF, 0xBBE4F7, 0xD8F3FF
    };
    private static final int[] EMBER = {
        0xF6F7FA, 0xF5F3D4, 0xF7E096, 0xFABE4A, 0xF98E09, 0xF2741C, 0xE65D2F, 0xD54A41,
        0xC03A51, 0xA92E5E, 0x922568, 0x7A1D6D, 0x62146E, 0x490B6A, 0x2F0A5B, 0x160B39
    };
    /** From longs over nothing to shorts. */
    private static final int[] DELTA = {
        0xFFBE5C, 0xDF9F48, 0xBF8034, 0xA16320, 0x824A15, 0x633C1C, 0x452E20, 0x262022,
        0x192130, 0x1E304D, 0x21406C, 0x20518D, 0x376AA9, 0x5287C5, 0x6CA6E2, 0x86C5FF
    };

    private static final double FADE = 0.1;

    private final int[] argb = new int[COLOURS];

    private HeatScale(int[] stops, double from, double to) {
        for (int i = 0; i < COLOURS; i++) {
            double place = from + (to - from) * i / (COLOURS - 1);
            int below = Math.min((int) place, stops.length - 2);
            argb[i] = 0xFF000000 | mix(stops[below], stops[below + 1], place - below);
        }
    }

    private HeatScale(int[] stops, int background) {
        this(stops, 0, stops.length - 1.0);
        for (int i = 0; i < FADE * (COLOURS - 1); i++) {
            argb[i] = 0xFF000000 | mix(background, argb[i], i / (FADE * (COLOURS - 1)));
        }
    }

    /** The sequential scales that liquidations may be shown in. */
    enum Name {
        INFERNO("Inferno"),
        VIRIDIS("Viridis"),
        CIVIDIS("Cividis"),
        EMBER("Ember");

        private final String title;

        Name(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** @param background an RGB number */
        HeatScale on(int background) {
            return new HeatScale(
                    switch (this) {
                        case INFERNO -> HeatScale.INFERNO;
                        case VIRIDIS -> HeatScale.VIRIDIS;
                        case CIVIDIS -> HeatScale.CIVIDIS;
                        case EMBER -> HeatScale.EMBER;
                    },
                    background);
        }
    }

    /** The scale of resting depth on that background, an RGB number. */
    static HeatScale tide(int background) {
        return new HeatScale(TIDE, background);
    }

    /** The arm of the diverging scale for prices at which more shorts than longs would be liquidated. */
    static HeatScale moreShorts() {
        return new HeatScale(DELTA, (DELTA.length - 1) / 2.0, DELTA.length - 1.0);
    }

    /** The arm for prices at which more longs would be. */
    static HeatScale moreLongs() {
        return new HeatScale(DELTA, (DELTA.length - 1) / 2.0, 0);
    }

    /** From a background to one hue. */
    static HeatScale hue(int background, int hue) {
        return new HeatScale(new int[] {background, hue}, 0, 1);
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
