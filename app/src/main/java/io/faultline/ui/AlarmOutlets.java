package io.faultline.ui;

import io.faultline.desk.AlarmBoard;
import io.faultline.desk.Session;
import io.faultline.ui.alarms.AlarmBell;
import io.faultline.ui.alarms.DesktopNotice;
import io.faultline.ui.alarms.Speaker;
import io.faultline.ui.panel.Source;
import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;

/** Where alarms are heard and shown outside the windows: loudspeaker, notifications, pictures. JavaFX thread only. */
final class AlarmOutlets implements AutoCloseable {
    private final OpenWindows windows;
    private final Speaker speaker = new Speaker(words -> Platform.runLater(() -> say(words)));
    private final DesktopNotice notices = new DesktopNotice();
    private final AlarmBell bell;

    AlarmOutlets(OpenWindows windows) {
        this.windows = windows;
        boolean display = Launch.hasDisplay();
        bell = new AlarmBell(
                new AlarmBell.Outlets(
                        display ? speaker::play : (tone, volume, wanted) -> {},
                        display ? notices::show : (title, words) -> {},
                        symbol -> Platform.runLater(() -> picture(symbol))),
                System::currentTimeMillis);
        bell.start();
    }

    AlarmBell bell() {
        return bell;
    }

    /** Listens to the sessions that are open now; a replay is the past, and makes no sound. */
    void listen() {
        Map<AlarmBoard, String> boards = new HashMap<>();
        for (WorkspaceWindow window : windows.all()) {
            for (Workspace tab : window.tabs().all()) {
                if (tab.session().mode() != Session.Mode.REPLAY) {
                    boards.put(tab.session().alarms(), Source.label(tab.session(), " · "));
                }
            }
        }
        bell.boards(boards);
    }

    /** Of the window that shows the symbol; what is on no screen has no picture. */
    private void picture(String symbol) {
        for (WorkspaceWindow window : windows.all()) {
            Workspace shown = window.workspace();
            if (shown.view().symbol().equals(symbol)) {
                windows.pictures().ofAlarm(shown, 1);
                return;
            }
        }
    }

    private void say(String words) {
        windows.all().stream()
                .findFirst()
                .ifPresent(window -> window.workspace().say(words, true));
    }

    @Override
    public void close() {
        bell.close();
        speaker.close();
        notices.close();
    }
}
