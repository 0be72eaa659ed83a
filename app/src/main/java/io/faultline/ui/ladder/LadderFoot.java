package io.faultline.ui.ladder;

import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/** Draws the foot of the ladder: resting bid against ask within ±0.5, 1 and 2 % of mid. */
final class LadderFoot {
    static final double HEIGHT = 68;
    private static final String[] LABELS = {"±0.5\u00a0%", "±1\u00a0%", "±2\u00a0%"};

    private final Palette palette;
    private final Paint doubt;
    private final Font label = Type.regular(Type.LABEL);
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);

    LadderFoot(Palette palette) {
        this.palette = palette;
        doubt = Hatch.of(palette.low().deriveColor(0, 1, 1, 0.25), 6);
    }

    void draw(Pen pen, double width, NearDepth near) {
        pen.clear(width, HEIGHT);
        pen.fill(palette.panel(), 0, 0, width, HEIGHT);
        pen.horizontal(palette.line(), 0, width, 0);
        double barLeft = 104;
        boolean several = near.counted() > 1;
        double barRight = Math.max(barLeft, width - (several ? 130 : 104));
        for (int i = 0; i < NearDepth.DISTANCES.length; i++) {
            double middle = 14 + i * 20;
            double baseline = middle + 4;
            pen.left(LABELS[i], label, palette.low(), 10, baseline);
            Seen bid = near.bid(i);
            Seen ask = near.ask(i);
            double balance = near.balance(i);
            pen.right(bid.text(), figure, bid.all() ? palette.bidText() : palette.low(), 97, baseline);
            pen.left(ask.text(), figure, ask.all() ? palette.askText() : palette.low(), barRight + 6, baseline);
            if (several) {
                // Beyond their reach the others are not empty: what is summed up is of so many.
                Color share = near.seen(i) == near.counted() ? palette.low() : palette.practice();
                pen.right(near.seen(i) + "/" + near.counted(), label, share, width - 46, baseline);
            }
            if (Double.isFinite(balance)) {
                double cut = barLeft + (barRight - barLeft) * (1 + balance) / 2;
                pen.fill(palette.bid().deriveColor(0, 1, 1, 0.6), barLeft, middle - 5, cut - barLeft, 10);
                pen.fill(palette.ask().deriveColor(0, 1, 1, 0.6), cut, middle - 5, barRight - cut, 10);
                pen.vertical(palette.text(), (barLeft + barRight) / 2, middle - 7, middle + 7);
                pen.right(Numbers.change(balance, 0), strong, palette.text(), width - 10, baseline);
            } else {
                pen.fill(doubt, barLeft, middle - 5, barRight - barLeft, 10);
                pen.frame(palette.line(), barLeft, middle - 5, barRight - barLeft, 10);
                pen.right("?", strong, palette.low(), width - 10, baseline);
            }
        }
    }
}
