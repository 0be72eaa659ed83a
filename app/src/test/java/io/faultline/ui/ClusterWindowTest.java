package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.market.Venue;
import io.faultline.signal.PathState;
import io.faultline.ui.clusters.ClusterNews;
import io.faultline.ui.clusters.QualityCardPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.paint.PanelRequest;
import io.faultline.ui.panel.ClusterControl;
import io.faultline.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Clusters in the whole window: keys, copies, exports, what changed. */
@ExtendWith(ApplicationExtension.class)
class ClusterWindowTest {
    private static final double MARK = 61_660;
    private static final GridView GRID = Modelled.view(MARK, Venue.BINANCE, Venue.BYBIT);
    private static final ClustersView CLUSTERS = Modelled.clusters(GRID.grids(), PathState.HOLLOW, PathState.UNKNOWN);

    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(7).open().run(30);
    private final FakeSession session = FakeSession.practice(market);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set before each
    private WorkspaceWindow window;

    ClusterWindowTest(@TempDir Path home) {
        this.home = home;
    }

    @Start
    void start(Stage unused) {
        Theme.install();
        stage = new Stage();
    }

    @BeforeEach
    void open() throws Exception {
        DeskView view = session.view;
        session.view = new DeskView(
                view.symbol(), view.timeNanos(), view.venues(), view.history(), view.forming(), GRID, CLUSTERS);
        window = fx(() -> {
            WorkspaceWindow made = new WorkspaceWindow(
                    stage,
                    new Sessions() {
                        @Override
                        public io.faultline.desk.Session live() {
                            throw new IllegalStateException("nobody asked for it");
                        }

                        @Override
                        public io.faultline.desk.Session replay(List<Path> journals) {
                            throw new IllegalStateException("nobody asked for it");
                        }
                    },
                    session,
                    new WorkspaceWindow.Setup(
                            new WorkspaceOptions(1366, 768, Optional.empty(), Optional.empty(), home),
                            Panels::of,
                            new PictureFolder(home.resolve("pictures")),
                            owner -> List.of()),
                    () -> {});
            made.show();
            return made;
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> fx(() -> window.workspace().pulses() > 3));
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            stage.hide();
            return true;
        });
    }

    private ClusterControl control() {
        return window.workspace().axes().clusters();
    }

    private static List<Integer> byDistance() {
        return CLUSTERS.clusters().stream()
                .sorted(Comparator.comparingDouble(ClusterView::distance))
                .map(ClusterView::id)
                .toList();
    }

    @Test
    void yGoesThroughClustersByDistanceAndQShowsTheCardOfTheSelectedOne(FxRobot robot) throws Exception {
        robot.type(KeyCode.Y);
        assertThat(control().selected()).isEqualTo(byDistance().get(0));
        robot.type(KeyCode.Y);
        assertThat(control().selected()).isEqualTo(byDistance().get(1));
        robot.push(KeyCode.SHIFT, KeyCode.Y);
        robot.push(KeyCode.SHIFT, KeyCode.Y);
        assertThat(control().selected())
                .as("round at the ends")
                .isEqualTo(byDistance().get(byDistance().size() - 1));

        robot.type(KeyCode.Q);

        ClusterView selected = CLUSTERS.find(control().selected()).orElseThrow();
        await().until(() -> fx(() -> window.workspace()
                .panel(QualityCardPanel.class)
                .orElseThrow()
                .asText()
                .startsWith("Quality card " + selected.name())));
    }

    @Test
    void aClickOnTheBandOfAClusterOrItsBracketOnTheLadderSelectsIt(FxRobot robot) throws Exception {
        ClusterView near = CLUSTERS.find(byDistance().get(0)).orElseThrow();
        ClusterView other = CLUSTERS.clusters().stream()
                .filter(cluster -> cluster.side() != near.side())
                .min(Comparator.comparingDouble(ClusterView::distance))
                .orElseThrow();
        fx(() -> {
            window.workspace().axes().jumpTo(near);
            control().select(ClusterControl.NONE);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();

        robot.clickOn(at(window.workspace().axes().time().sceneLeft() + 200, near));
        assertThat(control().selected()).isEqualTo(near.id());
        assertThat(window.workspace().axes().crosshair().pinned()).isFalse();

        fx(() -> {
            window.workspace().axes().jumpTo(other);
            control().select(ClusterControl.NONE);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        double ladder = fx(() -> {
            javafx.scene.Node node =
                    window.workspace().panel(LadderPanel.class).orElseThrow().node();
            return node.localToScene(5, 0).getX();
        });
        robot.clickOn(at(ladder, other));

        assertThat(control().selected()).isEqualTo(other.id());
    }

    /** Where the middle of a cluster is on the screen, at that distance from the scene's left. */
    private javafx.geometry.Point2D at(double sceneX, ClusterView cluster) throws Exception {
        return fx(() -> {
            var price = window.workspace().axes().price();
            double y = price.sceneTop() + price.y(cluster.cluster().centroid());
            return stage.getScene().getRoot().localToScreen(sceneX, y);
        });
    }

    @Test
    void arrowsWalkTheTableAndCtrlCCopiesIt(FxRobot robot) throws Exception {
        fx(() -> {
            window.workspace().layout().showInDock("clusters");
            return true;
        });
        robot.type(KeyCode.DOWN);
        int first = control().selected();
        robot.type(KeyCode.DOWN);
        assertThat(control().selected()).isNotEqualTo(first).isNotZero();
        assertThat(fx(() -> window.workspace().axes().crosshair().price()))
                .as("the crosshair stays where it was")
                .isNaN();

        robot.push(KeyCode.CONTROL, KeyCode.C);

        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("PRACTICE\nClusters BTCUSDT, USD, sorted by at risk");
        assertThat(copied.lines().count()).isEqualTo(3 + CLUSTERS.clusters().size());
    }

    @Test
    void ctrlEExportsClustersThatReadBackInFull(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        robot.clickOn("#export-clusters-json");
        await().until(() -> message().contains("Saved as"));

        JsonObject read =
                JsonParser.parseString(Files.readString(file("-clusters.json"))).getAsJsonObject();
        assertThat(read.get("symbol").getAsString()).isEqualTo("BTCUSDT");
        assertThat(read.get("source").getAsString()).isEqualTo("PRACTICE");
        assertThat(read.getAsJsonArray("rows")).hasSize(CLUSTERS.clusters().size());
        ClusterView first = CLUSTERS.clusters().get(0);
        JsonObject row = read.getAsJsonArray("rows").get(0).getAsJsonObject();
        assertThat(row.get("cluster").getAsString()).isEqualTo(first.name());
        assertThat(row.get("at_risk_usd").getAsDouble()).isEqualTo(first.mass().atRiskUsd());
        assertThat(row.get("open_interest_share_fraction").isJsonNull())
                .as("not known")
                .isTrue();
    }

    @Test
    void whatThePanelsMenusAskForIsExportedAndPictured() throws Exception {
        javafx.scene.Node ladder = fx(
                () -> window.workspace().panel(LadderPanel.class).orElseThrow().node());
        fx(() -> {
            ladder.fireEvent(PanelRequest.export("clusters", ".json"));
            return true;
        });
        await().until(() -> message().contains("Saved as"));
        assertThat(Files.readString(file("-clusters.json"))).contains("\"at_risk_usd\"");

        fx(() -> {
            PanelRequest.items(ladder).get(1).fire();
            return true;
        });
        await().until(() -> message().startsWith("Picture"));

        fx(() -> {
            PanelRequest.items(ladder).get(0).fire();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getScene().lookup("#export-clusters-csv")).isNotNull();
    }

    @Test
    void theProfileIsExportedByPriceTierAndVenue(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        robot.clickOn("#export-profile-csv");
        await().until(() -> message().contains("Saved as"));

        List<String> lines = Files.readAllLines(file("-profile.csv"));
        assertThat(lines.get(0))
                .isEqualTo(
                        "venue,side,leverage,low_price,high_price,at_risk_usd,expected_forced_usd,mark_price,as_of_utc,"
                                + "symbol,source,taken_utc");
        double sum = lines.stream()
                .skip(1)
                .mapToDouble(
                        line -> Double.parseDouble(List.of(line.split(",", -1)).get(5)))
                .sum();
        double modelled = GRID.grids().stream()
                .mapToDouble(grid -> Stream.of(io.faultline.liquidation.Tier.values())
                        .mapToDouble(tier -> {
                            double usd = 0;
                            for (int bin = grid.base();
                                    bin < grid.base() + io.faultline.liquidation.Bins.COUNT;
                                    bin++) {
                                usd += grid.massUsd(io.faultline.market.PositionSide.LONG, tier, bin)
                                        + grid.massUsd(io.faultline.market.PositionSide.SHORT, tier, bin);
                            }
                            return usd;
                        })
                        .sum())
                .sum();
        assertThat(sum).isCloseTo(modelled, org.assertj.core.data.Percentage.withPercentage(0.01));
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line ->
                        assertThat(line.substring(0, line.indexOf(",BTCUSDT"))).doesNotContain("E", "NaN"));
    }

    @Test
    void f3SaysWhatChangedAndEnterSelectsIt(FxRobot robot) throws Exception {
        ClusterView gone = CLUSTERS.clusters().get(0);
        session.view = new DeskView(
                session.view.symbol(),
                session.view.timeNanos(),
                session.view.venues(),
                session.view.history(),
                session.view.forming(),
                GRID,
                Modelled.without(CLUSTERS, gone.id()));
        await().until(() -> fx(() -> Objects.equals(window.workspace().view(), session.view)));

        robot.type(KeyCode.F3);

        Node list = fx(() -> stage.getScene().lookup("#news-list"));
        assertThat(list).isNotNull();
        assertThat(fx(() -> ((javafx.scene.control.ListView<?>) list).getItems()))
                .singleElement()
                .isInstanceOfSatisfying(ClusterNews.Item.class, item -> {
                    assertThat(item.what()).isEqualTo("dissolved");
                    assertThat(item.words()).startsWith(gone.name() + ", was ");
                });
        robot.type(KeyCode.ENTER);
        assertThat(control().selected()).isEqualTo(gone.id());
        assertThat(fx(() -> window.workspace().overlays().isOpen())).isFalse();

        robot.type(KeyCode.F3);
        assertThat(fx(() -> ((javafx.scene.control.ListView<?>) stage.getScene().lookup("#news-list")).getItems()))
                .as("looked at")
                .isEmpty();
    }

    private Path file(String ending) throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("exports"))) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String message() throws Exception {
        return fx(() -> ((Label) stage.getScene().lookup("#message")).getText());
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }
}
