package io.faultline.ui;

import io.faultline.desk.Session;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the workspace from a plain class: as a window, or as a picture where one is asked for or no display is there. */
public final class Launch {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    private static final Path UNASKED_PICTURE = Path.of("faultline.png");
    private static final Duration UNASKED_AFTER = Duration.ofSeconds(20);

    private final WorkspaceOptions options;
    private final CompletableFuture<Void> toolkit;

    private Launch(WorkspaceOptions options, CompletableFuture<Void> toolkit) {
        this.options = options;
        this.toolkit = toolkit;
    }

    /**
     * Begins to start the toolkit, beside what the caller does before {@link #run}. Once in the life of a process, before
     * any class of JavaFX has been used.
     */
    public static Launch begin(WorkspaceOptions options) {
        WorkspaceOptions given = options;
        if (given.picture().isEmpty() && !hasDisplay()) {
            var picture = new WorkspaceOptions.PictureRequest(UNASKED_PICTURE.toAbsolutePath(), UNASKED_AFTER);
            LOG.info("No display (DISPLAY is not set): drawing without one. The picture will be {}", picture.file());
            given = new WorkspaceOptions(
                    options.width(),
                    options.height(),
                    options.span(),
                    options.layer(),
                    Optional.of(picture),
                    options.home());
        }
        if (given.picture().isPresent()) {
            drawWithoutDisplay(given);
        }
        return new Launch(given, startToolkit());
    }

    /** Ends with an UnsupportedOperationException where there is no display to open. */
    static CompletableFuture<Void> startToolkit() {
        return CompletableFuture.runAsync(
                () -> Platform.startup(Theme::install), task -> new Thread(task, "toolkit").start());
    }

    /**
     * Shows that session and comes back when the window is closed or the picture written; the session is closed then.
     *
     * @throws LaunchException with a message for the user when there is no window or no picture
     */
    public void run(Sessions sessions, Session first) throws LaunchException {
        Session drawn = options.picture().isPresent() ? PictureMarket.of(sessions, first) : first;
        CompletableFuture<Void> done = start(sessions, drawn);
        try {
            await(done);
        } finally {
            if (options.picture().isPresent()) {
                drawn.close(); // a window closes what it shows, which may be another one by then
            }
            Platform.exit();
        }
    }

    static boolean hasDisplay() {
        return !System.getProperty("glass.platform", "").equalsIgnoreCase("Monocle")
                && hasDisplay(System.getProperty("os.name", ""), System.getenv("DISPLAY"));
    }

    /** Whether a window can be opened: on Linux JavaFX draws through X11 alone, under Wayland too. */
    static boolean hasDisplay(String os, @Nullable String display) {
        return !os.toLowerCase(Locale.ROOT).contains("linux") || (display != null && !display.isBlank());
    }

    /** JavaFX reads these when it starts, and never again. */
    private static void drawWithoutDisplay(WorkspaceOptions options) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        int width = Math.max(1920, options.width());
        int height = Math.max(1080, options.height());
        System.setProperty("headless.geometry", width + "x" + height + "-32");
    }

    private CompletableFuture<Void> start(Sessions sessions, Session first) throws LaunchException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            toolkit.join();
        } catch (CompletionException e) {
            first.close();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LaunchException(
                    "the display cannot be opened (" + cause.getMessage() + "); --screenshot OUT.png needs none",
                    cause);
        }
        Platform.runLater(() -> {
            try {
                Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> LOG.error("Fault in the window", e));
                open(sessions, first, options, done);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private static void open(Sessions sessions, Session first, WorkspaceOptions options, CompletableFuture<Void> done) {
        Platform.setImplicitExit(false);
        Function<Shared, Panels> panels = Panels::of;
        if (options.picture().isPresent()) {
            sessions.drawn(); // nobody looks who would have to wait
            PictureRun.start(first, options, options.picture().get(), panels, done);
        } else {
            var setup = new WorkspaceWindow.Setup(
                    options, panels, PictureFolder.usual(options.home()), JournalChooser::ask);
            new WorkspaceWindow(new Stage(), sessions, first, setup, () -> done.complete(null)).show();
        }
    }

    private static void await(CompletableFuture<Void> done) throws LaunchException {
        try {
            done.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.debug("The workspace ended with", cause);
            throw new LaunchException(String.valueOf(cause.getMessage()), cause);
        }
    }
}
