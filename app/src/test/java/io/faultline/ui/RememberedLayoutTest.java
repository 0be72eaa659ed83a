package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.Session;
import io.faultline.ui.panel.ChartLook;
import io.faultline.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** What a window does about what it finds: another size, a screen that is gone, a folder that it may not write. */
@ExtendWith(ApplicationExtension.class)
class RememberedLayoutTest {
    private static final Arrangement WIDE = new Arrangement(new Columns.Widths(120, 480, 280, false), 240, false);
    private static final Arrangement MEDIUM = new Arrangement(new Columns.Widths(0, 360, 240, false), 150, true);

    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(5).open().run(30);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    RememberedLayoutTest(@TempDir Path home) {
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
    void arrangesEachWidthOfWindowAsTheUserHadItThere() throws Exception {
        ChartLook chart = new ChartLook(false, 300, true, 1e5, true, 0, true, false);
        SymbolLayout look =
                new SymbolLayout(3600, "SCALP", Map.of(SizeClass.WIDE, WIDE, SizeClass.MEDIUM, MEDIUM), chart);
        new LayoutFile(home).save(SavedLayout.USUAL.remembering(List.of("BTCUSDT"), Map.of("BTCUSDT", look)));

        WorkspaceWindow window = open(1800, 1000);
        await().until(() -> fx(() -> window.workspace().layout().arrangement()).equals(WIDE));
        assertThat(fx(() -> window.workspace().axes().time().spanNanos())).isEqualTo(3_600_000_000_000L);
        assertThat(fx(() -> window.workspace().axes().chart().look())).isEqualTo(chart);
        fx(() -> {
            stage.setWidth(1366);
            return true;
        });

        await().until(() -> fx(() -> window.workspace().layout().arrangement()).equals(MEDIUM));
        assertThat(fx(() -> window.workspace().layout().arrangements())).containsEntry(SizeClass.WIDE, WIDE);
    }

    @Test
    void comesUpOnAScreenThatIsThereInASizeThatFits() throws Exception {
        SavedLayout gone = new SavedLayout(
                1, 9000.0, -4000.0, 30_000, 20_000, false, Arrangement.USUAL, 3600, List.of(), Map.of());
        new LayoutFile(home).save(gone);

        open(0, 0);

        assertThat(fx(() -> stage.getX())).isBetween(0.0, 1920.0);
        assertThat(fx(() -> stage.getY())).isBetween(0.0, 1080.0);
        assertThat(fx(() -> stage.getWidth())).isBetween(1024.0, 1920.0);
        assertThat(fx(() -> stage.getHeight())).isBetween(640.0, 1080.0);
    }

    @Test
    void staysOnTopAsSmallAsItMayBeAndGoesBackToWhatItWas() throws Exception {
        WorkspaceWindow window = open(1366, 768);

        fx(() -> {
            window.toggleOnTop();
            return true;
        });
        assertThat(fx(stage::isAlwaysOnTop)).isTrue();
        assertThat(fx(stage::getWidth)).isEqualTo(WorkspaceOptions.MIN_WIDTH);
        assertThat(fx(() -> window.layout(SavedLayout.USUAL)).width()).isEqualTo(1366);
        fx(() -> {
            window.toggleOnTop();
            return true;
        });
        assertThat(fx(stage::isAlwaysOnTop)).isFalse();
        assertThat(fx(stage::getWidth)).isEqualTo(1366);
        assertThat(fx(stage::getHeight)).isEqualTo(768);
    }

    @Test
    void aWindowClosedWhileItIsSmallAndOnTopComesBackAsLargeAsItWas() throws Exception {
        WorkspaceWindow window = open(1366, 768);

        fx(() -> {
            window.toggleOnTop();
            stage.setX(500);
            stage.hide();
            return true;
        });

        await().untilAsserted(() -> {
            SavedLayout kept = new LayoutFile(home).load().layout();
            assertThat(kept.width()).isEqualTo(1366);
            assertThat(kept.height()).isEqualTo(768);
            assertThat(kept.x()).isNotEqualTo(500.0);
        });
    }

    @Test
    void goesBackToTheWholeScreenFromSmallAndOnTop() throws Exception {
        WorkspaceWindow window = open(1366, 768);

        fx(() -> {
            stage.setMaximized(true);
            window.toggleOnTop();
            return true;
        });
        assertThat(fx(stage::isMaximized)).isFalse();
        assertThat(fx(stage::getWidth)).isEqualTo(WorkspaceOptions.MIN_WIDTH);
        fx(() -> {
            window.toggleOnTop();
            return true;
        });

        assertThat(fx(stage::isMaximized)).isTrue();
    }

    @Test
    void saysInWordsThatPicturesCannotGoIntoTheFolderThatIsSet(FxRobot robot) throws Exception {
        Path file = Files.createFile(home.resolve("taken"));
        Files.writeString(
                home.resolve("settings.json"),
                "{\"pictures.folder\": \"" + file.resolve("charts").toString().replace("\\", "\\\\") + "\"}");
        open(1366, 768);

        robot.type(KeyCode.P);

        await().until(() -> fx(() -> ((Labeled) stage.getScene().lookup("#message")).getText())
                .matches("Picture (copied, but )?not saved: cannot write .*taken.*"));
    }

    @Test
    void namesAndPutsPicturesAsIsSet(FxRobot robot) throws Exception {
        Path charts = home.resolve("charts");
        Files.writeString(
                home.resolve("settings.json"),
                "{\"pictures.folder\": \"" + charts.toString().replace("\\", "\\\\")
                        + "\", \"pictures.name\": \"{panel}_{symbol}\"}");
        open(1366, 768);

        robot.type(KeyCode.P);
        await().until(() -> Files.exists(charts.resolve("BTCUSDT.png")));
        robot.push(KeyCode.SHIFT, KeyCode.P);

        await().until(() -> Files.exists(charts.resolve("heatmap_BTCUSDT.png")));
        assertThat(PngFileTest.metadata(charts.resolve("heatmap_BTCUSDT.png"), "Model"))
                .isNotEmpty();
    }

    private WorkspaceWindow open(int width, int height) throws Exception {
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
                    stage, sessions, FakeSession.live(market), TestSetup.of(home, width, height), () -> {});
            window.show();
            return window;
        });
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    }
}
