package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PictureRunTest {
    private final Path folder;
    private final SyntheticMarket market = new SyntheticMarket(7).open().run(30);

    PictureRunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Start
    void start(Stage unused) {
        Theme.install();
    }

    @Test
    void seeksAReplayToTheTimeAskedForAndWritesAPictureOfTheSizeAskedFor() throws Exception {
        FakeReplay replay = new FakeReplay(SyntheticMarket.START, market.nowNanos());
        Path file = folder.resolve("replay.png");

        draw(FakeSession.replay(market, replay), file, Duration.ofSeconds(20));

        assertThat(replay.told).containsExactly("pause", "seek 20000");
        Image image = new Image(file.toUri().toString());
        assertThat(image.getWidth()).isEqualTo(1366);
        assertThat(image.getHeight()).isEqualTo(768);
        assertThat(PngFileTest.metadata(file, "Mode")).isEqualTo("REPLAY");
        assertThat(PngFileTest.metadata(file, "Market time"))
                .isEqualTo(Long.toString(market.nowNanos() / SyntheticMarket.SECOND));
    }

    @Test
    void countsFromThePlaceThatAReplayIsToBeginAt() throws Exception {
        FakeReplay replay = new FakeReplay(SyntheticMarket.START, market.nowNanos());
        replay.seek(SyntheticMarket.START + 5 * SyntheticMarket.SECOND);

        draw(FakeSession.replay(market, replay), folder.resolve("later.png"), Duration.ofSeconds(20));

        assertThat(replay.told).containsExactly("seek 5000", "pause", "seek 25000");
    }

    @Test
    void drawsWhatThereIsWhenNoExchangeAnswers() throws Exception {
        Path file = folder.resolve("live.png");

        draw(FakeSession.live(new SyntheticMarket(1)), file, Duration.ofMillis(100));

        assertThat(PngFileTest.metadata(file, "State")).isEqualTo("CONNECTING");
    }

    @Test
    void drawsEveryPanelAloneWhereAFolderIsGiven() throws Exception {
        var request = new WorkspaceOptions.PictureRequest(
                folder.resolve("all.png"), Duration.ZERO, Optional.of(folder.resolve("panels")));
        draw(
                FakeSession.live(market),
                new WorkspaceOptions(1920, 1080, Optional.empty(), Optional.of(request), folder));

        try (var files = Files.list(folder.resolve("panels"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains(
                            "heatmap.png",
                            "ladder.png",
                            "funding.png",
                            "map.png",
                            "feed-health.png",
                            "figures.png",
                            "plan.png",
                            "alarm-list.png",
                            "heat-tiers.png",
                            "heat-depth.png",
                            "session-sheet.png",
                            "settings-page.png",
                            "export.png",
                            "news.png");
        }
        Image ladder = new Image(folder.resolve("panels/ladder.png").toUri().toString());
        assertThat(ladder.getWidth()).isBetween(400.0, 500.0);
        assertThat(PngFileTest.metadata(folder.resolve("panels/ladder.png"), "Symbol"))
                .isEqualTo("BTCUSDT");
    }

    @Test
    void drawsInTheThemeThatIsSet() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"look.theme\": \"light\"}");
        Path file = folder.resolve("light.png");
        var request = new WorkspaceOptions.PictureRequest(file, Duration.ZERO);

        draw(FakeSession.live(market), new WorkspaceOptions(1366, 768, Optional.empty(), Optional.of(request), folder));

        assertThat(new Image(file.toUri().toString())
                        .getPixelReader()
                        .getColor(700, 20)
                        .getBrightness())
                .isGreaterThan(0.9);
    }

    @Test
    void isOfTheNodeAloneHoweverFarOutsideAMarkOfItStands() throws Exception {
        Image image = CompletableFuture.supplyAsync(
                        () -> {
                            Rectangle mark = new Rectangle(-3e6, -2e6, 10, 10);
                            Pane node = new Pane(mark);
                            node.setManaged(false);
                            node.resizeRelocate(30, 40, 200, 100);
                            Pane parent = new Pane(node);
                            new Scene(parent, 400, 300);
                            return Picture.of(node, "stamp", 2);
                        },
                        Platform::runLater)
                .get(10, TimeUnit.SECONDS);

        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(200 + 2 * Picture.FOOT);
    }

    @Test
    void saysWhereItCouldNotWrite() throws IOException {
        Path blocked = Files.createFile(folder.resolve("file")).resolve("x.png");

        assertThatThrownBy(() -> draw(FakeSession.live(market), blocked, Duration.ZERO))
                .rootCause()
                .isInstanceOf(IOException.class);
    }

    private static void draw(FakeSession session, Path file, Duration after) throws Exception {
        var request = new WorkspaceOptions.PictureRequest(file, after);
        draw(session, new WorkspaceOptions(1366, 768, Optional.empty(), Optional.of(request), file));
    }

    private static void draw(FakeSession session, WorkspaceOptions options) throws Exception {
        WorkspaceOptions.PictureRequest request = options.picture().orElseThrow();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> PictureRun.start(session, options, request, Panels::of, done));
        done.get(30, TimeUnit.SECONDS);
    }
}
