package io.faultline.ui.alarms;

import java.awt.AWTException;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the system to show a notification, where it has a way: {@code notify-send} on Linux, {@code osascript} on macOS, the
 * tray on Windows. Words are handed over as arguments and never become a command. Thread-safe; nothing waits for it.
 */
public final class DesktopNotice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopNotice.class);
    private static final int MOST_WAITING = 4;
    private static final long LONGEST_SECONDS = 5;
    private static final int ICON = 16;

    private final ExecutorService worker = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            task -> {
                Thread thread = new Thread(task, "alarm-notice");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    private @Nullable TrayIcon icon;

    /** Shows it soon, or not at all. */
    public void show(String title, String words) {
        worker.execute(() -> {
            try {
                String os = System.getProperty("os.name", "");
                if (os.toLowerCase(Locale.ROOT).contains("win")) {
                    tray(title, words);
                } else {
                    List<String> command = command(os, System.getenv("PATH"), title, words);
                    if (!command.isEmpty()) {
                        run(command);
                    }
                }
            } catch (IOException | AWTException | UnsupportedOperationException e) {
                LOG.warn("The system shows no notification", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What shows a notification; empty where the system has nothing for it. */
    static List<String> command(String os, @Nullable String path, String title, String words) {
        if (os.toLowerCase(Locale.ROOT).contains("mac")) {
            return List.of(
                    "osascript",
                    "-e",
                    "on run argv",
                    "-e",
                    "display notification (item 2 of argv) with title (item 1 of argv)",
                    "-e",
                    "end run",
                    title,
                    words);
        }
        Path program = found(path == null ? "" : path);
        return program == null
                ? List.of()
                : List.of(
                        program.toString(), "--app-name=Faultline", "--expire-time=8000", "--", title, escaped(words));
    }

    private static @Nullable Path found(String path) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path program = folder.isEmpty() ? null : Path.of(folder, "notify-send");
            if (program != null && Files.isExecutable(program)) {
                return program;
            }
        }
        return null;
    }

    /** Its body is read as markup. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void tray(String title, String words) throws AWTException {
        if (!SystemTray.isSupported()) {
            return;
        }
        TrayIcon shown = icon;
        if (shown == null) {
            shown = new TrayIcon(new BufferedImage(ICON, ICON, BufferedImage.TYPE_INT_ARGB), "Faultline");
            SystemTray.getSystemTray().add(shown);
            icon = shown;
        }
        shown.displayMessage(title, words, TrayIcon.MessageType.NONE);
    }

    @Override
    public void close() {
        worker.shutdown();
        TrayIcon shown = icon;
        if (shown != null) {
            SystemTray.getSystemTray().remove(shown);
        }
    }
}
