package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.alarms.AlarmBell;
import io.faultline.ui.panel.OwnVenue;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.Settings;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.settings.SettingsFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final LateSave<SavedLayout> memory;
    private final SettingsControl settings;
    private final LateSave<Settings> settingsMemory;
    private final OwnVenue own;
    private final StandIns standIns = new StandIns();
    private final AlarmOutlets outlets = new AlarmOutlets(this);
    private final Runnable onClosed;
    private final LayoutFile.Loaded loaded;
    private final String settingsTrouble;
    private SavedLayout layout;

    /** @param onClosed runs when the last window has been closed and its sessions with it; any thread */
    OpenWindows(Sessions sessions, WorkspaceWindow.Setup setup, Runnable onClosed) {
        this.sessions = sessions;
        this.setup = setup;
        this.onClosed = onClosed;
        LayoutFile file = new LayoutFile(setup.options().home());
        loaded = file.load();
        layout = loaded.layout();
        memory = new LateSave<>("layout", this::currentLayout, file::save, worker, this::say);
        SettingsFile settingsFile = new SettingsFile(setup.options().home());
        SettingsFile.Loaded set = settingsFile.load();
        settingsTrouble = set.trouble();
        settings = new SettingsControl(set.settings());
        SettingsEffects.begin(settings.now());
        settingsMemory = new LateSave<>("settings", settings::now, settingsFile::save, worker, this::say);
        own = new OwnVenue(SettingsEffects.ownVenue(settings.now()), this::ownVenueChosen);
        settings.listen(new SettingsEffects(() -> List.copyOf(all), own));
        settings.listen((before, after) -> settingsMemory.changed());
        outlets.bell().discount(settings.get(KnownSettings.DISCOUNT_PERCENT) / 100);
        settings.listen((before, after) -> outlets.bell().discount(after.get(KnownSettings.DISCOUNT_PERCENT) / 100));
        pictures = new PictureTaker(setup.pictures(), settings, worker);
        exports = new ExportFolder(setup.options().home(), worker);
    }

    /** What hears alarms, of all windows. */
    AlarmBell bell() {
        return outlets.bell();
    }

    /** Has the bell listen to the sessions that are open now. */
    void listen() {
        outlets.listen();
    }

    List<WorkspaceWindow> all() {
        return List.copyOf(all);
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

    /** The settings of all windows. */
    SettingsControl settings() {
        return settings;
    }

    private void ownVenueChosen() {
        settings.set(KnownSettings.OWN_VENUE, SettingsEffects.choice(own.venue().orElse(null)));
    }

    /** Says something in the first window. */
    private void say(String trouble) {
        if (!all.isEmpty()) {
            all.get(0).workspace().say(trouble, true);
        }
    }

    /** What of what was remembered could not be taken; empty where all could. */
    String trouble() {
        return (loaded.trouble() + " " + settingsTrouble).strip();
    }

    /** Puts the first line of help away for ever, everywhere. */
    void dismissHint() {
        settings.set(KnownSettings.HINT, false);
    }

    void opened(WorkspaceWindow window) {
        all.add(window);
        listen();
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
            Map<String, SymbolLayout> looks = new LinkedHashMap<>();
            all.stream()
                    .flatMap(window -> window.tabs().all().stream())
                    .filter(tab -> tab.session().mode() != Session.Mode.REPLAY)
                    .forEach(tab -> looks.put(tab.view().symbol(), SymbolLayout.of(tab)));
            layout = all.get(0).layout(layout).remembering(symbols, looks);
        }
        return layout;
    }

    /** The window is hidden. */
    void closed(WorkspaceWindow window) {
        memory.changed();
        memory.flush();
        settingsMemory.flush();
        all.remove(window);
        if (all.isEmpty()) {
            outlets.close();
            worker.execute(onClosed);
            worker.shutdown();
        }
    }

    private static Thread workerThread(Runnable task) {
        return new Thread(task, "window-worker");
    }
}
