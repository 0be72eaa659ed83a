package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.Session;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsFile;
import io.faultline.ui.text.Zone;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import io.faultline.ui.theme.ThemeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
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
class SettingsInWindowTest {
    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(5).open().run(30);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    SettingsInWindowTest(@TempDir Path home) {
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
            Theme.use(ThemeName.DARK);
            Zone.use(ZoneOffset.UTC);
            return true;
        });
    }

    @Test
    void findsASettingByAWordAndSetsItAtOnceAndForTheNextStart(FxRobot robot) throws Exception {
        WorkspaceWindow window = open();
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(fx(() -> lookup("#settings-page").isVisible())).isTrue();

        fx(() -> {
            ((TextField) lookup("#settings-search")).setText("colour-blind");
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(fx(() -> lookup("#setting-look-theme").isVisible())).isTrue();
        assertThat(fx(() -> lookup("#setting-account-usd").isVisible())).isFalse();
        robot.clickOn("Light");

        assertThat(fx(Theme::palette)).isEqualTo(Palette.LIGHT);
        assertThat(fx(() -> stage.getScene().getFill())).isEqualTo(Color.WHITE);
        assertThat(window.workspace().focus().frames())
                .allSatisfy(frame -> assertThat(frame.panel()).isPresent());
        SettingsFile file = new SettingsFile(home);
        await().until(() -> file.load().settings().get(KnownSettings.THEME) == ThemeName.LIGHT);
        fx(() -> {
            stage.hide();
            Theme.use(ThemeName.DARK);
            stage = new Stage();
            return true;
        });
        open();
        assertThat(fx(Theme::palette)).isEqualTo(Palette.LIGHT);
    }

    @Test
    void saysWhyAValueCannotBeAndKeepsTheOldOne(FxRobot robot) throws Exception {
        WorkspaceWindow window = open();
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        Node row = fx(() -> {
            ((TextField) lookup("#settings-search")).setText("account.risk");
            return lookup("#setting-account-risk");
        });
        WaitForAsyncUtils.waitForFxEvents();
        TextField field = (TextField) fx(() -> row.lookup(".text-field"));

        robot.doubleClickOn(field).write("5").push(KeyCode.ENTER);

        assertThat(fx(() -> ((Labeled) row.lookup(".bad")).getText())).isEqualTo("It may be from 0.5 to 2.");
        assertThat(window.windows().settings().get(KnownSettings.RISK_PERCENT)).isEqualTo(1);
        fx(() -> {
            field.setText("1.5");
            return true;
        });
        robot.clickOn(field).push(KeyCode.ENTER);
        assertThat(fx(() -> window.windows().settings().get(KnownSettings.RISK_PERCENT)))
                .isEqualTo(1.5);
    }

    @Test
    void writesTimesInTheZoneThatIsSetAndPicturesInUtc() throws Exception {
        WorkspaceWindow window = open();
        fx(() -> {
            window.windows().settings().set(KnownSettings.ZONE, "Asia/Tokyo");
            return true;
        });

        await().until(() -> fx(() -> ((Labeled) lookup("#clock")).getText()).endsWith(" JST"));
        assertThat(fx(() -> Stamp.of(window.workspace(), null).line())).contains(" UTC");
    }

    @Test
    void setsProfileDiscountAndSizeInEveryTab() throws Exception {
        WorkspaceWindow window = open();
        fx(() -> {
            window.windows().settings().set(KnownSettings.DISCOUNT_PERCENT, 30.0);
            window.windows().settings().set(KnownSettings.INTERFACE_PERCENT, 130.0);
            return true;
        });

        assertThat(fx(() -> window.workspace().axes().liquidations().discount()))
                .isEqualTo(0.3);
        assertThat(fx(window::scale)).isEqualTo(1.3);
    }

    @Test
    void resetsTheLayoutAndNamesFolderAndEndpoints(FxRobot robot) throws Exception {
        WorkspaceWindow window = open();
        fx(() -> {
            window.workspace().layout().arrange(new Arrangement(new Columns.Widths(0, 420, 0, true), 150, true));
            return true;
        });
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(fx(() -> stage.getScene().getRoot().lookupAll(".setting-words").stream()
                        .map(words -> ((Labeled) words).getText())
                        .toList()))
                .anySatisfy(words ->
                        assertThat(words).startsWith(home.toAbsolutePath().toString()))
                .anySatisfy(words -> assertThat(words).contains("wss://example.invalid", "no telemetry"));
        fx(() -> {
            ((TextField) lookup("#settings-search")).setText("reset layout");
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();

        robot.clickOn("Reset layout");

        assertThat(fx(() -> window.workspace().layout().arrangement())).isEqualTo(Arrangement.USUAL);
    }

    @Test
    void saysWhatOfTheFileItCouldNotTake() throws Exception {
        Files.writeString(home.resolve("settings.json"), "{\"look.size\": 700}");

        open();

        await().until(() -> fx(() -> ((Labeled) lookup("#message")).getText())
                .startsWith("Settings: look.size is 700, and may be from 100 to 200; 100 is used"));
    }

    private WorkspaceWindow open() throws Exception {
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return FakeSession.live(market);
            }

            @Override
            public List<String> endpoints() {
                return List.of("Binance: https://example.invalid, wss://example.invalid");
            }

            @Override
            public Session replay(List<Path> journals) {
                return FakeSession.live(market);
            }
        };
        return fx(() -> {
            WorkspaceWindow window =
                    new WorkspaceWindow(stage, sessions, FakeSession.live(market), TestSetup.of(home), () -> {});
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
