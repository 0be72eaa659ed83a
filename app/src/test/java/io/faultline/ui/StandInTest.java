package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.Session;
import io.faultline.market.FeedStatus;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A window that no exchange answers comes up on the practice market, and goes back when it is told to. */
@ExtendWith(ApplicationExtension.class)
class StandInTest {
    private final Path home;
    private final SyntheticMarket real = new SyntheticMarket(1);
    private final FakeSession live = FakeSession.live(real);
    private final FakeSession practice =
            FakeSession.practice(new SyntheticMarket(7).open().run(60));

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set in open
    private WorkspaceWindow window;

    StandInTest(@TempDir Path home) {
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

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }

    private void open() throws Exception {
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return live;
            }

            @Override
            public Optional<Session> practice(String symbol) {
                return Optional.of(practice);
            }

            @Override
            public Session replay(List<Path> journals) {
                return live;
            }
        };
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(1366, 768, Optional.empty(), Optional.empty(), home),
                Panels::of,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of());
        window = fx(() -> {
            WorkspaceWindow made = new WorkspaceWindow(stage, sessions, live, setup, () -> {});
            made.show();
            return made;
        });
    }

    private void fail() {
        long retry = real.nowNanos() + 8_000_000_000L;
        real.status("rest", FeedStatus.State.ERROR, "fapi.binance.com: no such host", 1, retry, Set.of());
        live.show(real);
    }

    private void untilPractice() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> fx(() -> window.workspace().session()).equals(practice));
    }

    private String text(String selector) throws Exception {
        return fx(() -> {
            Node found = stage.getScene().lookup(selector);
            return found instanceof Labeled label ? label.getText() : "";
        });
    }

    @Test
    void practiceStandsInWhereNoExchangeAnswersAndGivesWayWhenTheUserSaysSo(FxRobot robot) throws Exception {
        open();
        fail();
        untilPractice();
        assertThat(text("#mode")).startsWith("PRACTICE");
        await().until(() -> text("#stand-in").contains("no such host"));
        assertThat(text("#stand-in")).contains("nothing here is real");
        robot.clickOn("#stand-in-retry");
        assertThat(live.told).containsExactly("retry");

        real.open().run(3);
        live.show(real);
        await().until(() -> text("#stand-in").startsWith("Binance answers."));
        assertThat(fx(() -> window.workspace().session())).isEqualTo(practice);
        assertThat(text("#stand-in-real")).isEqualTo("Switch to the real market");
        robot.clickOn("#stand-in-real");
        await().until(() -> fx(() -> window.workspace().session()).equals(live));
        await().until(() -> practice.told.contains("close"));
        assertThat(live.told).doesNotContain("close");
    }

    @Test
    void whoWouldRatherWaitIsNotAskedAgain(FxRobot robot) throws Exception {
        open();
        fail();
        untilPractice();
        await().until(() -> text("#stand-in-real").startsWith("Wait"));
        robot.clickOn("#stand-in-real");
        await().until(() -> fx(() -> window.workspace().session()).equals(live));
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> fx(() -> window.workspace().session()).equals(live));
        assertThat(fx(() -> ((Label) stage.getScene().lookup("#notice")).getText()))
                .startsWith("No exchange answers");
    }

    @Test
    void aPictureIsOfThePracticeMarketWhereNoExchangeAnswers() {
        fail();
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return live;
            }

            @Override
            public Optional<Session> practice(String symbol) {
                return Optional.of(practice);
            }

            @Override
            public Session replay(List<Path> journals) {
                return live;
            }
        };
        assertThat(PictureMarket.of(sessions, live)).isEqualTo(practice);
        assertThat(live.told).containsExactly("close");
        assertThat(PictureMarket.of(sessions, practice)).isEqualTo(practice);
    }
}
