package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.paint.ExportRequest;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.ModelControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
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

/**
 * A window: a workspace for each symbol that is open in it, of which one is shown, and what outlives them: its place,
 * scale, keys, pictures. A workspace that is not shown draws nothing, and its session goes on. JavaFX thread only.
 */
final class WorkspaceWindow {
    private static final int SCALE_STEP = 10;
    private static final Duration GLANCE = Duration.millis(500);

    private final Stage stage;
    private final OpenWindows windows;
    private final Setup setup;
    private final ScaledRoot root = new ScaledRoot();
    private final Scene scene = new Scene(root);
    private final Tabs tabs;
    private final javafx.animation.Timeline glance;
    private final Picking picking;
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
        root.scale(layout.scalePercent() / 100.0);
        Workspace workspace = make(first);
        tabs = new Tabs(this, windows, workspace);
        picking = new Picking(windows, tabs::openSymbol);
        glance = new javafx.animation.Timeline(new KeyFrame(GLANCE, e -> glance()));
        long span = setup.options().span().map(java.time.Duration::toSeconds).orElse(layout.spanSeconds());
        workspace.axes().span(span * 1_000_000_000L);
        workspace.layout().arrange(layout.arrangement());
        setup.options().layer().ifPresent(layer -> layer.show(workspace));
        workspace.axes().liquidations().distancesOf(layout.chosenTimeframe());
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> new KeyDispatch(actions, workspace().overlays()::isOpen).handle(event));
        new DroppedFiles(this::workspace).on(scene);
        stage.setScene(scene);
        stage.getIcons().add(Icons.windowIcon());
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("F11 leaves full screen");
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
    }

    void show() {
        stage.show();
        workspace().start(scene);
        glance.play();
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
        Shared axes = Shared.create(
                VenueControl.of(session, windows.own()),
                LiquidationControl.of(session),
                ModelControl.of(session, setup.chooseTables()));
        Workspace made = new Workspace(
                session,
                axes,
                setup.panels().apply(axes),
                new Workspace.Window(
                        this::pictureOfWindow,
                        this::toggleKeys,
                        this::openJournal,
                        () -> tabs().openLive(),
                        this::layoutChanged,
                        windows::dismissHint,
                        new TabStrip.Commands(
                                number -> tabs().select(number),
                                number -> tabs().close(number),
                                number -> tabs().moveOut(number),
                                () -> pick(true))));
        made.alarms().hint(!windows.hintDismissed());
        made.node()
                .addEventHandler(
                        ExportRequest.ASKED, request -> windows.exports().save(made, request));
        return made;
    }

    /** Shows that one of its workspaces, which begins to draw. */
    void put(Workspace shown) {
        dress(shown);
        shown.start(scene);
    }

    private void dress(Workspace shown) {
        root.show(shown.node());
        stage.setTitle(shown.view().symbol() + " · Faultline");
        List<Action> all = new ArrayList<>(new MarketActions(shown).list());
        all.addAll(new PanelActions(shown).list());
        all.addAll(new ClusterActions(shown).list());
        all.addAll(new WindowActions(this).list());
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

    void togglePalette() {
        Overlays overlays = workspace().overlays();
        CommandPalette palette = new CommandPalette(actions, overlays::close);
        overlays.toggle("palette", palette.node(), palette.words());
    }

    void pictureOfWindow() {
        windows.pictures().window(workspace(), stage.getOutputScaleX());
    }

    void pictureOfPanel() {
        windows.pictures().panel(workspace(), stage.getOutputScaleX() * root.scale());
    }

    void fullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    /** Closes or drops the topmost of overlay, pinned crosshair, full screen. */
    void escape() {
        if (!workspace().commands().escape()) {
            stage.setFullScreen(false);
        }
    }

    /** Larger or smaller by that many steps; 0 goes back to 100 %. */
    void rescale(int steps) {
        long now = Math.round(root.scale() * 100);
        long wanted = steps == 0 ? 100 : now + (long) steps * SCALE_STEP;
        root.scale(Math.max(SavedLayout.MIN_SCALE, Math.min(SavedLayout.MAX_SCALE, wanted)) / 100.0);
        workspace().say("Interface " + Math.round(root.scale() * 100) + " %", false);
        layoutChanged();
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

    /** How the window lies now; where it is maximised, its size is that of before. */
    SavedLayout layout(SavedLayout before) {
        return WindowPlace.of(stage, before, workspace(), (int) Math.round(root.scale() * 100));
    }

    private void closed() {
        glance.stop();
        picking.stop();
        tabs.stop();
        windows.closed(this);
    }
}
