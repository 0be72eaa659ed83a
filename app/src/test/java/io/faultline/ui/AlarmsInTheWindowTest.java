package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.Signal;
import io.faultline.desk.AlarmStand;
import io.faultline.desk.ClusterView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.PathState;
import io.faultline.ui.alarms.AlarmListPanel;
import io.faultline.ui.alarms.AlarmLogPanel;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Alarms as a trader sets, sees and answers them, in the whole window, with a real watch behind it. */
@ExtendWith(ApplicationExtension.class)
class AlarmsInTheWindowTest {
    private static final GridView GRID = Modelled.view(61_700, Venue.BINANCE);
    private static final ClustersView CLUSTERS = Modelled.clusters(GRID.grids(), PathState.HOLLOW, PathState.OPEN);

    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(7).open().run(60);
    private final FakeSession session = FakeSession.live(market);
    private final AlarmStand stand = new AlarmStand("BTCUSDT", market.nowNanos() / 1_000_000);
    private final double price = 61_700;

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // set in start
    private WorkspaceWindow window;

    AlarmsInTheWindowTest(@TempDir Path home) {
        this.home = home;
    }

    @Start
    void start(Stage unused) {
        Theme.install();
        DeskView bare = market.view();
        session.view = new DeskView(
                bare.symbol(), bare.timeNanos(), bare.venues(), bare.history(), bare.forming(), GRID, CLUSTERS);
        session.alarms = stand.board();
        stand.clusters(CLUSTERS);
        stand.marks(price, price, price);
        Sessions none = new Sessions() {
            @Override
            public io.faultline.desk.Session live() {
                throw new IllegalStateException("nobody asked for it");
            }

            @Override
            public io.faultline.desk.Session replay(List<Path> journals) {
                throw new IllegalStateException("nobody asked for it");
            }
        };
        stage = new Stage();
        window = new WorkspaceWindow(
                stage,
                none,
                session,
                new WorkspaceWindow.Setup(
                        new WorkspaceOptions(1366, 768, Optional.empty(), Optional.empty(), home),
                        Panels::of,
                        new PictureFolder(home.resolve("pictures")),
                        owner -> List.of()),
                () -> {});
        window.show();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void setsAPriceAlarmByAltClickOnTheLadderAndShowsItOnTheAxis(FxRobot robot) throws Exception {
        settle();
        double level = free();
        altClick(robot, "#ladder", level);

        await().until(() -> draft().isPresent());
        assertThat(text("#draft-level")).isNotEmpty();
        robot.push(KeyCode.ENTER);

        await().until(() -> alarms().size() == 1);
        assertThat(alarms().get(0))
                .isInstanceOfSatisfying(
                        PriceAlarm.class,
                        alarm -> assertThat(alarm.rule().level())
                                .isCloseTo(level, org.assertj.core.data.Offset.offset(40.0)));
        await().untilAsserted(() ->
                assertThat(fx(() -> window.workspace().axes().alarms().marks())).hasSize(1));
    }

    @Test
    void setsTwoAlarmsByAltDragOverARangeOfTheHeatmap(FxRobot robot) throws Exception {
        settle();
        robot.moveTo(point("#heatmap", price + 250)).press(KeyCode.ALT).press(MouseButton.PRIMARY);
        robot.moveTo(point("#heatmap", price + 400)).moveTo(point("#heatmap", price + 700));
        robot.release(MouseButton.PRIMARY).release(KeyCode.ALT);
        robot.push(KeyCode.ENTER);

        await().until(() -> alarms().size() == 2);
        assertThat(alarms())
                .allSatisfy(alarm ->
                        assertThat(((PriceAlarm) alarm).rule().direction()).isEqualTo(PriceRule.Direction.EITHER));
    }

    @Test
    void setsFiresAndAcknowledgesAClustersAlarmWithoutTakingTheFocus(FxRobot robot) throws Exception {
        settle();
        ClusterView cluster = CLUSTERS.side(PositionSide.LONG).nearest().orElseThrow();
        double near = cluster.cluster().nearPrice();
        fx(() -> {
            window.workspace().axes().price().zoom(-3, 100);
            return true;
        });
        settle();
        altClick(robot, "#heatmap", near * 0.995);
        await().until(() -> draft().isPresent());
        robot.clickOn("#draft-cascade");
        robot.push(KeyCode.ENTER);
        await().until(() -> alarms().size() == 1);
        assertThat(alarms().get(0)).isInstanceOfSatisfying(ClusterAlarm.class, alarm -> {
            assertThat(alarm.trackId()).isEqualTo(cluster.id());
            assertThat(alarm.stages()).containsExactly(Signal.PERIMETER, Signal.ENTRY);
        });
        Node focused = fx(() -> stage.getScene().getFocusOwner());
        stand.marks(price, near * 1.015);
        awaitText("#alarm-headline", "BTC is near " + cluster.name());
        stand.marks(near * 0.999);
        awaitText("#alarm-headline", "BTC entered " + cluster.name());
        settle();
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isSameAs(focused);
        assertThat(fx(() -> stage.getScene().lookup(".overlay")))
                .as("nothing pops up")
                .isNull();

        robot.push(KeyCode.A);
        awaitText("#alarm-headline", "BTC is near " + cluster.name());
        robot.push(KeyCode.SHIFT, KeyCode.A);
        await().until(() -> stand.tick().calling().isEmpty());
        await().until(() -> text("#alarm-last").contains(cluster.name() + " entry at"));
        assertThat(text("#alarm-last")).endsWith("acknowledged");
    }

    @Test
    void dropsByEscapeAndDeletesAndBringsBackByKey(FxRobot robot) throws Exception {
        settle();
        altClick(robot, "#heatmap", free());
        await().until(() -> draft().isPresent());
        robot.push(KeyCode.ESCAPE);
        await().until(() -> draft().isEmpty());
        assertThat(alarms()).isEmpty();

        altClick(robot, "#heatmap", free());
        robot.push(KeyCode.ENTER);
        await().until(() -> alarms().size() == 1);
        long id = alarms().get(0).id();
        await().until(() -> fx(() -> stage.getScene().lookup("#armed-" + id) != null));
        settle();
        robot.clickOn("#armed-" + id);
        await().until(() -> draft().isPresent());
        robot.push(KeyCode.DELETE);
        await().until(() -> alarms().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> alarms().size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await().until(() -> alarms().isEmpty());
    }

    @Test
    void movesAnAlarmByDraggingItsTagOnTheAxis(FxRobot robot) throws Exception {
        settle();
        double level = free();
        altClick(robot, "#heatmap", level);
        robot.push(KeyCode.ENTER);
        await().until(() -> alarms().size() == 1);
        double before = ((PriceAlarm) alarms().get(0)).rule().level();
        settle();
        Point2D tag = axis(before);
        robot.moveTo(tag)
                .press(MouseButton.PRIMARY)
                .moveBy(0, -20)
                .moveBy(0, -20)
                .release(MouseButton.PRIMARY);
        await().until(() -> ((PriceAlarm) alarms().get(0)).rule().level() > before + 100);
        assertThat(draft()).isEmpty();
    }

    @Test
    void listsWhatIsArmedAndTellsInTheLogWhatHappenedNext(FxRobot robot) throws Exception {
        settle();
        altClick(robot, "#heatmap", free());
        robot.push(KeyCode.ENTER);
        await().until(() -> alarms().size() == 1);
        double level = ((PriceAlarm) alarms().get(0)).rule().level();
        robot.push(KeyCode.F8);
        await().until(() -> list().contains("price ≥"));
        rename(robot, "my level");
        await().untilAsserted(() -> {
            stand.tick();
            assertThat(list()).contains("my level");
        });
        stand.marks(price, level + 5);
        for (int i = 0; i < 8; i++) {
            stand.later(50_000);
            stand.marks(level * (1 + 0.002 * i));
        }
        robot.push(KeyCode.L);
        await().untilAsserted(() -> assertThat(log()).contains("rose to"));
        assertThat(log()).contains("my level").contains("so far");

        Path file = home.resolve("alarms.json");
        fx(() -> {
            window.workspace().panel(AlarmListPanel.class).orElseThrow().export(file);
            return true;
        });
        await().until(() -> text("#message").contains("1 alarm exported"));
        long id = alarms().get(0).id();
        fx(() -> {
            window.workspace().axes().alarms().delete("BTCUSDT", java.util.Set.of(id));
            return true;
        });
        await().until(() -> alarms().isEmpty());
        fx(() -> {
            window.workspace().panel(AlarmListPanel.class).orElseThrow().take(file);
            return true;
        });
        await().until(() -> alarms().size() == 1);
        assertThat(alarms().get(0).id()).isNotEqualTo(id);
    }

    private void rename(FxRobot robot, String name) throws Exception {
        TableView<?> table = (TableView<?>)
                java.util.Objects.requireNonNull(fx(() -> stage.getScene().lookup("#alarm-list-table")));
        fx(() -> {
            table.getSelectionModel().select(0);
            table.getContextMenu().getItems().get(0).fire();
            return true;
        });
        await().until(() -> fx(() -> stage.getScene().lookup("#alarm-name") != null));
        TextField field = (TextField)
                java.util.Objects.requireNonNull(fx(() -> stage.getScene().lookup("#alarm-name")));
        await().until(() -> fx(field::isFocused));
        fx(() -> {
            field.setText(name);
            return true;
        });
        robot.push(KeyCode.ENTER);
    }

    @Test
    void saysOnceOnQuittingThatArmedAlarmsStopAndMutesByAButton(FxRobot robot) throws Exception {
        settle();
        altClick(robot, "#heatmap", free());
        robot.push(KeyCode.ENTER);
        await().until(() -> alarms().size() == 1);
        robot.clickOn("#sound");
        await().until(() -> stand.board().settings().sounds().muted());
        robot.push(KeyCode.M);
        await().until(() -> !stand.board().settings().sounds().muted());

        fx(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        await().until(() -> text("#quit-words").startsWith("1 alarm is armed and stops"));
        robot.push(KeyCode.ESCAPE);
        assertThat(fx(() -> stage.isShowing())).isTrue();
        WindowEvent again = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
        fx(() -> {
            stage.getOnCloseRequest().handle(again);
            return true;
        });
        assertThat(again.isConsumed()).isFalse();
    }

    @Test
    void marksTheTabWhoseAlarmCallsAndShowsTheFiringOverADraftThatIsOlder(FxRobot robot) throws Exception {
        settle();
        altClick(robot, "#heatmap", free());
        robot.push(KeyCode.ENTER);
        await().until(() -> alarms().size() == 1);
        double level = ((PriceAlarm) alarms().get(0)).rule().level();
        robot.push(KeyCode.N);
        await().until(() -> draft().isPresent());
        stand.marks(price, level + 5);

        await().until(() -> text("#alarm-headline").startsWith("BTC price ≥"));
        await().untilAsserted(() -> assertThat(fx(
                        () -> java.util.Objects.requireNonNull(stage.getScene().lookup("#tab-0"))
                                .getAccessibleText()))
                .contains(", alarm"));
        assertThat(draft()).as("the draft waits").isPresent();
        robot.push(KeyCode.A);
        await().untilAsserted(() -> {
            stand.tick();
            assertThat(fx(() -> stage.getScene().lookup("#draft-keep"))).isNotNull();
        });
        robot.push(KeyCode.ESCAPE);
        await().until(() -> draft().isEmpty());
    }

    private String list() throws Exception {
        return fx(() ->
                window.workspace().panel(AlarmListPanel.class).orElseThrow().asText());
    }

    private String log() throws Exception {
        return fx(() ->
                window.workspace().panel(AlarmLogPanel.class).orElseThrow().asText());
    }

    private Point2D axis(double at) throws Exception {
        return fx(() -> {
            PriceAxis axis = window.workspace().axes().price();
            Node heatmap = java.util.Objects.requireNonNull(stage.getScene().lookup("#heatmap"));
            double y = axis.sceneTop() + axis.y(at);
            return new Point2D(
                    heatmap.localToScreen(heatmap.getBoundsInLocal().getWidth() - 30, 0)
                            .getX(),
                    stage.getScene().getRoot().localToScreen(0, y).getY());
        });
    }

    private void awaitText(String selector, String words) {
        await().untilAsserted(() -> {
            stand.tick();
            assertThat(text(selector)).isEqualTo(words);
        });
    }

    /** A price above the last in no cluster. */
    private double free() throws Exception {
        return fx(() -> {
            PriceAxis axis = window.workspace().axes().price();
            for (double y = axis.height() / 2 - 20; y > 20; y -= 7) {
                double at = axis.price(y);
                if (window.workspace().axes().alarms().clusterAt(at).isEmpty()) {
                    return at;
                }
            }
            throw new IllegalStateException("clusters everywhere");
        });
    }

    private void altClick(FxRobot robot, String panel, double at) throws Exception {
        robot.moveTo(point(panel, at));
        robot.press(KeyCode.ALT).clickOn(MouseButton.PRIMARY).release(KeyCode.ALT);
    }

    private Point2D point(String panel, double at) throws Exception {
        return fx(() -> {
            PriceAxis axis = window.workspace().axes().price();
            Node node = java.util.Objects.requireNonNull(stage.getScene().lookup(panel));
            Point2D left = node.localToScreen(150, 0);
            double y = axis.sceneTop() + axis.y(at);
            return new Point2D(
                    left.getX(), stage.getScene().getRoot().localToScreen(0, y).getY());
        });
    }

    private Optional<Object> draft() throws Exception {
        return Optional.ofNullable(
                fx(() -> (Object) window.workspace().axes().alarms().draft()));
    }

    private List<Alarm> alarms() {
        AlarmsView view = stand.tick();
        return view.alarms().stream().map(armed -> armed.alarm()).toList();
    }

    private void settle() throws Exception {
        long from = fx(() -> window.workspace().pulses());
        await().until(() -> fx(() -> window.workspace().pulses()) > from + 4);
    }

    private String text(String selector) throws Exception {
        return fx(() -> {
            Node node = stage.getScene().lookup(selector);
            return node instanceof Label label
                    ? label.getText()
                    : node instanceof TextField field ? field.getText() : "";
        });
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }
}
