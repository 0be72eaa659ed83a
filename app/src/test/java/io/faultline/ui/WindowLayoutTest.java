package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import io.faultline.signal.Timeframe;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsFile;
import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Where the panels stand at the sizes of the design, and what the user can do about it. */
@ExtendWith(ApplicationExtension.class)
class WindowLayoutTest {
    private final Path home;
    private final SyntheticMarket market =
            new SyntheticMarket(7, "BTCUSDT", Venue.BINANCE, Venue.BYBIT).open().run(60);

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    WindowLayoutTest(@TempDir Path home) {
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
    void standsAsDesignedAtFullHd() throws Exception {
        WorkspaceWindow window = open(1920, 1080);
        PriceAxis price = window.workspace().axes().price();

        assertThat(left("#map")).isEqualTo(1920 - 320 - 1 - 444 - 1 - 98);
        assertThat(width("#map")).isEqualTo(98);
        assertThat(left("#ladder")).isEqualTo(1920 - 320 - 1 - 444);
        assertThat(width("#funding")).isEqualTo(320);
        assertThat(height("#lanes")).isEqualTo(68);
        assertThat(fx(() -> lookup(".dock").getLayoutBounds().getHeight())).isEqualTo(206);
        assertThat(fx(price::height)).isEqualTo(640);
        assertThat(fx(price::sceneTop)).isEqualTo(40 + 28 + 32 + 20);
        for (String column : List.of("#heatmap", "#map", "#ladder", "#funding")) {
            assertThat(top(column)).as(column).isEqualTo(68);
        }
    }

    @Test
    void aLaptopHasNoLanesAndTheMapOverTheMargin(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(1366, 768);
        assertThat(height("#lanes")).isZero();
        assertThat(shown("#map")).isFalse();
        assertThat(left("#ladder")).isEqualTo(1366 - 232 - 1 - 350);

        robot.push(KeyCode.SHIFT, KeyCode.M);

        await().until(() -> shown("#map") && width("#map") > 0);
        PriceAxis price = window.workspace().axes().price();
        var time = window.workspace().axes().time();
        await().until(() -> height("#map") == fx(price::height));
        assertThat(top("#map")).as("over the plot").isEqualTo(fx(price::sceneTop));
        assertThat(left("#map") + width("#map"))
                .as("up to the price axis")
                .isEqualTo(Math.rint(fx(() -> time.sceneLeft() + time.width() + time.margin())));
        robot.push(KeyCode.SHIFT, KeyCode.M);
        await().until(() -> !shown("#map"));
    }

    @Test
    void hidesTheMapsColumnAndRemembersThat(FxRobot robot) throws Exception {
        open(1920, 1080);
        double wide = width("#heatmap");

        robot.push(KeyCode.SHIFT, KeyCode.M);

        await().until(() -> !shown("#map"));
        assertThat(width("#heatmap")).isEqualTo(wide + 99);
        fx(() -> {
            stage.hide();
            return true;
        });
        LayoutFile file = new LayoutFile(home);
        await().until(() -> file.load().layout().arrangement().widths().mapHidden());
    }

    @Test
    void fundingIsATabOfTheDockWhereTheWindowIsTooNarrow() throws Exception {
        open(1100, 700);

        assertThat(lookup("#dock-funding").isVisible()).isTrue();
        assertThat(left("#ladder") + width("#ladder")).isEqualTo(1100);
        fx(() -> {
            stage.setWidth(1400);
            return true;
        });
        await().until(() -> shown("#funding") && left("#funding") > 1000);
        assertThat(fx(() -> stage.getScene().lookup("#dock-funding"))).isNull();
    }

    @Test
    void theDocksEdgeMovesByWholeRowsAndADoubleClickRestoresIt(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(1920, 1080);
        PriceAxis price = window.workspace().axes().price();
        double row = fx(price::rowHeight);
        double plot = fx(price::height);
        Point2D edge = fx(() -> lookup(".dock").localToScreen(1500, 0));

        robot.moveTo(edge).press(MouseButton.PRIMARY);
        robot.moveTo(edge.add(0, -2.4 * row)).release(MouseButton.PRIMARY);

        await().until(() -> fx(price::height) == plot - 2 * row);
        robot.doubleClickOn(fx(() -> lookup(".dock").localToScreen(1500, 0)), MouseButton.PRIMARY);
        await().until(() -> fx(price::height) == plot);
    }

    @Test
    void aDockFoldedToItsTabsOpensWhenOneIsPressed(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(1366, 768);
        fx(() -> {
            window.workspace().layout().arrange(new Arrangement(Columns.Widths.USUAL, LayoutSizes.TAB_ROW, false));
            return true;
        });
        await().until(() -> !shown("#feed-health"));
        assertThat(fx(() -> lookup(".dock").getLayoutBounds().getHeight())).isEqualTo(28);

        robot.clickOn("#dock-feed-health");

        await().until(() -> shown("#feed-health"));
        assertThat(fx(() -> lookup(".dock").getLayoutBounds().getHeight())).isEqualTo(124);
    }

    @Test
    void panelsOfTheDockStandWhereTheirKindBelongs() throws Exception {
        Function<Shared, Panels> panels = axes -> {
            Panels real = Panels.of(axes);
            List<DockPanel> dock = new ArrayList<>();
            for (DockPanel.Place place : DockPanel.Place.values()) {
                String id = place.name().toLowerCase(java.util.Locale.ROOT);
                dock.add(new DockPanel(id, place.name(), place, () -> new Plain(place.name() + " 6")));
            }
            return new Panels(real.heatmap(), real.lanes(), real.map(), real.ladder(), real.funding(), dock);
        };
        open(1920, 1080, panels);

        await().untilAsserted(() ->
                assertThat(tabs()).containsExactly("TABLE 6", "LEDGER 6", "LOG 6", "FEEDS 6", "CARD 6", "SETUP 6"));
        assertThat(left("#table")).isZero();
        assertThat(left("#card")).isEqualTo(left("#map") + 1);
        assertThat(left("#setup")).isEqualTo(left("#funding") + 1);
        assertThat(shown("#ledger")).isFalse();

        fx(() -> {
            stage.setWidth(1366);
            return true;
        });
        await().untilAsserted(() ->
                assertThat(tabs()).containsExactly("TABLE 6", "CARD 6", "SETUP 6", "LEDGER 6", "FEEDS 6", "LOG 6"));
        await().until(() -> shown("#log") && left("#log") == left("#ladder") + 1);
    }

    @Test
    void theTabThatWasPressedStaysChosenWhereThePlacesAreOthers(FxRobot robot) throws Exception {
        Function<Shared, Panels> panels = axes -> {
            Panels real = Panels.of(axes);
            DockPanel table = new DockPanel("table", "Table", DockPanel.Place.TABLE, () -> new Plain("Table"));
            DockPanel log = new DockPanel("log", "Log", DockPanel.Place.LOG, () -> new Plain("Log"));
            return new Panels(
                    real.heatmap(), real.lanes(), real.map(), real.ladder(), real.funding(), List.of(table, log));
        };
        open(1920, 1080, panels);
        robot.clickOn("#dock-log");
        assertThat(shown("#table")).isFalse();

        fx(() -> {
            stage.setWidth(1366);
            return true;
        });
        await().until(() -> shown("#table") && shown("#log"));
        fx(() -> {
            stage.setWidth(1920);
            return true;
        });
        await().until(() -> shown("#log") && !shown("#table"));
    }

    @Test
    void aTimeframeSetsWindowAndDistancesTogetherAndIsRemembered(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(1366, 768);
        LiquidationControl chosen = window.workspace().axes().liquidations();
        assertThat(fx(() -> chosen.timeframe())).isEqualTo(Timeframe.DAY);
        assertThat(fx(() -> chosen.window()))
                .as("the window of before stays at the start")
                .isEqualTo(Window.H24);

        robot.type(KeyCode.T);

        assertThat(fx(() -> chosen.timeframe())).isEqualTo(Timeframe.SWING);
        assertThat(fx(() -> chosen.window())).isEqualTo(Window.D7);
        assertThat(fx(() -> window.workspace().axes().time().spanNanos())).isEqualTo(7 * 86_400 * 1_000_000_000L);
        robot.clickOn("Scalp");
        assertThat(fx(() -> chosen.timeframe()).distances().outerBound()).isEqualTo(0.03);
        assertThat(fx(() -> chosen.window())).isEqualTo(Window.H4);
        fx(() -> {
            stage.hide();
            return true;
        });
        LayoutFile file = new LayoutFile(home);
        await().until(() -> file.load()
                .layout()
                .of("BTCUSDT")
                .filter(look -> "SCALP".equals(look.timeframe()))
                .isPresent());
    }

    @Test
    void theQuestionMarkOfEachPanelOpensItsHelpAndEscapeClosesIt(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(1920, 1080);
        for (String panel : List.of("#map", "#ladder", "#funding", ".dock")) {
            Node button = fx(() -> lookup(panel).lookup(".help-button"));
            robot.clickOn(button);
            assertThat(shown("#panel-help")).as(panel).isTrue();
            robot.type(KeyCode.ESCAPE);
            assertThat(fx(() -> window.workspace().overlays().isOpen())).isFalse();
        }

        robot.push(KeyCode.CONTROL, KeyCode.F1);

        assertThat(fx(() -> lookup("#panel-help").getAccessibleText())).contains("Clusters. Every cluster");
    }

    @Test
    void everyPanelOfTheWindowHasAHelp() throws Exception {
        WorkspaceWindow window = open(1920, 1080);

        assertThat(window.workspace().focus().frames())
                .allSatisfy(frame ->
                        assertThat(PanelHelp.of(frame.id())).as(frame.id()).isPresent());
    }

    @Test
    void whatLiesOverThePanelsHasAHelpThatGivesItBack(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(1920, 1080);
        Map<String, Runnable> cards = Map.of(
                "session-sheet", () -> robot.push(KeyCode.F2),
                "settings-page", () -> robot.push(KeyCode.CONTROL, KeyCode.COMMA),
                "export", () -> robot.push(KeyCode.CONTROL, KeyCode.E),
                "news", () -> robot.push(KeyCode.F3),
                "alarm-settings", () -> robot.push(KeyCode.SHIFT, KeyCode.F8),
                "symbol-picker", () -> robot.push(KeyCode.CONTROL, KeyCode.T));
        for (Map.Entry<String, Runnable> each : cards.entrySet()) {
            String card = "#" + each.getKey();
            each.getValue().run();
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(shown(card)).as(card).isTrue();

            robot.clickOn(fx(() -> lookup(card).lookup(".help-button")));
            assertThat(fx(() -> lookup("#panel-help").getAccessibleText()))
                    .as(card)
                    .startsWith(PanelHelp.TITLES.get(each.getKey()) + ". ");
            robot.push(KeyCode.ESCAPE);
            assertThat(shown("#panel-help")).as(card).isFalse();
            assertThat(shown(card)).as(card).isTrue();
            robot.push(KeyCode.ESCAPE);
            assertThat(fx(() -> window.workspace().overlays().isOpen()))
                    .as(card)
                    .isFalse();
        }
    }

    @Test
    void theHintIsDismissedForEver(FxRobot robot) throws Exception {
        open(1366, 768);
        assertThat(shown("#hint")).isTrue();

        robot.clickOn("#dismiss-hint");

        assertThat(shown("#hint")).isFalse();
        fx(() -> {
            stage.hide();
            return true;
        });
        SettingsFile file = new SettingsFile(home);
        await().until(() -> !file.load().settings().get(KnownSettings.HINT));
        fx(() -> stage = new Stage());
        open(1366, 768);
        assertThat(shown("#hint")).isFalse();
    }

    @Test
    void whatFiresTakesThePlaceOfTheQuietStripAndNothingMoves() throws Exception {
        WorkspaceWindow window = open(1366, 768);
        AlarmStrip strip = window.workspace().alarms();
        double before = top("#heatmap");
        Region content = new StackPane();

        fx(() -> {
            strip.fire(content, "stage-entry");
            return true;
        });

        assertThat(fx(strip::firing)).isTrue();
        assertThat(shown("#hint")).isFalse();
        assertThat(top("#heatmap")).isEqualTo(before);
        fx(() -> {
            strip.calm();
            return true;
        });
        assertThat(shown("#hint")).isTrue();
        assertThat(fx(() -> strip.node().getStyleClass())).doesNotContain("stage-entry");
    }

    private List<String> tabs() throws Exception {
        return fx(() -> stage.getScene().getRoot().lookupAll(".dock-tab").stream()
                .map(tab -> ((javafx.scene.control.ToggleButton) tab).getText())
                .toList());
    }

    private WorkspaceWindow open(int width, int height) throws Exception {
        return open(width, height, Panels::of);
    }

    private WorkspaceWindow open(int width, int height, Function<Shared, Panels> panels) throws Exception {
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return session();
            }

            @Override
            public Session replay(List<Path> journals) throws IOException {
                throw new IOException("nobody asked for it");
            }
        };
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(width, height, Optional.empty(), Optional.empty(), home),
                panels,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of());
        WorkspaceWindow window = fx(() -> {
            stage.initStyle(javafx.stage.StageStyle.UNDECORATED);
            WorkspaceWindow made = new WorkspaceWindow(stage, sessions, session(), setup, () -> {});
            made.show();
            return made;
        });
        await().until(() -> fx(() -> window.workspace().pulses()) > 4);
        return window;
    }

    private FakeSession session() {
        FakeSession session = FakeSession.live(market);
        DeskView view = market.view();
        session.view = new DeskView(
                view.symbol(),
                view.timeNanos(),
                view.venues(),
                view.history(),
                view.forming(),
                Modelled.view(61_660, Venue.BINANCE, Venue.BYBIT));
        return session;
    }

    private Node lookup(String selector) {
        return java.util.Objects.requireNonNull(stage.getScene().lookup(selector), selector);
    }

    private boolean shown(String selector) throws Exception {
        return fx(() -> {
            Node node = stage.getScene().lookup(selector);
            for (Node at = node; at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            return node != null;
        });
    }

    private double left(String selector) throws Exception {
        return fx(() -> lookup(selector).localToScene(0, 0).getX());
    }

    private double top(String selector) throws Exception {
        return fx(() -> lookup(selector).localToScene(0, 0).getY());
    }

    private double width(String selector) throws Exception {
        return fx(() -> lookup(selector).getLayoutBounds().getWidth());
    }

    private double height(String selector) throws Exception {
        return fx(() -> lookup(selector).getLayoutBounds().getHeight());
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }

    /** A panel that shows nothing. */
    private static final class Plain implements Panel {
        private final StackPane node = new StackPane();
        private final String title;

        Plain(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public void pulse(Pulse pulse) {}

        @Override
        public String asText() {
            return "";
        }
    }
}
