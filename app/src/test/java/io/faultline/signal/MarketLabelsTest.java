package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarketLabelsTest {
    private static final long DAY = 24 * 3_600_000L;

    @Test
    void seesTakersAndPriceGoDifferentWays() {
        assertThat(CvdDivergence.of(1e6, -0.01)).isEqualTo(CvdDivergence.BULLISH);
        assertThat(CvdDivergence.of(-1e6, 0.01)).isEqualTo(CvdDivergence.BEARISH);
        assertThat(CvdDivergence.of(1e6, 0.01)).isEqualTo(CvdDivergence.NONE);
        assertThat(CvdDivergence.of(0, 0.01)).isEqualTo(CvdDivergence.NONE);
    }

    @Test
    void findsTurningPointsAndTheNearestOfThem() {
        List<PriceBar> bars = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double price = 100 + 5 * Math.sin(2 * Math.PI * i / 20) + i * 0.01;
            bars.add(bar(price));
        }
        Swings swings = Swings.of(bars);
        assertThat(swings.highs()).hasSize(3);
        assertThat(swings.lows()).hasSize(2);
        assertThat(swings.highAbove(100).orElseThrow()).isEqualTo(swings.highs().get(0));
        assertThat(swings.lowBelow(100).orElseThrow()).isEqualTo(swings.lows().get(1));
        assertThat(swings.highAbove(200)).isEmpty();
    }

    @Test
    void findsPricesAtWhichMuchWasTraded() {
        double[] volume = new double[60];
        Arrays.fill(volume, 10);
        volume[30] = 16;
        volume[45] = 15;
        assertThat(VolumeNodes.of(1_000, volume)).containsExactly(Bins.centre(1_030));
    }

    @Test
    void namesWhatMeetsAtACluster() {
        double low = 9_800;
        double edge = SignalClusters.of(PositionSide.LONG, low, 10, 1e6).lowPrice();
        Swings swings = new Swings(List.of(12_000.0), List.of(edge * 0.9985));
        assertThat(Confluence.at(SignalClusters.of(PositionSide.LONG, low, 10, 1e6), swings, List.of(edge * 0.997)))
                .containsExactly(Confluence.SWING_LOW);
    }

    @Test
    void knowsWhichWayTheBarsGo() {
        double[] rising = new double[60];
        Arrays.setAll(rising, i -> 100 + i);
        double[] falling = new double[60];
        Arrays.setAll(falling, i -> 200 - i);
        double[] flat = new double[60];
        Arrays.fill(flat, 100);
        assertThat(Trend.of(rising)).isEqualTo(Trend.UP);
        assertThat(Trend.of(falling)).isEqualTo(Trend.DOWN);
        assertThat(Trend.of(flat)).isEqualTo(Trend.FLAT);
        assertThat(Trend.of(Arrays.copyOf(rising, 49))).as("too few").isEqualTo(Trend.FLAT);
    }

    @Test
    void comparesVolatilityWithItsWeek() {
        assertThat(VolatilityRegime.of(0.69, 1)).isEqualTo(VolatilityRegime.LOW);
        assertThat(VolatilityRegime.of(1.5, 1)).isEqualTo(VolatilityRegime.NORMAL);
        assertThat(VolatilityRegime.of(1.51, 1)).isEqualTo(VolatilityRegime.HIGH);
        assertThat(VolatilityRegime.of(1, 0)).isEqualTo(VolatilityRegime.UNKNOWN);
        assertThat(VolatilityRegime.standardDeviation(new double[] {1, 3})).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void measuresHowPriceComes() {
        Way way = new Way(PositionSide.LONG, 9_950, 9_900, 9_880);
        Approach approach = Approach.of(way, 9_980, 10_000, 25);
        assertThat(approach.speed()).isCloseTo(10, within(1e-9));
        assertThat(approach.acceleration()).isPositive();
        assertThat(approach.minutesToEdge().orElseThrow()).isCloseTo(way.distanceBps() / 10, within(1e-9));
        assertThat(approach.fast()).as("twice 25 / 5 a minute").isTrue();
        Approach away = Approach.of(way, 9_940, 9_900, 25);
        assertThat(away.minutesToEdge()).isEqualTo(OptionalDouble.empty());
        assertThat(away.fast()).isFalse();
    }

    @Test
    void seesACascadeBegin() {
        CascadeStart full = new CascadeStart(false);
        full.print(1_000);
        full.print(5_000);
        assertThat(full.begun(5_000, 2e6, 1e6)).isFalse();
        full.print(11_000);
        assertThat(full.begun(11_000, 2e6, 1e6)).isTrue();
        assertThat(full.begun(11_000, 0.9e6, 1e6)).as("takers do not push").isFalse();
        assertThat(full.begun(11_001, 2e6, 1e6))
                .as("the first is ten seconds old")
                .isFalse();
        assertThat(full.begun(11_000, 2e6, 0)).as("nobody knows what is heavy").isFalse();
        CascadeStart throttled = new CascadeStart(true);
        throttled.print(1_000);
        throttled.print(4_000);
        assertThat(throttled.begun(4_000, 2e6, 1e6)).isTrue();
    }

    @Test
    void seesABarThatShotDownAndCameBack() {
        List<PriceBar> bars = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            bars.add(new PriceBar(100, 101, 99, 100, 1e6));
        }
        bars.add(new PriceBar(100, 100.5, 95, 99.5, 3e6));
        assertThat(LongWick.at(bars, PositionSide.LONG)).isTrue();
        assertThat(LongWick.at(bars, PositionSide.SHORT)).isFalse();
        bars.set(20, new PriceBar(100, 100.5, 95, 99.5, 1.9e6));
        assertThat(LongWick.at(bars, PositionSide.LONG))
                .as("on ordinary volume")
                .isFalse();
        assertThat(LongWick.at(bars.subList(1, 21), PositionSide.LONG)).isFalse();
    }

    @Test
    void seesAnEdgeReclaimed() {
        EdgeReclaim longs = new EdgeReclaim(PositionSide.LONG);
        assertThat(longs.observe(0, 100.5, 100)).isFalse();
        assertThat(longs.observe(60_000, 99, 100)).isFalse();
        assertThat(longs.observe(90_000, 100.01, 99)).as("not far enough back").isFalse();
        assertThat(longs.observe(120_000, 100.06, 99)).isTrue();
        assertThat(longs.observe(180_000, 100.1, 100)).as("once").isFalse();
        longs.observe(200_000, 99, 100);
        assertThat(longs.observe(200_000 + 16 * 60_000, 101, 100))
                .as("too late")
                .isFalse();
    }

    @Test
    void comparesDepthWithTheSameHourFromTheThirdDayOn() {
        HourlyDepth depth = new HourlyDepth();
        for (long hour = 0; hour < 48; hour++) {
            depth.observe(hour * 3_600_000, hour % 24 == 7 ? 5e6 : 1e6);
        }
        assertThat(depth.ratio(DAY + 7 * 3_600_000, 5e6)).isEmpty();
        for (long hour = 48; hour < 72; hour++) {
            depth.observe(hour * 3_600_000, hour % 24 == 7 ? 5e6 : 1e6);
        }
        assertThat(depth.ratio(3 * DAY + 7 * 3_600_000, 2.5e6).orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(depth.ratio(3 * DAY + 8 * 3_600_000, 2.5e6).orElseThrow()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void choosesTheTimeframeByTheWindow() {
        assertThat(Timeframe.ofWindow(Duration.ofHours(1))).isEqualTo(Timeframe.SCALP);
        assertThat(Timeframe.ofWindow(Duration.ofHours(24))).isEqualTo(Timeframe.SCALP);
        assertThat(Timeframe.ofWindow(Duration.ofDays(3))).isEqualTo(Timeframe.DAY);
        assertThat(Timeframe.ofWindow(Duration.ofDays(30))).isEqualTo(Timeframe.SWING);
    }

    @Test
    void interpolatesQuantilesAndForgetsWhatIsOld() {
        RollingQuantile quantile = new RollingQuantile(10_000, 1_000);
        for (int i = 0; i <= 4; i++) {
            quantile.add(i * 1_000L, i);
            quantile.add(i * 1_000L + 10, 99);
        }
        assertThat(quantile.median().orElseThrow()).isEqualTo(2);
        assertThat(quantile.quantile(0.9).orElseThrow()).isCloseTo(3.6, within(1e-12));
        quantile.add(13_000, 7);
        assertThat(quantile.count()).as("3 and 4 are left").isEqualTo(3);
        quantile.add(13_000 - 120_000, 1);
        assertThat(quantile.count()).as("the clock went back").isOne();
    }

    @Test
    void weighsFundingByOpenInterestAndLeavesOutWhatIsOld() {
        OptionalDouble mean = FundingJudgement.meanPer8h(List.of(
                new FundingSample(0.0001, 8, 0, 3e9),
                new FundingSample(0.0001, 4, 0, 1e9),
                new FundingSample(0.01, 8, 17, 9e9)));
        assertThat(mean.orElseThrow()).isCloseTo(0.000125, within(1e-12));
        assertThat(FundingJudgement.meanPer8h(List.of())).isEmpty();
    }

    @Test
    void measuresUsualImpactByTheMedianMove() {
        UsualImpact impact = new UsualImpact();
        impact.observe(0, 5, 1e6);
        impact.observe(10_000, -8, -2e6);
        impact.observe(20_000, 50, 1e6);
        impact.observe(30_000, 50, 1);
        assertThat(impact.bpsPerMillionUsd()).isEqualTo(5);
    }

    private static PriceBar bar(double price) {
        return new PriceBar(price, price + 0.001, price - 0.001, price, 1e6);
    }
}
