package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.SharedAxes;
import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window: one workspace at a time, and what outlives it: its place, scale, keys, pictures. JavaFX thread only. */
final class WorkspaceWindow {
    private static final int SCALE_STEP = 10;

    private final Stage stage;
    private final Sessions sessions;
    private final Setup setup;
    private final ScaledRoot root = new ScaledRoot();
    private final Scene scene = new Scene(root);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(WorkspaceWindow::workerThread);
    private final LayoutMemory memory;
    private final PictureTaker pictures;
    private final Runnable onClosed;
    private SavedLayout layout;
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
            Function<SharedAxes, Panels> panels,
            PictureFolder pictures,
            Function<Stage, List<Path>> chooseJournals) {}

    /** @param onClosed runs when the window has been closed and its session with it; any thread */
    WorkspaceWindow(Stage stage, Sessions sessions, Session first, Setup setup, Runnable onClosed) {
        this.stage = stage;
        this.sessions = sessions;
        this.setup = setup;
        this.onClosed = onClosed;
        LayoutFile file = new LayoutFile(setup.options().home());
        LayoutFile.Loaded loaded = file.load();
        layout = loaded.layout();
        memory = new LayoutMemory(file, this::currentLayout, worker);
        pictures = new PictureTaker(setup.pictures(), worker);
        Theme.dress(scene);
        root.scale(layout.scalePercent() / 100.0);
        workspace = make(first);
        long span = setup.options().span().map(Duration::toSeconds).orElse(layout.spanSeconds());
        workspace.axes().time().span(span * 1_000_000_000L);
        workspace.columns().widths(layout.ladderWidth(), layout.fundingWidth());
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED, event -> new KeyDispatch(actions, workspace.overlays()::isOpen).handle(event));
        stage.setScene(scene);
        stage.getIcons().add(Icons.windowIcon());
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("F11 leaves full screen");
        stage.setOnHidden(e -> closed());
        place();
        put(workspace);
        if (!loaded.trouble().isEmpty()) {
            workspace.say(loaded.trouble(), true);
        }
    }

    void show() {
        stage.show();
        workspace.start(scene);
    }

    Workspace workspace() {
        return workspace;
    }

    List<Action> actions() {
        return actions;
    }

    double scale() {
        return root.scale();
    }

    private Workspace make(Session session) {
        SharedAxes axes = SharedAxes.create();
        return new Workspace(
                session,
                axes,
                setup.panels().apply(axes),
                new Workspace.Window(
                        this::pictureOfWindow,
                        this::toggleKeys,
                        this::openJournal,
                        this::openLive,
                        this::layoutChanged));
    }

    private void put(Workspace shown) {
        root.show(shown.node());
        stage.setTitle(shown.view().symbol() + " · Faultline");
        List<Action> all = new ArrayList<>(new MarketActions(shown).list());
        all.addAll(new WindowActions(this).list());
        actions = List.copyOf(all);
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
        pictures.window(workspace, stage.getOutputScaleX());
    }

    void pictureOfPanel() {
        pictures.panel(workspace, stage.getOutputScaleX() * root.scale());
    }

    void copyPanel() {
        workspace.current().panel().ifPresent(this::copy);
    }

    private void copy(Panel panel) {
        ClipboardContent content = new ClipboardContent();
        content.putString(panel.asText());
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        workspace.say(copied ? panel.title() + " copied as text" : "The clipboard takes nothing", !copied);
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
            open("Opening " + files.get(0).getFileName(), () -> sessions.replay(files));
        }
    }

    void openLive() {
        open("Connecting", sessions::live);
    }

    private interface Opening {
        Session session() throws IOException;
    }

    /** Opens on the worker; the workspace on the screen goes on until the new one is there. */
    private void open(String words, Opening what) {
        if (opening) {
            return;
        }
        opening = true;
        workspace.say(words + " …", false);
        worker.execute(() -> {
            try {
                Session session = what.session();
                Platform.runLater(() -> replace(session));
            } catch (IOException e) {
                Platform.runLater(() -> {
                    opening = false;
                    workspace.say(String.valueOf(e.getMessage()), true);
                });
            }
        });
    }

    private void replace(Session session) {
        opening = false;
        if (!stage.isShowing()) {
            worker.execute(session::close);
            return;
        }
        Workspace old = workspace;
        Workspace next = make(session);
        next.axes().time().span(old.axes().time().spanNanos());
        next.columns().widths(old.columns().ladderWidth(), old.columns().fundingWidth());
        old.stop();
        worker.execute(old.session()::close);
        workspace = next;
        put(next);
        next.start(scene);
    }

    private void place() {
        WorkspaceOptions options = setup.options();
        boolean asked = options.width() > 0;
        SavedLayout wanted = asked ? layout.sized(options.width(), options.height()) : layout;
        SavedLayout fitting = wanted.within(screenOf(wanted));
        stage.setMinWidth(WorkspaceOptions.MIN_WIDTH);
        stage.setMinHeight(WorkspaceOptions.MIN_HEIGHT);
        stage.setX(fitting.x() == null ? 0 : fitting.x());
        stage.setY(fitting.y() == null ? 0 : fitting.y());
        stage.setWidth(fitting.width());
        stage.setHeight(fitting.height());
        stage.setMaximized(!asked && fitting.maximised());
        stage.xProperty().addListener((o, was, is) -> layoutChanged());
        stage.yProperty().addListener((o, was, is) -> layoutChanged());
        stage.widthProperty().addListener((o, was, is) -> layoutChanged());
        stage.heightProperty().addListener((o, was, is) -> layoutChanged());
        stage.maximizedProperty().addListener((o, was, is) -> layoutChanged());
    }

    /** The screen that the window was on, or the first one where that is gone. */
    private static Rectangle2D screenOf(SavedLayout saved) {
        if (saved.x() != null && saved.y() != null) {
            for (Screen screen : Screen.getScreensForRectangle(saved.x(), saved.y(), saved.width(), saved.height())) {
                return screen.getVisualBounds();
            }
        }
        return Screen.getPrimary().getVisualBounds();
    }

    private void layoutChanged() {
        if (stage.isShowing()) {
            memory.changed();
        }
    }

    private SavedLayout currentLayout() {
        boolean large = stage.isMaximized() || stage.isFullScreen();
        layout = new SavedLayout(
                SavedLayout.VERSION,
                large ? layout.x() : Double.valueOf(stage.getX()),
                large ? layout.y() : Double.valueOf(stage.getY()),
                large ? layout.width() : stage.getWidth(),
                large ? layout.height() : stage.getHeight(),
                stage.isMaximized(),
                workspace.columns().ladderWidth(),
                workspace.columns().fundingWidth(),
                Math.max(10, workspace.axes().time().spanNanos() / 1_000_000_000L),
                (int) Math.round(root.scale() * 100));
        return layout;
    }

    private void closed() {
        memory.changed();
        memory.flush();
        workspace.stop();
        worker.execute(workspace.session()::close);
        worker.execute(onClosed);
        worker.shutdown();
    }

    private static Thread workerThread(Runnable task) {
        return new Thread(task, "window-worker");
    }
}
