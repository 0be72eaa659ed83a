package io.faultline.ui.funding;

import io.faultline.market.PositionSide;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.AsymmetryWords;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/** Draws longs below against shorts above as one bar, with ticks where one is twice the other, and the verdict. */
final class AsymmetryPainter {
    private static final double PAD = 10;
    private static final double BAR = 12;
    private static final double THIRD = 1 / 3.0;

    private final Palette palette;
    private final Font title = Type.semiBold(Type.FIGURE);
    private final Font label = Type.regular(Type.LABEL);
    private final Font strong = Type.medium(Type.FIGURE);
    private final Paint doubt;

    AsymmetryPainter(Palette palette) {
        this.palette = palette;
        doubt = Hatch.of(palette.low().deriveColor(0, 1, 1, 0.25), 6);
    }

    /** @param distance how far from the mark is counted, a fraction of it */
    void draw(Pen pen, double width, double top, Masses masses, double distance) {
        pen.horizontal(palette.line(), 0, width, top);
        pen.left("Asymmetry", title, palette.mid(), PAD, top + 17);
        double named = PAD + pen.width("Asymmetry", title) + 8;
        String within = "within " + Numbers.percent(distance, 0);
        String ratio = AsymmetryWords.ratio(masses, distance);
        double ratioWidth = pen.width(ratio, strong);
        if (named + pen.width(within, label) + 8 <= width - PAD - ratioWidth) {
            pen.left(within, label, palette.low(), named, top + 17);
        }
        pen.right(ratio, strong, palette.text(), width - PAD, top + 17);
        double longs = masses.atRiskWithinUsd(PositionSide.LONG, distance);
        double shorts = masses.atRiskWithinUsd(PositionSide.SHORT, distance);
        double barTop = top + 25;
        double barWidth = width - 2 * PAD;
        if (!masses.known() || longs + shorts <= 0) {
            pen.fill(doubt, PAD, barTop, barWidth, BAR);
            pen.frame(palette.line(), PAD, barTop, barWidth, BAR);
        } else {
            double cut = Math.rint(PAD + barWidth * longs / (longs + shorts));
            pen.fill(palette.longLiquidation().deriveColor(0, 1, 1, 0.8), PAD, barTop, cut - PAD, BAR);
            pen.fill(
                    palette.shortLiquidation().deriveColor(0, 1, 1, 0.8),
                    cut + 1,
                    barTop,
                    PAD + barWidth - cut - 1,
                    BAR);
        }
        for (double share : new double[] {THIRD, 2 * THIRD}) {
            pen.vertical(palette.text(), PAD + barWidth * share, barTop - 3, barTop + BAR + 3);
        }
        double captions = barTop + BAR + 15;
        boolean roomy = width >= 280;
        String below = (roomy ? "longs below " : "longs ") + known(masses, longs);
        String above = (roomy ? "shorts above " : "shorts ") + known(masses, shorts);
        pen.left(below, label, palette.longLiquidation(), PAD, captions);
        pen.right(above, label, palette.shortLiquidation(), width - PAD, captions);
        double verdict = captions + FundingLayout.LINE;
        String words = AsymmetryWords.verdict(masses, distance);
        pen.left(pen.fitted(words, label, width - 2 * PAD), label, palette.mid(), PAD, verdict);
        String ticks = "ticks at 2 : 1";
        if (pen.width(words, label) + pen.width(ticks, label) + 12 <= width - 2 * PAD) {
            pen.right(ticks, label, palette.low(), width - PAD, verdict);
        }
    }

    private static String known(Masses masses, double usd) {
        return masses.known() ? Numbers.usd(usd) : "?";
    }
}
