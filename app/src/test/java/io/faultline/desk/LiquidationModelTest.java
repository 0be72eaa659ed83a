package io.faultline.desk;

import static io.faultline.desk.ModelStory.BINANCE;
import static io.faultline.desk.ModelStory.BYBIT;
import static io.faultline.desk.ModelStory.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.Basis;
import io.faultline.liquidation.GridFlag;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.Projection;
import io.faultline.liquidation.Selection;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.PositionSide;
import io.faultline.market.RiskTiers;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.market.VenueSwitch;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiquidationModelTest {
    private final ModelStory story = new ModelStory();

    private static double atRisk(GridView view, PositionSide side) {
        return Projection.of(view.grids(), Selection.ALL).figures(side).atRiskUsd();
    }

    private GridView.Standing standing(Venue venue) {
        return Objects.requireNonNull(story.grid().venues().get(venue), venue.title());
    }

    @Test
    void putsWhatOpensAtRiskBelowAndAboveTheMark() {
        story.calm(BINANCE, 12);

        GridView view = story.grid();
        assertThat(view.grids()).hasSize(1);
        assertThat(view.grids().get(0).mark()).isEqualTo(60_000);
        assertThat(view.grids().get(0).openInterest()).isBetween(80_050.0, 80_110.0);
        assertThat(atRisk(view, PositionSide.LONG)).isBetween(1e6, 1e7);
        assertThat(atRisk(view, PositionSide.SHORT)).isBetween(1e6, 1e7);
        assertThat(Projection.of(view.grids(), Selection.ALL)
                        .profile(Basis.AT_RISK)
                        .netUsd(.5))
                .isNotNaN();
    }

    @Test
    void countsInExchangeTime() {
        story.calm(BINANCE, 3);

        GridView view = story.grid();
        assertThat(view.liveSinceMillis()).isEqualTo(START);
        assertThat(view.knownFromMillis()).isEqualTo(START);
        assertThat(view.grids().get(0).exchangeMillis()).isEqualTo(START + 20_000);
    }

    @Test
    void sweepsAtOnceAndTellsWhat() {
        story.calm(BINANCE, 12);
        double before = atRisk(story.grid(), PositionSide.LONG);
        assertThat(story.grid().swept().end()).isZero();

        story.mark(BINANCE, START + 120_500, 59_400);

        GridView view = story.grid();
        assertThat(atRisk(view, PositionSide.LONG)).isLessThan(before);
        assertThat(view.swept().end()).isPositive();
        assertThat(Objects.requireNonNull(view.swept().newest()).side()).isEqualTo(PositionSide.LONG);
        assertThat(Objects.requireNonNull(view.swept().newest()).millis()).isEqualTo(START + 120_500);
    }

    @Test
    void hasTheSameHashForTheSameEvents() {
        ModelStory other = new ModelStory();
        story.calm(BINANCE, 12);
        other.calm(BINANCE, 12);
        assertThat(other.desk.stateHash()).isEqualTo(story.desk.stateHash());

        story.liquidated(BINANCE, START + 119_000, PositionSide.LONG, 60_000, 1);
        other.liquidated(BINANCE, START + 119_000, PositionSide.LONG, 60_000, 2);
        story.step(BINANCE, START + 120_000, 60_000, 80_200);
        other.step(BINANCE, START + 120_000, 60_000, 80_200);
        assertThat(other.desk.stateHash()).isNotEqualTo(story.desk.stateHash());
    }

    @Test
    void modelsNothingWithoutMarginTables() {
        ModelStory bare = new ModelStory(MarginTables.NONE);
        bare.calm(BINANCE, 3);
        assertThat(bare.grid()).isSameAs(GridView.NONE);
    }

    @Test
    void countsALiquidationThatIsToldTwiceOnce() {
        ModelStory twice = new ModelStory();
        for (ModelStory each : List.of(story, twice)) {
            each.calm(BINANCE, 6);
            each.mark(BINANCE, START + 60_100, 59_000);
            each.liquidated(BINANCE, START + 60_200, PositionSide.LONG, 59_000, 3);
        }
        twice.liquidated(BINANCE, START + 60_200, PositionSide.LONG, 59_000, 3);
        for (ModelStory each : List.of(story, twice)) {
            each.step(BINANCE, START + 61_000, 59_000, 80_000);
            each.step(BINANCE, START + 71_000, 59_000, 80_000);
        }
        double share = story.grid().grids().get(0).reportedShare(PositionSide.LONG);
        assertThat(share).isNotEqualTo(.06);
        assertThat(twice.grid().grids().get(0).reportedShare(PositionSide.LONG)).isEqualTo(share);
    }

    @Test
    void leavesAVenueThatIsSwitchedOffOutOfAllSumsAtOnceAndTakesItInAgain() {
        for (int i = 0; i < 12; i++) {
            story.step(BINANCE, START + i * 10_000L, 60_000, 80_000 + 10 * i);
            story.step(BYBIT, START + i * 10_000L, 60_000, 40_000 + 10 * i);
        }
        double both = atRisk(story.grid(), PositionSide.LONG);
        String hash = story.desk.stateHash();
        story.desk.apply(new VenueSwitch(Venue.BYBIT, ModelStory.nanos(START + 120_000), false));

        GridView view = story.grid();
        assertThat(view.grids()).extracting(GridSnapshot::venue).containsExactly(Venue.BINANCE);
        assertThat(atRisk(view, PositionSide.LONG)).isLessThan(.8 * both);
        assertThat(standing(Venue.BYBIT).flags()).contains(GridFlag.VENUE_OFF);
        assertThat(story.desk.stateHash()).isNotEqualTo(hash);

        story.desk.apply(new VenueSwitch(Venue.BYBIT, ModelStory.nanos(START + 120_100), true));
        assertThat(story.grid().grids()).hasSize(2);
        assertThat(atRisk(story.grid(), PositionSide.LONG)).isEqualTo(both);
        assertThat(standing(Venue.BYBIT).flags()).doesNotContain(GridFlag.VENUE_OFF);
    }

    @Test
    void saysThatTradesAreMissingAfterTheirConnectionWasLost() {
        story.calm(BINANCE, 6);
        assertThat(standing(Venue.BINANCE).flags()).doesNotContain(GridFlag.GAP);
        story.desk.apply(new FeedStatus(
                Venue.BINANCE,
                ModelStory.nanos(START + 60_000),
                "market",
                FeedStatus.State.LOST,
                "cut",
                0,
                0,
                Set.of(Topic.TRADES)));

        story.mark(BINANCE, START + 61_000, 60_000);
        story.openInterest(BINANCE, START + 70_000, 80_100);
        story.openInterest(BINANCE, START + 80_100, 80_100);

        assertThat(standing(Venue.BINANCE).flags()).contains(GridFlag.GAP);
        story.step(BINANCE, START + 90_000, 60_000, 80_100);
        story.step(BINANCE, START + 100_000, 60_000, 80_100);
        story.step(BINANCE, START + 110_000, 60_000, 80_100);
        assertThat(standing(Venue.BINANCE).flags()).doesNotContain(GridFlag.GAP);
    }

    @Test
    void showsTheDayOfTheBracketsAndWhatTheFiguresRestOn() {
        story.calm(BINANCE, 2);
        story.calm(BYBIT, 2);

        assertThat(standing(Venue.BINANCE).brackets()).isEqualTo(LocalDate.of(2026, 3, 26));
        assertThat(standing(Venue.BINANCE).flags())
                .contains(GridFlag.TABLE_DATE, GridFlag.TABLE_STALE, GridFlag.THROTTLED_FEED, GridFlag.BOOTSTRAP)
                .doesNotContain(GridFlag.TABLE_BORROWED);
        assertThat(standing(Venue.BYBIT).brackets()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(standing(Venue.BYBIT).flags()).doesNotContain(GridFlag.TABLE_STALE, GridFlag.THROTTLED_FEED);
    }

    @Test
    void borrowsBracketsWhereTheVenueHasNoneAndGivesThemUpForItsOwn() {
        InstrumentId dydx = new InstrumentId(Venue.DYDX, "BTC-USD");
        story.calm(dydx, 2);
        assertThat(standing(Venue.DYDX).flags()).contains(GridFlag.TABLE_BORROWED);
        assertThat(standing(Venue.DYDX).brackets()).isEqualTo(LocalDate.of(2026, 3, 26));

        story.desk.apply(tiers(dydx, LocalDate.of(2026, 11, 10), true));

        assertThat(standing(Venue.DYDX).flags()).doesNotContain(GridFlag.TABLE_BORROWED, GridFlag.TABLE_DATE);
        assertThat(standing(Venue.DYDX).brackets()).isEqualTo(LocalDate.of(2026, 11, 10));
    }

    @Test
    void doesNotTrustALiveTableThatIsNotWhole() {
        story.calm(BYBIT, 2);
        story.desk.apply(tiers(BYBIT, LocalDate.of(2026, 11, 10), false));
        assertThat(standing(Venue.BYBIT).brackets()).isEqualTo(LocalDate.of(2026, 10, 1));
        story.desk.apply(tiers(BYBIT, LocalDate.of(2026, 11, 10), true));
        assertThat(standing(Venue.BYBIT).brackets()).isEqualTo(LocalDate.of(2026, 11, 10));
    }

    static final LocalDate TOLD = LocalDate.of(2026, 11, 10);

    static RiskTiers tiers(InstrumentId instrument, LocalDate asOf, boolean complete) {
        RiskTiers.Tier row = new RiskTiers.Tier(
                BigDecimal.ZERO,
                new BigDecimal("10000000"),
                new BigDecimal("0.02"),
                new BigDecimal("0.05"),
                new BigDecimal("20"),
                BigDecimal.ZERO);
        return new RiskTiers(
                instrument,
                ModelStory.nanos(START + 20_000),
                asOf,
                RiskTiers.Source.LIVE,
                RiskTiers.Confidence.HIGH,
                "itself",
                RiskTiers.Unit.QUOTE,
                complete,
                List.of(row));
    }
}
