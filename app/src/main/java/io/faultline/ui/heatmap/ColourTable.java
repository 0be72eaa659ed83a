package io.faultline.ui.heatmap;

import io.faultline.desk.DepthColumn;
import java.util.Arrays;

/** The colour of each {@link DepthColumn#level}: one look-up paints a cell. Zero is not drawn. */
final class ColourTable {
    private static final int LEVELS = 65_536;

    private HeatScale scale;
    private final int[] argb = new int[LEVELS];

    ColourTable(HeatScale scale) {
        this.scale = scale;
    }

    /** Takes another scale; {@link #use} must follow. */
    void scale(HeatScale other) {
        scale = other;
    }

    void use(Handles handles) {
        // Level by level would take 131 000 logarithms; the levels where the colour changes take 256.
        int from = firstLevel(handles, 0);
        Arrays.fill(argb, 0, from, 0);
        for (int i = 0; i < HeatScale.COLOURS; i++) {
            boolean last = i == HeatScale.COLOURS - 1;
            int to = last ? LEVELS : Math.max(from, firstLevel(handles, (i + 0.5) / (HeatScale.COLOURS - 1)));
            Arrays.fill(argb, from, to, scale.entry(i));
            from = to;
        }
    }

    private static int firstLevel(Handles handles, double place) {
        return Math.min(LEVELS, DepthColumn.levelOfUsd(handles.usd(place)));
    }

    /** Opaque ARGB, or 0 for nothing. */
    int argb(int level) {
        return argb[level];
    }
}
