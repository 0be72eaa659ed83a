package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.Session;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.FeedStatus;
import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.SettingsFile;
import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window, with its real panels, on a made-up market. */
@ExtendWith(ApplicationExtension.class)
class WorkspaceWindowTest {
    private final Path home;

    private final SyntheticMarket market = new SyntheticMarket(7).open().run(60);
    private final List<String> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    WorkspaceWindowTest(@TempDir Path home) {
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
    void showsPriceFiguresStateAndPanelsOfALiveMarket() throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));

        assertThat(text("#symbol")).isEqualTo("BTCUSDT");
        assertThat(text("#last-price")).matches("61,\\d{3}\\.\\d");
        assertThat(text("#mode")).isEqualTo("LIVE");
        assertThat(text("#clock")).endsWith(" UTC");
        assertThat(text("#counters")).isEqualTo("gaps 0  reconnects 0  lost 0");
        assertThat(text("#journal")).isEqualTo("no journal");
        for (String panel : List.of("#heatmap", "#ladder", "#funding")) {
            assertThat(lookup(panel).getBoundsInLocal().getHeight()).isGreaterThan(360);
        }
        assertThat(window.workspace().axes().price().tick()).isEqualTo(0.1);
    }

    @Test
    void putsAllColumnsAtOneHeight() throws Exception {
        open(FakeSession.live(market));

        double top = fx(() -> lookup("#heatmap").localToScene(0, 0).getY());
        assertThat(fx(() -> lookup("#ladder").localToScene(0, 0).getY())).isEqualTo(top);
        assertThat(fx(() -> lookup("#funding").localToScene(0, 0).getY())).isEqualTo(top);
    }

    @Test
    void saysInWordsThatTheBookIsOutOfStep() throws Exception {
        FakeSession session = FakeSession.live(market);
        open(session);

        market.gap();
        market.later(1_800_000_000L);
        session.show(market);

        awaitText("#mode", "RESYNC 1.8 s");
        assertThat(text("#counters")).startsWith("gaps 1");
        await().until(() -> lookup("#last-price").getStyleClass().contains("old"));
    }

    @Test
    void comesUpBeforeAnythingIsKnownAndOffersRetryAndJournalWhenNoExchangeAnswers(FxRobot robot) throws Exception {
        SyntheticMarket silent = new SyntheticMarket(1);
        FakeSession session = FakeSession.live(silent);
        open(session);
        assertThat(text("#notice")).isEqualTo("Binance: connecting");

        silent.status(
                "rest",
                FeedStatus.State.ERROR,
                "fapi.binance.com: connection refused",
                1,
                silent.nowNanos() + 8_000_000_000L,
                Set.of());
        session.show(silent);
        await().until(() -> text("#notice").startsWith("No exchange answers: fapi.binance.com: connection refused."));
        robot.clickOn("#retry");
        robot.clickOn("#open-journal");

        assertThat(session.told).contains("retry");
        await().until(() -> opened.contains("replay one.jsonl.gz"));
        awaitText("#mode", "REPLAY 1×");
        await().until(() -> session.told.contains("close"));
    }

    @Test
    void keepsTheOtherPanelsWhenOneThrowsAndStartsItAgain(FxRobot robot) throws Exception {
        Broken broken = new Broken();
        FakeSession session = FakeSession.live(market);
        open(session, axes -> {
            Panels real = Panels.of(axes);
            return new Panels(real.heatmap(), real.lanes(), real.map(), () -> broken, real.funding(), real.dock());
        });

        broken.fails = true;
        awaitText("#ladder .panel-fault .label", "This panel stopped: nothing to divide by");
        market.run(1);
        session.show(market);
        awaitText("#clock", UtcTime.clock(market.nowNanos()));
        broken.fails = false;
        robot.clickOn("Restart panel");

        int before = fx(() -> broken.pulses);
        await().until(() -> fx(() -> broken.pulses) > before);
    }

    @Test
    void holdsThePictureWhileTheDataGoesOn(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        WorkspaceWindow window = open(session);
        long held = session.nowNanos;

        robot.type(KeyCode.SPACE);
        market.run(14);
        session.show(market);

        awaitText("#state", "HELD 14 s");
        assertThat(window.workspace().nowNanos()).isEqualTo(held);
        robot.type(KeyCode.SPACE);
        await().until(() -> window.workspace().nowNanos() == session.nowNanos);
    }

    @Test
    void zoomsPansAndFollowsByKey(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));
        TimeAxis time = window.workspace().axes().time();
        PriceAxis price = window.workspace().axes().price();
        Crosshair crosshair = window.workspace().axes().crosshair();

        robot.type(KeyCode.W);
        assertThat(fx(time::spanNanos)).isEqualTo(Duration.ofDays(3).toNanos());
        robot.push(KeyCode.SHIFT, KeyCode.W).push(KeyCode.SHIFT, KeyCode.W);
        assertThat(fx(time::spanNanos)).isEqualTo(Duration.ofHours(12).toNanos());
        robot.push(KeyCode.ALT, KeyCode.EQUALS);
        assertThat(fx(time::spanNanos)).isEqualTo(Duration.ofMinutes(576).toNanos());
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        assertThat(fx(time::follows)).isFalse();
        robot.type(KeyCode.END);
        assertThat(fx(time::follows)).isTrue();

        double reach = fx(() -> price.high() - price.low());
        robot.type(KeyCode.EQUALS);
        assertThat(fx(() -> price.high() - price.low())).isLessThan(reach);
        long low = fx(price::lowRow);
        robot.push(KeyCode.CONTROL, KeyCode.UP);
        assertThat(fx(price::lowRow)).isEqualTo(low + 1);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(fx(price::lowRow)).isLessThan(low);

        robot.type(KeyCode.LEFT).type(KeyCode.X);
        assertThat(fx(crosshair::pinned)).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(fx(crosshair::pinned)).isFalse();
    }

    @Test
    void runsEveryActionWithoutAFault() throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));

        for (Action action : window.actions()) {
            if (!action.id().equals("open")) {
                fx(() -> {
                    if (action.enabled().getAsBoolean()) {
                        action.run().run();
                    }
                    return true;
                });
                WaitForAsyncUtils.waitForFxEvents();
            }
        }

        assertThat(fx(() -> window.workspace().focus().current().panel())).isPresent();
    }

    @Test
    void givesNoKeyTwoMeanings() throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));
        List<String> seen = new ArrayList<>();

        for (Action action : window.actions()) {
            for (Key key : action.keys()) {
                for (KeyCode code : key.codes()) {
                    seen.add(code + " " + key.ctrl() + key.alt() + key.shift());
                }
            }
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(window.actions()).extracting(Action::id).doesNotHaveDuplicates();
    }

    @Test
    void aPriceHasOneHeightInHeatmapAndLadderAndTheCrosshairIsOne(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));
        PriceAxis axis = window.workspace().axes().price();
        await().until(() -> fx(axis::height) > 100);
        double price = fx(() -> axis.price(axis.height() / 3));

        for (String panel : List.of("#heatmap", "#ladder")) {
            robot.moveTo(fx(() -> {
                Node node = lookup(panel);
                double y = node.sceneToLocal(0, axis.sceneTop() + axis.y(price)).getY();
                return node.localToScreen(node.getBoundsInLocal().getWidth() / 2, y);
            }));
            WaitForAsyncUtils.waitForFxEvents();

            assertThat(fx(() -> window.workspace().axes().crosshair().price()))
                    .as(panel)
                    .isCloseTo(price, Offset.offset(fx(axis::grouping) / 4));
        }
    }

    @Test
    void choosesWhatTheHeatmapShowsByKey(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));
        LiquidationControl chosen = window.workspace().axes().liquidations();

        robot.type(KeyCode.DIGIT5);
        assertThat(fx(() -> chosen.type())).isEqualTo(HeatType.DELTA);
        robot.push(KeyCode.SHIFT, KeyCode.DIGIT5);
        assertThat(fx(() -> chosen.bands())).doesNotContain(Tier.Band.X100);
        robot.type(KeyCode.H);
        assertThat(fx(() -> chosen.liquidations())).isFalse();
        robot.type(KeyCode.DIGIT1);
        assertThat(fx(() -> chosen.liquidations())).isTrue();
        assertThat(fx(() -> chosen.type())).isEqualTo(HeatType.CUMULATIVE);
        robot.type(KeyCode.W);
        assertThat(fx(() -> chosen.window())).isEqualTo(Window.D3);
        robot.push(KeyCode.SHIFT, KeyCode.W);
        assertThat(fx(() -> chosen.window())).isEqualTo(Window.H24);
        robot.type(KeyCode.B);
        assertThat(fx(() -> chosen.basis())).isEqualTo(MassBasis.DISCOUNTED);
        robot.type(KeyCode.D);
        assertThat(fx(() -> chosen.coldZones())).isTrue();
    }

    @Test
    void findsAnActionByWordsAndRunsIt(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("longer win");
        robot.type(KeyCode.ENTER);

        TimeAxis time = window.workspace().axes().time();
        assertThat(fx(time::spanNanos)).isEqualTo(Duration.ofDays(3).toNanos());
        assertThat(fx(() -> window.workspace().overlays().isOpen())).isFalse();
    }

    @Test
    void listsTheKeysAndClosesByEscape(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));

        robot.type(KeyCode.F1);
        assertThat(lookup("#key-list").isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);

        assertThat(fx(() -> window.workspace().overlays().isOpen())).isFalse();
    }

    @Test
    void opensFeedHealthByAClickOnTheVenue(FxRobot robot) throws Exception {
        SyntheticMarket quiet = new SyntheticMarket(3).open().run(2);
        String words = "subscribed, nothing for 9 s, expected one per 5 s";
        quiet.status("mark and index", FeedStatus.State.SILENT, words, 0, 0, Set.of(io.faultline.market.Topic.MARK));
        open(FakeSession.live(quiet));

        robot.clickOn("#venue-0");

        List<String> shown = fx(() -> lookup("#feed-health").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
        assertThat(shown).contains("mark and index").anyMatch(said -> said.endsWith("mark and index: " + words));
    }

    @Test
    void startsAndStopsTheJournalByKey(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        open(session);

        robot.push(KeyCode.CONTROL, KeyCode.R);
        session.journal = Optional.of(new Session.JournalStatus("a.jsonl.gz", 1_240_000, 0, ""));
        awaitText("#journal", "journal 1.24 MB");
        robot.push(KeyCode.CONTROL, KeyCode.R);
        awaitText("#message", "Journal ended: a.jsonl.gz");
        session.journal = Optional.of(new Session.JournalStatus("a.jsonl.gz", 1_240_000, 0, "disk full"));

        assertThat(session.told).containsExactly("record true", "record false");
        awaitText("#journal", "journal: disk full");
    }

    @Test
    void copiesTheChosenPanelAsText(FxRobot robot) throws Exception {
        open(FakeSession.live(market));

        robot.type(KeyCode.F6).push(KeyCode.CONTROL, KeyCode.C);

        awaitText("#message", "Ladder copied as text");
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).contains("61,");
    }

    @Test
    void takesAStampedPictureWithMetadata(FxRobot robot) throws Exception {
        open(FakeSession.live(market));

        robot.type(KeyCode.P);

        await().until(() -> text("#message").startsWith("Picture copied and saved as "));
        Path file = onlyFile(home.resolve("pictures"));
        assertThat(file.getFileName().toString()).matches("BTCUSDT-live-\\d{8}-\\d{6}\\.png");
        assertThat(PngFileTest.metadata(file, "Symbol")).isEqualTo("BTCUSDT");
        assertThat(PngFileTest.metadata(file, "Window")).isEqualTo("24 h");
        assertThat(PngFileTest.metadata(file, "Layer")).isEqualTo("Cumulative");
        assertThat(PngFileTest.metadata(file, "Basis")).isEqualTo("At risk");
        assertThat(PngFileTest.metadata(file, "Software")).startsWith("Faultline ");
        assertThat(fx(() -> Clipboard.getSystemClipboard().hasImage())).isTrue();
    }

    @Test
    void saysWhenAPictureCannotBeSaved(FxRobot robot) throws Exception {
        Files.createFile(home.resolve("pictures"));
        open(FakeSession.live(market));

        robot.push(KeyCode.SHIFT, KeyCode.P);

        await().until(() -> text("#message").contains("not saved: cannot write"));
    }

    @Test
    void steersAReplayByButtonsAndKeys(FxRobot robot) throws Exception {
        FakeReplay replay = new FakeReplay(SyntheticMarket.START, market.nowNanos() + 60_000_000_000L);
        open(FakeSession.replay(market, replay));
        assertThat(text("#mode")).isEqualTo("REPLAY 1×");

        robot.type(KeyCode.SPACE);
        robot.clickOn("#play").clickOn("#step").clickOn("#speed-10");
        robot.type(KeyCode.PERIOD).push(KeyCode.SHIFT, KeyCode.PERIOD).push(KeyCode.SHIFT, KeyCode.COMMA);
        robot.type(KeyCode.COMMA);
        robot.clickOn("#to-start");

        assertThat(replay.told)
                .containsExactly(
                        "pause",
                        "play",
                        "step",
                        "speed 10",
                        "step",
                        "speed 25",
                        "speed 10",
                        "pause",
                        "seek 59000",
                        "seek 0");
        awaitText("#replay-state", "paused");
        replay.ended = true;
        awaitText("#replay-state", "ended");
        replay.setBackNanos = 3_540_000_000_000L;
        awaitText("#replay-state", "ended · recorder's clock went back 59 min");
    }

    @Test
    void seeksWhereTheTimelineIsClicked(FxRobot robot) throws Exception {
        FakeReplay replay = new FakeReplay(SyntheticMarket.START, SyntheticMarket.START + 100_000_000_000L);
        open(FakeSession.replay(market, replay));

        robot.clickOn("#timeline");
        robot.type(KeyCode.HOME);

        assertThat(replay.told).hasSize(2);
        assertThat(Long.parseLong(replay.told.get(0).substring(5))).isBetween(49_000L, 51_000L);
        assertThat(replay.told.get(1)).isEqualTo("seek 0");
    }

    @Test
    void framesPracticeAndSaysSo() throws Exception {
        WorkspaceWindow window = open(FakeSession.practice(market));

        assertThat(text("#mode")).isEqualTo("PRACTICE");
        assertThat(fx(() -> window.workspace().node().getStyleClass())).contains("practice");
        assertThat(fx(() -> Stamp.of(window.workspace(), null).line())).contains("PRACTICE");
        assertThat(fx(stage::getTitle)).isEqualTo("PRACTICE · BTCUSDT · Faultline");
        assertThat(fx(() -> window.workspace().axes().clip().labelled("Ladder")))
                .isEqualTo("PRACTICE\nLadder");
    }

    @Test
    void scalesTheInterface(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));

        robot.push(KeyCode.CONTROL, KeyCode.EQUALS).push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(fx(window::scale)).isEqualTo(1.2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(fx(window::scale)).isEqualTo(1.0);
    }

    @Test
    void remembersColumnsSpanAndScaleForTheNextStart(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));
        fx(() -> {
            window.workspace().layout().arrange(new Arrangement(new Columns.Widths(104, 380, 240, false), 150, true));
            return true;
        });
        robot.type(KeyCode.W).push(KeyCode.CONTROL, KeyCode.EQUALS);

        fx(() -> {
            stage.hide();
            return true;
        });

        LayoutFile file = new LayoutFile(home);
        SettingsFile settings = new SettingsFile(home);
        await().until(() -> settings.load().settings().get(KnownSettings.INTERFACE_PERCENT) == 110);
        await().until(() -> Files.exists(home.resolve(LayoutFile.NAME)));
        SavedLayout saved = file.load().layout();
        assertThat(saved.arrangement()).isEqualTo(new Arrangement(new Columns.Widths(104, 380, 240, false), 150, true));
        assertThat(saved.spanSeconds()).isEqualTo(3 * 86_400);
    }

    @Test
    void saysThatTheSavedLayoutCouldNotBeRead() throws Exception {
        Files.writeString(home.resolve(LayoutFile.NAME), "no layout");

        open(FakeSession.live(market));

        await().until(() -> text("#message").startsWith("The saved layout cannot be read"));
    }

    private WorkspaceWindow open(FakeSession session) throws Exception {
        return open(session, Panels::of);
    }

    private WorkspaceWindow open(
            FakeSession session, java.util.function.Function<io.faultline.ui.panel.Shared, Panels> panels)
            throws Exception {
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                opened.add("live");
                return FakeSession.live(market);
            }

            @Override
            public Session replay(List<Path> journals) throws IOException {
                opened.add("replay " + journals.get(0).getFileName());
                return FakeSession.replay(market, new FakeReplay(SyntheticMarket.START, market.nowNanos()));
            }
        };
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(1366, 768, Optional.empty(), Optional.empty(), home),
                panels,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of(Path.of("one.jsonl.gz")),
                owner -> List.of());
        WorkspaceWindow window = fx(() -> {
            WorkspaceWindow made = new WorkspaceWindow(stage, sessions, session, setup, () -> {});
            made.show();
            return made;
        });
        await().until(() -> fx(() -> window.workspace().pulses()) > 3);
        return window;
    }

    private Node lookup(String selector) {
        return java.util.Objects.requireNonNull(stage.getScene().lookup(selector), selector);
    }

    private String text(String selector) throws Exception {
        return fx(() -> stage.getScene().lookup(selector) instanceof Label label ? label.getText() : "");
    }

    private void awaitText(String selector, String words) {
        await().untilAsserted(() -> assertThat(text(selector)).isEqualTo(words));
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    /** A panel that throws when it is told to. */
    private static final class Broken implements Panel {
        private final StackPane node = new StackPane();
        volatile boolean fails;
        int pulses;

        @Override
        public String title() {
            return "Broken";
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public void pulse(Pulse pulse) {
            pulses++;
            if (fails) {
                throw new IllegalStateException("nothing to divide by");
            }
        }

        @Override
        public String asText() {
            return "";
        }
    }
}
