package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.liquidation.cluster.MassHistory;
import io.faultline.liquidation.cluster.Profile;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityCardTest {
    private static final long HOUR = 3_600_000;
    private final Cluster cluster = SignalClusters.of(PositionSide.LONG, 9_800, 6, 100e6);
    private final Track track =
            SignalClusters.track(cluster, cluster.centroid(), 0, SignalClusters.noHistory(), 2 * HOUR);

    @Test
    void putsTheThreeFiguresSideBySide() {
        QualityCard card = card(PathState.HOLLOW, 400e6);
        assertThat(card.atRiskUsd()).isEqualTo(100e6);
        assertThat(card.discountedUsd()).isEqualTo(75e6);
        assertThat(card.dailyShare().orElseThrow()).isCloseTo(0.02, within(1e-12));
        assertThat(card.atRiskOverReported().orElseThrow()).isCloseTo(0.25, within(1e-12));
        assertThat(card.openInterestShare().orElseThrow()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void countsVenuesByTheirOwnOpenInterest() {
        assertThat(card(PathState.HOLLOW, 400e6).confirming()).containsExactly(Venue.BINANCE, Venue.OKX);
    }

    @Test
    void gradesWhatCanBeJudged() {
        Grade whole = card(PathState.HOLLOW, 40e6).grade();
        assertThat(whole.points()).isEqualTo(7);
        assertThat(whole.outOf()).isEqualTo(7);
        Grade unknown = card(PathState.UNKNOWN, Double.NaN).grade();
        assertThat(unknown.outOf()).isEqualTo(5);
        assertThat(unknown.share()).isEqualTo(1);
        Grade defended = card(PathState.DEFENDED, 4e9).grade();
        assertThat(defended.missed())
                .containsExactlyInAnyOrderElementsOf(EnumSet.of(Grade.Point.DAILY_VOLUME, Grade.Point.HOLLOW_PATH));
    }

    @Test
    void asksForASecondVenueOnlyWhereTwoAreConnected() {
        CardMarket one = market(List.of(venue(Venue.BINANCE, 60e6, 5e9, Double.NaN)));
        Grade grade = new QualityCard(track, one, readings(PathState.OPEN)).grade();
        assertThat(grade.met()).doesNotContain(Grade.Point.VENUES);
        assertThat(grade.missed()).doesNotContain(Grade.Point.VENUES);
    }

    @Test
    void seesFastGrowth() {
        MassHistory history = new MassHistory(List.of(new MassHistory.Sample(105 * 60_000, 80e6)));
        Track grown = SignalClusters.track(cluster, cluster.centroid(), 0, history, 2 * HOUR);
        assertThat(new QualityCard(grown, market(List.of()), readings(PathState.OPEN)).growsFast())
                .isTrue();
        assertThat(new QualityCard(track, market(List.of()), readings(PathState.OPEN)).growsFast())
                .isFalse();
    }

    @Test
    void namesWhatAClusterIsMadeOf() {
        assertThat(new Composition(Map.of(TierBand.X50, 30.0, TierBand.X100, 30.0, TierBand.X5, 40.0)).label())
                .isEqualTo(Composition.Label.HIGH_LEVERAGE);
        assertThat(new Composition(Map.of(TierBand.X25, 61.0, TierBand.X100, 39.0)).label())
                .isEqualTo(Composition.Label.LOW_LEVERAGE);
        assertThat(new Composition(Map.of(TierBand.X25, 50.0, TierBand.X100, 50.0)).label())
                .isEqualTo(Composition.Label.MIXED);
        assertThat(new Composition(Map.of()).label()).isEqualTo(Composition.Label.MIXED);
    }

    @Test
    void sumsTheSidesWithinADistance() {
        double[] usd = new double[2_000];
        Arrays.fill(usd, 1e6);
        int mark = Bins.of(10_000);
        Profile longs = new Profile(PositionSide.LONG, mark - 1_000, usd);
        Profile shorts = new Profile(PositionSide.SHORT, mark - 1_000, usd);
        Asymmetry within = Asymmetry.within(longs, shorts, 10_000, 0.03);
        assertThat(within.longUsd()).isBetween(59e6, 63e6);
        assertThat(within.lean()).isEqualTo(Asymmetry.Lean.BALANCED);
        assertThat(Asymmetry.of(1e6, 5e6).netUsd()).isEqualTo(4e6);
    }

    @Test
    void refusesADiscountOutsideOfTheFieldsRange() {
        assertThatThrownBy(() ->
                        new CardMarket(0, 1, 1, List.of(), 0.5, SizeScale.BY_OPEN_INTEREST, DistanceProfile.NARROW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void holdsExpectedAgainstReportedOnlyWhereBothAreOfTheSameVenues() {
        CardMarket market =
                market(List.of(venue(Venue.BINANCE, 60e6, 5e9, Double.NaN), venue(Venue.OKX, 30e6, 2e9, 24e6)));
        QualityCard card = new QualityCard(track, market, readings(PathState.OPEN));
        assertThat(card.dailyShare().orElseThrow()).isCloseTo(0.08 * 30 / 24, within(1e-12));
    }

    private QualityCard card(PathState path, double perDay) {
        List<VenueProfile> venues = List.of(
                venue(Venue.BINANCE, 60e6, 5e9, .6 * perDay),
                venue(Venue.OKX, 30e6, 2e9, .3 * perDay),
                venue(Venue.BYBIT, 10e6, 3e9, .1 * perDay));
        return new QualityCard(track, market(venues), readings(path));
    }

    private static CardMarket market(List<VenueProfile> venues) {
        return new CardMarket(
                2 * HOUR,
                10_000,
                10e9,
                venues,
                CardMarket.DEFAULT_DISCOUNT,
                SizeScale.BY_OPEN_INTEREST,
                DistanceProfile.NARROW);
    }

    private static CardReadings readings(PathState path) {
        return new CardReadings(
                new ForcedVolume(8e6, 2e6, 20e6),
                new Composition(Map.of()),
                new PathReading(path, 10, 1, 0, null, null, 0, null),
                FundingFlag.NEUTRAL,
                Set.of());
    }

    private VenueProfile venue(Venue venue, double usd, double openInterestUsd, double perDayUsd) {
        double[] masses = new double[6];
        Arrays.fill(masses, usd / 6);
        Profile profile = new Profile(PositionSide.LONG, cluster.firstBin(), masses);
        return new VenueProfile(venue, profile, openInterestUsd, 0.08, perDayUsd);
    }
}
