package io.faultline.ui;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.faultline.desk.DeskView;
import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.ui.alarms.chart.AlarmControl;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.ModelControl;
import io.faultline.ui.panel.OwnVenue;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.theme.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The workspace on a session at 1920 by 1080, measured while it draws, for benchmarks of other packages. It is drawn on
 * the display that {@code DISPLAY} names, or without one. Once in the life of a process.
 */
public final class WorkspaceRun {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final long LOOK_MILLIS = 5;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Session session;
    private final Workspace workspace;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Histogram cpu = new Histogram(LONGEST_NANOS, 3);
    private final Histogram events = new Histogram(LONGEST_NANOS, 3);
    private @Nullable DeskView seen;
    private long began;
    private long cpuBefore;
    private long bytesAtBegin;
    private long renderAtBegin;
    private final CompletableFuture<Picture> drawn = new CompletableFuture<>();
    private final CompletableFuture<Picture> priced = new CompletableFuture<>();

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            long nanos = THREADS.getCurrentThreadCpuTime();
            cpu.recordValue(Math.min(LONGEST_NANOS, nanos - cpuBefore));
            cpuBefore = nanos;
        }
    };

    /**
     * What a stretch of drawing cost.
     *
     * @param cpuNanos CPU time of the JavaFX thread from each pulse's beginning to the next one's
     * @param wallNanos from a pulse's beginning to the end of its layout, as the status strip says it
     * @param eventNanos from an event's arrival to the scene that shows it
     * @param bytes that the JavaFX thread allocated
     * @param renderNanos CPU time of the toolkit's thread that turns the scene into pixels
     */
    public record Cost(
            long elapsedNanos,
            Histogram cpuNanos,
            Histogram wallNanos,
            Histogram eventNanos,
            long bytes,
            long renderNanos) {}

    /**
     * That something was laid out, and what it had cost until then.
     *
     * @param atMillis since 1970
     * @param javaFxNanos CPU time of the JavaFX thread
     * @param cpuNanos CPU time of the process
     */
    public record Picture(long atMillis, long javaFxNanos, long cpuNanos) {
        private static Picture now() {
            return new Picture(
                    System.currentTimeMillis(), THREADS.getCurrentThreadCpuTime(), SYSTEM.getProcessCpuTime());
        }
    }

    private WorkspaceRun(Session session) {
        this.session = session;
        Shared axes = Shared.create(
                VenueControl.of(session, new OwnVenue(null, () -> {})),
                LiquidationControl.of(session),
                ModelControl.none(),
                SettingsControl.usual(),
                new AlarmControl(session.alarms()));
        workspace = new Workspace(session, axes, Panels.of(axes), Workspace.Window.none());
        Scene scene = new Scene(workspace.node(), WIDTH, HEIGHT);
        Theme.dress(scene);
        scene.addPostLayoutPulseListener(this::laidOut);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        workspace.layout().showMap();
        workspace.start(scene);
        begin();
        timer.start();
    }

    /** Begins to start the toolkit, as the program does beside the market; any thread. */
    public static CompletableFuture<Void> toolkit() {
        if (!Launch.hasDisplay()) {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("headless.geometry", WIDTH + "x" + HEIGHT + "-32");
        }
        return Launch.startToolkit();
    }

    /** Opens the window and begins to draw; any thread. */
    public static WorkspaceRun open(Session session) {
        return open(session, toolkit());
    }

    /** The same on a toolkit that is being started. */
    public static WorkspaceRun open(Session session, CompletableFuture<Void> toolkit) {
        toolkit.join();
        Platform.setImplicitExit(false);
        return onJavaFx(() -> new WorkspaceRun(session));
    }

    /** Waits that long and says what it cost; any thread but JavaFX's. */
    public Cost draw(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        return draw(() -> System.nanoTime() >= end);
    }

    /** Waits for that and says what it cost; any thread but JavaFX's. */
    public Cost draw(BooleanSupplier until) throws InterruptedException {
        onJavaFx(() -> {
            begin();
            return true;
        });
        while (!until.getAsBoolean()) {
            Thread.sleep(LOOK_MILLIS);
        }
        return onJavaFx(this::cost);
    }

    /** Closes the window; the session is its owner's. */
    public void close() {
        onJavaFx(() -> {
            timer.stop();
            workspace.stop();
            stage.hide();
            return true;
        });
        Platform.exit();
    }

    /** The first picture; waits for it. Any thread but JavaFX's. */
    public Picture drawn() {
        return drawn.join();
    }

    /** The first picture that shows a price; waits for it. Any thread but JavaFX's. */
    public Picture priced() {
        return priced.join();
    }

    private void begin() {
        cpu.reset();
        events.reset();
        workspace.meter().reset();
        began = System.nanoTime();
        cpuBefore = THREADS.getCurrentThreadCpuTime();
        bytesAtBegin = THREADS.getCurrentThreadAllocatedBytes();
        renderAtBegin = renderThreadNanos();
    }

    private Cost cost() {
        return new Cost(
                System.nanoTime() - began,
                cpu.copy(),
                workspace.meter().pulseNanos(),
                events.copy(),
                THREADS.getCurrentThreadAllocatedBytes() - bytesAtBegin,
                renderThreadNanos() - renderAtBegin);
    }

    /** A replay's clock runs as many times faster than the one on the wall as it is told to. */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    private void laidOut() {
        DeskView view = workspace.view();
        if (!drawn.isDone()) {
            drawn.complete(Picture.now());
        }
        if (!priced.isDone() && Headline.lastPrice(view) > 0) {
            priced.complete(Picture.now());
        }
        if (view != seen) {
            seen = view;
            double speed = session.replay().map(ReplayControl::speed).orElse(1.0);
            long nanos = Math.round((session.nowNanos() - view.timeNanos()) / speed);
            events.recordValue(Math.max(0, Math.min(LONGEST_NANOS, nanos)));
        }
    }

    private static long renderThreadNanos() {
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("QuantumRenderer")) {
                return THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return 0;
    }

    private static <T> T onJavaFx(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }
}
