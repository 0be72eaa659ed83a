package io.faultline.ui.heatmap;

import io.faultline.ui.theme.HeatColours;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * A colour scale: sixteen stops, interpolated in linear RGB to 256 opaque colours. The first tenth of a sequential one
 * fades in from the background, so that small values do not draw a hard edge.
 */
final class HeatScale {
    static final int COLOURS = 256;

    /** From longs over nothing to shorts. */
    private static final int[] DELTA = {
        0xFFBE5C, 0xDF9F48, 0xBF8034, 0xA16320, 0x824A15, 0x633C1C, 0x452E20, 0x262022,
        0x192130, 0x1E304D, 0x21406C, 0x20518D, 0x376AA9, 0x5287C5, 0x6CA6E2, 0x86C5FF
    };

    private static final int SHORTS_ON_LIGHT = 0x1A5CAD;
    private static final int LONGS_ON_LIGHT = 0x8A5000;
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

    /** A sequential scale on that background, an RGB number. */
    static HeatScale of(HeatColours colours, int background) {
        return new HeatScale(colours.stops(), background);
    }

    /** The arm of the diverging scale for prices at which more shorts than longs would be liquidated. */
    static HeatScale moreShorts() {
        return new HeatScale(DELTA, (DELTA.length - 1) / 2.0, DELTA.length - 1.0);
    }

    /** The arm for prices at which more longs would be. */
    static HeatScale moreLongs() {
        return new HeatScale(DELTA, (DELTA.length - 1) / 2.0, 0);
    }

    /**
     * Both arms, more shorts first, on that background: the scale's own where it is dark; on a light one, where the scale's
     * dark middle would be the most conspicuous, from the background to either end.
     */
    static List<HeatScale> arms(int background) {
        boolean light = (background >> 8 & 0xff) > 127;
        return light
                ? List.of(hue(background, SHORTS_ON_LIGHT), hue(background, LONGS_ON_LIGHT))
                : List.of(moreShorts(), moreLongs());
    }

    /** From a background to one hue. */
    static HeatScale hue(int background, int hue) {
        return new HeatScale(new int[] {background, hue}, 0, 1);
    }

    /** The same scale without its hues: each colour as bright as it was. */
    HeatScale grey() {
        HeatScale grey = new HeatScale(new int[] {0, 0}, 0, 1);
        for (int i = 0; i < COLOURS; i++) {
            Color own = Color.rgb(argb[i] >> 16 & 0xff, argb[i] >> 8 & 0xff, argb[i] & 0xff);
            grey.argb[i] = Ink.argb(own.grayscale());
        }
        return grey;
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
