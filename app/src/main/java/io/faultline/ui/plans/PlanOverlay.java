package io.faultline.ui.plans;

import io.faultline.desk.MadePlan;
import io.faultline.desk.OwnVerdict;
import io.faultline.desk.PlanMoves.Handle;
import io.faultline.market.PositionSide;
import io.faultline.signal.PlanLevels;
import io.faultline.ui.paint.CanvasPane;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.paint.Pen;
import io.faultline.ui.paint.TagStack;
import io.faultline.ui.panel.CalendarEvent;
import io.faultline.ui.panel.OwnControl;
import io.faultline.ui.panel.Plans;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Type;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of plans over the heatmap: the plan with its handles on the price axis, events and session opens on the
 * time axis, and on a canvas of its own, so that pictures can leave it out, the user's position. JavaFX thread only.
 */
public final class PlanOverlay {
    /** How far a handle reaches to either side of where plot and axis meet. */
    static final double HANDLE = 8;

    private static final double TINT = .07;
    private static final double LEAST_WIDTH = .35;
    private static final double PLATE = 17;
    private static final double STUB = 18;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Shared axes;
    private final Plans plans;
    private final Palette palette;
    private final CanvasPane pane = new CanvasPane(2);
    private final Pen pen = new Pen(pane.layer(0).getGraphicsContext2D());
    private final Pen ownPen = new Pen(pane.layer(1).getGraphicsContext2D());
    private final Font label = Type.medium(Type.SMALLEST);
    private final EventMarks events;
    private Plot plot = new Plot(0, 0, 0, 0, 2);
    private List<Long> drawn = List.of();

    /**
     * Where the plot is, and what of the market the drawing needs.
     *
     * @param width of the plot, with the margin right of now
     * @param timeWidth of the part that the time axis spans
     * @param decimals of a price
     */
    public record Plot(double width, double height, double timeWidth, long nowNanos, int decimals) {}

    public PlanOverlay(Shared axes, Palette palette) {
        this.axes = axes;
        this.palette = palette;
        plans = axes.plans();
        events = new EventMarks(palette);
        pane.setMouseTransparent(true);
        pane.setManaged(false);
        pane.layer(1).setId("own-on-heatmap");
    }

    /** Lies over plot and axes, with the plot at its left top, and lets the mouse pass. */
    public Region node() {
        return pane;
    }

    Plot plot() {
        return plot;
    }

    /** Draws what has changed. */
    public void draw(Plot now) {
        plot = now;
        List<Long> wanted = List.of(
                plans.version(),
                priced() ? axes.price().version() : 0,
                axes.time().spanNanos(),
                pixels(now),
                pane.version(),
                (long) now.width(),
                (long) now.height(),
                (long) now.timeWidth(),
                now.nowNanos() / SECOND_NANOS);
        if (wanted.equals(drawn)) {
            return;
        }
        drawn = wanted;
        boolean planned = plans.plan().plan().isPresent();
        List<CalendarEvent> marked = plans.events().all();
        boolean timed = events.any(marked, axes.time());
        pane.layer(0).setVisible(planned || timed); // an empty canvas costs as much as a full one
        if (planned || timed) {
            pen.clear(pane.getWidth(), pane.getHeight());
        }
        if (timed) {
            events.draw(pen, axes.time(), now, marked);
        }
        plans.plan().plan().ifPresent(plan -> plan(plan, now));
        own(now);
    }

    /** Whether anything is drawn at a price. */
    private boolean priced() {
        return plans.plan().plan().isPresent() || plans.own().own().isPresent();
    }

    /** Where the time axis ends, in whole pixels: time that goes on by less moves nothing. */
    private long pixels(Plot at) {
        double nanosPerPixel = axes.time().spanNanos() / Math.max(1, at.timeWidth());
        return (long) Math.floor(axes.time().endNanos() / nanosPerPixel);
    }

    private double y(double price) {
        return axes.price().y(price);
    }

    private void plan(MadePlan made, Plot at) {
        PlanLevels levels = made.levels();
        GraphicsContext gc = pen.gc();
        gc.save();
        gc.beginPath();
        gc.rect(0, 0, at.width() + HANDLE, at.height());
        gc.clip();
        double madeX = axes.time().x(made.madeMillis() * 1_000_000, at.timeWidth());
        double left = Math.rint(Math.max(0, Math.min(madeX, at.timeWidth() * (1 - LEAST_WIDTH))));
        double entry = y(levels.entry());
        box(left, at.timeWidth(), entry, y(levels.target()), palette.ok());
        box(left, at.timeWidth(), entry, y(levels.stop()), palette.bad());
        Double second = levels.secondTarget();
        if (second != null) {
            line(left, at, y(second), palette.ok(), 2, 6);
        }
        line(left, at, y(levels.target()), palette.ok(), 6, 3);
        line(left, at, y(levels.stop()), palette.bad(), 2, 3);
        line(left, at, entry, palette.text(), 6, 3);
        List<Plate> plates = new ArrayList<>();
        plates.add(new Plate(
                "PLAN ENTRY " + PlanWords.order(levels) + " " + Numbers.price(levels.entry(), at.decimals()),
                entry,
                palette.text()));
        plates.add(new Plate(
                "PLAN TARGET " + Numbers.price(levels.target(), at.decimals()), y(levels.target()), palette.ok()));
        plates.add(
                new Plate("PLAN STOP " + Numbers.price(levels.stop(), at.decimals()), y(levels.stop()), palette.bad()));
        if (second != null) {
            plates.add(new Plate("PLAN 2ND TARGET " + Numbers.price(second, at.decimals()), y(second), palette.ok()));
        }
        plates(pen, plates, left);
        handle(at, y(levels.target()), "T", palette.ok());
        handle(at, y(levels.stop()), "S", palette.bad());
        handle(at, entry, "E", palette.text());
        gc.restore();
    }

    private void box(double left, double right, double from, double to, Color colour) {
        pen.fill(colour.deriveColor(0, 1, 1, TINT), left, Math.min(from, to), right - left, Math.abs(to - from));
    }

    /** As far as now, and again before the axis: between them are the cards. */
    private void line(double left, Plot at, double y, Color colour, int dash, int gap) {
        pen.gc().setFill(colour);
        Hairline.horizontal(pen.gc(), left, at.timeWidth(), y, dash, gap);
        Hairline.horizontal(pen.gc(), Math.max(at.timeWidth(), at.width() - STUB), at.width(), y, dash, gap);
    }

    private record Plate(String text, double y, Color colour) {}

    /** None over another: the first stays at its price, those that it would cover are pushed off, with a stem to their line. */
    private void plates(Pen on, List<Plate> plates, double left) {
        if (plates.isEmpty()) {
            return;
        }
        double[] middles = plates.stream().mapToDouble(Plate::y).toArray();
        TagStack.spread(middles, middles.length);
        for (int i = middles.length - 1; i >= 0; i--) {
            plate(on, plates.get(i), left, middles[i]);
        }
    }

    private void plate(Pen on, Plate plate, double left, double y) {
        String text = plate.text();
        Color colour = plate.colour();
        double width = Math.ceil(on.width(text, label)) + 10;
        double top = Math.rint(y - PLATE / 2);
        if (Math.abs(plate.y() - y) > 1) {
            on.vertical(colour, left, Math.min(plate.y(), y), Math.max(plate.y(), y));
        }
        on.fill(palette.bg(), left, top, width, PLATE);
        on.frame(colour, left, top, width, PLATE);
        on.left(text, label, colour, left + 5, top + 12);
    }

    private void handle(Plot at, double y, String letter, Color colour) {
        double left = at.width() - HANDLE;
        double top = Math.rint(y - HANDLE);
        pen.fill(palette.raised(), left, top, 2 * HANDLE, 2 * HANDLE);
        pen.frame(colour, left, top, 2 * HANDLE, 2 * HANDLE);
        pen.centre(letter, label, colour, left + HANDLE, top + 12);
    }

    /** The user's entry, and where each venue would liquidate. */
    private void own(Plot at) {
        OwnControl own = plans.own();
        boolean any = own.own().isPresent();
        pane.layer(1).setVisible(any);
        OwnControl.mark(pane.layer(1), !own.inPictures());
        if (!any) {
            return;
        }
        ownPen.clear(pane.getWidth(), pane.getHeight());
        List<Plate> plates = new ArrayList<>();
        own.own().ifPresent(wish -> {
            String side = wish.side() == PositionSide.LONG ? "long" : "short";
            ownLine(
                    plates,
                    at,
                    wish.entry(),
                    "◆ own " + side + " " + Numbers.price(wish.entry(), at.decimals()),
                    palette.focus());
            for (OwnVerdict verdict : own.verdicts()) {
                if (verdict.liquidation() > 0) {
                    ownLine(
                            plates,
                            at,
                            verdict.liquidation(),
                            "◇ " + verdict.venue().title() + " liquidates "
                                    + Numbers.price(verdict.liquidation(), at.decimals()),
                            verdict.cluster().isPresent() ? palette.warn() : palette.focus());
                }
            }
        });
        plates(ownPen, plates, Math.rint(at.timeWidth() * .04));
    }

    private void ownLine(List<Plate> plates, Plot at, double price, String text, Color colour) {
        double y = y(price);
        if (y >= 0 && y < at.height()) {
            ownPen.dashed(colour, 0, at.width(), y, 10, 4);
            plates.add(new Plate(text, y, colour));
        }
    }

    /** The handle at that point; null where there is none. */
    @Nullable
    Handle handleAt(double x, double yAt) {
        MadePlan made = plans.plan().plan().orElse(null);
        if (made == null || Math.abs(x - plot.width()) > HANDLE || yAt < 0 || yAt > plot.height()) {
            return null;
        }
        Handle found = null;
        double nearest = HANDLE;
        for (Handle handle : Handle.values()) {
            double way = Math.abs(y(made.price(handle)) - yAt);
            if (way <= nearest) {
                nearest = way;
                found = handle;
            }
        }
        return found;
    }
}
