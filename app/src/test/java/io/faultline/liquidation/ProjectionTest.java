package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final List<GridSnapshot> SNAPSHOTS = new ArrayList<>();

    @BeforeAll
    static void runThreeVenues() {
        long seed = 3;
        for (Venue venue : List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX)) {
            HistoryRun run = new HistoryRun(
                    SyntheticMarket.tables(venue.name()),
                    ModelParameters.DEFAULT,
                    new SyntheticMarket(seed++).history(),
                    SyntheticMarket.NOW - InputLog.SPAN_MILLIS);
            run.advanceTo(SyntheticMarket.NOW);
            SNAPSHOTS.add(GridSnapshot.of(
                    venue, SyntheticMarket.NOW, run.grid(), run.grid().mark()));
        }
    }

    private final Projection all = Projection.of(SNAPSHOTS, Selection.ALL);
    private final Profile profile = all.profile(Basis.AT_RISK);

    private static Projection of(Venue... venues) {
        return Projection.of(SNAPSHOTS, Selection.ALL.withVenues(Set.of(venues)));
    }

    @Test
    void isTheSumOfItsVenues() {
        Map<Venue, Profile> venues = all.byVenue(Basis.AT_RISK);
        assertThat(venues.keySet()).containsExactly(Venue.BINANCE, Venue.BYBIT, Venue.OKX);
        for (int bin = profile.base(); bin < profile.base() + Bins.COUNT; bin++) {
            int at = bin;
            double sum = venues.values().stream()
                    .mapToDouble(each -> each.cumulativeUsd(at))
                    .sum();
            assertThat(profile.cumulativeUsd(bin)).isCloseTo(sum, within(1e-6 * (1 + sum)));
        }
    }

    @Test
    void isTheSumOfItsBands() {
        Map<Tier.Band, Profile> bands = Projection.byBand(SNAPSHOTS, Selection.ALL, Basis.AT_RISK);
        assertThat(bands).hasSize(5);
        double sum = bands.values().stream()
                .mapToDouble(each -> total(each, PositionSide.LONG))
                .sum();
        assertThat(sum).isCloseTo(total(profile, PositionSide.LONG), within(1e-6 * sum));
        Selection high = Selection.ALL.withTiers(EnumSet.of(Tier.X50, Tier.X100));
        assertThat(Projection.byBand(SNAPSHOTS, high, Basis.AT_RISK).keySet())
                .containsExactly(Tier.Band.X50, Tier.Band.X100);
    }

    private static double total(Profile of, PositionSide side) {
        return of.sumUsd(side, of.base(), of.base() + Bins.COUNT - 1);
    }

    @Test
    void readsTheGridItself() {
        GridSnapshot binance = SNAPSHOTS.get(0);
        Projection only =
                Projection.of(SNAPSHOTS, new Selection(EnumSet.of(Venue.BINANCE), EnumSet.of(Tier.X10, Tier.X25)));
        int bin = Bins.of(binance.mark()) - 200;
        double expected =
                binance.massUsd(PositionSide.LONG, Tier.X10, bin) + binance.massUsd(PositionSide.LONG, Tier.X25, bin);
        assertThat(expected).isPositive();
        assertThat(only.profile(Basis.AT_RISK).usd(PositionSide.LONG, bin))
                .isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void knowsItsShareOfOpenInterest() {
        double sum =
                SNAPSHOTS.stream().mapToDouble(GridSnapshot::openInterestUsd).sum();
        assertThat(all.openInterestShare()).isEqualTo(1);
        assertThat(of(Venue.OKX).openInterestShare())
                .isCloseTo(SNAPSHOTS.get(2).openInterestUsd() / sum, within(1e-12));
    }

    @Test
    void drawsCurvesFromTheMarkOutwards() {
        int mark = Bins.of(profile.mark());
        double[] longs = profile.curveUsd(PositionSide.LONG);
        double[] shorts = profile.curveUsd(PositionSide.SHORT);
        int at = mark - profile.base();
        assertThat(longs[at]).isZero();
        assertThat(shorts[at]).isZero();
        assertThat(longs[at - 1]).isEqualTo(profile.usd(PositionSide.LONG, mark - 1));
        assertThat(shorts[at + 1]).isEqualTo(profile.usd(PositionSide.SHORT, mark + 1));
        for (int i = 1; i < longs.length; i++) {
            assertThat(longs[i]).isLessThanOrEqualTo(longs[i - 1] + 1e-3);
            assertThat(shorts[i]).isGreaterThanOrEqualTo(shorts[i - 1]);
        }
        assertThat(longs[at - 300])
                .isCloseTo(profile.sumUsd(PositionSide.LONG, mark - 300, mark - 1), within(1e-6 * longs[at - 300]));
    }

    @Test
    void countsABinThatIsCutByItsShare() {
        int bin = Bins.of(profile.mark()) - 300;
        double low = Bins.lowerEdge(bin);
        double high = Bins.lowerEdge(bin + 1);
        double middle = Math.sqrt(low * high);
        double whole = profile.usd(PositionSide.LONG, bin);
        assertThat(whole).isPositive();
        assertThat(profile.usdBetween(PositionSide.LONG, low, high)).isCloseTo(whole, within(1e-6 * whole));
        assertThat(profile.usdBetween(PositionSide.LONG, low, middle)).isCloseTo(whole / 2, within(1e-6 * whole));
        double wide = profile.sumUsd(PositionSide.LONG, bin - 9, bin);
        assertThat(profile.usdBetween(PositionSide.LONG, Bins.lowerEdge(bin - 9), high))
                .isCloseTo(wide, within(1e-6 * wide));
        assertThat(profile.usdBetween(PositionSide.LONG, 0, 1))
                .as("far from the window")
                .isZero();

        Figures half = all.figuresBetween(PositionSide.LONG, low, middle);
        Figures one = all.figures(PositionSide.LONG, bin, bin);
        assertThat(half.atRiskUsd()).isCloseTo(one.atRiskUsd() / 2, within(1e-6 * whole));
        assertThat(half.expected().meanUsd()).isCloseTo(one.expected().meanUsd() / 2, within(1e-6 * whole));
        assertThat(half.expected().highUsd()).isLessThan(one.expected().highUsd());
    }

    @Test
    void setsShortsAboveAgainstLongsBelow() {
        double longs = profile.withinUsd(PositionSide.LONG, .03);
        double shorts = profile.withinUsd(PositionSide.SHORT, .03);
        assertThat(longs).isPositive().isLessThan(total(profile, PositionSide.LONG));
        assertThat(profile.netUsd(.03)).isEqualTo(shorts - longs);
        int mark = Bins.of(profile.mark());
        int reach = (int) Math.round(Math.log(1 / .97) / Bins.WIDTH);
        assertThat(longs)
                .isBetween(
                        profile.sumUsd(PositionSide.LONG, mark - reach + 1, mark - 1),
                        profile.sumUsd(PositionSide.LONG, mark - reach - 1, mark - 1));
        int bin = Bins.of(profile.mark()) + 100;
        double delta = profile.usd(PositionSide.SHORT, bin) - profile.usd(PositionSide.LONG, bin);
        assertThat(profile.deltaUsd(bin)).isEqualTo(delta).isNotZero();
    }

    @Test
    void expectsTheReportedShareOfEachVenue() {
        int bin = Bins.of(profile.mark()) - 150;
        double expected = 0;
        for (GridSnapshot snapshot : SNAPSHOTS) {
            expected += snapshot.reportedShare(PositionSide.LONG)
                    * of(snapshot.venue()).profile(Basis.AT_RISK).usd(PositionSide.LONG, bin);
        }
        assertThat(all.profile(Basis.EXPECTED_FORCED).usd(PositionSide.LONG, bin))
                .isCloseTo(expected, within(1e-5 * expected));
    }

    @Test
    void putsThreeFiguresSideBySide() {
        int mark = Bins.of(profile.mark());
        Figures figures = all.figures(PositionSide.LONG, mark - 100, mark - 1);
        assertThat(figures.atRiskUsd()).isCloseTo(profile.sumUsd(PositionSide.LONG, mark - 100, mark - 1), within(1.0));
        assertThat(figures.discountedUsd(Figures.DEFAULT_DISCOUNT)).isEqualTo(.75 * figures.atRiskUsd());
        ForcedFlow flow = figures.expected();
        assertThat(flow.meanUsd()).isBetween(flow.lowUsd(), flow.highUsd()).isLessThan(figures.atRiskUsd());
        Figures parts = of(Venue.BINANCE)
                .figures(PositionSide.LONG, mark - 100, mark - 1)
                .plus(of(Venue.BYBIT, Venue.OKX).figures(PositionSide.LONG, mark - 100, mark - 1));
        assertThat(parts.expected().variance()).isCloseTo(flow.variance(), within(1e-3 * flow.variance()));
    }

    @Test
    void isEmptyWithoutVenuesOrTiers() {
        for (Selection selection : List.of(Selection.ALL.withVenues(Set.of()), Selection.ALL.withTiers(Set.of()))) {
            Projection projection = Projection.of(SNAPSHOTS, selection);
            Profile empty = projection.profile(Basis.AT_RISK);
            assertThat(total(empty, PositionSide.LONG) + total(empty, PositionSide.SHORT))
                    .isZero();
            assertThat(empty.curveUsd(PositionSide.LONG)).containsOnly(0);
            assertThat(empty.netUsd(.05)).isZero();
            assertThat(empty.asymmetry(.05).lean()).isEqualTo(Asymmetry.Lean.EMPTY);
            assertThat(projection.figures(PositionSide.LONG).expected().highUsd())
                    .isZero();
        }
    }

    @Test
    void leansToTheHeavierSide() {
        assertThat(Asymmetry.of(2, 1)).isEqualTo(new Asymmetry(Asymmetry.Lean.DOWN, 2));
        assertThat(Asymmetry.of(1, 2.5)).isEqualTo(new Asymmetry(Asymmetry.Lean.UP, 2.5));
        assertThat(Asymmetry.of(1.9, 1)).isEqualTo(new Asymmetry(Asymmetry.Lean.BALANCED, 1.9));
        assertThat(Asymmetry.of(5, 0)).isEqualTo(new Asymmetry(Asymmetry.Lean.DOWN, Double.NaN));
        assertThat(Asymmetry.of(0, 0)).isEqualTo(new Asymmetry(Asymmetry.Lean.EMPTY, Double.NaN));
    }

    @Test
    void findsWhereHardlyAnythingLies() {
        int mark = Bins.of(60_000);
        double[] longs = new double[Bins.COUNT];
        double[] shorts = new double[Bins.COUNT];
        int base = mark - Bins.COUNT / 2;
        java.util.Arrays.fill(longs, 0, Bins.COUNT / 2, 1e6);
        java.util.Arrays.fill(shorts, Bins.COUNT / 2, Bins.COUNT, 1e6);
        java.util.Arrays.fill(longs, Bins.COUNT / 2 - 60, Bins.COUNT / 2 - 30, 0);
        java.util.Arrays.fill(shorts, Bins.COUNT / 2 + 20, Bins.COUNT / 2 + 24, 0);
        List<ColdZones.Zone> zones = ColdZones.of(new Profile(base, 60_000, longs, shorts));
        assertThat(zones).hasSize(1);
        assertThat(zones.get(0).firstBin()).isBetween(mark - 60, mark - 55);
        assertThat(zones.get(0).lastBin()).isBetween(mark - 36, mark - 31);
    }
}
