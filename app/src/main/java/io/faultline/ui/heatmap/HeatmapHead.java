package io.faultline.ui.heatmap;

import io.faultline.desk.BookView;
import io.faultline.desk.DepthColumn;
import io.faultline.desk.Session;
import io.faultline.ui.paint.HelpRequest;
import io.faultline.ui.panel.CalendarEvent;
import io.faultline.ui.panel.EventControl;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MarketState;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The two heads: what may be chosen, and what is shown. */
final class HeatmapHead extends VBox {
    private static final double NOTES_HEIGHT = 20;
    private static final long NOTES_PAUSE_NANOS = 250_000_000L;
    private static final long NOTES_MARKET_NANOS = 1_000_000_000L;
    private static final long WEEKEND_NANOS = 60_000_000_000L;
    /** Narrower, the words have no room beside the column of now. */
    private static final double NOW_FROM = 700;

    /** Narrower, they have no room beside the chips either, and stand in a row of their own. */
    private static final double WORDS_BESIDE_FROM = 980;

    /** Narrower, there is no room for the switch of positions. */
    private static final double CHART_FROM = 620;

    private final LiquidationControl control;
    private final EventControl events;
    private final ChoiceRow choices;
    private final TierChips tiers;
    private final VenueChips chips;
    private final ChartChips chart;
    private final Button switchOff = new Button("Switch off");
    private final Button help = new Button("?");
    private final Label what = new Label();
    private final Label trouble = new Label();
    private final Label state = new Label();
    private final Label now = new Label("NOW \u2192");
    private final NoteRow words;
    private final Region gap = new Region();
    private final HBox notes;
    private final HBox ownRow;
    private long notedAt = Long.MIN_VALUE;
    private long notedNow;
    private long notedVersion = -1;
    private String weekend = "";
    private long weekendAt = Long.MIN_VALUE;

    HeatmapHead(Shared axes, Ink ink, ColourBar bar) {
        Palette palette = ink.palette;
        control = axes.liquidations();
        events = axes.plans().events();
        choices = new ChoiceRow(ink, control, axes.time(), bar);
        tiers = new TierChips(control);
        chips = new VenueChips(palette, axes.venues(), control);
        chart = new ChartChips(axes);
        what.getStyleClass().setAll("heatmap-note");
        trouble.getStyleClass().setAll("heatmap-note-warn");
        state.getStyleClass().setAll("heatmap-note-low");
        for (Label label : List.of(what, trouble, state)) {
            label.setMinWidth(0);
        }
        what.setId("heat-what");
        trouble.setId("heat-trouble");
        state.setId("heat-source");
        switchOff.setId("switch-off");
        switchOff.getStyleClass().setAll("venue-chip", "on");
        switchOff.setMinWidth(Region.USE_PREF_SIZE);
        switchOff.setVisible(false);
        switchOff.setManaged(false);
        help.setId("heat-help-button");
        help.getStyleClass().setAll("venue-chip", "on");
        help.setMinWidth(20);
        help.setAccessibleText("What the figures mean. " + MassWords.ZONES + " " + MassWords.BLIND_SPOTS);
        help.setOnAction(event -> help.fireEvent(new HelpRequest()));
        now.getStyleClass().setAll("heatmap-note-low");
        Label price = new Label("price");
        price.getStyleClass().setAll("heatmap-note-low");
        price.setMinWidth(PlotChart.PRICE_AXIS_WIDTH - 6);
        price.setAlignment(Pos.CENTER_RIGHT);
        words = new NoteRow(what, trouble, state);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(gap, Priority.ALWAYS);
        notes = row(words, switchOff, tiers.node(), chips.node(), chart.node(), help, now, price);
        ownRow = row();
        setMinWidth(0);
        getChildren().addAll(choices.node(), notes);
        widthProperty().addListener((property, was, is) -> fit(is.doubleValue()));
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setMinWidth(0);
        row.getStyleClass().add("heatmap-notes");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(NOTES_HEIGHT);
        row.setPrefHeight(NOTES_HEIGHT);
        row.setMaxHeight(NOTES_HEIGHT);
        return row;
    }

    private void fit(double width) {
        boolean own = width < WORDS_BESIDE_FROM;
        if (own != getChildren().contains(ownRow)) {
            // A node has one parent: it leaves the one row before the other takes it.
            notes.getChildren().remove(own ? words : gap);
            ownRow.getChildren().clear();
            notes.getChildren().add(0, own ? gap : words);
            if (own) {
                ownRow.getChildren().add(words);
                getChildren().add(ownRow);
            } else {
                getChildren().remove(ownRow);
            }
        }
        choices.fit(width);
        chart.room(width >= CHART_FROM);
        boolean room = width >= NOW_FROM;
        now.setVisible(room);
        now.setManaged(room);
        // The label stands over the margin: what is between it and the axis is the gap before "price".
        double margin = NowMargin.width(width - PlotChart.PRICE_AXIS_WIDTH) - 8;
        now.setMinWidth(margin);
        now.setMaxWidth(margin);
    }

    /** Brings buttons and words up to date, the words four times a second. */
    void show(Frame frame, HeatLayer layer, long barNanos, Session.Mode mode, long clock) {
        chart.show(barNanos);
        boolean chosen = notedVersion != control.version();
        if (choices.show() || chosen) {
            notedVersion = control.version();
            notedAt = Long.MIN_VALUE;
            tiers.show();
        }
        // The market's time may run ahead of the clock, and a picture is taken of what it has come to.
        boolean ahead = Math.abs(frame.nowNanos() - notedNow) >= NOTES_MARKET_NANOS;
        if (notedAt == Long.MIN_VALUE || ahead || clock - notedAt >= NOTES_PAUSE_NANOS) {
            notedAt = clock;
            notedNow = frame.nowNanos();
            boolean liquidations = layer instanceof MassLayer;
            tiers.node().setVisible(liquidations);
            tiers.node().setManaged(liquidations);
            HeadNotes words = layer instanceof DepthLayer depth
                    ? depthNotes(frame, depth, mode)
                    : MassWords.notes((MassLayer) layer, frame, weekend(frame));
            events.current()
                    .map(HeatmapHead::badge)
                    .map(words::first)
                    .orElse(words)
                    .show(what, trouble, state);
            chips.show(frame.venues());
            offerSwitch(frame);
        }
    }

    /** In the window of an event: the map knows no news. */
    private static HeadNotes.Badge badge(CalendarEvent event) {
        return new HeadNotes.Badge("EVENT " + event.title(), event.caution());
    }

    private String weekend(Frame frame) {
        if (weekendAt == Long.MIN_VALUE || Math.abs(frame.nowNanos() - weekendAt) >= WEEKEND_NANOS) {
            weekendAt = frame.nowNanos();
            weekend = WeekendNote.of(frame.data(), frame.nowNanos());
        }
        return weekend;
    }

    private HeadNotes depthNotes(Frame frame, DepthLayer depth, Session.Mode mode) {
        String cell = frame.priced()
                ? ", cell " + Times.length(depth.logs().cellNanos()) + " × "
                        + Numbers.price(depth.live().binWidth(), frame.decimals())
                : "";
        String shown = Times.length(choices.spanNanos()) + cell + ", USD, log";
        String words = state(frame, mode, depth.logs().oldest());
        boolean out = frame.inStep() < frame.wanted();
        return new HeadNotes(shown, out ? words : "", out ? "" : words, List.of(shown, words));
    }

    /** A venue that refuses this location can only be switched off; the others go on. */
    private void offerSwitch(Frame frame) {
        VenueControl.Row refused = refused(frame);
        boolean offered = refused != null && chips.switchable(refused.venue());
        switchOff.setVisible(offered);
        switchOff.setManaged(offered);
        if (refused != null) {
            trouble.setText(refusal(refused, frame));
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
