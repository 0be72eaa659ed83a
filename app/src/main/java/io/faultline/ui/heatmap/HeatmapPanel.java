package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.PriceSteps;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.theme.Palette;
import java.time.Duration;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Resting depth by time and price, with the price drawn over it. The shared axes are the truth: the chart's own are set
 * from them, and the price axis is told where the plot stands, so that a row of the ladder is a band of the heat.
 *
 * <p>JavaFX thread only.
 */
public final class HeatmapPanel implements Panel {
    /** Right of now: the book as it is, drawn on. */
    private static final double MARGIN = 64;

    private static final double MARGIN_SHARE = 0.12;
    private static final double LEAST_FIT = 0.004;
    private static final double FIT_SPARE = 1.6;
    private static final long STATE_PAUSE_NANOS = 100_000_000L;

    private final Shared axes;
    private final Pointer pointer = new Pointer();
    private final Contrast contrast = new Contrast();
    private final HeatLayer heat;
    private final PriceLayer price;
    private final PlotChart plot;
    private final CrossLayer cross;
    private final ColourBar bar;
    private final Surface surface;
    private final Button pill;
    private final HeatmapHead head;
    private final VBox root;

    private @Nullable Frame frame;
    private boolean fitted;
    private boolean changed = true;
    private boolean moved = true;
    private long crosshairVersion = -1;
    private long pointerVersion = -1;
    private boolean tooltip;
    private boolean slice;
    private long drawnState;
    private long lastNanos;

    public HeatmapPanel(Shared axes, Palette palette) {
        this.axes = axes;
        Ink ink = new Ink(palette);
        HeatScale scale = HeatScale.tide(Ink.argb(palette.bg()));
        heat = new HeatLayer(
                new ColourTable(scale),
                Ink.argb(palette.bg()),
                Ink.argb(palette.panel()),
                Ink.argb(palette.bg().interpolate(palette.low(), 0.3)));
        heat.colour(contrast.handles());
        price = new PriceLayer(ink);
        plot = new PlotChart(palette, new Plot(ink, heat, price), axes.price());
        cross = new CrossLayer(ink, axes.crosshair(), pointer);
        bar = new ColourBar(ink, scale, contrast, this::recolour);
        pill = HeatmapHead.livePill(this::followLive);
        surface = new Surface(plot.chart(), pill);
        head = new HeatmapHead(this::setSpan, bar, new VenueChips(palette, axes.venues()), PlotChart.PRICE_AXIS_WIDTH);
        root = new VBox(head, surface);
        VBox.setVgrow(surface, Priority.ALWAYS);
        root.getStyleClass().add("heatmap");
        root.getStylesheets()
                .add(Objects.requireNonNull(HeatmapPanel.class.getResource("/io/faultline/ui/heatmap.css"))
                        .toExternalForm());
        root.setFocusTraversable(true);
        root.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        root.setMinSize(0, 0);
        new HeatmapMouse(axes, pointer, this::shown, this::refit).listenTo(surface);
        plot.canvas().localToSceneTransformProperty().addListener(property -> moved = true);
        plot.canvas().heightProperty().addListener(property -> moved = true);
    }

    PlotChart plot() {
        return plot;
    }

    private @Nullable HeatView shown() {
        return frame == null ? null : frame.view();
    }

    @Override
    public String title() {
        return "Heatmap";
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        Canvas canvas = plot.canvas();
        if (canvas.getWidth() < 2 || canvas.getHeight() < 2 || root.getScene() == null) {
            return;
        }
        Frame next = next(pulse, canvas);
        boolean newFrame =
                frame == null || frame.data() != next.data() || !frame.view().equals(next.view());
        frame = next;
        boolean redraw = heat.update(next.view(), next.data(), next.nowNanos());
        if (contrast.look(next.view(), heat.logs(), heat.live(), next.nowNanos(), clock)) {
            heat.colour(contrast.handles());
            redraw |= heat.update(next.view(), next.data(), next.nowNanos());
            bar.draw();
        }
        boolean stateMoves = !heat.live().live() && next.nowNanos() / STATE_PAUSE_NANOS != drawnState;
        redraw |= newFrame || changed || stateMoves;
        changed = false;
        if (redraw) {
            drawnState = next.nowNanos() / STATE_PAUSE_NANOS;
            plot.show(next);
        }
        drawCross(next, redraw, clock);
        pill.setVisible(!axes.time().follows());
        surface.pillRight(next.view().timeWidth());
        head.show(next, axes.time(), heat, pulse.mode(), clock);
        lastNanos = System.nanoTime() - clock + (redraw ? plot.nanos() : 0);
    }

    private Frame next(Pulse pulse, Canvas canvas) {
        DeskView data = pulse.view();
        axes.time().now(pulse.nowNanos());
        double tick = PriceSteps.finest(data);
        if (tick > 0) {
            axes.price().tick(tick);
        }
        if (moved) {
            moved = false;
            Point2D top = canvas.localToScene(0, 0);
            axes.price().place(top.getY(), canvas.getHeight());
        }
        Frame next = Frame.of(view(canvas), data, axes.venues(), pulse.nowNanos());
        if (next.priced()) {
            long version = axes.price().version();
            if (!fitted) {
                fitted = true;
                fit(next);
            }
            axes.price().keepInView(next.anchor());
            return version == axes.price().version()
                    ? next
                    : Frame.of(view(canvas), data, axes.venues(), pulse.nowNanos());
        }
        return next;
    }

    private HeatView view(Canvas canvas) {
        double width = canvas.getWidth();
        double scale = root.getScene().getWindow() == null
                ? 1
                : root.getScene().getWindow().getRenderScaleX();
        double margin = Math.rint(Math.min(MARGIN, width * MARGIN_SHARE));
        axes.time().place(canvas.localToScene(0, 0).getX(), width - margin, margin);
        return HeatView.of(axes.time(), axes.price(), width, canvas.getHeight(), margin, scale);
    }

    private void drawCross(Frame next, boolean redraw, long clock) {
        Crosshair crosshair = axes.crosshair();
        boolean showTooltip = crosshair.pinned() || pointer.lingers(clock);
        if (redraw
                || slice
                || crosshair.version() != crosshairVersion
                || pointer.version() != pointerVersion
                || showTooltip != tooltip) {
            crosshairVersion = crosshair.version();
            pointerVersion = pointer.version();
            tooltip = showTooltip;
            slice = false;
            cross.draw(surface, next, heat, price.gathered(), showTooltip);
        }
    }

    private void recolour() {
        heat.colour(contrast.handles());
        bar.draw();
        changed = true;
    }

    /** Time on the JavaFX thread that the last pulse took, drawing and all, nanoseconds. */
    public long lastPulseNanos() {
        return lastNanos;
    }

    /** Sees more detail in time (positive), or more time, around the middle; the right edge stays while live. */
    public void zoomTime(int steps) {
        axes.time().zoom(Math.pow(1.2, -steps), 0.5);
    }

    /** Sees more detail in price (positive), or more prices, around the middle. */
    public void zoomPrice(int steps) {
        axes.price().zoom(steps, axes.price().height() / 2);
    }

    /** Moves to later times by that share of the width; leaves live. */
    public void panTime(double share) {
        axes.time().pan(share);
    }

    /** Moves to higher prices by that many rows. */
    public void panPrice(long rows) {
        axes.price().pan(rows);
    }

    /** Marks on the price axis which prices the ladder shows close up; NaN for none. */
    public void slice(double low, double high) {
        slice |= cross.slice(low, high);
    }

    /** Goes back to now, keeping the zoom. */
    public void followLive() {
        axes.time().followNow(frame == null ? axes.time().endNanos() : frame.nowNanos());
        axes.price().follow(true);
    }

    /** Fits the prices to what traded in view, and follows price and time again. */
    public void refit() {
        followLive();
        if (frame != null && frame.priced()) {
            fit(frame);
        }
    }

    private void fit(Frame to) {
        double least = to.anchor();
        double most = to.anchor();
        Candles bars = price.gather(to);
        for (int i = 0; i < bars.count(); i++) {
            if (bars.traded(i)) {
                least = Math.min(least, bars.low(i));
                most = Math.max(most, bars.high(i));
            }
        }
        double half = Math.max(to.anchor() * LEAST_FIT, (most - least) * FIT_SPARE) / 2;
        double middle = (least + most) / 2;
        axes.price().fit(middle - half, middle + half);
    }

    /** Shows that much time. */
    public void setSpan(Duration span) {
        axes.time().span(span.toNanos());
    }

    /**
     * Moves the crosshair by cells: to later times, and by rows to higher prices. Where there is none it starts at the
     * last price and now.
     */
    public void crosshairBy(int cells, int rows) {
        if (frame == null || !frame.priced()) {
            return;
        }
        HeatView view = frame.view();
        Crosshair crosshair = axes.crosshair();
        long cell = Math.max(view.nanosPerColumn(), heat.logs().cellNanos());
        boolean none = crosshair.timeNanos() == 0 || Double.isNaN(crosshair.price());
        long time = none ? frame.nowNanos() : crosshair.timeNanos() + cells * cell;
        double start = Double.isFinite(frame.last()) ? frame.last() : (view.low() + view.high()) / 2;
        double at = none ? start : crosshair.price() + rows * axes.price().grouping();
        long within = Math.max(view.startNanos(), Math.min(view.endNanos() - 1, time));
        crosshair.place(Math.max(view.low(), Math.min(view.high(), at)), within);
        pointer.moved(System.nanoTime());
    }

    /** Pins crosshair and tooltip, or lets them go. */
    public void togglePin() {
        axes.crosshair().pin(!axes.crosshair().pinned());
    }

    /** Changes between candles and a line. */
    public void toggleCandles() {
        price.candles(!price.candles());
        changed = true;
    }

    /** Shows or hides reported liquidations. */
    public void toggleBubbles() {
        price.bubbles(!price.bubbles());
        changed = true;
    }

    /** Closes or opens the padlock of the colour scale: closed, the scale no longer follows what is in view. */
    public void freezeContrast() {
        contrast.auto(!contrast.auto());
        bar.draw();
    }

    @Override
    public String asText() {
        return HeatmapText.of(frame, heat, axes.price(), contrast.handles());
    }
}
