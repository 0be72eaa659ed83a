package io.faultline.ui;

import io.faultline.alarm.sound.Tone;
import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.ui.alarms.Call;
import io.faultline.ui.alarms.FiringStrip;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.clusters.ClusterNews;
import io.faultline.ui.clusters.ClusterSheet;
import io.faultline.ui.export.Exports;
import io.faultline.ui.export.MarketExports;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.model.ModelPanel;
import io.faultline.ui.paint.HelpRequest;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.panel.LastPrice;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.PriceSteps;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.plans.PlanPanel;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One symbol's window content: top bar, alarm strip, panels, status strip. It takes the session's newest view once a
 * pulse and gives every panel that same one. JavaFX thread only.
 */
final class Workspace {
    private static final long SLOW_NANOS = 200_000_000L;

    private final Session session;
    private final Shared axes;
    private final FrameMeter meter = new FrameMeter();
    private final StackPane root = new StackPane();
    private final PanelLayout layout;
    private final LayoutUndo layoutUndo;
    private final TopBar topBar;
    private final AlarmStrip alarms;
    private final AlarmDisplay alarmDisplay;
    private final AlarmCommands alarmCommands;
    private final Window window;
    private final StatusStrip strip;
    private final MarketSigns signs;
    private final @Nullable ReplayBar replayBar;
    private final boolean alone;
    private final Overlays overlays = new Overlays();
    private final PanelCommands commands;
    private final Exports exports = new Exports();
    private final ClusterNews news = new ClusterNews();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (pace.due(now, axes.settings().now(), hidden())) {
                pulse();
            }
        }
    };
    private final FramePace pace = new FramePace();
    private final Runnable afterLayout = this::laidOut;

    private @Nullable StandInCard standIn;
    private @Nullable Consumer<Workspace> waiting;
    private @Nullable Scene scene;
    private DeskView view;
    private long nowNanos;
    private @Nullable DeskView measured;
    private boolean held;
    private long heldSinceNanos;
    private long pulseStarted;
    private long slowShown;
    private long pulses;

    /** What a workspace asks its window for. */
    record Window(
            Runnable picture,
            Runnable settings,
            Runnable help,
            Runnable openJournal,
            Runnable live,
            Runnable layoutChanged,
            Runnable dismissHint,
            BiConsumer<String, Consumer<Workspace>> openSymbol,
            Consumer<Tone> testSound,
            TabStrip.Commands tabs) {
        /** Of a workspace that nothing can be asked of. */
        static Window none() {
            Runnable nothing = () -> {};
            return new Window(
                    nothing,
                    nothing,
                    nothing,
                    nothing,
                    nothing,
                    nothing,
                    nothing,
                    (symbol, then) -> {},
                    tone -> {},
                    TabStrip.Commands.NONE);
        }
    }

    Workspace(Session session, Shared axes, Panels panels, Window window) {
        this.session = session;
        this.axes = axes;
        this.window = window;
        this.view = session.view();
        this.alone = window.tabs().equals(TabStrip.Commands.NONE);
        NoticeCard notice = new NoticeCard(session::retryNow, window.openJournal(), axes.venues()::switchAllOn);
        topBar = new TopBar(
                axes.venues(),
                new TabStrip(window.tabs()),
                new TimeframeSwitch(axes, window.layoutChanged()),
                new TopBar.Asked(
                        window.picture(),
                        () -> alarmCommands().mute(),
                        () -> alarmCommands().showList(),
                        window.settings(),
                        window.help()));
        alarms = new AlarmStrip(window.dismissHint());
        strip = new StatusStrip(this::showHealth, session.mode() == Session.Mode.REPLAY ? null : this::toggleJournal);
        signs = new MarketSigns(session, axes, topBar, strip, notice);
        replayBar = session.replay()
                .map(replay -> new ReplayBar(replay, window.live()))
                .orElse(null);
        if (replayBar != null) {
            replayBar.node().addEventHandler(HelpRequest.ASKED, asked -> {
                asked.consume();
                PanelHelp.of("replay").ifPresent(help -> {
                    Region card = help.card("Replay");
                    overlays.toggle("panel-help", card, card);
                });
            });
        }
        layout = new PanelLayout(
                axes,
                panels,
                new PanelLayout.Around(
                        topBar.node(),
                        alarms.node(),
                        strip.node(),
                        notice.node(),
                        replayBar == null ? null : replayBar.node(),
                        this::help),
                this::arranged);
        layoutUndo = new LayoutUndo(layout, axes.alarms()::done, window.layoutChanged());
        axes.plans().plan().onDone(axes.alarms()::done);
        alarms.hintLine().lights(layout::light);
        axes.chart().onChange(window.layoutChanged());
        axes.clusters().onRemark(session::remark);
        axes.clip().of(session);
        axes.plans().bind(session, this::say);
        axes.plans().onOpen(layout::showInDock);
        axes.clusters().bind(session.records(), session.view().symbol());
        axes.clusters().onPlan(cluster -> {
            axes.plans().plan().make(cluster);
            layout.showInDock(PlanPanel.ID);
        });
        exports.add(ClusterSheet.export(axes.clusters()));
        MarketExports.addTo(exports, axes);
        commands = new PanelCommands(axes, layout.focus(), overlays, this::say);
        alarmCommands = new AlarmCommands(this);
        axes.alarms()
                .outside(new AlarmControl.Outside(
                        this::say,
                        alarmCommands::begin,
                        alarmCommands::jumpTo,
                        (symbol, id) ->
                                openSymbol(symbol, tab -> tab.axes().alarms().edit(id)),
                        alarmCommands::openSettings));
        alarmDisplay = new AlarmDisplay(
                axes.alarms(),
                axes.liquidations(),
                alarms,
                new FiringStrip.Commands(
                        alarmCommands::acknowledge,
                        alarmCommands::snooze,
                        alarmCommands::jump,
                        window.picture(),
                        alarmCommands::showLog),
                () -> layout.focus().current().focus(),
                alarmCommands::showList,
                this::say);
        root.getChildren().addAll(layout.node(), axes.hover().layer(), overlays.node());
        root.getStyleClass().add("workspace");
        if (session.practice()) {
            root.getStyleClass().add("practice");
        } else if (session.mode() == Session.Mode.REPLAY) {
            root.getStyleClass().add("replay");
        }
    }

    private void arranged() {
        layoutUndo.changed(System.nanoTime());
        window.layoutChanged().run();
    }

    Parent node() {
        return root;
    }

    /** Says that this is practice in place of a real market, and how that one does. */
    void standsInFor(Session real, Runnable toReal) {
        if (standIn == null) {
            standIn = new StandInCard(real, toReal);
            root.getChildren().add(root.getChildren().indexOf(overlays.node()), standIn.node());
        }
        standIn.show(real);
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
        return signs.tab();
    }

    /** Scalp, day or swing. */
    TimeframeSwitch timeframes() {
        return topBar.timeframes();
    }

    PanelLayout layout() {
        return layout;
    }

    /** The strip under the top bar. */
    AlarmStrip alarms() {
        return alarms;
    }

    AlarmCommands alarmCommands() {
        return alarmCommands;
    }

    /** Alarms that have fired and that the user has not acknowledged, of all symbols, newest first. */
    List<Call> calls() {
        return alarmDisplay.calls();
    }

    /** Shows that symbol in a tab, and goes on there once it has a price. */
    void openSymbol(String symbol, Consumer<Workspace> then) {
        window.openSymbol().accept(symbol, then);
    }

    /** Runs after the next pulse that shows a price; of several that wait the last. */
    void whenPriced(Consumer<Workspace> then) {
        waiting = then;
    }

    /** Plays a tone because the user wants to hear it. */
    void testSound(Tone tone) {
        window.testSound().accept(tone);
    }

    /** What can be exported of it; whoever has data of their own adds it. */
    Exports exports() {
        return exports;
    }

    /** Says what became of the clusters since the user last looked. */
    void showNews() {
        if (overlays.isOpen("news")) {
            overlays.close();
            return;
        }
        ClusterNews.News since = news.look(view, LastPrice.of(view).decimals());
        NewsCard card = new NewsCard(since, nowNanos, id -> {
            overlays.close();
            if (id == ClusterControl.NONE) {
                return;
            }
            axes.clusters().select(id);
            axes.clusters().selected(view.clusters()).ifPresent(axes::jumpTo);
        });
        overlays.toggle("news", card.node(), card.list());
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
        return signs.state();
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
        Optional<Session.JournalStatus> writing = session.journal();
        session.record(writing.isEmpty());
        writing.ifPresent(journal -> say("Journal ended: " + journal.name(), false));
    }

    /** Shows the feed health of all venues in the dock. */
    void showHealth() {
        layout.showInDock(FeedHealth.ID);
    }

    /** Shows the model's parameters and margin tables in the dock. */
    void showModel() {
        layout.showInDock(ModelPanel.ID);
    }

    /** What can be asked of the panel that has the focus. */
    PanelCommands commands() {
        return commands;
    }

    private void help(PanelFrame frame) {
        commands.help(frame);
    }

    /** Which panel keys and pictures of one panel mean. */
    PanelFocus focus() {
        return layout.focus();
    }

    /** The panel of that kind as it is now; empty when it has stopped. */
    <T extends Panel> Optional<T> panel(Class<T> type) {
        return focus().panel(type);
    }

    /** Whether the window is put away: nobody can see what it draws. */
    private boolean hidden() {
        return scene != null && scene.getWindow() instanceof Stage stage && stage.isIconified();
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
        showAlarms(newestNanos / 1_000_000);
        axes.plans().see(new Pulse(view, session.mode(), nowNanos));
        news.meet(view);
        layout.pulse(new Pulse(view, session.mode(), nowNanos));
        axes.hover().pulse();
        markSlice();
        goOn();
        topBar.show(view, nowNanos, signs.priced());
        if (replayBar != null) {
            replayBar.show(newest, newestNanos);
        }
        if (slowShown == 0 || pulseStarted - slowShown >= SLOW_NANOS) {
            slowShown = pulseStarted;
            layoutUndo.look(pulseStarted);
            long heldNanos = held ? newestNanos - heldSinceNanos : -1;
            signs.show(newest, newestNanos, heldNanos, meter.latest(), pulseStarted);
            if (alone) {
                tabs().show(List.of(tab()), 0);
            }
        }
    }

    /** What was asked of this symbol from another one's tab. */
    private void goOn() {
        Consumer<Workspace> then = waiting;
        if (then != null
                && Double.isFinite(Headline.lastPrice(view))
                && axes.price().height() > 0) {
            waiting = null;
            then.accept(this);
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

    private void showAlarms(long nowMillis) {
        LastPrice price = LastPrice.of(view);
        axes.alarms()
                .show(new AlarmControl.Seen(
                        view.symbol(), view.clusters(), price.price(), price.decimals(), nowMillis));
        alarmDisplay.pulse(nowMillis);
        topBar.muted(session.alarms().settings().sounds().muted());
    }

    /** The heatmap's price axis shows which prices a close-up of the ladder is about. */
    private void markSlice() {
        Optional<LadderPanel.Slice> slice = panel(LadderPanel.class).flatMap(LadderPanel::slice);
        double low = slice.map(LadderPanel.Slice::low).orElse(Double.NaN);
        double high = slice.map(LadderPanel.Slice::high).orElse(Double.NaN);
        panel(HeatmapPanel.class).ifPresent(heatmap -> heatmap.slice(low, high));
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
