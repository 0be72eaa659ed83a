package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

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
    private final List<Workspace> tabs = new ArrayList<>();
    private final javafx.animation.Timeline glance =
            new javafx.animation.Timeline(new KeyFrame(GLANCE, e -> showTabs()));
    private final Picking picking;
    private Workspace workspace;
    private List<Action> actions = List.of();
    private boolean opening;

    /**
     * What a window is made with.
     *
     * @param panels makes a workspace's panels
     * @param pictures where pictures go
     * @param chooseJournals asks the user for journals; none when they change their mind
     */
    record Setup(
            WorkspaceOptions options,
            Function<Shared, Panels> panels,
            PictureFolder pictures,
            Function<Stage, List<Path>> chooseJournals) {}

    /** @param onClosed runs when the last window has been closed and its sessions with it; any thread */
    WorkspaceWindow(Stage stage, Sessions sessions, Session first, Setup setup, Runnable onClosed) {
        this(stage, new OpenWindows(sessions, setup, onClosed), first);
        WindowPlace.restore(stage, setup.options(), windows.layout(), this::layoutChanged);
        if (first.mode() != Session.Mode.REPLAY) {
            Set<String> others = new LinkedHashSet<>(sessions.beside());
            others.addAll(windows.layout().symbols());
            others.remove(first.view().symbol());
            others.forEach(this::openAgain);
        }
        if (!windows.trouble().isEmpty()) {
            workspace.say(windows.trouble(), true);
        }
    }

    /** One more window. */
    WorkspaceWindow(Stage stage, OpenWindows windows, Session first) {
        this.stage = stage;
        this.windows = windows;
        setup = windows.setup();
        picking = new Picking(windows, this::openSymbol);
        SavedLayout layout = windows.layout();
        Theme.dress(scene);
        root.scale(layout.scalePercent() / 100.0);
        workspace = make(first);
        tabs.add(workspace);
        long span = setup.options().span().map(java.time.Duration::toSeconds).orElse(layout.spanSeconds());
        workspace.axes().time().span(span * 1_000_000_000L);
        workspace.columns().widths(layout.ladderWidth(), layout.fundingWidth());
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED, event -> new KeyDispatch(actions, workspace.overlays()::isOpen).handle(event));
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
        put(workspace);
    }

    void show() {
        stage.show();
        workspace.start(scene);
        glance.play();
    }

    Workspace workspace() {
        return workspace;
    }

    /** How many symbols are open in it. */
    int tabCount() {
        return tabs.size();
    }

    List<Action> actions() {
        return actions;
    }

    double scale() {
        return root.scale();
    }

    /** The symbols that are to be opened again: those of a replay are the journal's. */
    List<String> symbols() {
        return tabs.stream()
                .filter(tab -> tab.session().mode() != Session.Mode.REPLAY)
                .map(tab -> tab.view().symbol())
                .toList();
    }

    private Workspace make(Session session) {
        Shared axes = Shared.create(VenueControl.of(session, windows.own()), new LiquidationControl(session::picture));
        return new Workspace(
                session,
                axes,
                setup.panels().apply(axes),
                new Workspace.Window(
                        this::pictureOfWindow,
                        this::toggleKeys,
                        this::openJournal,
                        this::openLive,
                        this::layoutChanged,
                        new TabStrip.Commands(this::select, this::close, this::moveOut, () -> pick(true))));
    }

    private void put(Workspace shown) {
        root.show(shown.node());
        stage.setTitle(shown.view().symbol() + " · Faultline");
        List<Action> all = new ArrayList<>(new MarketActions(shown).list());
        all.addAll(new WindowActions(this).list());
        actions = List.copyOf(all);
        showTabs();
    }

    private void showTabs() {
        workspace.tabs().show(tabs.stream().map(Workspace::tab).toList(), tabs.indexOf(workspace));
    }

    /** Shows the tab of that number. */
    void select(int number) {
        if (number < 0 || number >= tabs.size() || tabs.get(number).equals(workspace)) {
            return;
        }
        workspace.overlays().close();
        workspace.stop();
        workspace = tabs.get(number);
        put(workspace);
        workspace.start(scene);
    }

    void nextTab() {
        select((tabs.indexOf(workspace) + 1) % tabs.size());
    }

    void closeTab() {
        close(tabs.indexOf(workspace));
    }

    private void close(int number) {
        if (tabs.size() < 2) {
            workspace.say("The last symbol stays open; Alt+F4 closes the window", false);
            return;
        }
        Workspace gone = take(number);
        windows.worker().execute(gone.session()::close);
    }

    /** Takes a tab out of the window, which shows its neighbour where it was the one shown. */
    private Workspace take(int number) {
        Workspace gone = tabs.get(number);
        if (gone.equals(workspace)) {
            select(number == 0 ? 1 : number - 1);
        }
        gone.stop();
        tabs.remove(gone);
        showTabs();
        layoutChanged();
        return gone;
    }

    void moveTabOut() {
        moveOut(tabs.indexOf(workspace));
    }

    private void moveOut(int number) {
        if (tabs.size() < 2) {
            workspace.say("The symbol is in a window of its own", false);
            return;
        }
        windows.moveOut(take(number));
    }

    /** Lets the user choose a symbol. */
    void pick(boolean inNewTab) {
        picking.open(workspace.overlays(), inNewTab);
    }

    private void openSymbol(String symbol, boolean inNewTab) {
        for (int i = 0; i < tabs.size(); i++) {
            boolean replay = tabs.get(i).session().mode() == Session.Mode.REPLAY;
            if (!replay && tabs.get(i).view().symbol().equals(symbol)) {
                select(i);
                return;
            }
        }
        Opening what = () -> windows.sessions().live(symbol);
        if (inNewTab) {
            open("Opening " + symbol, what, session -> add(session, true));
        } else {
            Workspace here = workspace;
            open("Opening " + symbol, what, session -> replace(here, session));
        }
    }

    /** Opens a symbol that was asked for beside the first, or was open at the last start, behind what is shown. */
    private void openAgain(String symbol) {
        windows.worker().execute(() -> {
            try {
                Session session = windows.sessions().live(symbol);
                Platform.runLater(() -> add(session, false));
            } catch (IOException e) {
                Platform.runLater(() -> workspace.say(symbol + ": " + e.getMessage(), true));
            }
        });
    }

    void toggleKeys() {
        var keys = KeyList.of(actions);
        workspace.overlays().toggle("key-list", keys, keys);
    }

    void togglePalette() {
        Overlays overlays = workspace.overlays();
        CommandPalette palette = new CommandPalette(actions, overlays::close);
        overlays.toggle("palette", palette.node(), palette.words());
    }

    void pictureOfWindow() {
        windows.pictures().window(workspace, stage.getOutputScaleX());
    }

    void pictureOfPanel() {
        windows.pictures().panel(workspace, stage.getOutputScaleX() * root.scale());
    }

    /** What is open over the panels where it has words, else the panel that has the focus. */
    void copyPanel() {
        if (workspace.healthOpen()) {
            copy("Feed health", workspace.healthText());
        } else {
            workspace.current().panel().ifPresent(panel -> copy(panel.title(), panel.asText()));
        }
    }

    private void copy(String title, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        workspace.say(copied ? title + " copied as text" : "The clipboard takes nothing", !copied);
    }

    void fullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    /** Closes or drops the topmost of overlay, pinned crosshair, full screen. */
    void escape() {
        var crosshair = workspace.axes().crosshair();
        if (workspace.overlays().isOpen()) {
            workspace.overlays().close();
        } else if (crosshair.pinned() || Double.isFinite(crosshair.price())) {
            crosshair.pin(false);
            crosshair.leave();
        } else {
            stage.setFullScreen(false);
        }
    }

    /** Larger or smaller by that many steps; 0 goes back to 100 %. */
    void rescale(int steps) {
        long now = Math.round(root.scale() * 100);
        long wanted = steps == 0 ? 100 : now + (long) steps * SCALE_STEP;
        root.scale(Math.max(SavedLayout.MIN_SCALE, Math.min(SavedLayout.MAX_SCALE, wanted)) / 100.0);
        workspace.say("Interface " + Math.round(root.scale() * 100) + " %", false);
        layoutChanged();
    }

    void openJournal() {
        List<Path> files = setup.chooseJournals().apply(stage);
        if (!files.isEmpty()) {
            Workspace here = workspace;
            open(
                    "Opening " + files.get(0).getFileName(),
                    () -> windows.sessions().replay(files),
                    session -> replace(here, session));
        }
    }

    void openLive() {
        Workspace here = workspace;
        open("Connecting", windows.sessions()::live, session -> replace(here, session));
    }

    private interface Opening {
        Session session() throws IOException;
    }

    /** Opens on the worker; the workspace on the screen goes on until the new one is there. */
    private void open(String words, Opening what, Consumer<Session> then) {
        if (opening) {
            return;
        }
        opening = true;
        workspace.say(words + " …", false);
        windows.worker().execute(() -> {
            try {
                Session session = what.session();
                Platform.runLater(() -> {
                    opening = false;
                    then.accept(session);
                });
            } catch (IOException e) {
                Platform.runLater(() -> {
                    opening = false;
                    workspace.say(String.valueOf(e.getMessage()), true);
                });
            }
        });
    }

    /** Puts a market into the tab of another. */
    private void replace(Workspace old, Session session) {
        int at = tabs.indexOf(old);
        if (at < 0) {
            add(session, true);
            return;
        }
        Workspace next = adopted(session);
        if (next != null) {
            tabs.set(at, next);
            old.stop();
            windows.worker().execute(old.session()::close);
            if (old.equals(workspace)) {
                workspace = next;
                put(next);
                next.start(scene);
            }
            layoutChanged();
        }
    }

    /** One more tab, at the right. */
    private void add(Session session, boolean shown) {
        Workspace next = adopted(session);
        if (next != null) {
            tabs.add(next);
            if (shown) {
                select(tabs.size() - 1);
            }
            showTabs();
            layoutChanged();
        }
    }

    /** A workspace for the session, set up as the one shown; none where the window is gone. */
    private @Nullable Workspace adopted(Session session) {
        if (!stage.isShowing()) {
            new Thread(session::close, "late-session-closer").start();
            return null;
        }
        Workspace next = make(session);
        next.axes().time().span(workspace.axes().time().spanNanos());
        next.columns()
                .widths(workspace.columns().ladderWidth(), workspace.columns().fundingWidth());
        return next;
    }

    private void layoutChanged() {
        if (stage.isShowing()) {
            windows.layoutChanged();
        }
    }

    /** How the window lies now; where it is maximised, its size is that of before. */
    SavedLayout layout(SavedLayout before) {
        return WindowPlace.of(stage, before, workspace, (int) Math.round(root.scale() * 100));
    }

    private void closed() {
        glance.stop();
        picking.stop();
        tabs.forEach(Workspace::stop);
        tabs.forEach(tab -> windows.worker().execute(tab.session()::close));
        windows.closed(this);
    }
}
