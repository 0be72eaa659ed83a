package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.ReplayControl;
import io.faultline.desk.Session;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ReplayBarTest {
    private static final long SECOND = 1_000_000_000L;

    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(5).open().run(30);
    private final long now = market.nowNanos();
    private final FakeReplay replay = new FakeReplay(now - 100 * SECOND, now + 300 * SECOND);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    ReplayBarTest(@TempDir Path home) {
        this.home = home;
    }

    @Start
    void start(Stage unused) {
        Theme.install();
        stage = new Stage();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void standsInTheLanesPlaceAndIsSteeredByKey(FxRobot robot) throws Exception {
        open();
        assertThat(fx(() -> lookup("#lanes").isVisible())).isFalse();
        assertThat(fx(() -> lookup(".replay-bar").getBoundsInParent().getHeight()))
                .isEqualTo(56);
        assertThat(text("#replay-clock")).contains("20").endsWith(" UTC");

        robot.type(KeyCode.SPACE).type(KeyCode.PERIOD).type(KeyCode.COMMA);
        robot.push(KeyCode.SHIFT, KeyCode.PERIOD);

        assertThat(replay.told).containsExactly("pause", "step", "pause", "seek 99000", "speed 2");
        robot.push(KeyCode.SHIFT, KeyCode.COMMA);
        assertThat(replay.speed()).isEqualTo(1);
    }

    @Test
    void saysHowFarASeekHasComeAndStopsItByEscape(FxRobot robot) throws Exception {
        open();
        assertThat(fx(() -> lookup("#stop-seeking").isVisible())).isFalse();

        replay.seekNanos = now + 100 * SECOND;
        replay.seeking = true;

        await().until(() -> text("#replay-state").startsWith("seeking 50"));
        assertThat(fx(() -> lookup("#stop-seeking").isVisible())).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(replay.told).containsExactly("stop");
        await().until(() -> text("#replay-state").isEmpty());
    }

    @Test
    void showsWhereTheJournalLacksData() throws Exception {
        WorkspaceWindow window = open();
        Timeline timeline =
                fx(() -> window.workspace().replayBar().orElseThrow().timeline());
        assertThat(fx(timeline::missing)).isZero();

        replay.gaps = List.of(new ReplayControl.Gap(now + 20 * SECOND, now + 60 * SECOND));

        await().until(() -> fx(timeline::missing) == 1);
    }

    private WorkspaceWindow open() throws Exception {
        Session session = FakeSession.replay(market, replay);
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return FakeSession.live(market);
            }

            @Override
            public Session replay(List<Path> journals) {
                return session;
            }
        };
        return fx(() -> {
            WorkspaceWindow window =
                    new WorkspaceWindow(stage, sessions, session, TestSetup.of(home, 1920, 1080), () -> {});
            window.show();
            return window;
        });
    }

    private String text(String query) throws Exception {
        return fx(() -> ((Labeled) lookup(query)).getText());
    }

    private Node lookup(String query) {
        return stage.getScene().getRoot().lookup(query);
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }
}
