package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept of the state and of the inputs: snapshots as bytes, bars by age, columns as bytes. */
class KeepingTest {
    private static final long NOW = SyntheticMarket.NOW;
    private static final long HOUR = SyntheticMarket.HOUR;

    private static GridSnapshot snapshot() {
        HistoryRun run = new HistoryRun(
                SyntheticMarket.TABLES,
                ModelParameters.DEFAULT,
                new SyntheticMarket(8).history(),
                NOW - InputLog.SPAN_MILLIS);
        run.advanceTo(NOW);
        return GridSnapshot.of(Venue.OKX, NOW, run.grid(), 59_999);
    }

    @Test
    void readsBackWhatItWrote() {
        GridSnapshot snapshot = snapshot();
        GridSnapshot read = SnapshotCodec.decode(SnapshotCodec.encode(snapshot)).orElseThrow();
        assertThat(read.venue()).isEqualTo(Venue.OKX);
        assertThat(read.exchangeMillis()).isEqualTo(NOW);
        assertThat(read.mark()).isEqualTo(59_999);
        assertThat(read.base()).isEqualTo(snapshot.base());
        assertThat(read.openInterest()).isEqualTo(snapshot.openInterest());
        assertThat(read.carryUsd()).isEqualTo(snapshot.carryUsd());
        for (PositionSide side : PositionSide.values()) {
            assertThat(read.calibration(side).figures())
                    .isEqualTo(snapshot.calibration(side).figures());
            for (Tier tier : Tier.values()) {
                for (int i = 0; i < Bins.COUNT; i++) {
                    assertThat(read.massUsd(side, tier, read.base() + i))
                            .isEqualTo(snapshot.massUsd(side, tier, read.base() + i));
                }
            }
        }
    }

    @Test
    void refusesDamagedBytes() {
        byte[] bytes = SnapshotCodec.encode(snapshot());
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(SnapshotCodec.decode(damaged)).isEmpty();
            assertThat(SnapshotCodec.decode(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))))
                    .isEmpty();
        }
    }

    @Test
    void keepsInputsTheCoarserTheOlder() {
        List<GridBar> bars = new SyntheticMarket(2).longRunning(Venue.BINANCE).bars();
        assertThat(bars).hasSizeBetween(5_000, 5_200);
        for (int i = 1; i < bars.size(); i++) {
            assertThat(bars.get(i).startMillis()).isEqualTo(bars.get(i - 1).endMillis());
        }
        assertThat(bars.get(0).seconds()).isEqualTo(3600);
        assertThat(bars.get(bars.size() - 1).seconds()).isEqualTo(10);
    }

    @Test
    void joinsStepsWithoutLosingAnything() {
        InputLog log = new InputLog();
        SyntheticMarket market = new SyntheticMarket(11);
        double bought = 0;
        double lowest = Double.MAX_VALUE;
        double forced = 0;
        for (long start = NOW; start < NOW + 30 * HOUR; start += 10_000) {
            GridBar bar = market.next(start, 10_000);
            log.append(bar);
            bought += bar.buyUsd();
            forced += bar.forcedLongUsd();
            lowest = Math.min(lowest, bar.markLow());
        }
        List<GridBar> kept = log.bars();
        assertThat(kept).hasSizeLessThan(2_800);
        assertThat(kept.stream().mapToDouble(GridBar::buyUsd).sum()).isCloseTo(bought, within(1e-9 * bought));
        assertThat(kept.stream().mapToDouble(GridBar::forcedLongUsd).sum()).isCloseTo(forced, within(1e-9 * forced));
        assertThat(kept.stream().mapToDouble(GridBar::markLow).min()).hasValue(lowest);
        assertThat(log.append(kept.get(0))).isFalse();
    }

    @Test
    void doesNotJoinAcrossAGap() {
        InputLog log = new InputLog();
        SyntheticMarket market = new SyntheticMarket(12);
        log.append(market.next(NOW, 10_000));
        log.append(market.next(NOW + 30_000, 10_000));
        log.append(market.next(NOW + 6 * HOUR, 10_000));
        assertThat(log.bars()).extracting(GridBar::endMillis).startsWith(NOW + 10_000, NOW + 40_000);
    }

    @Test
    void keepsTheHigherOfTwoColumnsThatAreJoined() {
        byte[] first = new byte[Bins.COUNT];
        byte[] second = new byte[Bins.COUNT];
        first[100] = (byte) 200;
        first[101] = 7;
        second[99] = 100;
        second[100] = 9;
        byte[] none = new byte[Bins.COUNT];
        byte[] ones = new byte[Bins.COUNT];
        Arrays.fill(ones, (byte) 1);
        byte[] twos = new byte[Bins.COUNT];
        Arrays.fill(twos, (byte) 2);
        HeatColumn joined = new HeatColumn(NOW, NOW + 1, 5_000, first, none, ones)
                .joined(new HeatColumn(NOW + 1, NOW + 2, 5_001, second, none, twos));
        assertThat(joined.base()).isEqualTo(5_001);
        assertThat(joined.endMillis()).isEqualTo(NOW + 2);
        assertThat(joined.painted(PositionSide.LONG, 5_100)).isEqualTo((byte) 200);
        assertThat(joined.painted(PositionSide.LONG, 5_101)).isEqualTo((byte) 9);
        assertThat(joined.largest(5_100)).isEqualTo(Tier.Band.X5);
        assertThat(joined.largest(5_101)).isEqualTo(Tier.Band.X10);
    }

    @Test
    void sumsTradesByBin() {
        PrintTally tally = new PrintTally();
        tally.add(60_000, 100, 0);
        tally.add(60_010, 0, 300);
        tally.add(60_500, 50, 0);
        tally.add(20_000, 1, 2);
        Prints prints = tally.prints();
        assertThat(prints.count()).isEqualTo(3);
        assertThat(prints.price(0)).as("too far for the tally").isEqualTo(20_000);
        assertThat(prints.price(1)).isCloseTo(60_007.5, within(1e-6));
        assertThat(prints.buyUsd(1)).isEqualTo(100);
        assertThat(prints.sellUsd(1)).isEqualTo(300);
        assertThat(prints.buyUsd(2)).isEqualTo(50);
        assertThat(prints.totalUsd()).isEqualTo(453);
    }

    @Test
    void paintsAsTheFormulaSays() {
        Random random = new Random(1);
        int different = 0;
        for (int i = 0; i < 20_000; i++) {
            double usd = Math.exp(random.nextDouble(2, 25));
            long exact = Math.min(255, Math.round(255 * Math.log1p(usd / 1000) / Math.log1p(1e7)));
            int painted = Companding.of(usd) & 0xff;
            assertThat(painted).isBetween((int) exact - 1, (int) exact + 1);
            different += painted == exact ? 0 : 1;
            if (usd > 10_000 && usd < 1e10) {
                assertThat(Companding.usd(Companding.of(usd))).isCloseTo(usd, within(.04 * usd));
            }
        }
        assertThat(different).isLessThan(600);
        assertThat(Companding.of(0)).isZero();
        assertThat(Companding.usd((byte) 0)).isZero();
    }

    @Test
    void foldsTiersByThePriceOfTheDay() {
        Random random = new Random(5);
        MarginScheme okx = Vectors.scheme("OKX");
        TierFactors factors = new TierFactors(okx, TierWeights.DEFAULT, 60_000);
        int again = 0;
        for (int i = 0; i < 2_000; i++) {
            double price = Math.exp(random.nextDouble(-2, 14));
            if (!factors.holdAt(price)) {
                factors = new TierFactors(okx, TierWeights.DEFAULT, price);
                again++;
            }
            TierFactors exact = new TierFactors(okx, TierWeights.DEFAULT, price);
            for (Tier tier : Tier.values()) {
                for (PositionSide side : PositionSide.values()) {
                    double expected = exact.of(side, tier);
                    assertThat(factors.of(side, tier)).isCloseTo(expected, within(1e-12));
                }
            }
        }
        assertThat(again).isPositive();
    }
}
