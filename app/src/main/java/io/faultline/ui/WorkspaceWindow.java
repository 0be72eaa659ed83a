package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.export.Export;
import io.faultline.ui.export.SheetFile;
import io.faultline.ui.paint.ExportRequest;
import io.faultline.ui.paint.PanelRequest;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.ModelControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.Source;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.Setting;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A window: a workspace for each symbol that is open in it, of which one is shown, and what outlives them: its place,
 * scale, keys, pictures. A workspace that is not shown draws nothing, and its session goes on. JavaFX thread only.
 */
final class WorkspaceWindow {
    private static final Duration GLANCE = Duration.millis(500);

    private final Stage stage;
    private final OpenWindows windows;
    private final Setup setup;
    private final ScaledRoot root = new ScaledRoot();
    private final Scene scene = new Scene(root);
    private final Tabs tabs;
    private @Nullable SavedLayout beforeOnTop;
    private final javafx.animation.Timeline glance;
    private final Picking picking;
    private final Runnable afterFirst = this::drawn;
    private List<Action> actions = List.of();

    /**
     * What a window is made with.
     *
     * @param panels makes a workspace's panels
     * @param pictures where pictures go
     * @param chooseJournals asks the user for journals; none when they change their mind
     * @param chooseTables asks the user for files of margin tables; none when they change their mind
     */
    record Setup(
            WorkspaceOptions options,
            Function<Shared, Panels> panels,
            PictureFolder pictures,
            Function<Stage, List<Path>> chooseJournals,
            Function<Window, List<Path>> chooseTables) {
        /** With the system's own dialogue for margin tables. */
        Setup(
                WorkspaceOptions options,
                Function<Shared, Panels> panels,
                PictureFolder pictures,
                Function<Stage, List<Path>> chooseJournals) {
            this(options, panels, pictures, chooseJournals, TableChooser::ask);
        }
    }

    /** @param onClosed runs when the last window has been closed and its sessions with it; any thread */
    WorkspaceWindow(Stage stage, Sessions sessions, Session first, Setup setup, Runnable onClosed) {
        this(stage, new OpenWindows(sessions, setup, onClosed), first);
        WindowPlace.restore(stage, setup.options(), windows.layout(), this::layoutChanged);
        if (first.mode() != Session.Mode.REPLAY) {
            Set<String> others = new LinkedHashSet<>(sessions.beside());
            others.addAll(windows.layout().symbols());
            others.remove(first.view().symbol());
            tabs.openAgain(others);
        }
        if (!windows.trouble().isEmpty()) {
            workspace().say(windows.trouble(), true);
        }
    }

    /** One more window. */
    WorkspaceWindow(Stage stage, OpenWindows windows, Session first) {
        this.stage = stage;
        this.windows = windows;
        setup = windows.setup();
        SavedLayout layout = windows.layout();
        Theme.dress(scene);
        root.scale(windows.settings().get(KnownSettings.INTERFACE_PERCENT) / 100);
        Workspace workspace = make(first);
        tabs = new Tabs(this, windows, workspace);
        picking = new Picking(windows, tabs::openSymbol);
        glance = new javafx.animation.Timeline(new KeyFrame(GLANCE, e -> glance()));
        long span = setup.options().span().map(java.time.Duration::toSeconds).orElse(layout.spanSeconds());
        workspace.axes().span(span * 1_000_000_000L);
        workspace.layout().arrange(layout.arrangement());
        if (setup.options().span().isEmpty()) {
            layout.of(first.view().symbol()).ifPresent(look -> look.restore(workspace));
        }
        setup.options().layer().ifPresent(layer -> layer.show(workspace));
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> new KeyDispatch(actions, workspace().overlays()::isOpen).handle(event));
        new DroppedFiles(this::workspace).on(scene);
        stage.setScene(scene);
        stage.getIcons().add(Icons.windowIcon());
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("F11 leaves full screen");
        stage.setOnCloseRequest(new QuitNotice(this)::closing);
        stage.setOnHidden(e -> closed());
        stage.setMinWidth(WorkspaceOptions.MIN_WIDTH);
        stage.setMinHeight(WorkspaceOptions.MIN_HEIGHT);
        stage.setWidth(Math.max(WorkspaceOptions.MIN_WIDTH, layout.width()));
        stage.setHeight(Math.max(WorkspaceOptions.MIN_HEIGHT, layout.height()));
        glance.setCycleCount(Animation.INDEFINITE);
        windows.opened(this);
        dress(workspace);
    }

    private void glance() {
        tabs.showStrip();
        tabs.lookForExchanges();
        windows.listen();
    }

    void show() {
        scene.addPostLayoutPulseListener(afterFirst);
        stage.show();
        workspace().start(scene);
        glance.play();
    }

    private void drawn() {
        scene.removePostLayoutPulseListener(afterFirst);
        windows.sessions().drawn();
    }

    /** Closes it, whatever is armed. */
    void hide() {
        stage.hide();
    }

    boolean isShowing() {
        return stage.isShowing();
    }

    Workspace workspace() {
        return tabs.shown();
    }

    Tabs tabs() {
        return tabs;
    }

    List<Action> actions() {
        return actions;
    }

    double scale() {
        return root.scale();
    }

    /** A workspace of this window. */
    Workspace make(Session session) {
        LiquidationControl liquidations = LiquidationControl.of(session);
        SettingsEffects.begin(liquidations, windows.settings().now());
        SettingsEffects.begin(session, windows.settings().now());
        Shared axes = Shared.create(
                VenueControl.of(session, windows.own()),
                liquidations,
                ModelControl.of(session, setup.chooseTables()),
                windows.settings(),
                new AlarmControl(session.alarms()));
        Workspace made = new Workspace(
                session,
                axes,
                setup.panels().apply(axes),
                new Workspace.Window(
                        this::pictureOfWindow,
                        this::toggleSettings,
                        this::toggleKeys,
                        this::openJournal,
                        () -> tabs().openLive(),
                        this::layoutChanged,
                        windows::dismissHint,
                        (symbol, then) -> tabs().openSymbol(symbol, true, then),
                        tone -> windows.bell()
                                .test(tone, session.alarms().settings().volume()),
                        new TabStrip.Commands(
                                number -> tabs().select(number),
                                number -> tabs().close(number),
                                number -> tabs().moveOut(number),
                                () -> pick(true))));
        made.alarms().hint(windows.settings().get(KnownSettings.HINT));
        made.node()
                .addEventHandler(
                        ExportRequest.ASKED, request -> windows.exports().save(made, request));
        made.node().addEventHandler(PanelRequest.EXPORT, request -> export(made, request));
        made.node().addEventHandler(PanelRequest.PICTURE, request -> pictureOfPanel());
        return made;
    }

    /** Shows that one of its workspaces, which begins to draw. */
    void put(Workspace shown) {
        dress(shown);
        shown.start(scene);
    }

    private void dress(Workspace shown) {
        root.show(shown.node());
        stage.setTitle(Source.label(shown.session(), " · ") + shown.view().symbol() + " · Faultline");
        List<Action> all = new ArrayList<>(new MarketActions(shown).list());
        all.addAll(new PanelActions(shown).list());
        all.addAll(new ClusterActions(shown).list());
        all.addAll(new PlanActions(shown).list());
        all.addAll(new AlarmActions(shown).list());
        all.addAll(new WindowActions(this).list());
        all.addAll(new SettingsActions(this).list());
        all.addAll(new HelpActions(this).list());
        actions = List.copyOf(all);
        tabs.showStrip();
    }

    /** Lets the user choose a symbol. */
    void pick(boolean inNewTab) {
        picking.open(workspace().overlays(), inNewTab);
    }

    void toggleKeys() {
        var keys = KeyList.of(actions);
        workspace().overlays().toggle("key-list", keys, keys);
    }

    void toggleSettings() {
        SettingsPage page = SettingsSections.page(this);
        workspace().overlays().toggle("settings-page", page.node(), page.search());
    }

    /** Arranges the panels of every tab as is usual. */
    void resetLayout() {
        tabs.all().forEach(tab -> tab.layout().reset());
        workspace().say("The layout is as usual", false);
    }

    void togglePalette() {
        Overlays overlays = workspace().overlays();
        CommandPalette palette = new CommandPalette(actions, overlays::close);
        overlays.toggle("palette", palette.node(), palette.words());
    }

    /** Offers what can be exported. */
    void offerExports() {
        Workspace shown = workspace();
        ExportCard card = new ExportCard(shown.exports().all(), (export, format) -> {
            shown.overlays().close();
            windows.exports().save(shown, export, format);
        });
        shown.overlays().toggle("export", card.node(), card.first());
    }

    /** Exports what a panel's menu asks for, or offers what there is. */
    private void export(Workspace of, PanelRequest request) {
        if (request.export().isEmpty()) {
            offerExports();
            return;
        }
        for (Export export : of.exports().all()) {
            for (SheetFile.Format format : SheetFile.Format.values()) {
                if (export.name().equals(request.export()) && format.extension().equals(request.extension())) {
                    windows.exports().save(of, export, format);
                }
            }
        }
    }

    void pictureOfWindow() {
        windows.pictures().window(workspace(), stage.getOutputScaleX());
    }

    void pictureOfPanel() {
        windows.pictures().panel(workspace(), stage.getOutputScaleX() * root.scale());
    }

    /** Makes the window as small as it may be, over all others; again, and it is as it was. */
    void toggleOnTop() {
        SavedLayout was = beforeOnTop;
        if (was == null) {
            beforeOnTop = layout(windows.layout());
            stage.setFullScreen(false);
            stage.setMaximized(false);
            stage.setWidth(WorkspaceOptions.MIN_WIDTH);
            stage.setHeight(WorkspaceOptions.MIN_HEIGHT);
        } else {
            beforeOnTop = null;
            WindowPlace.put(stage, was);
        }
        stage.setAlwaysOnTop(was == null);
    }

    void fullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    /** Closes or drops the topmost of overlay, pinned crosshair, full screen. */
    void escape() {
        if (!workspace().overlays().isOpen() && workspace().alarmCommands().drop()) {
            return;
        }
        boolean stopped = workspace().replayBar().map(ReplayBar::stopSeeking).orElse(false);
        if (!stopped && !workspace().commands().escape()) {
            stage.setFullScreen(false);
        }
    }

    /** Larger or smaller by that many steps; 0 goes back to 100 %. */
    void rescale(int steps) {
        Setting.Range percent = KnownSettings.INTERFACE_PERCENT;
        double wanted = steps == 0 ? 100 : windows.settings().get(percent) + steps * percent.step();
        windows.settings().set(percent, Math.max(percent.least(), Math.min(percent.most(), wanted)));
        workspace().say("Interface " + Math.round(root.scale() * 100) + " %", false);
    }

    /** Shows the interface in that size. */
    void scaleTo(double percent) {
        if (Math.abs(root.scale() - percent / 100) > 1e-6) {
            root.scale(percent / 100);
        }
    }

    void openJournal() {
        List<Path> files = setup.chooseJournals().apply(stage);
        if (!files.isEmpty()) {
            tabs.openReplay(files);
        }
    }

    /** Asks for files of margin tables, imports them, and shows what is said of them. */
    void importTables() {
        if (workspace().axes().model().chooseTables(stage)) {
            workspace().showModel();
        }
    }

    void layoutChanged() {
        if (stage.isShowing()) {
            windows.layoutChanged();
        }
    }

    /** What all windows share. */
    OpenWindows windows() {
        return windows;
    }

    /** How the window lies now; where it is maximised, or small and on top, its size is that of before. */
    SavedLayout layout(SavedLayout before) {
        SavedLayout now = WindowPlace.of(stage, before, workspace());
        return beforeOnTop == null ? now : now.placedAs(beforeOnTop);
    }

    private void closed() {
        glance.stop();
        picking.stop();
        tabs.stop();
        windows.closed(this);
    }
}
