package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.MarketList;
import io.faultline.desk.Session;
import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.ui.funding.FundingPanel;
import io.faultline.ui.heatmap.HeatmapPanel;
import io.faultline.ui.ladder.LadderPanel;
import io.faultline.ui.panel.Panel;
import io.faultline.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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

/** The window with several venues, and with several symbols. */
@ExtendWith(ApplicationExtension.class)
class SeveralVenuesTest {
    private final Path home;
    private final SyntheticMarket market = new SyntheticMarket(
                    7, "BTCUSDT", Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET)
            .open()
            .run(30);
    private final List<FakeSession> opened = new CopyOnWriteArrayList<>();
    private List<String> beside = List.of();
    private volatile MarketList markets = MarketList.EMPTY;

    @SuppressWarnings("NullAway.Init") // set in start
    private Stage stage;

    SeveralVenuesTest(@TempDir Path home) {
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
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
    }

    @Test
    void aVenueOutOfStepIsLeftOutOfTheMergedBookAndSaidSo() throws Exception {
        FakeSession session = FakeSession.live(market);
        WorkspaceWindow window = open(session);
        awaitText("#mode", "LIVE");
        assertThat(text("#ladder-venue")).isEqualTo("Merged 4");
        assertThat(panelText(window, LadderPanel.class)).contains("merged Binance, Bybit, OKX, Bitget (4 of 4)");

        market.gap(Venue.BYBIT);
        market.run(2);
        session.show(market);

        awaitText("#mode", "LIVE 3/4");
        awaitText("#ladder-venue", "Merged 3/4");
        assertThat(panelText(window, LadderPanel.class)).contains("merged Binance, OKX, Bitget (3 of 4)");
        assertThat(panelText(window, HeatmapPanel.class)).doesNotContain("RESYNC");
        assertThat(fx(() -> Stamp.of(window.workspace(), null).line())).contains("BN OK BG (3/4)");
        assertThat(lookup("#last-price").getStyleClass()).doesNotContain("old");
    }

    @Test
    void theLadderShowsOneVenueAfterTheOtherAndTheMergedBookAgain(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));

        for (String venue : List.of("Binance", "Bybit", "OKX", "Bitget")) {
            robot.type(KeyCode.V);
            awaitText("#ladder-venue", venue);
            assertThat(panelText(window, LadderPanel.class)).startsWith("Ladder BTCUSDT " + venue + ", rows");
        }
        robot.clickOn("#ladder-venue");
        awaitText("#ladder-venue", "Merged 4");
    }

    @Test
    void aVenueOutOfStepGreysItselfAloneWhenItIsTheOneShown(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        WorkspaceWindow window = open(session);
        market.gap(Venue.BINANCE);
        market.run(2);
        session.show(market);
        awaitText("#ladder-venue", "Merged 3/4");
        assertThat(panelText(window, LadderPanel.class)).doesNotContain("book not live");

        robot.type(KeyCode.V);

        await().until(() -> text("#ladder-venue").startsWith("RESYNC 2"));
        await().until(() -> panelText(window, LadderPanel.class).contains("book not live: RESYNC"));
    }

    @Test
    void venuesAreSwitchedByKeyChipAndInFeedHealth(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        open(session);

        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(session.told).containsExactly("turn bybit off");
        await().until(() -> lookup("#chip-bybit").getStyleClass().contains("off"));
        awaitText("#mode", "LIVE");
        robot.clickOn("#chip-bybit");
        assertThat(session.told).last().isEqualTo("turn bybit on");
        robot.clickOn("#venue-2");
        await().until(() -> text("#turn-1").equals("Switch off"));
        robot.clickOn("#turn-1");
        assertThat(session.told).last().isEqualTo("turn bybit off");
        awaitText("#turn-1", "Switch on");
        robot.clickOn("#health-retry");
        assertThat(session.told).last().isEqualTo("retry");
    }

    @Test
    void feedHealthIsCopiedAsText(FxRobot robot) throws Exception {
        market.status(
                Venue.OKX,
                "market",
                FeedStatus.State.SILENT,
                "nothing for 9 min, expected one per 20 s",
                0,
                0,
                Set.of(Topic.MARK));
        open(FakeSession.live(market));

        robot.push(KeyCode.CONTROL, KeyCode.H);
        robot.push(KeyCode.CONTROL, KeyCode.C);

        await().until(() -> text("#message").equals("Feed health copied as text"));
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied)
                .contains("Binance\tLIVE\t")
                .contains("mark and index: subscribed, nothing for 9 min, expected one per 20 s")
                .contains("\tcomplete\t")
                .contains("\tlower bound\t");
    }

    @Test
    void fundingHasARowForEachVenueTheOwnOneFirst(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        WorkspaceWindow window = open(session);
        await().until(() -> panelText(window, FundingPanel.class).contains("Bitget\t"));
        String before = panelText(window, FundingPanel.class);
        assertThat(before)
                .contains("Bitget: longs pay shorts 0.0122\u00a0%")
                .contains("OKX: shorts pay longs 0.0031\u00a0%")
                .contains("OI-weighted, per 8 h")
                .containsSubsequence("\nBinance\t", "\nBybit\t", "\nOKX\t", "\nBitget\t");

        robot.push(KeyCode.ALT, KeyCode.V);

        await().until(() -> panelText(window, FundingPanel.class)
                .lines()
                .skip(2)
                .findFirst()
                .orElse("")
                .startsWith("Bybit"));
        session.turn(Venue.OKX, false);
        market.run(1);
        session.show(market);
        await().until(() -> panelText(window, FundingPanel.class).contains("\nOKX\tswitched off\n"));
        assertThat(panelText(window, FundingPanel.class).lines().filter(line -> line.startsWith("OKX\t")))
                .as("in no sum")
                .hasSize(1);
    }

    @Test
    void theTopBarsFundingIsTheNextLargestVenuesWhileTheOwnOneIsOff(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        open(session);
        robot.push(KeyCode.ALT, KeyCode.V);
        robot.push(KeyCode.ALT, KeyCode.V);
        awaitText("#funding-note", "OK 8 h");

        session.turn(Venue.OKX, false);
        session.turn(Venue.BINANCE, false);
        market.run(1);
        session.show(market);

        awaitText("#funding-note", "BY 8 h");
        awaitText("#funding-value", "0.0094\u00a0%");
        session.turn(Venue.BYBIT, false);
        session.turn(Venue.BITGET, false);
        market.run(1);
        session.show(market);
        awaitText("#funding-value", "–");
        awaitText("#funding-note", "");
    }

    @Test
    void theTopBarsFundingIsADashOnceEveryRateIsStale() throws Exception {
        FakeSession session = FakeSession.live(market);
        open(session);
        awaitText("#funding-note", "BN 8 h");

        market.later(600 * SyntheticMarket.SECOND);
        session.nowNanos = market.nowNanos();

        awaitText("#funding-value", "–");
    }

    @Test
    void everyVenueSwitchedOffIsSaidSoAndUndoneAtOnce(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        WorkspaceWindow window = open(session);
        for (Venue venue : session.venues().keySet()) {
            session.turn(venue, false);
            market.lose(venue);
        }
        market.run(1);
        session.show(market);

        awaitText("#notice", "All venues are switched off.");
        await().until(() -> panelText(window, LadderPanel.class).equals("Ladder: All venues: switched off"));
        awaitText("#ladder-venue", "no venue on");
        assertThat(lookup("#ladder-venue").getStyleClass()).as("no fault").doesNotContain("tone-bad", "tone-warn");
        await().until(() -> lookup("#last-price").getStyleClass().contains("old"));
        assertThat(panelText(window, FundingPanel.class))
                .contains("Binance\tswitched off")
                .doesNotContain("mark\t");
        robot.push(KeyCode.CONTROL, KeyCode.H);
        assertThat(fx(() -> panelText(window, FeedHealth.class).lines().skip(2).toList()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("\tOFF\t").doesNotContain("/s"));
        robot.type(KeyCode.ESCAPE);

        robot.clickOn("#switch-all-on");

        assertThat(session.venues()).doesNotContainValue(false);
        await().until(() -> !text("#notice").equals("All venues are switched off."));
    }

    @Test
    void theJournalInTheStripStartsAndStopsOnAClick(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        open(session);

        robot.clickOn("#journal");

        assertThat(session.told).containsExactly("record true");
        session.journal = Optional.of(new Session.JournalStatus("btc", 1_000, 0, ""));
        awaitText("#journal", "journal 1.00 kB");
        robot.clickOn("#journal");
        assertThat(session.told).last().isEqualTo("record false");
    }

    @Test
    void thePaletteFindsVenuesAndFeedHealth(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        WorkspaceWindow window = open(session);

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("switch binance on or off");
        robot.type(KeyCode.ENTER);
        assertThat(session.told).containsExactly("turn binance off");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("venue bybit");
        robot.type(KeyCode.ENTER);
        assertThat(session.told).last().isEqualTo("turn bybit off");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("feed health");
        robot.type(KeyCode.ENTER);
        await().until(() -> fx(() -> window.workspace().focus().current().id()).equals(FeedHealth.ID));
    }

    @Test
    void anEmptyPickerSaysWhyNoListCame() {
        Map<Venue, String> why = Map.of(Venue.BINANCE, "HTTP 451", Venue.BYBIT, "cannot connect");

        assertThat(SymbolPicker.nothing(new MarketList(List.of(), SyntheticMarket.START, why)))
                .isEqualTo("No venue's list came. Binance: HTTP 451 · Bybit: cannot connect.");
        assertThat(SymbolPicker.nothing(MarketList.EMPTY)).isEqualTo("The venues' lists are being fetched.");
        assertThat(SymbolPicker.nothing(new MarketList(List.of(row("BTCUSDT", 1e9, 1)), SyntheticMarket.START, why)))
                .isEqualTo("No venue lists that.");
    }

    @Test
    void aVenueThatRefusesIsOfferedToBeSwitchedOff(FxRobot robot) throws Exception {
        FakeSession session = FakeSession.live(market);
        open(session);
        market.status(Venue.BINANCE, "public", FeedStatus.State.BLOCKED, "HTTP 451", 1, 0, Set.of(Topic.BOOK));
        market.run(1);
        session.show(market);
        await().until(() -> lookup("#switch-off").isVisible());

        robot.clickOn("#switch-off");

        assertThat(session.told).containsExactly("turn binance off");
    }

    @Test
    void opensASymbolInANewTabAndGoesBack(FxRobot robot) throws Exception {
        markets = new MarketList(
                List.of(row("BTCUSDT", 12e9, 1), row("ETHUSDT", 8e9, 2), row("WIFUSDT", 20e6, 40)),
                SyntheticMarket.START,
                Map.of(Venue.BITGET, "HTTP 429"));
        WorkspaceWindow window = open(FakeSession.live(market));

        robot.push(KeyCode.CONTROL, KeyCode.T);
        await().until(() -> text("#picker-foot").contains("Bitget: HTTP 429"));
        robot.write("eth");
        robot.type(KeyCode.ENTER);

        awaitText("#symbol", "ETHUSDT");
        assertThat(fx(() -> window.tabs().all().size())).isEqualTo(2);
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        awaitText("#symbol", "BTCUSDT");
        robot.clickOn("#tab-1");
        awaitText("#symbol", "ETHUSDT");
        List<String> wentOn = new ArrayList<>();
        fx(() -> {
            window.tabs()
                    .openSymbol("BTCUSDT", true, tab -> wentOn.add(tab.view().symbol()));
            return true;
        });
        await().untilAsserted(() -> assertThat(fx(() -> List.copyOf(wentOn)))
                .as("what was asked of the other tab is done there at once")
                .containsExactly("BTCUSDT"));
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        awaitText("#symbol", "ETHUSDT");
        robot.push(KeyCode.CONTROL, KeyCode.W);
        awaitText("#symbol", "BTCUSDT");
        await().until(() -> opened.get(0).told.contains("close"));
        assertThat(fx(() -> window.tabs().symbols())).containsExactly("BTCUSDT");
    }

    @Test
    void opensASymbolThatNoListHasYetInPlaceOfTheShownOne(FxRobot robot) throws Exception {
        FakeSession first = FakeSession.live(market);
        WorkspaceWindow window = open(first);

        robot.type(KeyCode.SLASH);
        robot.write("sol");
        robot.type(KeyCode.ENTER);

        awaitText("#symbol", "SOLUSDT");
        assertThat(fx(() -> window.tabs().all().size())).isEqualTo(1);
        await().until(() -> first.told.contains("close"));
    }

    @Test
    void aTabMovesToAWindowOfItsOwnAndGoesOn(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));
        robot.push(KeyCode.CONTROL, KeyCode.T);
        robot.write("ETH");
        robot.type(KeyCode.ENTER);
        awaitText("#symbol", "ETHUSDT");

        robot.push(KeyCode.ALT, KeyCode.W);

        awaitText("#symbol", "BTCUSDT");
        assertThat(fx(() -> window.tabs().all().size())).isEqualTo(1);
        await().until(() -> fx(() -> Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(shown -> ((Stage) shown).getTitle())
                .toList()
                .contains("ETHUSDT · Faultline")));
        assertThat(opened.get(0).told).doesNotContain("close");
    }

    @Test
    void opensTheSymbolsThatWereAskedForBesideTheFirst() throws Exception {
        beside = List.of("ETHUSDT", "SOLUSDT");

        WorkspaceWindow window = open(FakeSession.live(market));

        await().until(() -> fx(() -> window.tabs().symbols()).equals(List.of("BTCUSDT", "ETHUSDT", "SOLUSDT")));
        assertThat(text("#symbol")).isEqualTo("BTCUSDT");
    }

    @Test
    void opensTheSymbolsOfTheLastTimeAgain(FxRobot robot) throws Exception {
        WorkspaceWindow window = open(FakeSession.live(market));
        robot.push(KeyCode.CONTROL, KeyCode.T);
        robot.write("ETH");
        robot.type(KeyCode.ENTER);
        awaitText("#symbol", "ETHUSDT");
        fx(() -> {
            stage.hide();
            return true;
        });
        LayoutFile file = new LayoutFile(home);
        await().until(() -> file.load().layout().symbols().equals(List.of("BTCUSDT", "ETHUSDT")));

        fx(() -> stage = new Stage());
        WorkspaceWindow again = open(FakeSession.live(market));

        await().until(() -> fx(() -> again.tabs().symbols()).equals(List.of("BTCUSDT", "ETHUSDT")));
        assertThat(window.tabs().symbols()).hasSize(2);
        assertThat(text("#symbol")).isEqualTo("BTCUSDT");
    }

    @Test
    void scrollsTheTabsWhenTheyAreMoreThanFit(FxRobot robot) throws Exception {
        beside = List.of("ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT", "ADAUSDT", "LTCUSDT");
        WorkspaceWindow window = open(FakeSession.live(market));
        await().until(() -> fx(() -> window.tabs().all().size()) == 7);

        assertThat(fx(() -> lookup("#mode").localToScene(0, 0).getX())).isLessThan(1366);
        assertThat(inView("#tab-0")).isTrue();
        assertThat(inView("#tab-6")).isFalse();

        fx(() -> {
            window.tabs().select(6);
            return true;
        });
        await().until(() -> inView("#tab-6"));
        assertThat(inView("#tab-0")).isFalse();
        robot.clickOn(".row-arrow").clickOn(".row-arrow").clickOn(".row-arrow").clickOn(".row-arrow");
        robot.clickOn(".row-arrow").clickOn(".row-arrow").clickOn(".row-arrow").clickOn(".row-arrow");
        await().until(() -> inView("#tab-0"));
    }

    private boolean inView(String tab) throws Exception {
        return fx(() -> {
            var bounds = lookup(tab).localToScene(lookup(tab).getBoundsInLocal());
            var strip = lookup("#new-tab").getParent();
            var row = strip.localToScene(strip.getBoundsInLocal());
            return bounds.getMinX() >= row.getMinX()
                    && bounds.getMaxX() <= lookup("#new-tab").localToScene(0, 0).getX();
        });
    }

    @Test
    void sortsMarketsByAHeadingAndMarksThinOnes(FxRobot robot) throws Exception {
        assertThat(SymbolPicker.marks(row("WIFUSDT", 20e6, 40)))
                .isEqualTo("thin: clusters unreliable · one whale can distort");
        assertThat(SymbolPicker.marks(row("BTCUSDT", 12e9, 1))).isEmpty();
        markets = new MarketList(
                List.of(row("BTCUSDT", 12e9, 1), row("ETHUSDT", 8e9, 2)), SyntheticMarket.START, Map.of());
        open(FakeSession.live(market));

        robot.clickOn("#new-tab");
        await().until(() -> firstRow().equals("BTCUSDT"));
        robot.clickOn("#sort-funding");

        await().until(() -> firstRow().equals("ETHUSDT"));
    }

    private String firstRow() throws Exception {
        return fx(() -> {
            var list = (javafx.scene.control.ListView<?>) lookup("#picker-list");
            return list.getItems().isEmpty()
                    ? ""
                    : ((MarketList.Row) list.getItems().get(0)).symbol();
        });
    }

    private static MarketList.Row row(String symbol, double openInterest, int rank) {
        return new MarketList.Row(
                symbol, EnumSet.of(Venue.BINANCE, Venue.OKX), openInterest, 0.02, 38e9, Double.NaN, 1e-4 * rank, rank);
    }

    private WorkspaceWindow open(FakeSession session) throws Exception {
        Sessions sessions = new Sessions() {
            @Override
            public Session live() {
                return FakeSession.live(market);
            }

            @Override
            public Session live(String symbol) {
                FakeSession other = FakeSession.live(new SyntheticMarket(3, symbol, Venue.BINANCE, Venue.BYBIT)
                        .open()
                        .run(2));
                opened.add(other);
                return other;
            }

            @Override
            public List<String> beside() {
                return beside;
            }

            @Override
            public MarketList markets() {
                return markets;
            }

            @Override
            public Session replay(List<Path> journals) throws IOException {
                throw new IOException("nobody asked for it");
            }
        };
        WorkspaceWindow.Setup setup = new WorkspaceWindow.Setup(
                new WorkspaceOptions(1366, 768, Optional.empty(), Optional.empty(), home),
                Panels::of,
                new PictureFolder(home.resolve("pictures")),
                owner -> List.of());
        WorkspaceWindow window = fx(() -> {
            WorkspaceWindow made = new WorkspaceWindow(stage, sessions, session, setup, () -> {});
            made.show();
            return made;
        });
        await().until(() -> fx(() -> window.workspace().pulses()) > 3);
        return window;
    }

    private static String panelText(WorkspaceWindow window, Class<? extends Panel> type) throws Exception {
        return fx(() -> window.workspace().panel(type).orElseThrow().asText());
    }

    private Node lookup(String selector) {
        return java.util.Objects.requireNonNull(stage.getScene().lookup(selector), selector);
    }

    private String text(String selector) throws Exception {
        return fx(() -> stage.getScene().lookup(selector) instanceof Labeled label ? label.getText() : "");
    }

    private void awaitText(String selector, String words) {
        await().untilAsserted(() -> assertThat(text(selector)).isEqualTo(words));
    }

    private static <T> T fx(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.asyncFx(what).get();
    }
}
