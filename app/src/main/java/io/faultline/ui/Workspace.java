package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.Positioning;
import io.faultline.desk.Session;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.PriceSteps;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's window content: top bar, columns, replay bar, status strip. It takes the session's newest view once a
 * pulse and gives every panel that same one. JavaFX thread only.
 */
final class Workspace {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long SLOW_NANOS = 200_000_000L;

    private final Session session;
    private final Shared axes;
    private final FrameMeter meter = new FrameMeter();
    private final StackPane root = new StackPane();
    private final PanelFocus focus;
    private final Columns columns;
    private final TopBar topBar;
    private final StatusStrip strip;
    private final @Nullable ReplayBar replayBar;
    private final NoticeCard notice;
    private final boolean alone;
    private final Overlays overlays = new Overlays();
    private final FeedHealth health;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };
    private final Runnable afterLayout = this::laidOut;

    private @Nullable Scene scene;
    private DeskView view;
    private long nowNanos;
    private @Nullable DeskView measured;
    private ChipText state = new ChipText(Shape.RING, Tone.LOW, "CONNECTING");
    private boolean priced;
    private boolean held;
    private long heldSinceNanos;
    private long pulseStarted;
    private long slowShown;
    private long pulses;

    /** What a workspace asks its window for. */
    record Window(
            Runnable picture,
            Runnable help,
            Runnable openJournal,
            Runnable live,
            Runnable layoutChanged,
            TabStrip.Commands tabs) {
        /** Of a workspace that nothing can be asked of. */
        static Window none() {
            Runnable nothing = () -> {};
            return new Window(nothing, nothing, nothing, nothing, nothing, TabStrip.Commands.NONE);
        }
    }

    Workspace(Session session, Shared axes, Panels panels, Window window) {
        this.session = session;
        this.axes = axes;
        this.view = session.view();
        this.alone = window.tabs().equals(TabStrip.Commands.NONE);
        PanelFrame heatmap = new PanelFrame("Heatmap", panels.heatmap());
        PanelFrame ladder = new PanelFrame("Ladder", panels.ladder());
        PanelFrame funding = new PanelFrame("Funding", panels.funding());
        focus = new PanelFocus(List.of(heatmap, ladder, funding));
        health = new FeedHealth(axes.venues(), session::retryNow);
        notice = new NoticeCard(session::retryNow, window.openJournal(), axes.venues()::switchAllOn);
        StackPane left = new StackPane(heatmap.node(), notice.node());
        left.setMinSize(0, 0);
        columns = new Columns(left, ladder.node(), funding.node(), window.layoutChanged());
        topBar = new TopBar(axes.venues(), new TabStrip(window.tabs()), window.picture(), window.help());
        strip = new StatusStrip(this::toggleHealth, session.mode() == Session.Mode.REPLAY ? null : this::toggleJournal);
        replayBar = session.replay()
                .map(replay -> new ReplayBar(replay, window.live()))
                .orElse(null);
        VBox bands = new VBox(topBar.node(), columns);
        if (replayBar != null) {
            bands.getChildren().add(replayBar.node());
        }
        bands.getChildren().add(strip.node());
        VBox.setVgrow(columns, Priority.ALWAYS);
        root.getChildren().addAll(bands, overlays.node());
        root.getStyleClass().add("workspace");
        if (session.practice()) {
            root.getStyleClass().add("practice");
        } else if (session.mode() == Session.Mode.REPLAY) {
            root.getStyleClass().add("replay");
        }
    }

    Parent node() {
        return root;
    }

    Session session() {
        return session;
    }

    Shared axes() {
        return axes;
    }

    FrameMeter meter() {
        return meter;
    }

    TabStrip tabs() {
        return topBar.tabs();
    }

    /** What its tab says; looked up anew, since a hidden workspace draws nothing. */
    TabStrip.Text tab() {
        DeskView newest = session.view();
        ChipText stands = MarketChips.state(axes.venues().rows(newest, session.nowNanos()));
        return new TabStrip.Text(newest.symbol(), MarketChips.mode(session, stands));
    }

    Columns columns() {
        return columns;
    }

    Overlays overlays() {
        return overlays;
    }

    Optional<ReplayBar> replayBar() {
        return Optional.ofNullable(replayBar);
    }

    /** The view on the screen: an older one than the session's while held. */
    DeskView view() {
        return view;
    }

    /** The market's time of {@link #view}, nanoseconds since 1970. */
    long nowNanos() {
        return nowNanos;
    }

    ChipText state() {
        return state;
    }

    boolean held() {
        return held;
    }

    /** How many pulses have been drawn, so that a picture can wait for one. */
    long pulses() {
        return pulses;
    }

    /** Begins to draw; the node must be in that scene. */
    void start(Scene newScene) {
        scene = newScene;
        newScene.addPostLayoutPulseListener(afterLayout);
        timer.start();
        pulse();
    }

    /** Draws no more; the session goes on until it is closed. */
    void stop() {
        timer.stop();
        if (scene != null) {
            scene.removePostLayoutPulseListener(afterLayout);
        }
    }

    /** Freezes the picture, or lets it go on; the data goes on all the time. */
    void hold() {
        held = !held;
        heldSinceNanos = nowNanos;
        slowShown = 0;
    }

    /** Says something in the strip for some seconds. */
    void say(String words, boolean trouble) {
        strip.say(words, trouble, System.nanoTime());
    }

    /** Starts a journal, or ends the one that is written. */
    void toggleJournal() {
        session.record(session.journal().isEmpty());
    }

    void toggleHealth() {
        health.show(axes.venues().rows(view, nowNanos), nowNanos);
        overlays.toggle("feed-health", health.node(), health.node());
    }

    boolean healthOpen() {
        return overlays.isOpen() && health.node().getParent() != null;
    }

    /** Feed health as text. */
    String healthText() {
        return health.asText();
    }

    /** Which panel keys and pictures of one panel mean. */
    PanelFocus focus() {
        return focus;
    }

    /** The panel of that kind as it is now; empty when it has stopped. */
    <T extends Panel> Optional<T> panel(Class<T> type) {
        return focus.panel(type);
    }

    /** Copies as text: what is open over the panels where it has words, else the panel that has the focus. */
    void copyPanel() {
        if (healthOpen()) {
            copy("Feed health", health.asText());
        } else {
            focus.current().panel().ifPresent(panel -> copy(panel.title(), panel.asText()));
        }
    }

    private void copy(String title, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        say(copied ? title + " copied as text" : "The clipboard takes nothing", !copied);
    }

    /** Closes or drops the topmost of overlay and crosshair; false where there was neither. */
    boolean escape() {
        Crosshair crosshair = axes.crosshair();
        if (overlays.isOpen()) {
            overlays.close();
            return true;
        }
        if (crosshair.pinned() || Double.isFinite(crosshair.price())) {
            crosshair.pin(false);
            crosshair.leave();
            return true;
        }
        return false;
    }

    private void pulse() {
        pulseStarted = System.nanoTime();
        DeskView newest = session.view();
        long newestNanos = session.nowNanos();
        if (!held) {
            view = newest;
            nowNanos = newestNanos;
        }
        steerAxes();
        Pulse pulse = new Pulse(view, session.mode(), nowNanos);
        for (PanelFrame frame : focus.frames()) {
            frame.pulse(pulse);
        }
        markSlice();
        topBar.show(view, nowNanos, priced);
        if (replayBar != null) {
            replayBar.show(newestNanos);
        }
        if (slowShown == 0 || pulseStarted - slowShown >= SLOW_NANOS) {
            slowShown = pulseStarted;
            showStates(newest, newestNanos);
        }
    }

    /** The axes go with the market even where the panel that draws them has stopped. */
    private void steerAxes() {
        double tick = PriceSteps.finest(view);
        if (tick > 0) {
            axes.price().tick(tick);
        }
        axes.time().now(nowNanos);
        double last = Headline.lastPrice(view);
        axes.price().keepInView(last);
    }

    /** The heatmap's price axis shows which prices a close-up of the ladder is about. */
    private void markSlice() {
        Optional<LadderPanel.Slice> slice = panel(LadderPanel.class).flatMap(LadderPanel::slice);
        double low = slice.map(LadderPanel.Slice::low).orElse(Double.NaN);
        double high = slice.map(LadderPanel.Slice::high).orElse(Double.NaN);
        panel(HeatmapPanel.class).ifPresent(heatmap -> heatmap.slice(low, high));
    }

    /** What is read rather than watched, five times a second. */
    private void showStates(DeskView newest, long newestNanos) {
        List<VenueControl.Row> venues = axes.venues().rows(newest, newestNanos);
        state = MarketChips.state(venues);
        topBar.reconsider();
        topBar.interestChange(Positioning.of(axes.venues().asked(newest), newestNanos, DAY_NANOS)
                .change());
        priced = venues.stream().anyMatch(VenueControl.Row::inStep);
        if (alone) {
            tabs().show(List.of(tab()), 0);
        }
        ChipText second = held
                ? MarketChips.held(newestNanos - heldSinceNanos)
                : session.mode() == Session.Mode.LIVE || state.tone() == Tone.OK ? null : state;
        topBar.show(MarketChips.mode(session, state), second);
        boolean live = session.mode() == Session.Mode.LIVE;
        strip.show(venues, newestNanos, session.journal(), meter.latest(), live, pulseStarted);
        strip.past(session.past());
        notice.show(
                axes.venues().allSwitchedOff()
                        ? MarketNotice.ALL_OFF
                        : MarketNotice.of(newest, session.mode(), newestNanos));
        if (healthOpen()) {
            health.show(venues, newestNanos);
        }
    }

    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    private void laidOut() {
        pulses++;
        long end = System.nanoTime();
        if (pulseStarted == 0) {
            return;
        }
        meter.pulse(end, end - pulseStarted);
        if (session.mode() == Session.Mode.LIVE && !held && view != measured && view.timeNanos() != 0) {
            measured = view;
            meter.event(Math.max(0, session.nowNanos() - view.timeNanos()));
        }
    }
}
