package io.faultline.ui.heatmap;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.TickMark;
import io.faultline.desk.BookView;
import io.faultline.desk.VenueView;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.paint.Hatch;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** Everything inside the plot but the crosshair: heat, margin, grid, gaps, price, state. */
final class Plot {
    private static final double MARGIN_OPACITY = 0.3;
    private static final double LOST_OPACITY = 0.4;
    private static final int HATCH_PIXELS = 8;
    private static final double TEXT_PIXELS = 24;

    private final Ink ink;
    private final Paint doubt;
    private final HeatLayer heat;
    private final HeatImage image;
    private final PriceLayer price;

    Plot(Ink ink, HeatLayer heat, PriceLayer price) {
        this.ink = ink;
        this.doubt = Hatch.of(Ink.alpha(ink.palette.low(), 0.25), HATCH_PIXELS);
        this.heat = heat;
        this.image = new HeatImage(heat);
        this.price = price;
    }

    void draw(GraphicsContext gc, Frame frame, Axis timeAxis, Axis priceAxis) {
        HeatView view = frame.view();
        VenueView venue = Frame.first(frame.data());
        boolean lost = venue != null && venue.book().state() == BookView.State.LOST;
        image.flush();
        if (lost) {
            gc.setFill(ink.palette.bg());
            gc.fillRect(0, 0, view.width(), view.height());
            gc.setGlobalAlpha(LOST_OPACITY);
        }
        image.draw(gc, view);
        drawMargin(gc, frame);
        gc.setGlobalAlpha(1);
        if (lost) {
            gc.setFill(doubt);
            gc.fillRect(0, 0, view.width(), view.height());
        }
        drawGrid(gc, view, timeAxis.getTickMarks(), frame.priced() ? priceAxis.getTickMarks() : List.of());
        drawGaps(gc, view);
        price.draw(gc, frame);
        String state = venue == null ? "" : StateWord.of(venue, frame.nowNanos());
        if (venue != null && !state.isEmpty()) {
            drawState(gc, frame, venue.book().state(), state);
        }
    }

    /** The book as it is now, drawn on to the right of now. */
    private void drawMargin(GraphicsContext gc, Frame frame) {
        HeatView view = frame.view();
        long now = view.column(frame.nowNanos());
        if (now >= view.firstColumn() && now < view.endColumn() - 1) {
            double x = (now + 1 - view.firstColumn()) / view.scale();
            gc.setGlobalAlpha(MARGIN_OPACITY);
            image.drawProfile(gc, view, x, view.width() - x);
        }
    }

    private void drawGrid(GraphicsContext gc, HeatView view, List<TickMark> times, List<TickMark> prices) {
        gc.setFill(ink.grid);
        for (TickMark mark : times) {
            Hairline.vertical(gc, mark.getPosition(), 0, view.height());
        }
        for (TickMark mark : prices) {
            Hairline.horizontal(gc, 0, view.width(), mark.getPosition());
        }
    }

    private void drawGaps(GraphicsContext gc, HeatView view) {
        List<GapBands.Band> bands = GapBands.of(view, heat);
        for (GapBands.Band band : bands) {
            double left = (band.first() - view.firstColumn()) / view.scale();
            double right = (band.end() - view.firstColumn()) / view.scale();
            if (right - left >= ink.width(band.text(), ink.label) + TEXT_PIXELS) {
                Color ground = ink.palette.panel();
                ink.plate(gc, band.text(), (left + right) / 2, 26, ground, ground, ink.palette.low());
            }
        }
    }

    private void drawState(GraphicsContext gc, Frame frame, BookView.State state, String text) {
        Color colour = state == BookView.State.LOST
                ? ink.palette.bad()
                : state == BookView.State.WAITING ? ink.palette.mid() : ink.palette.warn();
        ink.plate(gc, text, frame.view().timeWidth() / 2, 52, colour, ink.plate, colour);
    }
}
