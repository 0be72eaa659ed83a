package io.faultline.ui.heatmap;

import java.util.List;

/**
 * What the colour bar shows.
 *
 * @param contrast the two ends, which the bar sets
 * @param scales drawn over one another, the upper first
 * @param of what the values are, for {@code Colour scale of …}
 * @param relative whether the values only compare with one another, and must not be written as USD
 */
record Legend(Contrast contrast, List<HeatScale> scales, String of, boolean relative) {
    Legend {
        scales = List.copyOf(scales);
    }
}
