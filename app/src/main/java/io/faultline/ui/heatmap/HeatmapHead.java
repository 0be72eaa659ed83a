package io.faultline.ui.heatmap;

import io.faultline.desk.BookView;
import io.faultline.desk.DepthColumn;
import io.faultline.desk.Session;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.MarketState;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The two heads: what may be chosen, and what is shown. */
final class HeatmapHead extends VBox {
    private static final double HEIGHT = 32;
    private static final double NOTES_HEIGHT = 20;
    private static final long NOTES_PAUSE_NANOS = 250_000_000L;
    private static final long NOTES_MARKET_NANOS = 1_000_000_000L;

    /** A stretch of time that has a button. */
    private record Span(String name, Duration length) {}

    private static final List<Span> SPANS = List.of(
            new Span("5m", Duration.ofMinutes(5)),
            new Span("15m", Duration.ofMinutes(15)),
            new Span("1h", Duration.ofHours(1)),
            new Span("4h", Duration.ofHours(4)),
            new Span("12h", Duration.ofHours(12)),
            new Span("24h", Duration.ofHours(24)));

    private final List<ToggleButton> spans = new ArrayList<>();
    private final VenueChips chips;
    private final Button switchOff = new Button("Switch off");
    private final Label what = new Label();
    private final Label state = new Label();
    private long shownSpan;
    private long notedAt = Long.MIN_VALUE;
    private long notedNow;

    HeatmapHead(Consumer<Duration> choose, Node colourBar, VenueChips chips, double axisWidth) {
        this.chips = chips;
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        for (Span span : SPANS) {
            ToggleButton button = new ToggleButton(span.name());
            button.getStyleClass().setAll("segment");
            button.setOnAction(event -> {
                choose.accept(span.length());
                shownSpan = -1;
            });
            button.setAccessibleText("Show " + span.name());
            spans.add(button);
            segments.getChildren().add(button);
        }
        Label layer = new Label("Depth");
        layer.getStyleClass().setAll("layer-chip");
        HBox head = new HBox(12, segments, layer, space(), colourBar);
        head.getStyleClass().add("heatmap-head");
        head.setAlignment(Pos.CENTER_LEFT);
        fix(head, HEIGHT);

        what.getStyleClass().setAll("heatmap-note");
        state.getStyleClass().setAll("heatmap-note-low");
        what.setMinWidth(0);
        state.setMinWidth(0);
        switchOff.setId("switch-off");
        switchOff.getStyleClass().setAll("venue-chip", "on");
        switchOff.setMinWidth(Region.USE_PREF_SIZE);
        switchOff.setVisible(false);
        switchOff.setManaged(false);
        Label price = new Label("price");
        price.getStyleClass().setAll("heatmap-note-low");
        price.setMinWidth(axisWidth);
        price.setAlignment(Pos.CENTER_RIGHT);
        HBox notes = new HBox(16, what, state, switchOff, space(), chips.node(), price);
        notes.getStyleClass().add("heatmap-notes");
        notes.setAlignment(Pos.CENTER_LEFT);
        fix(notes, NOTES_HEIGHT);
        getChildren().addAll(head, notes);
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static void fix(Region region, double height) {
        region.setMinHeight(height);
        region.setPrefHeight(height);
        region.setMaxHeight(height);
    }

    /** Brings buttons and words up to date, the words four times a second. */
    void show(Frame frame, TimeAxis time, HeatLayer heat, Session.Mode mode, long clock) {
        if (time.spanNanos() != shownSpan) {
            shownSpan = time.spanNanos();
            notedAt = Long.MIN_VALUE;
            for (int i = 0; i < spans.size(); i++) {
                spans.get(i).setSelected(SPANS.get(i).length().toNanos() == shownSpan);
            }
        }
        // The market's time may run ahead of the clock, and a picture is taken of what it has come to.
        boolean ahead = Math.abs(frame.nowNanos() - notedNow) >= NOTES_MARKET_NANOS;
        if (notedAt == Long.MIN_VALUE || ahead || clock - notedAt >= NOTES_PAUSE_NANOS) {
            notedAt = clock;
            notedNow = frame.nowNanos();
            String cell = frame.priced()
                    ? ", cell " + Times.length(heat.logs().cellNanos()) + " × "
                            + Numbers.price(heat.live().binWidth(), frame.decimals())
                    : "";
            what.setText(Times.length(shownSpan) + cell + ", USD, log");
            state.setText(state(frame, mode, heat.logs().oldest()));
            boolean out = frame.inStep() < frame.wanted();
            state.getStyleClass().setAll(out ? "heatmap-note-warn" : "heatmap-note-low");
            chips.show(frame.venues());
            offerSwitch(frame);
        }
    }

    /** A venue that refuses this location can only be switched off; the others go on. */
    private void offerSwitch(Frame frame) {
        VenueControl.Row refused = refused(frame);
        boolean offered = refused != null && chips.switchable(refused.venue());
        switchOff.setVisible(offered);
        switchOff.setManaged(offered);
        if (refused != null) {
            state.setText(refusal(refused, frame));
            switchOff.setOnAction(event -> chips.toggle(refused.venue()));
            switchOff.setAccessibleText("Switch " + refused.venue().title() + " off");
        }
    }

    private static VenueControl.@Nullable Row refused(Frame frame) {
        for (VenueControl.Row row : frame.venues()) {
            if (row.state().kind() == MarketState.Kind.BLOCKED && frame.inStep() > 0) {
                return row;
            }
        }
        return null;
    }

    /** {@code Binance refuses this location: HTTP 451. 3 venues remain.} */
    static String refusal(VenueControl.Row refused, Frame frame) {
        int left = frame.inStep();
        return refused.state().sentence() + ". " + left + (left == 1 ? " venue remains." : " venues remain.");
    }

    static String state(Frame frame, Session.Mode mode, @Nullable DepthColumn oldest) {
        if (frame.venues().isEmpty()) {
            return "no venue";
        }
        long updated = 0;
        long since = Long.MAX_VALUE;
        for (VenueControl.Row row : frame.venues()) {
            if (row.view() != null) {
                BookView book = row.view().book();
                updated = Math.max(updated, book.updatedNanos());
                since = book.live() ? Math.min(since, book.sinceNanos()) : since;
            }
        }
        String age = updated == 0 ? "" : " · age " + Numbers.age(Math.max(0, frame.nowNanos() - updated));
        String out = frame.inStep() > 0 ? StateWord.outOfStep(frame) : "";
        if (mode == Session.Mode.REPLAY) {
            return out + (oldest == null ? "no book yet" : "recorded from " + Times.minute(oldest.startNanos())) + age;
        }
        if (!out.isEmpty()) {
            return out + age.substring(" · ".length());
        }
        return (since == Long.MAX_VALUE ? "not live" : "live since " + Times.minute(since)) + age;
    }

    /** The pill that leads back to now. */
    static Button livePill(Runnable back) {
        Button pill = new Button("NOW \u25B8");
        pill.getStyleClass().setAll("live-pill");
        pill.setOnAction(event -> back.run());
        pill.setFocusTraversable(true);
        pill.setVisible(false);
        return pill;
    }
}
