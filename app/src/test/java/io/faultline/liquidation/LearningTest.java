package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The past run beside the live grid and adopted later, and states that are kept for another day. */
class LearningTest {
    private static final long NOW = SyntheticMarket.NOW;
    private static final long MINUTE = 60_000;

    private final SymbolGrid grid = open();

    private static SymbolGrid open() {
        SymbolGrid opened = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        opened.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
        return opened;
    }

    /** Ten seconds of marks and trades at one price, and the sample that ends them. */
    private static void step(SymbolGrid grid, long millis, double price, double coins) {
        for (int i = 0; i < 10; i++) {
            grid.mark(Venue.BINANCE, millis + i * 1_000L, price);
            grid.trade(Venue.BINANCE, millis + i * 1_000L, price, 3e5, 2e5);
        }
        grid.openInterest(Venue.BINANCE, millis + 10_000, coins);
    }

    private static double longs(SymbolGrid of, long millis) {
        return Projection.of(of.snapshots(millis), Selection.ALL)
                .figures(PositionSide.LONG)
                .atRiskUsd();
    }

    private static Set<GridFlag> flags(SymbolGrid of, long millis) {
        return Objects.requireNonNull(of.flags(millis).get(Venue.BINANCE));
    }

    private static Learning learning(SymbolGrid of, List<GridBar> past) {
        return of.learning(Venue.BINANCE, past, Set.of()).orElseThrow();
    }

    @Test
    void goesOnWithWhatWasSeenWhileThePastWasRun() {
        List<GridBar> past = new SyntheticMarket(3).history();
        SymbolGrid atOnce = open();
        for (SymbolGrid each : List.of(grid, atOnce)) {
            step(each, NOW, 60_000, 31_000);
        }
        Learning begun = learning(grid, past);
        for (SymbolGrid each : List.of(grid, atOnce)) {
            step(each, NOW + 10_000, 60_100, 31_010);
            step(each, NOW + 20_000, 60_200, 31_030);
        }
        grid.adopt(begun.run(), NOW + 30_000);
        atOnce.adopt(learning(atOnce, past).run(), NOW + 30_000);

        assertThat(longs(grid, NOW + 30_000)).isCloseTo(longs(atOnce, NOW + 30_000), within(1e3));
        assertThat(grid.inputs().get(0).bars()).isEqualTo(atOnce.inputs().get(0).bars());
        assertThat(grid.snapshots(NOW + 30_000).get(0).exchangeMillis()).isEqualTo(NOW + 30_000);
        assertThat(grid.knownFromMillis()).isEqualTo(NOW - 37 * SyntheticMarket.DAY);
        assertThat(grid.liveSinceMillis()).isEqualTo(NOW);
    }

    @Test
    void countsNothingTwiceThatHistoryHasToldAlready() {
        grid.mark(Venue.BINANCE, NOW - 3_000, 60_000);
        grid.trade(Venue.BINANCE, NOW - 2_000, 60_000, 5e6, 5e6);
        List<GridBar> past = new SyntheticMarket(3).history();
        grid.adopt(learning(grid, past).run(), NOW);
        int known = grid.inputs().get(0).bars().size();
        grid.openInterest(Venue.BINANCE, NOW + 1_000, 31_000);
        assertThat(grid.inputs().get(0).bars()).hasSize(known);
        grid.openInterest(Venue.BINANCE, NOW + 10_001, 31_000);
        assertThat(grid.inputs().get(0).bars()).hasSize(known + 1);
        assertThat(grid.inputs().get(0).bars().get(known).startMillis()).isEqualTo(NOW);
    }

    @Test
    void writesAndReadsAKeptState() {
        grid.adopt(learning(grid, new SyntheticMarket(3).history()).run(), NOW);
        step(grid, NOW, 60_000, 31_000);
        KeptVenue kept = grid.kept().get(0);
        byte[] bytes = KeptCodec.encode(kept);
        KeptVenue read = KeptCodec.decode(bytes).orElseThrow();
        assertThat(read.bars()).isEqualTo(kept.bars());
        assertThat(read.flags()).isEqualTo(kept.flags());
        assertThat(read.parameters()).isEqualTo(kept.parameters());
        assertThat(read.liveSinceMillis()).isEqualTo(kept.liveSinceMillis());
        assertThat(KeptCodec.encode(read)).isEqualTo(bytes);
        assertThat(bytes.length).isLessThan(400_000);
    }

    @Test
    void refusesAStateThatIsDamagedOrNoneAtAll() {
        step(grid, NOW, 60_000, 31_000);
        step(grid, NOW + 10_000, 60_000, 31_000);
        byte[] bytes = KeptCodec.encode(grid.kept().get(0));
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(KeptCodec.decode(damaged)).isEmpty();
            assertThat(KeptCodec.decode(Arrays.copyOf(bytes, random.nextInt(bytes.length))))
                    .isEmpty();
        }
        assertThat(KeptCodec.decode(new byte[0])).isEmpty();
    }

    @Test
    void goesOnFromTheLastSessionWithWhatHistoryTellsOfTheTimeBetween() {
        grid.adopt(learning(grid, new SyntheticMarket(3).history()).run(), NOW);
        step(grid, NOW, 60_000, 31_000);
        step(grid, NOW + 10_000, 60_000, 31_000);
        KeptVenue kept = grid.kept().get(0);

        SymbolGrid again = open();
        long later = NOW + 60 * MINUTE;
        again.adopt(kept.restored(), later);
        assertThat(flags(again, later)).contains(GridFlag.RESTORED).doesNotContain(GridFlag.VENUE_DOWN);
        assertThat(longs(again, later)).isCloseTo(longs(grid, NOW + 20_000), within(10.0));
        step(again, later, 58_000, 31_500);
        assertThat(flags(again, later)).contains(GridFlag.RESTORED);

        List<GridBar> past = new SyntheticMarket(3).history();
        new SyntheticMarket(5).append(past, NOW, later, MINUTE);
        again.adopt(learning(again, past).run(), later + 10_000);

        assertThat(flags(again, later + 10_000)).doesNotContain(GridFlag.RESTORED);
        List<GridBar> bars = again.inputs().get(0).bars();
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).startMillis()).isEqualTo(bars.get(i - 1).endMillis());
        }
        assertThat(bars.stream().filter(bar -> bar.startMillis() > NOW + 20_000 && bar.endMillis() < later))
                .as("the time between")
                .hasSizeGreaterThan(50)
                .allMatch(GridBar::areTradesKnown);
        assertThat(bars)
                .filteredOn(bar -> bar.startMillis() >= NOW && bar.startMillis() < NOW + 20_000)
                .hasSize(2);
        assertThat(longs(again, later + 10_000)).isLessThan(longs(grid, NOW + 20_000));
    }

    @Test
    void takesTheTimeBetweenTwoSessionsForUnknownUntilHistoryTellsIt() {
        step(grid, NOW, 60_000, 31_000);
        step(grid, NOW + 10_000, 60_000, 31_000);
        SymbolGrid again = open();
        long later = NOW + 60 * MINUTE;
        again.adopt(grid.kept().get(0).restored(), later);
        step(again, later, 60_000, 31_500);
        List<GridBar> bars = again.inputs().get(0).bars();
        GridBar between = bars.get(bars.size() - 2);
        assertThat(between.startMillis()).isEqualTo(NOW + 20_000);
        assertThat(between.endMillis()).isEqualTo(later);
        assertThat(between.areTradesKnown()).isFalse();
        assertThat(bars.get(bars.size() - 1).seconds()).isEqualTo(10);
        assertThat(bars.get(bars.size() - 1).areTradesKnown()).isTrue();
    }

    @Test
    void runsAllAgainWhereHistoryReachesBackFurtherThanTheLastSession() {
        step(grid, NOW, 60_000, 31_000);
        step(grid, NOW + 10_000, 60_000, 31_000);
        SymbolGrid again = open();
        again.adopt(grid.kept().get(0).restored(), NOW + 30_000);
        double alone = longs(again, NOW + 30_000);
        again.adopt(learning(again, new SyntheticMarket(3).history()).run(), NOW + 30_000);
        assertThat(again.knownFromMillis()).isEqualTo(NOW - 37 * SyntheticMarket.DAY);
        assertThat(longs(again, NOW + 30_000)).isGreaterThan(2 * alone);
        assertThat(again.liveSinceMillis()).as("seen live in the last session").isEqualTo(NOW);
    }

    @Test
    void joinsAnotherSessionThatBeginsAtOnce() {
        step(grid, NOW, 60_000, 31_000);
        step(grid, NOW + 10_000, 60_000, 31_000);
        SymbolGrid again = open();
        again.adopt(grid.kept().get(0).restored(), NOW + 40_000);
        step(again, NOW + 40_000, 60_000, 31_000);
        assertThat(flags(again, NOW + 50_000)).doesNotContain(GridFlag.RESTORED);
    }

    @Test
    void runsAStateOfOtherParametersAgainFromItsInputs() {
        grid.adopt(learning(grid, new SyntheticMarket(3).history()).run(), NOW);
        ModelParameters churning = ModelParameters.DEFAULT.withChurnShare(1);
        SymbolGrid other = new SymbolGrid(churning, StepListener.NONE);
        other.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
        other.adopt(grid.kept().get(0), NOW);
        assertThat(longs(other, NOW)).isCloseTo(longs(Past.under(grid, churning), NOW), within(1e3));
    }

    @Test
    void losesNothingThatIsLearnedWhileOtherParametersAreRun() {
        step(grid, NOW, 60_000, 31_000);
        ModelParameters churning = ModelParameters.DEFAULT.withChurnShare(1);
        List<KeptVenue> states =
                grid.again(churning).stream().map(Learning::run).toList();
        grid.adopt(learning(grid, new SyntheticMarket(3).history()).run(), NOW);
        double whole = longs(Past.under(grid, churning), NOW + 10_000);
        SymbolGrid other = grid.under(churning, states);
        assertThat(other.knownFromMillis()).isEqualTo(grid.knownFromMillis());
        assertThat(longs(other, NOW + 10_000)).isCloseTo(whole, within(1e3));
    }

    @Test
    void losesNoTradeWhenItGoesOnUnderOtherParameters() {
        step(grid, NOW, 60_000, 31_000);
        grid.trade(Venue.BINANCE, NOW + 12_000, 60_000, 7e6, 0);
        SymbolGrid other = Past.under(grid, ModelParameters.DEFAULT.withChurnShare(.5));
        other.trade(Venue.BINANCE, NOW + 14_000, 60_000, 9e6, 0);
        other.openInterest(Venue.BINANCE, NOW + 31_000, 31_000);
        other.openInterest(Venue.BINANCE, NOW + 41_000, 31_000);
        double bought = other.inputs().get(0).bars().stream()
                .mapToDouble(GridBar::buyUsd)
                .filter(usd -> !Double.isNaN(usd))
                .sum();
        assertThat(bought).isEqualTo(3e6 + 7e6 + 9e6);
    }

    @Test
    void learnsOnlyWhatWasNotSeenLive() {
        step(grid, NOW, 60_000, 31_000);
        List<GridBar> past = new ArrayList<>();
        new SyntheticMarket(3).append(past, NOW - 10 * MINUTE, NOW + 10 * MINUTE, MINUTE);
        List<GridBar> missing = grid.missing(Venue.BINANCE, past);
        assertThat(missing).hasSize(19);
        assertThat(missing).noneMatch(bar -> bar.startMillis() == NOW);
        assertThat(grid.missing(Venue.OKX, past)).isEqualTo(past);
    }

    @Test
    void leadsABorrowedCourseOfOpenInterestToItsOwnFirstSample() {
        List<GridBar> lender = new ArrayList<>();
        List<GridBar> own = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            GridBar bar = new SyntheticMarket(i).next(NOW + i * MINUTE, MINUTE);
            lender.add(bar.withOpenInterest(1_000 + 100 * i));
            own.add(bar.withOpenInterest(i < 6 ? Double.NaN : 320));
        }
        List<GridBar> filled = InterestHistory.shapedBefore(List.of(lender), own);
        assertThat(filled.get(0).openInterest()).isCloseTo(320 * 1000 / 1600.0, within(1e-9));
        assertThat(filled.get(5).openInterest()).isCloseTo(320 * 1500 / 1600.0, within(1e-9));
        assertThat(filled.subList(6, 10)).isEqualTo(own.subList(6, 10));
    }
}
