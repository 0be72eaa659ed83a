package io.faultline.ui.heatmap;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.TickMark;
import io.faultline.desk.BookView;
import io.faultline.ui.paint.Hairline;
import io.faultline.ui.paint.Hatch;
import io.faultline.ui.paint.StateShape;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.VenueControl;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/** Everything inside the plot but the crosshair: heat, margin, grid, gaps, price, state. */
final class Plot {
    private static final double LOST_OPACITY = 0.4;
    private static final double PARTIAL_HEIGHT = 3;
    private static final int HATCH_PIXELS = 8;
    private static final double TEXT_PIXELS = 24;
    private static final double TOP_WORDS = 26;
    /** Over what the time axis has at the foot of the plot. */
    private static final double FOOT_WORDS = 44;

    private final Ink ink;
    private final Paint doubt;
    private final HeatImage image = new HeatImage();
    private final PriceLayer price;
    private final MassOverlay overlay;
    private final ClusterLayer clusters;
    private final AlarmLayer alarms;
    private HeatLayer heat;
    private boolean coldZones;
    private int lit;

    Plot(Ink ink, HeatLayer first, PriceLayer price, MassOverlay overlay, AlarmLayer alarms) {
        this.ink = ink;
        this.doubt = Hatch.of(Ink.alpha(ink.palette.low(), 0.25), HATCH_PIXELS);
        this.heat = first;
        this.price = price;
        this.overlay = overlay;
        clusters = new ClusterLayer(ink);
        this.alarms = alarms;
    }

    /**
     * What the next drawing shows under the price.
     *
     * @param litCluster number of the cluster whose span is lit; 0 for none
     */
    void show(HeatLayer layer, boolean withColdZones, int litCluster) {
        heat = layer;
        coldZones = withColdZones;
        lit = litCluster;
    }

    void draw(GraphicsContext gc, Frame frame, Axis timeAxis, Axis priceAxis) {
        HeatView view = frame.view();
        image.flush(heat);
        image.draw(gc, view);
        NowMargin.draw(gc, frame, heat, image);
        double lostFrom = lostFrom(frame);
        if (lostFrom < view.width()) {
            gc.setFill(Ink.alpha(ink.palette.bg(), 1 - LOST_OPACITY));
            gc.fillRect(lostFrom, 0, view.width() - lostFrom, view.height());
            gc.setFill(doubt);
            gc.fillRect(lostFrom, 0, view.width() - lostFrom, view.height());
        }
        drawGrid(gc, view, timeAxis.getTickMarks(), frame.priced() ? priceAxis.getTickMarks() : List.of());
        drawGaps(gc, frame);
        drawPartial(gc, view);
        if (heat instanceof MassLayer mass) {
            overlay.drawUnder(gc, frame, mass, coldZones);
            clusters.drawLit(gc, frame, lit);
            price.draw(gc, frame, mass.type() == HeatType.FEED ? Bubbles.MOST_OF_FEED : Bubbles.MOST);
            overlay.drawOver(gc, frame, mass);
        } else {
            clusters.drawLit(gc, frame, lit);
            price.draw(gc, frame, Bubbles.MOST);
        }
        clusters.drawTape(gc, frame, alarms.draw(gc, frame));
        String state = StateWord.of(frame);
        // A book out of step says nothing about liquidations; lost connections do.
        boolean concerned = heat instanceof DepthLayer || lostFrom < Double.MAX_VALUE;
        if (!state.isEmpty() && frame.wanted() > 0 && concerned) {
            drawState(gc, frame, state);
        }
    }

    /**
     * Where the time begins for which every connection is lost: what was drawn before that was true then, and stays
     * readable. Beyond the right edge while any is there.
     */
    private static double lostFrom(Frame frame) {
        long lastData = 0;
        for (VenueControl.Row row : frame.venues()) {
            if (!row.wanted()) {
                continue;
            }
            if (row.view() == null || row.view().book().state() != BookView.State.LOST) {
                return Double.MAX_VALUE;
            }
            lastData = Math.max(lastData, row.view().book().updatedNanos());
        }
        return lastData == 0
                ? Double.MAX_VALUE
                : Math.max(0, Math.rint(frame.view().x(lastData)));
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

    /** Over columns that lack a venue's book: walls that seem to vanish there were not seen to go. */
    private void drawPartial(GraphicsContext gc, HeatView view) {
        for (GapBands.Band band : heat.partial(view)) {
            double left = Math.rint((band.first() - view.firstColumn()) / view.scale());
            double right = Math.rint((band.end() - view.firstColumn()) / view.scale());
            gc.setFill(ink.palette.warn());
            gc.fillRect(left, 0, Math.max(1, right - left), PARTIAL_HEIGHT);
            if (right - left >= ink.width(band.text(), ink.label) + TEXT_PIXELS) {
                ink.plate(gc, band.text(), (left + right) / 2, 26, ink.palette.warn(), ink.plate, ink.palette.warn());
            }
        }
    }

    private void drawGaps(GraphicsContext gc, Frame frame) {
        HeatView view = frame.view();
        List<GapBands.Band> bands = GapBands.of(view, heat);
        Candles bars = bands.isEmpty() ? null : price.gather(frame);
        for (GapBands.Band band : bands) {
            double left = (band.first() - view.firstColumn()) / view.scale();
            double right = (band.end() - view.firstColumn()) / view.scale();
            if (right - left >= ink.width(band.text(), ink.label) + TEXT_PIXELS) {
                Color ground = ink.palette.panel();
                double y = freeOfPrice(view, bars, (left + right) / 2, ink.width(band.text(), ink.label) / 2);
                ink.plate(gc, band.text(), (left + right) / 2, y, ground, ground, ink.palette.low());
            }
        }
    }

    /** Where words about a gap lie over no bar: at the top, else at the foot. */
    private static double freeOfPrice(HeatView view, @Nullable Candles bars, double middle, double half) {
        if (bars == null) {
            return TOP_WORDS;
        }
        for (int i = 0; i < bars.count(); i++) {
            double x = view.x(bars.startNanos(i));
            boolean near = Math.abs(x - middle) < half + TEXT_PIXELS;
            if (near && bars.traded(i) && view.y(bars.high(i)) < TOP_WORDS + TEXT_PIXELS && view.y(bars.low(i)) > 0) {
                return view.height() - FOOT_WORDS;
            }
        }
        return TOP_WORDS;
    }

    private void drawState(GraphicsContext gc, Frame frame, String text) {
        VenueControl.Row worst = frame.worst();
        StateShape shape =
                worst == null ? StateShape.SILENT : worst.state().kind().shape();
        Color colour = shape == StateShape.SILENT ? ink.palette.mid() : shape.colour(ink.palette);
        ink.plate(gc, text, frame.view().timeWidth() / 2, 52, colour, ink.plate, colour);
    }
}
