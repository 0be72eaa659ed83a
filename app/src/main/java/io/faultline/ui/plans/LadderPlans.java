package io.faultline.ui.plans;

import io.faultline.desk.MadePlan;
import io.faultline.desk.OwnVerdict;
import io.faultline.desk.OwnWish;
import io.faultline.market.PositionSide;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.panel.Plans;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** What is drawn of plans on the ladder: the plan's prices, and ◆ ◇ of the user's position in the empty book cell. */
public final class LadderPlans {
    private final Plans plans;
    private final Palette palette;
    private final Font label = Type.medium(Type.SMALLEST);

    /**
     * Where the rows are.
     *
     * @param y pixel of a price
     * @param last price that parts bids from asks
     */
    public record Rows(
            double top,
            double bottom,
            double bidLeft,
            double priceLeft,
            double askLeft,
            double right,
            double last,
            DoubleUnaryOperator y) {
        boolean shows(double price) {
            double at = y.applyAsDouble(price);
            return at >= top && at < bottom;
        }
    }

    public LadderPlans(Plans plans, Palette palette) {
        this.plans = plans;
        this.palette = palette;
    }

    /** Rises when something else is to be drawn. */
    public long version() {
        return plans.version();
    }

    public boolean hasPlan() {
        return plans.plan().plan().isPresent();
    }

    public boolean hasOwn() {
        return plans.own().own().isPresent();
    }

    /** Whether pictures leave the user's position out. */
    public boolean isPrivate() {
        return !plans.own().inPictures();
    }

    /** The plan's prices. */
    public void drawPlan(Pen pen, Rows rows) {
        plans.plan().plan().ifPresent(made -> {
            line(pen, rows, made.levels().target(), "target", palette.ok(), 6);
            line(pen, rows, made.levels().stop(), "stop", palette.bad(), 2);
            line(pen, rows, made.levels().entry(), entry(made), palette.text(), 6);
        });
    }

    private static String entry(MadePlan made) {
        return PlanWords.order(made.levels()) + " here";
    }

    private void line(Pen pen, Rows rows, double price, String words, Color colour, int dash) {
        if (rows.shows(price)) {
            double y = rows.y().applyAsDouble(price);
            // Only where no order rests: a line through a figure makes another figure of it.
            boolean above = price > rows.last();
            pen.dashed(
                    colour,
                    above ? rows.bidLeft() : rows.askLeft(),
                    above ? rows.priceLeft() : rows.right(),
                    y,
                    dash,
                    3);
            mark(pen, rows, price, words, colour);
        }
    }

    /** In the cell in which no order rests. */
    private void mark(Pen pen, Rows rows, double price, String words, Color colour) {
        double y = Math.rint(rows.y().applyAsDouble(price));
        boolean above = price > rows.last();
        double left = above ? rows.bidLeft() + 2 : rows.askLeft() + 2;
        double room = (above ? rows.priceLeft() : rows.right()) - left;
        String text = pen.fitted(words, label, room - 6);
        if (text.isEmpty()) {
            return;
        }
        pen.fill(palette.bg(), left, y - 8, Math.ceil(pen.width(text, label)) + 6, 15);
        pen.left(text, label, colour, left + 3, y + 3);
    }

    /** The user's entry and liquidation prices. */
    public void drawOwn(Pen pen, Rows rows) {
        OwnWish wish = plans.own().own().orElse(null);
        if (wish == null) {
            return;
        }
        own(pen, rows, wish.entry(), "◆ own " + (wish.side() == PositionSide.LONG ? "long" : "short"), palette.focus());
        for (OwnVerdict verdict : plans.own().verdicts()) {
            if (verdict.liquidation() > 0) {
                Color colour = verdict.cluster().isPresent() ? palette.warn() : palette.focus();
                own(pen, rows, verdict.liquidation(), "◇ " + verdict.venue().title(), colour);
            }
        }
    }

    private void own(Pen pen, Rows rows, double price, String words, Color colour) {
        if (rows.shows(price)) {
            mark(pen, rows, price, words, colour);
        }
    }
}
