package io.faultline.ui.funding;

import io.faultline.desk.Positioning;
import io.faultline.market.Venue;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** Draws cumulative volume delta and volume. */
final class FlowPainter {
    private static final double PAD = 10;

    private final Palette palette;
    private final Font title = Type.semiBold(Type.FIGURE);
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Font label = Type.regular(Type.LABEL);

    FlowPainter(Palette palette) {
        this.palette = palette;
    }

    /** Cumulative volume delta since that many venues began to be heard. */
    void flow(Pen pen, double width, FundingLayout layout, Positions positions, List<Venue> venues) {
        double top = layout.flow();
        pen.horizontal(palette.line(), 0, width, top);
        Positioning all = positions.chosen();
        boolean whole = !Double.isNaN(all.cvdUsd());
        pen.left(whole ? "CVD " + positions.window() : "CVD since start", title, palette.mid(), PAD, top + 17);
        double total = all.venues().isEmpty() ? Double.NaN : 0;
        for (Positioning.Share share : all.venues()) {
            total += share.cvdSinceStartUsd();
        }
        double shown = whole ? all.cvdUsd() : total;
        pen.right(signedUsd(shown), strong, FundingTones.of(palette, shown), width - PAD, top + 17);
        if (!layout.flowVenues()) {
            return;
        }
        double half = width / 2;
        for (int i = 0; i < venues.size(); i++) {
            Positioning.Share share = InterestPainter.share(all, venues.get(i));
            // Without open interest nothing is said of the symbol there, and no trade is none.
            boolean silent = Double.isNaN(share.usd()) && share.cvdSinceStartUsd() == 0;
            double value = silent ? Double.NaN : whole ? share.cvdUsd() : share.cvdSinceStartUsd();
            double baseline = top + 17 + FundingLayout.LINE * (1 + i / 2);
            double left = i % 2 == 0 ? PAD : half + 4;
            double right = i % 2 == 0 ? half - 8 : width - PAD;
            pen.left(share.venue().title(), label, palette.low(), left, baseline);
            pen.right(signedUsd(value), figure, FundingTones.of(palette, value), right, baseline);
        }
    }

    /** A flow with its sign. */
    static String signedUsd(double usd) {
        return Double.isNaN(usd) ? "–" : (usd > 0 ? "+" : "") + Numbers.usd(usd);
    }

    /** @param venues how many are in the sum; 0 where it is one venue's own */
    void volume(Pen pen, double width, FundingLayout layout, FundingFigures.Volume volume, int venues) {
        double top = layout.volume();
        pen.horizontal(palette.line(), 0, width, top);
        boolean stale = FundingPainter.stale(volume.ageNanos(), FundingWords.VOLUME_STALE);
        Color ink = stale ? palette.low() : palette.text();
        pen.left("Volume 24 h", title, palette.mid(), PAD, top + 17);
        String old = FundingWords.stale(volume.ageNanos(), FundingWords.VOLUME_STALE);
        pen.left(old, label, palette.warn(), PAD + 76, top + 17);
        String usd = Double.isNaN(volume.quote()) ? "–" : Numbers.usd(volume.quote());
        pen.right(usd, strong, ink, width - PAD, top + 17);
        if (venues > 1 && !stale) {
            pen.right(venues + " venues", label, palette.low(), width - PAD - pen.width(usd, strong) - 8, top + 17);
        }
    }
}
