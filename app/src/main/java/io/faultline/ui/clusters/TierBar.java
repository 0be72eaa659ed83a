package io.faultline.ui.clusters;

import io.faultline.liquidation.Tier;
import io.faultline.market.Venue;
import io.faultline.signal.TierBand;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.TierColours;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;

/** Small drawings that stand for figures in a row: the mix of leverage, and which venues confirm. */
final class TierBar {
    private static final double SQUARE = 8;
    private static final double APART = 3;

    private TierBar() {}

    /** The parts of a mass by leverage, from the lowest, in the whole of that width. */
    static void draw(
            GraphicsContext gc, Map<TierBand, Double> usd, double left, double top, double width, double height) {
        double all = usd.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(all > 0)) {
            return;
        }
        double done = 0;
        for (TierBand band : TierBand.values()) {
            double from = Math.rint(left + width * done / all);
            done += usd.getOrDefault(band, 0.0);
            double to = Math.rint(left + width * done / all);
            gc.setFill(TierColours.of(Tier.Band.valueOf(band.name())));
            gc.fillRect(from, top, to - from, height);
        }
    }

    /** A square for each venue that holds some of it: filled where it confirms. */
    static void squares(
            GraphicsContext gc,
            Palette palette,
            Iterable<Venue> holding,
            List<Venue> confirming,
            double left,
            double top) {
        double x = left;
        for (Venue venue : holding) {
            gc.setFill(confirming.contains(venue) ? palette.mid() : palette.line());
            gc.fillRect(x, top, SQUARE, SQUARE);
            x += SQUARE + APART;
        }
    }
}
