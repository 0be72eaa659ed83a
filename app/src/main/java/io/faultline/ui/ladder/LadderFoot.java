package io.faultline.ui.ladder;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;

/**
 * The foot of the ladder: resting bid against ask within ±0.5, 1 and 2 % of mid. It is there only where the heatmap's plot,
 * and so the rows, end high enough above the panel's lower edge. JavaFX thread only.
 */
final class LadderFoot {
    private static final double HEIGHT = 68;
    /** The heatmap's time axis stands between plot and lanes; so does a gap here. */
    private static final double TIME_AXIS = 22;

    private static final String[] LABELS = {"±0.5\u00a0%", "±1\u00a0%", "±2\u00a0%"};

    private final Palette palette;
    private final Paint doubt;
    private final Font label = Type.regular(Type.LABEL);
    private final Font figure = Type.regular(Type.FIGURE);
    private final Font strong = Type.medium(Type.FIGURE);
    private final CanvasPane pane = new CanvasPane(1);
    private final Pen pen = new Pen(pane.layer(0).getGraphicsContext2D());
    private final Tooltip reach = new Tooltip();
    private final NearDepth near = new NearDepth();
    private long drawnSize = -1;

    LadderFoot(Palette palette) {
        this.palette = palette;
        doubt = Hatch.of(palette.low().deriveColor(0, 1, 1, 0.25), 6);
        height(HEIGHT);
        reach.setWrapText(true);
        reach.setMaxWidth(360);
        Tooltip.install(pane, reach);
    }

    CanvasPane pane() {
        return pane;
    }

    boolean shown() {
        return pane.isVisible();
    }

    /** Takes what height there is under the plot, or none. */
    void fit(PriceAxis axis) {
        Parent panel = pane.getParent();
        if (panel == null) {
            return;
        }
        Bounds room = panel.getLayoutBounds();
        double plotBottom = panel.sceneToLocal(0, axis.sceneTop()).getY() + axis.height();
        double below = Math.floor(room.getHeight() - plotBottom);
        boolean fits = below >= HEIGHT;
        if (pane.isManaged() != fits) {
            pane.setManaged(fits);
            pane.setVisible(fits);
        }
        double wanted = Math.max(HEIGHT, below - TIME_AXIS);
        if (fits && wanted != pane.getPrefHeight()) {
            height(wanted);
        }
    }

    private void height(double pixels) {
        pane.setMinHeight(pixels);
        pane.setPrefHeight(pixels);
        pane.setMaxHeight(pixels);
    }

    void drawEmpty() {
        drawnSize = -1;
        pen.fill(palette.panel(), 0, 0, pane.getWidth(), pane.getHeight());
    }

    /** @param sameBook whether the books are those of the last drawing */
    void draw(LadderPicture now, LadderBooks books, boolean sameBook) {
        if (sameBook && pane.version() == drawnSize && now.trusted()) {
            return;
        }
        drawnSize = pane.version();
        if (now.trusted()) {
            near.fill(books.depths(), books.wanted(), books.mid());
        } else {
            near.forget();
        }
        if (shown()) {
            draw();
        }
        String words = now.trusted() ? LadderText.reach(now.reaches()) : "";
        if (!words.equals(reach.getText())) {
            reach.setText(words);
        }
    }

    /** Its figures in words, for where it has no room. */
    String words() {
        return near.words();
    }

    private void draw() {
        double width = pane.getWidth();
        pen.clear(width, pane.getHeight());
        pen.fill(palette.panel(), 0, 0, width, pane.getHeight());
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
