package io.faultline.ui.heatmap;

import io.faultline.desk.ClusterView;
import io.faultline.desk.DeskView;
import io.faultline.liquidation.Window;
import io.faultline.ui.alarms.chart.AlarmMenu;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.clusters.NowCards;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.PriceSteps;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.plans.PlanHandles;
import io.faultline.ui.plans.PlanMenu;
import io.faultline.ui.plans.PlanOverlay;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.HeatColours;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Liquidations or resting depth by time and price, with the price drawn over it. The shared axes are the truth: the
 * chart's own are set from them, and the price axis is told where the plot stands, so that a row of the ladder is a band
 * of the heat.
 *
 * <p>JavaFX thread only.
 */
public final class HeatmapPanel implements Panel {
    private static final double LEAST_FIT = 0.004;
    private static final double FIT_SPARE = 1.6;
    /** Liquidations lie beside the price: this much of it is shown on either side, a fraction. */
    private static final double LEAST_MASS_FIT = 0.025;

    private static final long STATE_PAUSE_NANOS = 100_000_000L;
    private static final long SPOKEN_PAUSE_NANOS = 1_000_000_000L;

    private final Shared axes;
    private final LiquidationControl control;
    private final Pointer pointer = new Pointer();
    private final DepthLayer depth;
    private final MassLayer mass;
    private final MassOverlay overlay;
    private final PriceLayer price;
    private final AlarmLayer alarms;
    private final Plot drawing;
    private final PlotChart plot;
    private final CrossLayer cross;
    private final ColourBar bar;
    private final PlanOverlay plans;
    private final Surface surface;
    private final NowCards cards;
    private final VolumeStrip volume;
    private final Button pill;
    private final HeatmapHead head;
    private final VBox root;

    private HeatLayer heat;
    private @Nullable Legend legend;
    private @Nullable Frame frame;
    private boolean fitted;
    private boolean changed = true;
    private boolean moved = true;
    private final int ground;
    private HeatColours depthColours = Theme.current().depth();
    private long settingsVersion = -1;
    private long controlVersion = -1;
    private long crosshairVersion = -1;
    private long pointerVersion = -1;
    private long pastVersion;
    private boolean tooltip;
    private boolean slice;
    private long drawnState;
    private long spokenAt = Long.MIN_VALUE;
    private long lastNanos;

    public HeatmapPanel(Shared axes, Palette palette) {
        this.axes = axes;
        control = axes.liquidations();
        Ink ink = new Ink(palette);
        ground = Ink.argb(palette.bg());
        int gap = Ink.argb(palette.panel());
        depth = new DepthLayer(
                HeatScale.of(Theme.current().depth(), ground),
                ground,
                gap,
                Ink.argb(palette.bg().interpolate(palette.low(), 0.3)));
        mass = new MassLayer(control, ground, gap);
        heat = control.liquidations() ? mass : depth;
        overlay = new MassOverlay(ink);
        price = new PriceLayer(ink, axes.chart(), control::timeframe);
        alarms = new AlarmLayer(ink, axes.alarms());
        drawing = new Plot(ink, heat, price, overlay, alarms);
        plot = new PlotChart(palette, drawing, axes.price());
        cross = new CrossLayer(ink, axes.crosshair(), pointer, axes.alarms());
        bar = new ColourBar(ink, heat.legend(), this::recolour);
        pill = HeatmapHead.livePill(this::followLive);
        cards = new NowCards(axes, palette);
        volume = new VolumeStrip(ink, axes.chart());
        plans = new PlanOverlay(axes, palette);
        surface = new Surface(plot.chart(), volume.canvas(), cards.canvas(), pill, plans.node());
        head = new HeatmapHead(axes, ink, bar);
        root = new VBox(head, surface);
        VBox.setVgrow(surface, Priority.ALWAYS);
        root.getStyleClass().add("heatmap");
        root.getStylesheets()
                .add(Objects.requireNonNull(HeatmapPanel.class.getResource("/io/faultline/ui/heatmap.css"))
                        .toExternalForm());
        root.setFocusTraversable(true);
        root.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        root.setMinSize(0, 0);
        new HeatmapMouse(axes, pointer, this::shown, this::pickCard, this::refit, cross::alarmAt).listenTo(surface);
        new PlanHandles(axes, plans).listenTo(surface);
        HeatmapMenu menu = new HeatmapMenu(axes, this::copyCell);
        surface.setOnContextMenuRequested(event -> {
            List<MenuItem> here = new ArrayList<>(AlarmMenu.items(axes.alarms(), axes.price(), event.getY()));
            here.add(new SeparatorMenuItem());
            here.addAll(PlanMenu.items(axes, axes.price().price(event.getY())));
            menu.open(surface, event.getScreenX(), event.getScreenY(), here);
            event.consume();
        });
        plot.canvas().localToSceneTransformProperty().addListener(property -> moved = true);
        plot.canvas().heightProperty().addListener(property -> moved = true);
    }

    PlotChart plot() {
        return plot;
    }

    HeatLayer heat() {
        return heat;
    }

    /** Selects the cluster whose card is at that point, and with a second click brings it into view; false without one. */
    private boolean pickCard(double x, double y, int clicks) {
        Canvas canvas = cards.canvas();
        int id = cards.at(x - canvas.getLayoutX(), y);
        if (frame == null) {
            return false;
        }
        if (id == ClusterControl.NONE) {
            return clicks == 1 && pickBand(frame, x, y);
        }
        if (clicks == 1 && id == cards.bellAt(x - canvas.getLayoutX(), y)) {
            frame.data().clusters().find(id).ifPresent(axes.clusters()::alarm);
            return true;
        }
        axes.clusters().select(id);
        if (clicks > 1) {
            axes.clusters().selected(frame.data().clusters()).ifPresent(axes::jumpTo);
        }
        return true;
    }

    /** Selects the cluster whose band or bracket is at that point, unless it is, or a pinned tooltip is to be let go. */
    private boolean pickBand(Frame at, double x, double y) {
        HeatView view = at.view();
        boolean bracket = x >= view.timeWidth() && x < view.timeWidth() + NowCards.BRACKETS;
        boolean band = control.liquidations() && x < Math.min(view.timeWidth(), view.x(at.nowNanos()));
        if (axes.crosshair().pinned() || y >= view.height() || !(bracket || band)) {
            return false;
        }
        int id = at.data().clusters().at(view.price(y)).map(ClusterView::id).orElse(ClusterControl.NONE);
        boolean another = id != ClusterControl.NONE && !axes.clusters().isSelected(id);
        if (another) {
            axes.clusters().select(id);
        }
        return another;
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
    public void continueFrom(Panel before) {
        if (before instanceof HeatmapPanel other) {
            fitted = other.fitted;
            depth.legend().contrast().continueFrom(other.depth.legend().contrast());
            mass.continueFrom(other.mass);
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public void pulse(Pulse pulse) {
        long clock = System.nanoTime();
        Canvas canvas = plot.canvas();
        if (canvas.getWidth() < 2 || canvas.getHeight() < 2 || root.getScene() == null) {
            return;
        }
        long chosen =
                control.version() + axes.clusters().version() + axes.chart().version();
        changed |= chosen != controlVersion;
        controlVersion = chosen;
        takeScales();
        heat = control.liquidations() ? mass : depth;
        Frame next = next(pulse, canvas);
        boolean newFrame =
                frame == null || frame.data() != next.data() || !frame.view().equals(next.view());
        frame = next;
        boolean redraw = heat.update(next.view(), next.data(), next.nowNanos());
        if (heat.look(clock)) {
            redraw |= heat.update(next.view(), next.data(), next.nowNanos());
            bar.draw();
        }
        if (heat.legend() != legend) {
            legend = heat.legend();
            bar.show(legend);
        }
        boolean stateMoves = !depth.live().live() && next.nowNanos() / STATE_PAUSE_NANOS != drawnState;
        redraw |= newFrame || changed || stateMoves || alarms.moved();
        changed = false;
        if (redraw) {
            drawnState = next.nowNanos() / STATE_PAUSE_NANOS;
            drawing.show(heat, control.coldZones(), axes.clusters().lit());
            plot.show(next);
        }
        cards.update(next.data(), next.nowNanos());
        volume.show(
                next,
                axes.time().follows(),
                axes.price().grouping(),
                axes.price().tick());
        plans.draw(new PlanOverlay.Plot(
                next.view().width(), next.view().height(), next.view().timeWidth(), next.nowNanos(), next.decimals()));
        drawCross(next, redraw, clock);
        pill.setVisible(!axes.time().follows());
        surface.pillRight(next.view().timeWidth());
        head.show(next, heat, price.barNanos(next.view()), pulse.mode(), clock);
        speak(next, clock);
        lastNanos = System.nanoTime() - clock + (redraw ? plot.nanos() : 0);
    }

    /** Draws in the scales that are set, or else the theme's. */
    private void takeScales() {
        SettingsControl settings = axes.settings();
        if (settings.version() == settingsVersion) {
            return;
        }
        settingsVersion = settings.version();
        changed = true;
        mass.scale(
                settings.get(KnownSettings.LIQUIDATION_SCALE).or(Theme.current().liquidations()));
        HeatColours wanted =
                settings.get(KnownSettings.DEPTH_SCALE).or(Theme.current().depth());
        if (wanted != depthColours) {
            depthColours = wanted;
            depth.scale(HeatScale.of(wanted, ground & 0xFFFFFF));
        }
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
        double margin = NowMargin.width(width);
        axes.time().place(canvas.localToScene(0, 0).getX(), width - margin, margin);
        return HeatView.of(axes.time(), axes.price(), width, canvas.getHeight(), margin, scale);
    }

    private void drawCross(Frame next, boolean redraw, long clock) {
        Crosshair crosshair = axes.crosshair();
        boolean showTooltip = crosshair.pinned() || pointer.lingers(clock);
        boolean arrived = control.pastVersion() != pastVersion;
        if (redraw
                || slice
                || arrived
                || crosshair.version() != crosshairVersion
                || pointer.version() != pointerVersion
                || showTooltip != tooltip) {
            crosshairVersion = crosshair.version();
            pointerVersion = pointer.version();
            pastVersion = control.pastVersion();
            tooltip = showTooltip;
            slice = false;
            cross.draw(surface, new Shown(next, heat, price, overlay, volume), showTooltip);
        }
    }

    /** The panel in a sentence, for screen readers: not more often than they could follow. */
    private void speak(Frame next, long clock) {
        if (spokenAt == Long.MIN_VALUE || clock - spokenAt >= SPOKEN_PAUSE_NANOS) {
            spokenAt = clock;
            String sentence = HeatmapText.sentence(next, heat);
            if (!sentence.equals(root.getAccessibleText())) {
                root.setAccessibleText(sentence);
            }
        }
    }

    private void recolour() {
        heat.recolour();
        bar.draw();
        changed = true;
    }

    private void copyCell() {
        Frame now = frame;
        if (now == null
                || axes.crosshair().timeNanos() == 0
                || Double.isNaN(axes.crosshair().price())) {
            return;
        }
        axes.clip()
                .put(new Shown(now, heat, price, overlay, volume)
                        .reading(axes.crosshair())
                        .asText());
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
        half = control.liquidations() ? Math.max(half, to.anchor() * LEAST_MASS_FIT) : half;
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
        long cell = Math.max(view.nanosPerColumn(), heat.cellNanos());
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

    /** Goes on to the next of the three figures that a colour may stand for. */
    public void nextBasis() {
        List<MassBasis> all = List.of(MassBasis.values());
        control.basis(all.get((all.indexOf(control.basis()) + 1) % all.size()));
    }

    /**
     * Shows more time, or with −1 less: the next window of liquidations; of resting depth the next round stretch, which may
     * be shorter than any window.
     */
    public void longer(int steps) {
        long wanted = Steps.span(axes.time().spanNanos(), steps);
        long shortest = Window.H1.millis() * 1_000_000;
        axes.span(control.liquidations() ? Math.max(shortest, wanted) : wanted);
    }

    /**
     * What it shows, for the stamp of a picture: {@code Cumulative · 24 h · at risk}.
     *
     * @param span how much time is shown, in words
     */
    public String shows(String span) {
        return heat instanceof MassLayer ? MassWords.title(mass, span) : "Resting depth · " + span;
    }

    /** What a picture of it was made with, by name. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        Handles handles = heat.legend().contrast().handles();
        settings.put("Layer", heat instanceof MassLayer ? mass.type().title() : "Resting depth");
        if (heat instanceof MassLayer) {
            settings.put("Basis", mass.basis().title());
            settings.put("Discount", Numbers.percent(control.discount(), 0));
            settings.put("Positions", mass.columns().choice().lookBack().name());
            settings.put("Tiers", control.bands().toString());
            settings.put("Heatmap venues", control.venues().toString());
            settings.put("Heatmap window", control.window().label());
        }
        settings.put("Colours", Numbers.usdInFull(handles.low()) + "–" + Numbers.usdInFull(handles.high()) + " USD");
        return settings;
    }

    /** Closes or opens the padlock of the colour scale: closed, the scale no longer follows what is in view. */
    public void freezeContrast() {
        Contrast contrast = heat.legend().contrast();
        contrast.auto(!contrast.auto());
        bar.draw();
    }

    /** Chooses the ends of the colour scale by what is in view now, whatever was in view before; unless they are locked. */
    public void lookAgain() {
        heat.legend().contrast().forget();
    }

    @Override
    public String asText() {
        return HeatmapText.of(frame, heat, axes.price());
    }
}
