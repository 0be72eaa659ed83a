package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.panel.OwnVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;

/** The windows of the program: what they share, what is remembered of them, and what ends with the last. JavaFX thread only. */
final class OpenWindows {
    private final List<WorkspaceWindow> all = new ArrayList<>();
    private final Sessions sessions;
    private final WorkspaceWindow.Setup setup;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(OpenWindows::workerThread);
    private final PictureTaker pictures;
    private final ExportFolder exports;
    private final LayoutMemory memory;
    private final OwnVenue own;
    private final StandIns standIns = new StandIns();
    private final Runnable onClosed;
    private final LayoutFile.Loaded loaded;
    private SavedLayout layout;
    private boolean hintDismissed;

    /** @param onClosed runs when the last window has been closed and its sessions with it; any thread */
    OpenWindows(Sessions sessions, WorkspaceWindow.Setup setup, Runnable onClosed) {
        this.sessions = sessions;
        this.setup = setup;
        this.onClosed = onClosed;
        LayoutFile file = new LayoutFile(setup.options().home());
        loaded = file.load();
        layout = loaded.layout();
        hintDismissed = layout.hintDismissed();
        memory = new LayoutMemory(file, this::currentLayout, worker);
        own = new OwnVenue(layout.own().orElse(null), memory::changed);
        pictures = new PictureTaker(setup.pictures(), worker);
        exports = new ExportFolder(setup.options().home(), worker);
    }

    Sessions sessions() {
        return sessions;
    }

    WorkspaceWindow.Setup setup() {
        return setup;
    }

    /** For what must not stall the window: opening and closing sessions, files. One thing at a time. */
    ExecutorService worker() {
        return worker;
    }

    StandIns standIns() {
        return standIns;
    }

    /** Closes a session, and the real one where it stands in for that. */
    void close(Session session) {
        worker.execute(session::close);
        standIns.closed(session);
        standIns.end(session).ifPresent(this::close);
    }

    PictureTaker pictures() {
        return pictures;
    }

    ExportFolder exports() {
        return exports;
    }

    OwnVenue own() {
        return own;
    }

    /** What was remembered, or has been since. */
    SavedLayout layout() {
        return layout;
    }

    /** Why nothing could be remembered; empty where it could. */
    String trouble() {
        return loaded.trouble();
    }

    /** Whether the user has put the first line of help away, in any window. */
    boolean hintDismissed() {
        return hintDismissed;
    }

    /** Puts it away for ever, everywhere. */
    void dismissHint() {
        hintDismissed = true;
        all.forEach(window -> window.tabs().all().forEach(tab -> tab.alarms().hint(false)));
        layoutChanged();
    }

    void opened(WorkspaceWindow window) {
        all.add(window);
    }

    /** Gives a tab that was taken out of a window one of its own. */
    void moveOut(Workspace tab) {
        WorkspaceWindow window = new WorkspaceWindow(new Stage(), this, tab.session());
        window.workspace().axes().span(tab.axes().time().spanNanos());
        window.show();
        layoutChanged();
    }

    void layoutChanged() {
        memory.changed();
    }

    private SavedLayout currentLayout() {
        if (!all.isEmpty()) {
            List<String> symbols = all.stream()
                    .flatMap(window -> window.tabs().symbols().stream())
                    .distinct()
                    .toList();
            String ownVenue = own.venue().map(venue -> venue.id()).orElse(null);
            layout = all.get(0).layout(layout).remembering(symbols, ownVenue, hintDismissed);
        }
        return layout;
    }

    /** The window is hidden. */
    void closed(WorkspaceWindow window) {
        memory.changed();
        memory.flush();
        all.remove(window);
        if (all.isEmpty()) {
            worker.execute(onClosed);
            worker.shutdown();
        }
    }

    private static Thread workerThread(Runnable task) {
        return new Thread(task, "window-worker");
    }
}
