package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.Session;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
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

/** The design's table of keys, the glossary, the tour. */
@ExtendWith(ApplicationExtension.class)
class KeyTableTest {
    private static final List<String> TABLE = List.of(
            ("1 2 3 4 5 Shift+1 Shift+2 Shift+3 Shift+4 Shift+5 Alt+1 Alt+2 Alt+3 Alt+4 Alt+5 W Shift+W H B K O D T "
                            + "← → ↑ ↓ Shift+← Shift+→ Shift+↑ Shift+↓ Ctrl+← Ctrl+→ Ctrl+↑ Ctrl+↓ + − Alt++ Alt+− "
                            + "Ctrl++ Ctrl+− Ctrl+0 PgUp PgDn Home End F R X C U [ ] V Shift+V Y Shift+Y Q N Del "
                            + "A Shift+A Z J L M Shift+M G E I P Shift+P Ctrl+C Ctrl+E Space , . < > Ctrl+R Ctrl+O "
                            + "/ Ctrl+T Ctrl+W Ctrl+Tab F6 Shift+F6 Enter Esc F1 ? F3 F11 S Ctrl+Z Ctrl+, F2 F4 F7 F8")
                    .split(" "));

    /** The notebook's key, which the program does not have. */
    private static final Set<String> WITHOUT = Set.of("F4");

    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(5).open().run(30);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    KeyTableTest(@TempDir Path home) {
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
    void everyKeyOfTheTableHasExactlyOneMeaningAndIsInThePalette() throws Exception {
        WorkspaceWindow window = open();
        List<Action> actions = fx(window::actions);
        List<String> missing = new ArrayList<>();
        for (String key : TABLE) {
            List<Action> meant = actions.stream()
                    .filter(action ->
                            action.keys().stream().anyMatch(each -> each.shown().equals(key)))
                    .toList();
            assertThat(meant).as(key).hasSizeLessThanOrEqualTo(1);
            if (meant.isEmpty()) {
                missing.add(key);
            }
        }

        assertThat(missing).containsExactlyInAnyOrderElementsOf(WITHOUT);
        assertThat(actions).extracting(Action::id).doesNotHaveDuplicates();
    }

    @Test
    void noTwoActionsAreAskedForByTheSameKey() throws Exception {
        List<Action> actions = fx(open()::actions);
        List<String> pressed = actions.stream()
                .flatMap(action -> action.keys().stream())
                .flatMap(key ->
                        key.codes().stream().map(code -> code + " " + key.ctrl() + " " + key.alt() + " " + key.shift()))
                .toList();

        Set<String> once = Set.copyOf(pressed);

        assertThat(pressed).hasSameSizeAs(once);
        assertThat(actions.stream().map(Action::title).collect(Collectors.toSet()))
                .as("no title stands for two actions")
                .hasSameSizeAs(actions);
    }

    @Test
    void listsKeysAndExplainsTermsAndTheProgram(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.F1);
        assertThat(fx(() -> lookup("#key-list").isVisible())).isTrue();
        robot.type(KeyCode.ESCAPE).push(KeyCode.SHIFT, KeyCode.F1);
        assertThat(fx(() -> lookup("#glossary").isVisible())).isTrue();
        robot.write("hollow");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> lookup("#glossary").lookupAll(".setting-row").stream()
                        .filter(Node::isVisible)
                        .count()))
                .isBetween(1L, 4L);
        assertThat(HelpPages.glossary())
                .containsKeys("Hollow", "PULLED", "Open interest", "Not shown to work")
                .allSatisfy((term, words) -> assertThat(words).as(term).endsWith("."));
    }

    @Test
    void theTourSpeaksOfOnePanelAfterAnotherAndIsNotShownAgain(FxRobot robot) throws Exception {
        WorkspaceWindow window = open();
        robot.clickOn("#tour-next");
        assertThat(fx(() -> ((Label) lookup("#hint")).getText())).startsWith("1 of 7");
        assertThat(fx(() -> lookup("#heatmap").lookup(".tour-ring").isVisible()))
                .isTrue();
        for (int step = 2; step <= 3; step++) {
            robot.clickOn("#tour-next");
        }
        assertThat(fx(() -> lookup("#ladder").lookup(".tour-ring").isVisible())).isTrue();
        assertThat(fx(() -> lookup("#heatmap").lookup(".tour-ring").isVisible()))
                .isFalse();
        for (int step = 4; step <= 8; step++) {
            robot.clickOn("#tour-next");
        }

        assertThat(fx(() -> lookup("#hint").getParent().isVisible())).isFalse();
        assertThat(window.windows().settings().get(io.faultline.ui.settings.KnownSettings.HINT))
                .isFalse();
    }

    private WorkspaceWindow open() throws Exception {
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return FakeSession.live(market);
            }

            @Override
            public Session replay(List<Path> journals) {
                return FakeSession.live(market);
            }
        };
        return fx(() -> {
            WorkspaceWindow window = new WorkspaceWindow(
                    stage, sessions, FakeSession.live(market), TestSetup.of(home, 1920, 1080), () -> {});
            window.show();
            return window;
        });
    }

    private Node lookup(String query) {
        return stage.getScene().getRoot().lookup(query);
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }
}
