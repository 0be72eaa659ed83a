package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SymbolGridTest {
    private static final long T0 = SyntheticMarket.NOW;
    private static final long MINUTE = 60_000;

    private final List<GridBar> bars = new ArrayList<>();
    private final List<StepReport> reports = new ArrayList<>();
    private final SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, (venue, bar, report) -> {
        bars.add(bar);
        reports.add(report);
    });

    private void open(Venue venue) {
        grid.open(venue, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
    }

    private Set<GridFlag> flags(long millis) {
        return grid.flags(millis).getOrDefault(Venue.BINANCE, Set.of());
    }

    private double mass(Venue venue, long millis) {
        return grid.snapshots(millis).stream()
                .filter(each -> each.venue() == venue)
                .mapToDouble(each -> {
                    double sum = 0;
                    for (Tier tier : Tier.values()) {
                        for (int i = 0; i < Bins.COUNT; i++) {
                            sum += each.massUsd(PositionSide.LONG, tier, each.base() + i);
                        }
                    }
                    return sum;
                })
                .sum();
    }

    /** A step in which longs open: mark, trade and open interest at the start, open interest again at the end. */
    private void opens(Venue venue, long from) {
        grid.mark(venue, from, 60_000);
        grid.openInterest(venue, from, 1_000);
        grid.openInterest(venue, from + 10_000, 1_000);
        grid.trade(venue, from + 10_000, 60_000, 600_000, 0);
        grid.openInterest(venue, from + 20_000, 1_010);
    }

    @Test
    void endsAStepAtTheFirstOpenInterestAfterItsEnd() {
        open(Venue.BINANCE);
        grid.mark(Venue.BINANCE, T0 + 1_000, 60_000);
        grid.openInterest(Venue.BINANCE, T0 + 2_000, 1_000);
        grid.trade(Venue.BINANCE, T0 + 9_999, 60_000, 1_000, 500);
        grid.trade(Venue.BINANCE, T0 + 10_500, 60_000, 7, 0);
        assertThat(bars).isEmpty();
        grid.openInterest(Venue.BINANCE, T0 + 12_000, 1_001);
        assertThat(bars).hasSize(1);
        assertThat(bars.get(0).startMillis()).isEqualTo(T0);
        assertThat(bars.get(0).endMillis()).isEqualTo(T0 + 10_000);
        assertThat(bars.get(0).buyUsd()).isEqualTo(1_000);
        assertThat(bars.get(0).sellUsd()).isEqualTo(500);
        assertThat(bars.get(0).openInterest()).isEqualTo(1_001);
    }

    @Test
    void waitsForOpenInterestNoLongerThanAStep() {
        open(Venue.BINANCE);
        grid.mark(Venue.BINANCE, T0, 60_000);
        grid.advance(T0 + 19_999);
        assertThat(bars).isEmpty();
        grid.advance(T0 + 20_000);
        assertThat(bars).hasSize(1);
        assertThat(reports.get(0).flags()).containsExactly(GridFlag.NO_OI);
    }

    @Test
    void countsALateEventInTheOldestOpenStep() {
        open(Venue.BINANCE);
        grid.mark(Venue.BINANCE, T0, 60_000);
        grid.trade(Venue.BINANCE, T0 + 11_000, 60_000, 5, 0);
        grid.trade(Venue.BINANCE, T0 - 3_600_000, 60_000, 3, 0);
        grid.advance(T0 + 30_000);
        assertThat(bars).extracting(GridBar::buyUsd).containsExactly(3.0, 5.0);
    }

    @Test
    void sweepsAtOnceWhenTheMarkMoves() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        double before = mass(Venue.BINANCE, T0 + 20_000);
        assertThat(before).isPositive();
        grid.mark(Venue.BINANCE, T0 + 21_000, 57_000);
        double after = mass(Venue.BINANCE, T0 + 21_000);
        assertThat(after).isLessThan(.8 * before).isPositive();
        grid.mark(Venue.BINANCE, T0 + 22_000, 60_000);
        grid.openInterest(Venue.BINANCE, T0 + 30_000, 1_010);
        assertThat(reports.get(2).sweptLongUsd()).isCloseTo(before - after, within(1e-3 * before));
        assertThat(bars.get(2).markLow()).isEqualTo(57_000);
    }

    @Test
    void tellsWhichLevelsMarksHaveSwept() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        double before = mass(Venue.BINANCE, T0 + 20_000);
        grid.mark(Venue.BINANCE, T0 + 21_000, 58_000);
        double gone = before - mass(Venue.BINANCE, T0 + 21_000);
        assertThat(grid.swept().totalUsd(PositionSide.LONG, T0 + 21_000)).isCloseTo(gone, within(.02 * gone));
        assertThat(grid.swept().totalUsd(PositionSide.SHORT, T0)).isZero();
        assertThat(grid.swept().since(T0 + 21_000)).isNotEmpty().allSatisfy(level -> {
            assertThat(level.venue()).isEqualTo(Venue.BINANCE);
            assertThat(level.millis()).isEqualTo(T0 + 21_000);
            assertThat(Bins.centre(level.bin())).isBetween(58_000.0, 60_000.0);
        });
        assertThat(grid.swept().since(T0 + 21_001)).isEmpty();
        grid.mark(Venue.BINANCE, T0 + 25 * SyntheticMarket.HOUR, 58_000);
        assertThat(grid.swept().since(0)).as("a day later").isEmpty();
    }

    @Test
    void doesNotSweepForOneWrongTick() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        double before = mass(Venue.BINANCE, T0 + 20_000);
        grid.mark(Venue.BINANCE, T0 + 21_000, 42_000);
        assertThat(mass(Venue.BINANCE, T0 + 21_000)).isEqualTo(before);
        assertThat(flags(T0 + 21_000)).contains(GridFlag.MARK_HELD);
        grid.mark(Venue.BINANCE, T0 + 22_000, 60_010);
        assertThat(flags(T0 + 22_000)).doesNotContain(GridFlag.MARK_HELD);
        assertThat(mass(Venue.BINANCE, T0 + 22_000)).isEqualTo(before);
    }

    @Test
    void believesAJumpThatThreeMoreMarksConfirm() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        for (int i = 0; i < 4; i++) {
            assertThat(mass(Venue.BINANCE, T0 + 21_000 + i)).isGreaterThan(590_000);
            grid.mark(Venue.BINANCE, T0 + 21_000 + i, 42_000 + i);
        }
        assertThat(mass(Venue.BINANCE, T0 + 22_000)).isLessThan(.2 * 600_000);
    }

    @Test
    void believesAJumpThatAnotherVenueHasMade() {
        open(Venue.BINANCE);
        open(Venue.BYBIT);
        opens(Venue.BINANCE, T0);
        grid.mark(Venue.BYBIT, T0 + 20_500, 42_000);
        grid.mark(Venue.BINANCE, T0 + 21_000, 42_100);
        assertThat(mass(Venue.BINANCE, T0 + 21_000)).isLessThan(.2 * 600_000);
    }

    @Test
    void booksOnlyOpenInterestWhereTradesWereLost() {
        open(Venue.BINANCE);
        grid.mark(Venue.BINANCE, T0, 60_000);
        grid.openInterest(Venue.BINANCE, T0 + 1_000, 1_000);
        grid.openInterest(Venue.BINANCE, T0 + 10_000, 1_000);
        grid.trade(Venue.BINANCE, T0 + 11_000, 60_000, 1e6, 0);
        grid.tradesLost(Venue.BINANCE, T0 + 12_000);
        grid.openInterest(Venue.BINANCE, T0 + 20_000, 1_002);
        assertThat(reports.get(1).flags()).containsExactly(GridFlag.GAP);
        assertThat(reports.get(1).openedUsd()).isEqualTo(2 * 60_000.0);
        assertThat(reports.get(1).depositedLongUsd()).isCloseTo(reports.get(1).depositedShortUsd(), within(1e-6));
        assertThat(bars.get(1).areTradesKnown()).isFalse();
        assertThat(flags(T0 + 20_000)).contains(GridFlag.GAP);
    }

    @Test
    void takesTheLastPriceWhereThereIsNoMark() {
        open(Venue.DYDX);
        grid.trade(Venue.DYDX, T0, 60_000, 1_000, 0);
        grid.openInterest(Venue.DYDX, T0 + 10_000, 1_000);
        assertThat(bars.get(0).markClose()).isEqualTo(60_000);
        assertThat(grid.flags(T0 + 10_000).getOrDefault(Venue.DYDX, Set.of())).contains(GridFlag.MARK_FROM_LAST);
    }

    @Test
    void sweepsASilentVenueByTheOthersMark() {
        open(Venue.BINANCE);
        open(Venue.BYBIT);
        opens(Venue.BINANCE, T0);
        opens(Venue.BYBIT, T0);
        double before = mass(Venue.BINANCE, T0 + 20_000);
        grid.mark(Venue.BYBIT, T0 + 25_000, 57_000);
        assertThat(mass(Venue.BINANCE, T0 + 25_000)).isEqualTo(before);
        grid.mark(Venue.BYBIT, T0 + 31_000, 57_000);
        assertThat(mass(Venue.BINANCE, T0 + 31_000)).isLessThan(.8 * before);
    }

    @Test
    void decaysAndLeavesTheTotalsWhenItIsDown() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        double before = mass(Venue.BINANCE, T0 + 20_000);
        for (long t = T0 + 20_000; t <= T0 + 61 * MINUTE; t += 1_000) {
            grid.advance(t);
            if (t == T0 + 30 * MINUTE) {
                assertThat(flags(t)).contains(GridFlag.VENUE_SILENT).doesNotContain(GridFlag.VENUE_DOWN);
                assertThat(mass(Venue.BINANCE, t)).isBetween(.9 * before, .999 * before);
            }
        }
        assertThat(flags(T0 + 61 * MINUTE)).contains(GridFlag.VENUE_DOWN);
        assertThat(grid.snapshots(T0 + 61 * MINUTE)).isEmpty();
        grid.mark(Venue.BINANCE, T0 + 62 * MINUTE, 60_000);
        assertThat(grid.snapshots(T0 + 62 * MINUTE)).hasSize(1);
    }

    @Test
    void noticesThatReportsHaveStopped() {
        open(Venue.BINANCE);
        double price = 60_000;
        double coins = 50_000;
        long t = T0;
        for (int i = 0; i < 400 && !flags(t).contains(GridFlag.LIQ_SILENT); i++) {
            price *= i % 2 == 0 ? 1.02 : .98;
            grid.mark(Venue.BINANCE, t, price);
            grid.trade(Venue.BINANCE, t, price, 5e7, 5e7);
            coins += 500;
            t += 10_000;
            grid.openInterest(Venue.BINANCE, t, coins);
        }
        assertThat(flags(t)).contains(GridFlag.LIQ_SILENT);
        grid.mark(Venue.BINANCE, t, price);
        grid.openInterest(Venue.BINANCE, t + 10_000, coins);
        assertThat(bars.get(bars.size() - 1).forcedLongUsd()).isNaN();
        grid.forced(Venue.BINANCE, PositionSide.LONG, t + 11_000, 5_000);
        assertThat(flags(t + 11_000)).doesNotContain(GridFlag.LIQ_SILENT);
    }

    @Test
    void saysWhatAVenueDoesNotGive() {
        grid.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.THROTTLED);
        grid.open(Venue.OKX, SyntheticMarket.TABLES, ReportFeed.NONE);
        assertThat(flags(T0)).contains(GridFlag.THROTTLED_FEED, GridFlag.NO_OI, GridFlag.BOOTSTRAP);
        assertThat(grid.flags(T0).getOrDefault(Venue.OKX, Set.of())).contains(GridFlag.NO_LIQ_FEED);
    }

    @Test
    void runsHistoryBeforeWhatWasSeenLive() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        double live = mass(Venue.BINANCE, T0 + 20_000);
        List<GridBar> past = new ArrayList<>();
        SyntheticMarket market = new SyntheticMarket(4);
        market.append(past, T0 - 2 * SyntheticMarket.HOUR, T0 + MINUTE, MINUTE);
        String remark = Past.learn(grid, Venue.BINANCE, past, Set.of(GridFlag.SIDE_ESTIMATED));
        assertThat(remark).isEmpty();
        assertThat(flags(T0 + 20_000)).contains(GridFlag.SIDE_ESTIMATED);
        assertThat(mass(Venue.BINANCE, T0 + 20_000)).isGreaterThan(live);
        List<GridBar> kept = grid.inputs().get(0).bars();
        assertThat(kept).hasSize(122);
        assertThat(kept.get(120).startMillis()).isEqualTo(T0);
        assertThat(kept.get(121).buyUsd()).isEqualTo(600_000);
        long size = kept.size();
        Past.learn(grid, Venue.BINANCE, past, Set.of());
        assertThat(grid.inputs().get(0).bars())
                .as("learning twice is learning once")
                .hasSize((int) size);
    }

    @Test
    void fillsALiveGapFromHistory() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        grid.tradesLost(Venue.BINANCE, T0 + 25_000);
        grid.openInterest(Venue.BINANCE, T0 + 30_000, 1_010);
        GridBar repaired = new GridBar(
                T0 + 20_000, 10, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 77, 0, 1_010, 0, 0);
        Past.learn(grid, Venue.BINANCE, List.of(repaired), Set.of());
        assertThat(grid.inputs().get(0).bars()).extracting(GridBar::buyUsd).containsExactly(0.0, 600_000.0, 77.0);
    }

    @Test
    void goesOnFromAKeptState() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        KeptVenue kept = KeptCodec.decode(KeptCodec.encode(grid.kept().get(0))).orElseThrow();
        GridBar since = new GridBar(
                T0 + 20_000, 10, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000, 5e5, 0, 1_015, 0, 0);
        SymbolGrid again = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        again.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
        again.adopt(kept.restored(), T0 + 40_000);
        assertThat(again.flags(T0 + 40_000).get(Venue.BINANCE)).contains(GridFlag.RESTORED);
        Past.learn(again, Venue.BINANCE, List.of(since), Set.of());
        assertThat(again.flags(T0 + 40_000).get(Venue.BINANCE)).doesNotContain(GridFlag.RESTORED);
        grid.trade(Venue.BINANCE, T0 + 21_000, 60_000, 5e5, 0);
        grid.openInterest(Venue.BINANCE, T0 + 30_000, 1_015);
        GridSnapshot one = grid.snapshots(T0 + 30_000).get(0);
        GridSnapshot two = again.snapshots(T0 + 30_000).get(0);
        assertThat(two.exchangeMillis()).isEqualTo(one.exchangeMillis());
        for (Tier tier : Tier.values()) {
            for (int i = 0; i < Bins.COUNT; i++) {
                double mass = one.massUsd(PositionSide.LONG, tier, one.base() + i);
                assertThat(two.massUsd(PositionSide.LONG, tier, one.base() + i)).isCloseTo(mass, within(1e-5 * mass));
            }
        }
    }

    @Test
    void startsAgainUnderOtherParametersFromItsInputs() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        grid.trade(Venue.BINANCE, T0 + 21_000, 60_000, 1e6, 1e6);
        grid.openInterest(Venue.BINANCE, T0 + 30_000, 1_010);
        SymbolGrid same = Past.under(grid, ModelParameters.DEFAULT);
        assertThat(figures(same)).isCloseTo(figures(grid), within(1.0));
        SymbolGrid other = Past.under(grid, ModelParameters.DEFAULT.withChurnShare(1));
        assertThat(figures(other)).isNotCloseTo(figures(grid), within(1.0));
        assertThat(other.parameters().churnShare()).isEqualTo(1);
    }

    @Test
    void changesNothingByBeingAskedWhatItIsToBeUnderOtherParameters() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        grid.trade(Venue.BINANCE, T0 + 21_000, 60_000, 1e6, 1e6);
        List<Double> before = allFigures(grid);
        int ended = bars.size();
        assertThat(grid.again(ModelParameters.DEFAULT.withChurnShare(1))).hasSize(1);
        assertThat(bars).as("a replay is not asked, and ends no step there").hasSize(ended);
        assertThat(allFigures(grid)).isEqualTo(before);
    }

    private static List<Double> allFigures(SymbolGrid of) {
        List<Double> all = new ArrayList<>();
        of.figures(all::add);
        return all;
    }

    private static double figures(SymbolGrid of) {
        return Projection.of(of.snapshots(T0 + 20_000), Selection.ALL)
                .figures(PositionSide.SHORT)
                .atRiskUsd();
    }

    @Test
    void keepsWhatWasLearnedAcrossARestart() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        grid.mark(Venue.BINANCE, T0 + 21_000, 57_000);
        grid.forced(Venue.BINANCE, PositionSide.LONG, T0 + 21_000, 400_000);
        grid.openInterest(Venue.BINANCE, T0 + 30_000, 1_000);
        double learned = grid.inputs().get(0).longShare();
        assertThat(learned).isGreaterThan(.2);
        SymbolGrid again = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        again.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
        again.adopt(grid.kept().get(0).restored(), T0 + 30_000);
        assertThat(again.inputs().get(0).longShare()).isEqualTo(learned);
        GridBar past = new GridBar(
                T0 - MINUTE,
                60,
                60_000,
                60_000,
                60_000,
                60_000,
                60_000,
                60_000,
                60_000,
                1e6,
                1e6,
                1_000,
                Double.NaN,
                Double.NaN);
        Past.learn(again, Venue.BINANCE, List.of(past), Set.of());
        assertThat(again.inputs().get(0).longShare()).isGreaterThan(.2);
    }

    @Test
    void doesNotTakeRareSamplesForNoOpenInterest() {
        open(Venue.BINANCE);
        opens(Venue.BINANCE, T0);
        grid.mark(Venue.BINANCE, T0 + 31_000, 60_000);
        grid.advance(T0 + 60_000);
        assertThat(reports.get(reports.size() - 1).flags()).contains(GridFlag.NO_OI);
        assertThat(flags(T0 + 60_000)).doesNotContain(GridFlag.NO_OI);
        assertThat(flags(T0 + 11 * MINUTE)).contains(GridFlag.NO_OI);
    }

    @Test
    void ignoresVenuesThatWereNotOpened() {
        grid.mark(Venue.OKX, T0, 60_000);
        grid.trade(Venue.OKX, T0, 60_000, 1, 1);
        grid.openInterest(Venue.OKX, T0, 1);
        assertThat(grid.snapshots(T0)).isEmpty();
        assertThat(grid.flags(T0)).isEmpty();
    }

    @Test
    void isAFunctionOfItsInputs() {
        List<StepReport> first = liveRun(9);
        assertThat(first).hasSizeGreaterThan(100).isEqualTo(liveRun(9)).isNotEqualTo(liveRun(10));
    }

    private static List<StepReport> liveRun(long seed) {
        List<StepReport> reports = new ArrayList<>();
        SymbolGrid grid = new SymbolGrid(ModelParameters.DEFAULT, (venue, bar, report) -> reports.add(report));
        grid.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.THROTTLED);
        grid.open(Venue.OKX, SyntheticMarket.tables("OKX"), ReportFeed.NONE);
        Random random = new Random(seed);
        double price = 60_000;
        double coins = 20_000;
        for (long t = T0; t < T0 + 20 * MINUTE; t += 500) {
            price *= Math.exp(.0004 * random.nextGaussian());
            coins *= Math.exp(.0003 * random.nextGaussian());
            Venue venue = random.nextBoolean() ? Venue.BINANCE : Venue.OKX;
            switch (random.nextInt(6)) {
                case 0 -> grid.openInterest(venue, t, absurd(random) ? -coins : coins);
                case 1 -> grid.mark(venue, t, absurd(random) ? price * 1e9 : price);
                case 2 -> grid.forced(venue, PositionSide.LONG, t, absurd(random) ? Double.NaN : 5_000);
                case 3 -> grid.advance(t);
                default -> grid.trade(venue, t, absurd(random) ? Double.NaN : price, 1e5, 2e5);
            }
        }
        for (GridSnapshot snapshot : grid.snapshots(T0 + 20 * MINUTE)) {
            assertThat(snapshot.expect(PositionSide.LONG, 1e6).highUsd()).isFinite();
        }
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.openedUsd()).isFinite();
            assertThat(report.depositedLongUsd() + report.sweptLongUsd()).isFinite();
        });
        return reports;
    }

    private static boolean absurd(Random random) {
        return random.nextInt(20) == 0;
    }
}
