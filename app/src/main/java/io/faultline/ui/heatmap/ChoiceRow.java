package io.faultline.ui.heatmap;

import io.faultline.liquidation.Window;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.text.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The first head: type, window, layer, basis and the colour scale, in as much room as there is. */
final class ChoiceRow {
    private static final double HEIGHT = 32;
    private static final double GAP = 8;
    private static final double PADDING = 20;
    private static final double LONG_BAR = 116;
    private static final double SHORT_BAR = 56;

    /** A stretch of time that has a button; those without a window show resting depth. */
    private record Span(String name, long nanos) {}

    private static final List<Span> SPANS = spans();

    private final LiquidationControl control;
    private final TimeAxis time;
    private final ColourBar bar;
    private final Choice types;
    private final Choice spans;
    private final Choice layers;
    private final Choice bases;
    private final HBox box;
    private long shownSpan = -1;
    private long shownVersion = -1;
    private double width;

    ChoiceRow(Ink ink, LiquidationControl control, TimeAxis time, ColourBar bar) {
        this.control = control;
        this.time = time;
        this.bar = bar;
        types = new Choice(
                ink,
                "heat-types",
                typeOptions(),
                number -> control.type(List.of(HeatType.values()).get(number)));
        spans = new Choice(ink, "heat-spans", spanOptions(), this::span);
        layers = new Choice(
                ink,
                "heat-layers",
                List.of(
                        new Choice.Option("Liquidations", "Liq.", "Modelled liquidations (H)"),
                        new Choice.Option("Depth", "Depth", "Resting depth (H)")),
                number -> control.liquidations(number == 0));
        bases = new Choice(
                ink,
                "heat-bases",
                List.of(
                        new Choice.Option("At risk", "At risk", "Modelled mass at risk (B)"),
                        new Choice.Option("", "", "At risk less a flat share (B)"),
                        new Choice.Option("Expected", "Exp.", "Expected forced flow, as calibrated here (B)")),
                number -> control.basis(List.of(MassBasis.values()).get(number)));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        box = new HBox(GAP, types.node(), spans.node(), layers.node(), bases.node(), space, bar);
        box.getStyleClass().add("heatmap-head");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.setMinHeight(HEIGHT);
        box.setPrefHeight(HEIGHT);
        box.setMaxHeight(HEIGHT);
    }

    private static List<Span> spans() {
        List<Span> all = new ArrayList<>();
        all.add(new Span("5m", Duration.ofMinutes(5).toNanos()));
        all.add(new Span("15m", Duration.ofMinutes(15).toNanos()));
        for (Window window : Window.values()) {
            all.add(new Span(window.label(), Duration.ofMillis(window.millis()).toNanos()));
        }
        return List.copyOf(all);
    }

    private static List<Choice.Option> typeOptions() {
        List<Choice.Option> options = new ArrayList<>();
        int key = 0;
        for (HeatType type : HeatType.values()) {
            key++;
            String name = shortName(type);
            String shorter = type == HeatType.CUMULATIVE ? "Cumul." : name;
            options.add(new Choice.Option(key + " " + name, shorter, type.title() + " (" + key + ")"));
        }
        return options;
    }

    private static String shortName(HeatType type) {
        return switch (type) {
            case CUMULATIVE -> "Cumulative";
            case FEED -> "Feed";
            case TIERS -> "Tiers";
            case VENUES -> "Venues";
            case DELTA -> "Delta";
        };
    }

    private static List<Choice.Option> spanOptions() {
        List<Choice.Option> options = new ArrayList<>();
        for (Span span : SPANS) {
            String use = "";
            for (Window window : Window.values()) {
                boolean same = window.label().equals(span.name());
                use = same ? ", " + window.use().name().toLowerCase(Locale.ROOT) + " (W)" : use;
            }
            options.add(new Choice.Option(span.name(), span.name(), "Show " + span.name() + use));
        }
        return options;
    }

    Region node() {
        return box;
    }

    /** How much time is shown. */
    long spanNanos() {
        return time.spanNanos();
    }

    private void span(int number) {
        long nanos = SPANS.get(number).nanos();
        for (Window window : Window.values()) {
            if (window.millis() * 1_000_000 == nanos) {
                control.window(window);
                return;
            }
        }
        time.span(nanos);
        control.covering(nanos);
    }

    /** Lights what is chosen; whether that is something else than before. */
    boolean show() {
        if (time.spanNanos() == shownSpan && control.version() == shownVersion) {
            return false;
        }
        boolean liquidations = control.liquidations();
        boolean another = shownVersion != control.version();
        shownSpan = time.spanNanos();
        shownVersion = control.version();
        int span = -1;
        for (int i = 0; i < SPANS.size(); i++) {
            boolean window = SPANS.get(i).nanos()
                    >= Duration.ofMillis(Window.H1.millis()).toNanos();
            spans.offer(i, window || !liquidations);
            span = SPANS.get(i).nanos() == shownSpan ? i : span;
        }
        spans.light(span);
        types.light(liquidations ? List.of(HeatType.values()).indexOf(control.type()) : -1);
        layers.light(liquidations ? 0 : 1);
        String discount = Numbers.percent(-control.discount(), 0);
        bases.rename(1, discount, discount);
        bases.light(List.of(MassBasis.values()).indexOf(control.basis()));
        bases.node().setVisible(liquidations);
        bases.node().setManaged(liquidations);
        if (another) {
            fit(width);
        }
        return true;
    }

    /** Gives everything as much room as there is in that many pixels: the least important words go first. */
    void fit(double newWidth) {
        width = newWidth;
        Choice.Form[] forms = {Choice.Form.LONG, Choice.Form.LONG, Choice.Form.LONG, Choice.Form.LONG};
        double scale = LONG_BAR;
        // What is shortened next: 0 types, 1 spans, 2 layers, 3 bases; −1 the colour bar.
        int[] order = {0, 3, 2, -1, 3, 1, 0, 2};
        for (int next = 0; next < order.length && taken(forms, scale) > width; next++) {
            if (order[next] < 0) {
                scale = SHORT_BAR;
            } else {
                boolean isLong = forms[order[next]] == Choice.Form.LONG && order[next] != 1;
                forms[order[next]] = isLong ? Choice.Form.SHORT : Choice.Form.MENU;
            }
        }
        types.form(forms[0]);
        spans.form(forms[1]);
        layers.form(forms[2]);
        bases.form(forms[3]);
        bar.width(Math.max(SHORT_BAR, Math.min(LONG_BAR, scale + width - taken(forms, scale))));
    }

    private double taken(Choice.Form[] forms, double scale) {
        double gaps = GAP * (control.liquidations() ? 5 : 4);
        double ofBases = control.liquidations() ? bases.width(forms[3]) : 0;
        return PADDING
                + types.width(forms[0])
                + spans.width(forms[1])
                + layers.width(forms[2])
                + ofBases
                + gaps
                + ColourBar.widthOf(scale);
    }
}
