package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.AlarmStand;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.KeptPaper;
import io.faultline.desk.MadePlan;
import io.faultline.desk.PaperView;
import io.faultline.desk.PlanMoves;
import io.faultline.desk.Session;
import io.faultline.desk.VenueSight;
import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.BookPicture;
import io.faultline.signal.PaperFill;
import io.faultline.signal.PaperResult;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.PaperTrade;
import io.faultline.signal.PathState;
import io.faultline.signal.SideBins;
import io.faultline.ui.panel.Plans;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsControl;
import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Plans, own position, sheets, events and paper trades in the whole window, as somebody uses them. */
@ExtendWith(ApplicationExtension.class)
class PlanWindowTest {
    private static final double MARK = 61_660;
    private static final GridView GRID = Modelled.view(MARK, Venue.BINANCE, Venue.BYBIT);
    private static final ClustersView CLUSTERS = clusters();

    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(7).open().run(60);
    private final FakeSession session = FakeSession.live(market);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set by open
    private WorkspaceWindow window;

    PlanWindowTest(@TempDir Path home) {
        this.home = home;
    }

    private static ClustersView clusters() {
        ClustersView found = Modelled.clusters(GRID.grids(), PathState.HOLLOW, PathState.OPEN);
        VenueSight sight =
                new VenueSight(true, 1e9, true, 100, 100, 1e5, 1e5, io.faultline.liquidation.SyntheticMarket.TABLES);
        return new ClustersView(
                true,
                0,
                found.asOfMillis(),
                found.sightedMillis(),
                found.rules(),
                found.mark(),
                found.mid(),
                Map.of(
                        PositionSide.LONG, found.side(PositionSide.LONG),
                        PositionSide.SHORT, found.side(PositionSide.SHORT)),
                found.asymmetry(),
                found.market(),
                found.funding(),
                Map.of(Venue.BINANCE, sight),
                found.walls(),
                found.sweeps(),
                found.labels(),
                found.events());
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

    private void open() throws Exception {
        session.view = view();
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return session;
            }

            @Override
            public Session replay(List<Path> journals) throws IOException {
                throw new IOException("nobody asked for it");
            }
        };
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(1920, 1080, Optional.empty(), Optional.empty(), home),
                Panels::of,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of());
        window = fx(() -> {
            stage.initStyle(javafx.stage.StageStyle.UNDECORATED);
            WorkspaceWindow made = new WorkspaceWindow(stage, sessions, session, setup, () -> {});
            made.show();
            return made;
        });
        await().atMost(Duration.ofSeconds(60))
                .until(() -> fx(() -> window.workspace().pulses()) > 4);
    }

    private DeskView view() {
        DeskView base = market.view();
        return new DeskView(
                base.symbol(), base.timeNanos(), base.venues(), base.history(), base.forming(), GRID, CLUSTERS);
    }

    private Plans plans() {
        return window.workspace().axes().plans();
    }

    private MadePlan plan() throws Exception {
        return fx(() -> plans().plan().plan().orElseThrow());
    }

    private static ClusterView second() {
        return CLUSTERS.side(PositionSide.SHORT).clusters().get(1);
    }

    private String words(String id) throws Exception {
        return fx(() -> {
            StringBuilder words = new StringBuilder();
            for (String kind : List.of(".label", ".table-cell")) {
                for (Node node : lookup(id).lookupAll(kind)) {
                    words.append(((Labeled) node).getText()).append('\n');
                }
            }
            return words.toString();
        });
    }

    @Test
    void plansForTheSelectedClusterDrawsItAndCopiesItAsText(FxRobot robot) throws Exception {
        open();
        fx(() -> {
            window.workspace().axes().clusters().select(second().id());
            return true;
        });

        robot.type(KeyCode.E);

        assertThat(plan().cluster()).isEqualTo(second().name());
        assertThat(plan().levels().target()).isCloseTo(second().cluster().farPrice(), within(.1));
        await().until(() -> words("#plan").contains("Ahead " + second().name() + ": buy"));
        assertThat(words("#plan")).contains("Not advice.", "risk 0.75\u00a0% of 10.0k = 75 USD");

        robot.clickOn("#plan-copy");

        assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("BTCUSDT " + second().name() + " ahead at Binance\nbuy ")
                .contains("A plan, not advice");
        assertThat(session.records.read("plan").join()).containsKey("BTCUSDT");
    }

    @Test
    void plansFromTheMenuOfTheChartAndOpensTheOwnPositionThere(FxRobot robot) throws Exception {
        open();
        double middle = (second().cluster().highPrice() + second().cluster().lowPrice()) / 2;
        fx(() -> {
            window.workspace().axes().price().fit(MARK * .98, middle * 1.02);
            return true;
        });
        await().until(() -> fx(() -> window.workspace().pulses()) > 8);

        fromMenu(middle, "menu-plan-cluster");

        assertThat(plan().cluster()).isEqualTo(second().name());
        await().until(() -> words("#plan").contains("Ahead " + second().name()));

        fromMenu(middle, "menu-own");

        await().until(() -> fx(() -> lookup("#own-check").isVisible()));
    }

    /** Opens the menu of the chart at that price, and takes what has that id. */
    private void fromMenu(double price, String id) throws Exception {
        fx(() -> {
            Node surface =
                    ((Parent) lookup(".heatmap")).getChildrenUnmodifiable().get(1);
            double y = window.workspace().axes().price().y(price);
            Point2D scene = surface.localToScene(200, y);
            Point2D screen = surface.localToScreen(200, y);
            surface.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    scene.getX(),
                    scene.getY(),
                    screen.getX(),
                    screen.getY(),
                    false,
                    null));
            ContextMenu menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            menu.getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
            return true;
        });
    }

    @Test
    void plansInAnotherStyleAndForAnotherAccountAndSaysWhatIsNoFigure(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.E);
        double quantity = plan().plan().quantity();

        robot.clickOn("Aftermath");
        assertThat(plan().plan().style().name()).isEqualTo("AFTERMATH");
        robot.clickOn("Ahead");
        type(robot, "#plan-account", "50k");
        assertThat(plan().accountUsd()).isEqualTo(50_000);
        assertThat(plan().plan().quantity()).isCloseTo(5 * quantity, within(.01 * quantity));
        type(robot, "#plan-risk", "2");
        assertThat(plan().risk()).isIn(.02, .01);
        type(robot, "#plan-risk", "7");
        await().until(() -> words("#plan").contains("risk is from 0.5 % to 2 %"));
        type(robot, "#plan-account", "much");
        await().until(() -> words("#plan").contains("an account is a figure in USD"));
        assertThat(plan().accountUsd()).isEqualTo(50_000);
    }

    @Test
    void sizesPlansByTheAccountAndRiskOfTheSettingsAndSetsThemFromThePanel(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.E);
        double quantity = plan().plan().quantity();
        SettingsControl settings = fx(() -> window.workspace().axes().settings());

        fx(() -> {
            settings.set(KnownSettings.ACCOUNT_USD, 30_000.0);
            return true;
        });
        await().until(() -> plan().accountUsd() == 30_000);
        assertThat(plan().plan().quantity()).isCloseTo(3 * quantity, within(.01 * quantity));
        fx(() -> {
            settings.set(KnownSettings.RISK_BY_RULE, false);
            settings.set(KnownSettings.RISK_PERCENT, .5);
            return true;
        });
        await().until(() -> fx(() -> plans().plan().account().risk()) != null);
        assertThat(fx(() -> plans().plan().account().risk())).isEqualTo(.005);
        await().until(() -> plan().risk() <= .005);

        type(robot, "#plan-account", "12k");
        type(robot, "#plan-risk", "");
        assertThat(fx(() -> settings.get(KnownSettings.ACCOUNT_USD))).isEqualTo(12_000);
        assertThat(fx(() -> settings.get(KnownSettings.RISK_BY_RULE))).isTrue();
    }

    @Test
    void movesAPriceByItsHandleOnTheAxis(FxRobot robot) throws Exception {
        open();
        fx(() -> {
            window.workspace().axes().clusters().select(second().id());
            return true;
        });
        robot.type(KeyCode.E);
        double before = plan().levels().stop();
        Point2D handle = fx(() -> {
            var time = window.workspace().axes().time();
            var price = window.workspace().axes().price();
            price.fit(before * .99, second().cluster().farPrice() * 1.01);
            return new Point2D(time.sceneLeft() + time.width() + time.margin(), price.sceneTop() + price.y(before));
        });
        await().until(() -> fx(() -> window.workspace().pulses()) > 8);
        Point2D at = fx(() -> new Point2D(
                handle.getX(),
                window.workspace().axes().price().sceneTop()
                        + window.workspace().axes().price().y(before)));
        double low = fx(() -> window.workspace().axes().price().low());

        robot.drag(at, MouseButton.PRIMARY).dropTo(at.add(0, 40));

        assertThat(plan().levels().stop()).isLessThan(before);
        assertThat(plan().moved()).isTrue();
        assertThat(fx(() -> window.workspace().axes().price().low()))
                .as("the axis is not stretched")
                .isEqualTo(low);
        assertThat(MadePlan.read(Objects.requireNonNull(
                        session.records.read("plan").join().get("BTCUSDT"))))
                .contains(plan());
    }

    @Test
    void ctrlZTakesBackWhatWasDoneToPlanAndLayoutAndDelForgetsThePlan(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.E);
        MadePlan made = standing().orElseThrow();
        fx(() -> {
            var control = window.workspace().axes().plans().plan();
            control.move(PlanMoves.Handle.STOP, made.plan().levels().stop() * 0.9995);
            control.settle();
            return true;
        });
        assertThat(standing()).isNotEqualTo(Optional.of(made));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(standing()).contains(made);

        robot.type(KeyCode.DELETE);
        assertThat(standing()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(standing()).contains(made);

        Arrangement before = fx(() -> window.workspace().layout().arrangement());
        robot.push(KeyCode.SHIFT, KeyCode.M);
        assertThat(fx(() -> window.workspace().layout().arrangement())).isNotEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(fx(() -> window.workspace().layout().arrangement())).isEqualTo(before);
    }

    private Optional<MadePlan> standing() throws Exception {
        return fx(() -> window.workspace().axes().plans().plan().plan());
    }

    @Test
    void comesBackAfterARestartAsItWasMade(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.E);
        MadePlan made = plan();

        Plans again = io.faultline.ui.panel.Shared.create().plans();
        fx(() -> {
            again.bind(session, (words, trouble) -> {});
            return true;
        });

        assertThat(fx(() -> again.plan().plan())).contains(made);
        assertThat(fx(() -> again.plan().account()))
                .isEqualTo(fx(() -> plans().plan().account()));
    }

    @Test
    void saysInWhichClusterTheOwnPositionWouldBeLiquidatedAndKeepsItOutOfPictures(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.I);
        ClusterView cluster = CLUSTERS.side(PositionSide.LONG).clusters().get(0);
        double entry = cluster.cluster().densestPrice() / (1 - 1 / 10.0 + .004);

        type(robot, "#own-entry", Long.toString(Math.round(entry)));
        type(robot, "#own-size", "0.5");
        type(robot, "#own-leverage", "10");

        await().until(() -> words("#own").contains("Binance liquidates at"));
        assertThat(words("#own")).contains("in " + cluster.name()).contains("moves it out");
        assertThat(session.records.read("own-position").join()).containsKey("BTCUSDT");
        await().until(() -> fx(() -> lookup("#own-on-heatmap").isVisible()));
        assertThat(fx(() -> lookup("#own-on-heatmap").getStyleClass())).contains("private");

        robot.clickOn("#own-pictures");
        await().until(() -> fx(() -> !lookup("#own-on-heatmap").getStyleClass().contains("private")));

        type(robot, "#own-size", "half");
        await().until(() -> words("#own").contains("that is no figure: size"));
        robot.clickOn("#own-forget");
        await().until(() -> fx(() -> !lookup("#own-on-heatmap").isVisible()));
        assertThat(session.records.read("own-position").join()).isEmpty();
    }

    @Test
    void armsTheSheetsAlarmsInOneActionSavesAndExportsIt(FxRobot robot) throws Exception {
        AlarmStand stand = new AlarmStand("BTCUSDT", session.nowNanos / 1_000_000);
        stand.clusters(CLUSTERS);
        stand.marks(MARK, MARK, MARK);
        session.alarms = stand.board();
        open();

        robot.type(KeyCode.F2);

        String sheet = words("#session-sheet");
        assertThat(sheet)
                .contains("Session sheet BTCUSDT", "nearest", "Ahead: ", " UTC Asia opens", "funding rule Squeeze")
                .containsPattern("[−+]\\d+\\.\\d\\d.%");
        robot.clickOn("#sheet-arm");
        assertThat(stand.tick().armed()).isBetween(2, 4);
        robot.clickOn("#sheet-save");
        assertThat(words("#session-sheet")).contains("saved");
        assertThat(session.records.read("sheet").join()).hasSize(1);
        robot.clickOn("#sheet-text");
        await().until(() -> exported(".txt").isPresent());
        assertThat(Files.readString(exported(".txt").orElseThrow())).startsWith("BTCUSDT mark 61660");
    }

    private Optional<Path> exported(String extension) throws IOException {
        Path folder = home.resolve("exports");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension)).findFirst();
        }
    }

    @Test
    void halvesThePlanInTheWindowOfAnEventAndSaysWhy(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.E);
        double risk = plan().risk();

        fx(() -> {
            window.workspace().layout().showInDock("events");
            return true;
        });
        await().until(() -> fx(() -> stage.getScene().lookup("#event-time") != null));
        fx(() -> {
            ((TextField) lookup("#event-time"))
                    .setText(Instant.ofEpochMilli(session.nowNanos / 1_000_000 + 600_000)
                            .toString());
            return true;
        });
        type(robot, "#event-title", "US CPI");

        await().until(() -> words("#events").contains("EVENT US CPI: the map knows no news"));
        await().until(() -> ((Labeled) lookup("#heat-trouble")).getText().startsWith("EVENT US CPI"));
        robot.type(KeyCode.ESCAPE);
        fx(() -> {
            plans().plan().again();
            return true;
        });
        assertThat(plan().risk()).isEqualTo(risk / 2);
        assertThat(plan().text()).contains("halved for the event");
        assertThat(session.records.read("event").join()).hasSize(1);
    }

    @Test
    void armsThePlanOnPaperAndShowsWhatBecameOfItAlsoOfEarlierRuns(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.E);
        robot.clickOn("#plan-paper");
        assertThat(session.told).contains("arm AHEAD at binance");

        PaperResult won = paper(1_000, PaperTrade.Stage.DONE);
        KeptPaper earlier = new KeptPaper("BTCUSDT", 3, MARK, paper(500, PaperTrade.Stage.OPEN));
        session.records.write("paper", earlier.key(), earlier.json());
        fx(() -> {
            plans().bind(session, (words, trouble) -> {});
            return true;
        });
        DeskView base = view();
        session.view = new DeskView(
                base.symbol(),
                base.timeNanos(),
                base.venues(),
                base.history(),
                base.forming(),
                GRID,
                CLUSTERS,
                List.of(new PaperView(1, won, MARK)));

        robot.type(KeyCode.F7);

        await().until(() -> words("#paper").contains("open when the program ended"));
        assertThat(words("#paper")).contains("PAPER Ahead, ", "over", "+2.00 R", "12.0M bid");
        await().until(() ->
                fx(() -> ((Labeled) lookup("#paper-summary")).getText()).contains("mean +2.00 R (n 1)"));
        robot.clickOn("#paper-close");
        await().until(() -> session.told.contains("close paper 1"));
    }

    private PaperResult paper(long armed, PaperTrade.Stage stage) throws Exception {
        var plan = plan().plan();
        int bin = Bins.of(MARK);
        var before = new BookPicture(
                armed + 1_000, MARK, SideBins.of(bin - 1, new double[] {12e6}), SideBins.of(bin + 1, new double[] {8e6
                }));
        var entry = new PaperFill(
                PaperFill.Reason.ENTRY, armed + 31_000, plan.levels().entry(), plan.quantity(), 0, false);
        return new PaperResult(
                plan,
                PaperTerms.at(Venue.BINANCE),
                stage,
                armed,
                List.of(entry),
                2 * plan.riskUsd(),
                0,
                0,
                Optional.of(before));
    }

    private void type(FxRobot robot, String field, String text) throws Exception {
        robot.clickOn(field);
        fx(() -> {
            ((TextField) lookup(field)).setText(text);
            return true;
        });
        robot.type(KeyCode.ENTER);
    }

    private Node lookup(String selector) {
        return Objects.requireNonNull(stage.getScene().lookup(selector), selector);
    }

    private static <T> T fx(Callable<T> task) throws Exception {
        return WaitForAsyncUtils.asyncFx(task).get();
    }
}
