package io.faultline.ui.funding;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.BookDepth;
import io.faultline.desk.BookView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.FeedView;
import io.faultline.desk.GridView;
import io.faultline.desk.History.MarkSample;
import io.faultline.desk.History.OpenInterestSample;
import io.faultline.desk.Session;
import io.faultline.desk.TradedVolume;
import io.faultline.desk.VenueHistory;
import io.faultline.desk.VenueView;
import io.faultline.desk.Views;
import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.PositionSide;
import io.faultline.market.Stats24h;
import io.faultline.market.Venue;
import io.faultline.signal.FundingRule;
import io.faultline.signal.PathState;
import io.faultline.signal.Timeframe;
import io.faultline.ui.Modelled;
import io.faultline.ui.panel.AsymmetryWords;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FundingPanelTest {
    private static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 494_054L * 3600 * SECOND;
    private static final long NEXT_MILLIS = NOW / 1_000_000 + 5_635_000;

    private static final GridView GRID = Modelled.view(100_100, Venue.BINANCE);

    private final Shared axes = Shared.create();

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private FundingPanel panel;

    @Start
    void start(Stage stage) {
        Theme.install();
        panel = new FundingPanel(axes, Palette.DARK);
        Scene scene = new Scene(panel.node(), 320, 700);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setHeight(740); // another test may have made it lower
        stage.show();
    }

    @Test
    void showsWhatTheVenueSays() {
        pulse(view(FundingTerms.Source.PUBLISHED, 8, NOW), NOW);

        assertThat(panel.asText())
                .contains("venue\tsettled\tpredicted\t")
                .contains("Binance\t0.0100\u00a0%\t0.0108\u00a0%\t8 h\t01:33:55\t11.8\u00a0%")
                .contains("longs pay shorts 0.0108\u00a0% in 01:33:55")
                .contains("premium, bp\t+10.0")
                .contains("open interest, USD\t10,010,000")
                .contains("over 1 h\t+25.0\u00a0%")
                .contains("over 24 h\t?")
                .contains("volume 24 h, USD\t38,200,000,000");
    }

    @Test
    void whatWasNotSaidIsADashNeverZero() {
        VenueView silent = new VenueView(
                BTC, null, book(), TradedVolume.EMPTY, null, 0, null, null, null, null, null, null, FeedView.EMPTY);
        pulse(new DeskView("BTCUSDT", NOW, List.of(silent), Views.history(List.of(), List.of(), List.of()), null), NOW);

        assertThat(panel.asText())
                .contains("Binance\t–\t–\t–\t–\t–")
                .contains("no funding rate yet")
                .contains("mark\t–\nindex\t–\npremium, bp\t–\nopen interest, USD\t–\nopen interest, base\t–")
                .doesNotContain("\t0");
    }

    @Test
    void refusesTheYearlyRateWhileSettlementsContradictADefaultInterval() {
        pulse(view(FundingTerms.Source.DEFAULT, 4, NOW), NOW);
        assertThat(panel.asText()).contains("\t8 h\t01:33:55\t–\n").contains("8 h default contradicted");

        pulse(view(FundingTerms.Source.DEFAULT, 8, NOW), NOW + SECOND);
        assertThat(panel.asText())
                .contains("11.8\u00a0%")
                .contains("8 h default")
                .doesNotContain("contradicted");
    }

    @Test
    void setsLongsBelowAgainstShortsAboveWithinTheDistanceOfTheTimeframe() {
        DeskView view = view(FundingTerms.Source.PUBLISHED, 8, NOW);
        pulse(view, NOW);
        assertThat(panel.asText()).contains("asymmetry within 5\u00a0%\t?\n");
        GridView grid = Modelled.view(100_100, Venue.BINANCE);
        pulse(
                new DeskView(view.symbol(), view.timeNanos(), view.venues(), view.history(), view.forming(), grid),
                NOW + SECOND);
        Masses masses = axes.liquidations().masses(grid);
        assertThat(panel.asText())
                .contains("asymmetry within 5\u00a0%\t" + AsymmetryWords.verdict(masses, 0.05) + "\tlongs below, USD\t"
                        + Numbers.usdInFull(masses.atRiskWithinUsd(PositionSide.LONG, 0.05)));

        axes.liquidations().timeframe(Timeframe.SCALP);

        assertThat(panel.asText())
                .contains("asymmetry within 3\u00a0%\t")
                .contains(Numbers.usdInFull(masses.atRiskWithinUsd(PositionSide.LONG, 0.03)));
    }

    @Test
    void saysByTheRuleInForceWhatFundingMeansForTheNearestAndTheLargestClusterOfEachSide(FxRobot robot) {
        pulse(ruled(0.000488), NOW);
        WaitForAsyncUtils.waitForFxEvents();
        pulse(ruled(0.000488), NOW + SECOND);

        assertThat(shown()).contains("0.0388\u00a0% over base, bar 0.03", "✓ agrees", "× contradicts");
        assertThat(panel.asText())
                .contains("rule\tSqueeze\t0.0388\u00a0% over base, bar 0.03\n")
                .containsPattern("\nL\\d+\t✓ agrees\tlongs are crowded and must get out\n")
                .containsPattern("\nS\\d+\t× contradicts\tlongs are crowded, not shorts\n");

        robot.clickOn("Carry");
        pulse(ruled(0.000488), NOW + SECOND);

        assertThat(axes.clusters().rule()).isEqualTo(FundingRule.CARRY);
        assertThat(panel.asText())
                .containsPattern("\nL\\d+\t× contradicts\tlongs are crowded, less likely\n")
                .containsPattern("\nS\\d+\t✓ agrees\tlongs are crowded, not shorts\n");
        assertThat(shown()).contains("longs are crowded, less likely");

        pulse(ruled(0.0002), NOW + 2 * SECOND);
        assertThat(shown())
                .contains("· neutral", "under the bar, nobody is crowded")
                .doesNotContain("✓ agrees");

        pulse(ruled(Double.NaN), NOW + 3 * SECOND);
        assertThat(shown()).contains("? unknown", "no fresh rate").doesNotContain("· neutral");
    }

    @Test
    void leavesTheRuleOutWhereTheHeightIsForTheTable() {
        pulse(ruled(0.000488), NOW);
        assertThat(panel.node().lookup("#funding-rule").isVisible()).isTrue();

        onFx(() -> {
            Window window = panel.node().getScene().getWindow();
            window.setHeight(600);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        pulse(ruled(0.000488), NOW + SECOND);

        assertThat(panel.node().lookup("#funding-rule").isManaged()).isFalse();
        assertThat(panel.node().lookup("#funding-rule").isVisible()).isFalse();
    }

    private List<String> shown() {
        return panel.node().lookup("#funding-rule").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private static DeskView ruled(double per8h) {
        DeskView view = view(FundingTerms.Source.PUBLISHED, 8, NOW);
        ClustersView clusters = Modelled.clusters(GRID.grids(), PathState.HOLLOW, PathState.OPEN);
        return new DeskView(
                view.symbol(),
                view.timeNanos(),
                view.venues(),
                view.history(),
                view.forming(),
                GRID,
                Modelled.funded(clusters, per8h));
    }

    @Test
    void staleFiguresSayHowOldTheyAre() {
        pulse(view(FundingTerms.Source.PUBLISHED, 8, NOW), NOW + 12 * SECOND);

        assertThat(panel.node().lookupAll(".warn"))
                .extracting(label -> ((Label) label).getText())
                .containsExactly("STALE 12 s");
    }

    private void pulse(DeskView view, long now) {
        onFx(() -> {
            panel.pulse(new Pulse(view, Session.Mode.LIVE, now));
            return true;
        });
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static BookView book() {
        return new BookView(BookView.State.WAITING, "", NOW, 0, 0, 0, BookDepth.EMPTY, BookView.Counters.NONE);
    }

    private static DeskView view(FundingTerms.Source source, int hoursBetween, long received) {
        long millis = received / 1_000_000;
        long last = NEXT_MILLIS - 8 * HOUR_MILLIS;
        FundingSettlement newest = new FundingSettlement(BTC, received, new BigDecimal("0.0001"), last);
        FundingSettlement before =
                new FundingSettlement(BTC, received, new BigDecimal("-0.00005"), last - hoursBetween * HOUR_MILLIS);
        VenueView venue = new VenueView(
                BTC,
                null,
                book(),
                TradedVolume.EMPTY,
                null,
                0,
                new MarkPrice(BTC, received, millis, new BigDecimal("100100"), new BigDecimal("100000")),
                new Funding(BTC, received, millis, new BigDecimal("0.000108"), NEXT_MILLIS),
                newest,
                new FundingTerms(BTC, received, 8 * HOUR_MILLIS, null, null, source),
                new OpenInterest(BTC, received, millis, new BigDecimal("100")),
                new Stats24h(BTC, received, millis, new BigDecimal("38200000000"), BigDecimal.TEN, BigDecimal.TEN),
                FeedView.EMPTY,
                new VenueHistory(
                        Views.log(List.of(
                                new MarkSample(NOW - SECOND, 100_100, 100_000),
                                new MarkSample(NOW, 100_100, Double.NaN))),
                        Views.log(List.of(
                                new OpenInterestSample(NOW - 3601 * SECOND, 80), new OpenInterestSample(NOW, 100))),
                        Views.log(List.of(before, newest)),
                        Views.log(List.of()),
                        VenueHistory.Flow.NONE));
        return new DeskView("BTCUSDT", received, List.of(venue), Views.history(List.of(), List.of(), List.of()), null);
    }
}
