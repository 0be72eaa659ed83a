package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.AlarmStand;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.Session;
import io.faultline.market.Venue;
import io.faultline.signal.PathState;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Keys, clicks, drags and sizes by chance, the same every time: the window stands what nobody would do on purpose. */
@ExtendWith(ApplicationExtension.class)
class MonkeyTest {
    private static final KeyCode[] CODES = KeyCode.values();
    private static final int KEYS_A_PANEL = 8;

    private final Path home;
    private final Random random = new Random(20_261_122);
    private final SyntheticMarket market =
            new SyntheticMarket(7, "BTCUSDT", Venue.BINANCE, Venue.BYBIT).open().run(30);
    private final FakeSession session = FakeSession.live(market);
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger clicks = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set before each
    private WorkspaceWindow window;

    MonkeyTest(@TempDir Path home) {
        this.home = home;
    }

    @Start
    void start(Stage unused) {
        Theme.install();
        stage = new Stage();
        Thread.currentThread().setUncaughtExceptionHandler((thread, cause) -> uncaught.add(cause));
    }

    @BeforeEach
    void open() throws Exception {
        AlarmStand stand = new AlarmStand("BTCUSDT", market.nowNanos() / 1_000_000);
        session.alarms = stand.board();
        stand.clusters(Grids.CLUSTERS);
        stand.marks(61_660, 61_660);
        show();
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return FakeSession.live(market);
            }

            @Override
            public Session live(String symbol) {
                return FakeSession.live(market);
            }

            @Override
            public Session replay(List<Path> journals) {
                throw new IllegalStateException("nobody has a journal");
            }
        };
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(1366, 768, Optional.empty(), Optional.empty(), home),
                Panels::of,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of(),
                owner -> List.of());
        window = fx(() -> {
            WorkspaceWindow made = new WorkspaceWindow(stage, sessions, session, setup, () -> {});
            made.show();
            stage.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> clicks.incrementAndGet());
            return made;
        });
        await().until(() -> fx(() -> window.workspace().pulses()) > 3);
    }

    /** What has become of the market: mostly with grids and clusters, as a long session has them, at times without. */
    private void show() {
        GridView grid = Grids.GRID;
        DeskView view = market.view();
        if (random.nextInt(5) == 0) {
            session.show(market);
            return;
        }
        session.view = new DeskView(
                view.symbol(), view.timeNanos(), view.venues(), view.history(), view.forming(), grid, Grids.CLUSTERS);
        session.nowNanos = market.nowNanos();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            window.windows().all().forEach(WorkspaceWindow::hide);
            return true;
        });
    }

    @Test
    void everyKeyOfTheTableInOnePanelOrAnotherStopsNothing() throws Exception {
        List<PanelFrame> frames = fx(() -> window.workspace().focus().frames());
        List<Key> keys = new ArrayList<>();
        window.actions().forEach(action -> keys.addAll(action.keys()));
        Collections.shuffle(keys, random);
        for (int i = 0; i < keys.size(); i++) {
            if (i % KEYS_A_PANEL == 0) {
                visit(frames.get(i / KEYS_A_PANEL % frames.size()));
                goOn();
            }
            Key key = keys.get(i);
            for (KeyCode code : key.codes()) {
                press(code, key.text(), key.shift(), key.ctrl(), key.alt());
            }
        }
        assertStands();
    }

    @Test
    void keysClicksDragsAndSizesByChanceStopNothing() throws Exception {
        List<PanelFrame> frames = fx(() -> window.workspace().focus().frames());
        for (int round = 0; round < frames.size(); round++) {
            visit(frames.get(round));
            for (int i = 0; i < 3; i++) {
                KeyCode code = CODES[random.nextInt(CODES.length)];
                press(code, "", random.nextBoolean(), random.nextInt(3) == 0, random.nextInt(3) == 0);
                mouse();
            }
            if (round % 3 == 0) {
                resize();
            }
            goOn();
        }
        assertThat(clicks).as("clicks that the window has heard").hasPositiveValue();
        assertStands();
    }

    private void visit(PanelFrame frame) throws Exception {
        fx(() -> {
            done.add(frame.name());
            window.workspace().overlays().close();
            window.workspace().layout().showInDock(frame.id());
            window.workspace().focus().give(frame);
            return true;
        });
    }

    /** To anything, evenly over the magnitudes, from a pixel to the headless screen. */
    private void resize() throws Exception {
        double width = Math.exp(random.nextDouble() * Math.log(1_920));
        double height = Math.exp(random.nextDouble() * Math.log(1_080));
        fx(() -> {
            done.add("size " + width + " " + height);
            stage.setMinWidth(1);
            stage.setMinHeight(1);
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
    }

    private void press(KeyCode code, String text, boolean shift, boolean ctrl, boolean alt) throws Exception {
        fx(() -> {
            done.add((ctrl ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + code);
            EventTarget owner = stage.getScene().getFocusOwner();
            EventTarget target = owner == null ? stage.getScene() : owner;
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(target, new KeyEvent(type, "", text, code, shift, ctrl, alt, false));
            }
            return true;
        });
    }

    private void mouse() throws Exception {
        MouseButton button = random.nextInt(4) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        boolean drags = random.nextBoolean();
        int wheel = random.nextInt(41) - 20;
        fx(() -> {
            Robot robot = new Robot();
            Point2D from = somewhere();
            Point2D to = drags ? somewhere() : from;
            done.add(button + " " + from + " " + to + " wheel " + wheel);
            robot.mouseMove(from);
            robot.mousePress(button);
            robot.mouseMove(to);
            robot.mouseRelease(button);
            robot.mouseWheel(wheel);
            return true;
        });
    }

    private Point2D somewhere() {
        return new Point2D(
                stage.getX() + random.nextDouble() * stage.getWidth(),
                stage.getY() + random.nextDouble() * stage.getHeight());
    }

    private void goOn() throws Exception {
        market.run(1);
        show();
        WaitForAsyncUtils.waitForFxEvents(1);
    }

    private void assertStands() throws Exception {
        assertThat(uncaught).as("after %s", done).isEmpty();
        for (PanelFrame frame : fx(() -> window.workspace().focus().frames())) {
            assertThat(frame.panel()).as(frame.name()).isPresent();
        }
        assertThat(fx(stage::isShowing)).isTrue();
        long before = fx(() -> window.workspace().pulses());
        await().until(() -> fx(() -> window.workspace().pulses()) > before + 2);
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }

    /** Made once, and only where it is needed. */
    private static final class Grids {
        static final GridView GRID = Modelled.view(61_660, Venue.BINANCE, Venue.BYBIT);
        static final ClustersView CLUSTERS = Modelled.clusters(GRID.grids(), PathState.HOLLOW, PathState.UNKNOWN);
    }
}
