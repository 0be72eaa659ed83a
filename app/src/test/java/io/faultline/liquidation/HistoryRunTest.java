package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryRunTest {
    private static final long HOUR = SyntheticMarket.HOUR;
    private static final long NOW = SyntheticMarket.NOW;

    private static GridBar bar(long start, double price, double volume, double openInterest) {
        return new GridBar(
                start,
                3600,
                price,
                price * 1.001,
                price * .999,
                price,
                price * .999,
                price * 1.001,
                price,
                volume / 2,
                volume / 2,
                openInterest,
                Double.NaN,
                Double.NaN);
    }

    @Test
    void laysHalfOfOpenInterestBeforeHistoryBegins() {
        List<GridBar> bars = new ArrayList<>();
        for (int i = 0; i < 168; i++) {
            bars.add(bar(NOW - (168 - i) * HOUR, 60_000, 1e6 * (1 + i % 3), i < 3 ? Double.NaN : 1_000));
        }
        HistoryRun run = new HistoryRun(SyntheticMarket.TABLES, ModelParameters.DEFAULT, bars, NOW);
        run.advanceTo(NOW);
        MassBalance balance = run.grid().balance();
        // Half of the volume is bought, so each side gets (1 + .45) / 2 of what opened.
        double stock = .5 * 1_000 * 60_000 * 1.45;
        assertThat(balance.depositedUsd()).isCloseTo(stock, within(1e-9 * stock));
        assertThat(balance.closedUsd()).isZero();
    }

    @Test
    void laysNothingWithoutOpenInterest() {
        List<GridBar> bars = List.of(bar(NOW - 2 * HOUR, 60_000, 1e6, Double.NaN));
        HistoryRun run = new HistoryRun(SyntheticMarket.TABLES, ModelParameters.DEFAULT, bars, NOW);
        run.advanceTo(NOW);
        assertThat(run.grid().balance().depositedUsd()).isZero();
    }

    @Test
    void stepsOnlyBarsThatHaveEnded() {
        List<GridBar> bars = List.of(bar(NOW, 60_000, 1e6, 1_000), bar(NOW + HOUR, 60_000, 1e6, 1_005));
        HistoryRun run = new HistoryRun(SyntheticMarket.TABLES, ModelParameters.DEFAULT, bars, Long.MIN_VALUE);
        assertThat(run.advanceTo(NOW + HOUR - 1)).isFalse();
        assertThat(run.millis()).isEqualTo(NOW);
        assertThat(run.advanceTo(NOW + HOUR)).isTrue();
        assertThat(run.millis()).isEqualTo(NOW + HOUR);
        assertThat(run.advanceTo(NOW + HOUR)).isFalse();
    }

    @Test
    void pricesByTheTableOfTheDay() {
        LocalDate day = LocalDate.of(2024, 11, 20);
        long midnight = day.toEpochDay() * SyntheticMarket.DAY;
        BracketTables changing = new BracketTables(List.of(
                new BracketTable(day.minusDays(9), Vectors.scheme("BINANCE"), BracketTable.Origin.VENUE, List.of()),
                new BracketTable(day, Vectors.scheme("BYBIT"), BracketTable.Origin.VENUE, List.of())));
        List<GridBar> bars = List.of(bar(midnight - HOUR, 60_000, 1e6, 1_000), bar(midnight, 60_000, 1e6, 1_005));
        HistoryRun run = new HistoryRun(changing, ModelParameters.DEFAULT, bars, Long.MIN_VALUE);
        run.advanceTo(midnight);
        assertThat(top(run.grid())).as("Binance allows 125x").isPositive();
        double before = top(run.grid());
        run.advanceTo(midnight + HOUR);
        assertThat(top(run.grid()))
                .as("Bybit does not, and what was there decays")
                .isLessThan(before);
    }

    private static double top(VenueGrid grid) {
        return grid.cells().rowMass(MassCells.row(PositionSide.SHORT, Tier.X125));
    }

    @Test
    void putsBarsInOrderAndSaysWhatItDid() {
        List<GridBar> bars = new ArrayList<>(List.of(
                bar(NOW, 60_000, 1e6, 1_000),
                bar(NOW, 60_000, 1e6, 1_000),
                bar(NOW + HOUR, 60_100, 1e6, 1_005),
                bar(NOW + 4 * HOUR, 61_000, 1e6, 1_010),
                bar(NOW + 5 * HOUR, -1, 1e6, 1_010),
                bar(NOW + 6 * HOUR, 60_000, Double.POSITIVE_INFINITY, 1_010)));
        Collections.shuffle(bars, new Random(1));
        BarSeries series = BarSeries.of(bars);
        assertThat(series.bars())
                .extracting(GridBar::startMillis)
                .containsExactly(NOW, NOW + HOUR, NOW + 2 * HOUR, NOW + 4 * HOUR);
        GridBar hole = series.bars().get(2);
        assertThat(hole.seconds()).isEqualTo(7200);
        assertThat(hole.areTradesKnown()).isFalse();
        assertThat(hole.markHigh()).isEqualTo(61_000 * .999);
        assertThat(hole.markLow()).isEqualTo(60_100);
        assertThat(series.remark())
                .isEqualTo("left out 1 bars whose time others cover, left out 2 impossible bars, bridged 1 gaps");
        assertThat(series.flags()).containsExactly(GridFlag.HISTORY_MENDED);
    }

    @Test
    void decaysOverAGapOfHistory() {
        List<GridBar> bars = List.of(
                bar(NOW, 60_000, 1e6, 1_000),
                bar(NOW + HOUR, 60_000, 1e6, 1_005),
                bar(NOW + 170 * HOUR, 60_000, 0, 1_005));
        HistoryRun run = new HistoryRun(
                SyntheticMarket.TABLES,
                ModelParameters.DEFAULT,
                BarSeries.of(bars).bars(),
                Long.MIN_VALUE);
        run.advanceTo(NOW + 2 * HOUR);
        double before = run.grid().cells().rowMass(MassCells.row(PositionSide.SHORT, Tier.X10));
        run.advanceTo(NOW + 170 * HOUR);
        double after = run.grid().cells().rowMass(MassCells.row(PositionSide.SHORT, Tier.X10));
        assertThat(after / before).isCloseTo(.5, within(1e-9));
    }

    @Test
    void sharesAChangeOfOpenInterestByVolume() {
        List<GridBar> bars = InterestHistory.sharedByVolume(List.of(
                bar(NOW, 60_000, 1e6, 1_000),
                bar(NOW + HOUR, 60_000, 1e6, Double.NaN),
                bar(NOW + 2 * HOUR, 60_000, 2e6, Double.NaN),
                bar(NOW + 3 * HOUR, 60_000, 1e6, 1_040),
                bar(NOW + 4 * HOUR, 60_000, 1e6, Double.NaN)));
        assertThat(bars)
                .extracting(GridBar::openInterest)
                .containsExactly(1_000.0, 1_010.0, 1_030.0, 1_040.0, Double.NaN);
    }

    @Test
    void borrowsTheShapeOfTheOthersOpenInterest() {
        List<GridBar> own = List.of(bar(NOW, 60_000, 1, Double.NaN), bar(NOW + HOUR, 60_000, 1, Double.NaN));
        List<GridBar> one = List.of(bar(NOW, 60_000, 1, 100), bar(NOW + HOUR, 60_000, 1, 150));
        List<GridBar> two = List.of(bar(NOW, 60_000, 1, 100), bar(NOW + HOUR, 60_000, 1, 250));
        assertThat(InterestHistory.shapedLike(List.of(one, two), own, 40))
                .extracting(GridBar::openInterest)
                .containsExactly(20.0, 40.0);
        assertThat(InterestHistory.shapedLike(List.of(), own, 40))
                .extracting(GridBar::openInterest)
                .containsOnly(Double.NaN);
    }

    /** Layers of a start: what coarse bars give must resemble what fine bars give. */
    @Test
    void agreesWithFinerBarsOfTheSameMarket() {
        List<GridBar> fine = new ArrayList<>();
        new SyntheticMarket(5).append(fine, NOW - 48 * HOUR, NOW, 60_000);
        List<GridBar> coarse = new ArrayList<>();
        for (int i = 0; i < fine.size(); i += 15) {
            coarse.add(fine.subList(i, i + 15).stream().reduce(GridBar::joined).orElseThrow());
        }
        double[] a = profile(fine);
        double[] b = profile(coarse);
        double dot = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        assertThat(dot / Math.sqrt(aa * bb)).isGreaterThan(.9);
    }

    private static double[] profile(List<GridBar> bars) {
        HistoryRun run = new HistoryRun(SyntheticMarket.TABLES, ModelParameters.DEFAULT, bars, Long.MIN_VALUE);
        run.advanceTo(Long.MAX_VALUE);
        double[] profile = new double[400];
        int first = Bins.of(run.grid().mark()) - 200;
        for (int row = 0; row < MassCells.ROWS; row++) {
            run.grid().cells().addRowTo(profile, first, row, 1);
        }
        return profile;
    }
}
