package io.faultline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.ForcedFlow;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FlowScoresTest {
    private static final SideFlow NOTHING = new SideFlow(0, ForcedFlow.NONE, 0, 0, 0);

    private final SplittableRandom random = new SplittableRandom(11);

    private static FlowRecord record(int i, double close, double volume, SideFlow longs, SideFlow shorts) {
        return new FlowRecord(
                Venue.BINANCE, i * 3_600_000L, 3600, 1000, close + 5, 990, close, volume, 100 * i, longs, shorts);
    }

    private static SideFlow flow(double swept, double mean, double variance, double reported) {
        return new SideFlow(swept, new ForcedFlow(mean, variance), reported, swept, swept);
    }

    private FlowRecord market(int i, double signal, double reported) {
        SideFlow side = new SideFlow(signal, new ForcedFlow(signal, signal), reported, 0, 0);
        return record(i, 1000 + 10 * random.nextDouble(), 1e6 * (1 + random.nextDouble()), side, NOTHING);
    }

    private AddedR2.Gain model(boolean isRight) {
        List<FlowRecord> flows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double signal = Math.exp(10 + random.nextGaussian());
            double noise = Math.exp(.5 * random.nextGaussian());
            flows.add(market(i, signal, (isRight ? signal : 1e8 / signal) * noise));
        }
        return Optional.ofNullable(AddedR2.of(flows).get(AddedR2.Outcome.LONG))
                .flatMap(longs -> longs.of(AddedR2.Signal.MODEL))
                .orElseThrow();
    }

    /** Of the variance of ln F, 1 is the signal's and .25 the noise's. */
    @Test
    void findsTheShareOfVarianceThatTheSignalHas() {
        AddedR2.Gain gain = model(true);
        assertThat(gain.r2().value()).isCloseTo(.8, within(.06));
        assertThat(gain.r2().interval().low()).isLessThan(.8);
        assertThat(gain.r2().interval().high()).isGreaterThan(.75);
        assertThat(gain.semipartial().value()).isCloseTo(Math.sqrt(gain.r2().value()), within(1e-12));
        assertThat(gain.isShown()).isTrue();
    }

    @Test
    void doesNotTakeASignalThatPointsTheWrongWayForSkill() {
        AddedR2.Gain gain = model(false);
        assertThat(gain.r2().value()).isGreaterThan(.7);
        assertThat(gain.semipartial().interval().high()).isNegative();
        assertThat(gain.isShown()).isFalse();
    }

    @Test
    void leavesOutAnOutcomeThatNeverCame() {
        List<FlowRecord> flows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flows.add(market(i, 100 * i, random.nextDouble()));
        }
        assertThat(AddedR2.of(flows)).containsOnlyKeys(AddedR2.Outcome.LONG, AddedR2.Outcome.BOTH);
        assertThat(AddedR2.of(flows.subList(0, 29))).as("too few").isEmpty();
    }

    @Test
    void countsOnlyRecordsWhoseReportAndVolumeAreKnown() {
        List<FlowRecord> flows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flows.add(market(i, 100 * i, random.nextDouble()));
        }
        Map<AddedR2.Outcome, AddedR2> before = AddedR2.of(flows);
        flows.add(market(100, 1e9, Double.NaN));
        flows.add(record(101, 1000, Double.NaN, flow(1, 1, 1, 5), NOTHING));
        assertThat(AddedR2.of(flows)).isEqualTo(before);
    }

    @Test
    void comparesWhatWasExpectedWithWhatCame() {
        List<FlowRecord> flows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // Mean 1,000, deviation 500: nearly normal, so that the band is about 1,000 ∓ 640.
            flows.add(record(i, 1000, 1, flow(20_000, 1_000, 250_000, i < 45 ? 1_200 : 2_000), NOTHING));
        }
        flows.add(record(60, 1000, 1, flow(0, 0, 0, 500), flow(9, 9, 9, Double.NaN)));
        FlowCalibration calibration = FlowCalibration.of(flows);
        assertThat(calibration.isShown()).isTrue();
        assertThat(calibration.ratio()).isCloseTo((45 * 1_200 + 15 * 2_000 + 500) / 60_000.0, within(1e-12));
        assertThat(calibration.inBand()).isEqualTo(new Proportion(45, 60));
        assertThat(calibration.rows()).hasSize(2);
        FlowCalibration.Row nothing = calibration.rows().get(0);
        assertThat(nothing.reportedUsd()).isEqualTo(500);
        assertThat(nothing.band80()).isEqualTo(new Interval(0, 0));
        assertThat(nothing.count())
                .as("60 shorts and a long, of which nothing was expected")
                .isEqualTo(61);
        FlowCalibration.Row thousands = calibration.rows().get(1);
        assertThat(thousands.predictedUsd()).isEqualTo(60_000);
        // A sum of 60 has a deviation of √60 · 500 = 3,873; ± 1.2816 of them.
        assertThat(thousands.band80().low()).isCloseTo(60_000 - 4_963, within(120.0));
        assertThat(thousands.band80().high()).isCloseTo(60_000 + 4_963, within(120.0));
    }

    @Test
    void saysNothingByFewerThanFiftyIntervals() {
        List<FlowRecord> flows = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            flows.add(record(i, 1000, 1, flow(1, 1, 1, 1), NOTHING));
        }
        assertThat(FlowCalibration.of(flows).isShown()).isFalse();
    }
}
