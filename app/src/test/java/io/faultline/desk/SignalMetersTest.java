package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.signal.SideBins;
import org.junit.jupiter.api.Test;

/** The small meters that signals are read with. */
class SignalMetersTest {
    private static final long SECOND = 1_000;

    @Test
    void remembersTheMarkOfTheLastHourAndNothingThatWasNotSeen() {
        PriceTrail trail = new PriceTrail();
        for (int second = 0; second <= 3_600; second++) {
            boolean gap = second >= 100 && second < 200;
            if (!gap) {
                trail.add(second * SECOND, second);
            }
        }
        assertThat(trail.at(3_600 * SECOND)).isEqualTo(3_600);
        assertThat(trail.at(3_300 * SECOND)).isEqualTo(3_300);
        assertThat(trail.at(0)).isZero();
        assertThat(trail.at(102 * SECOND)).as("three seconds old").isEqualTo(99);
        assertThat(trail.at(150 * SECOND)).isNaN();
        assertThat(trail.at(3_700 * SECOND)).as("not come yet").isNaN();
    }

    @Test
    void beginsTheTrailAnewWhenTheClockGoesBack() {
        PriceTrail trail = new PriceTrail();
        trail.add(100 * SECOND, 1);
        trail.add(50 * SECOND, 2);
        assertThat(trail.at(50 * SECOND)).isEqualTo(2);
        assertThat(trail.at(100 * SECOND)).isNaN();
    }

    @Test
    void sumsTradesByBinUntilTheyAreTaken() {
        TradedBins traded = new TradedBins();
        traded.add(10_000, 5);
        traded.add(9_900, 7);
        traded.add(10_000, 1);
        traded.add(1, 1e9); // wild
        SideBins taken = traded.take();
        assertThat(taken.usdAt(Bins.of(10_000))).isEqualTo(6);
        assertThat(taken.usdAt(Bins.of(9_900))).isEqualTo(7);
        assertThat(traded.take().usdAt(Bins.of(10_000))).isZero();
        traded.add(500, 3);
        assertThat(traded.take().usdAt(Bins.of(500))).isEqualTo(3);
    }

    @Test
    void knowsWhatTakersDidInTheLastTenSecondsAndWhenThatIsMuch() {
        FlowMeter flows = new FlowMeter();
        for (int second = 0; second < 3_700; second++) {
            flows.trade(second % 10 == 5 ? 100_000 : 0, 0);
            flows.advance(second * SECOND + 500, 10_000 + second / 10);
        }
        assertThat(flows.net10s()).isCloseTo(100_000, within(1e-6));
        assertThat(flows.heavy10s()).isCloseTo(100_000, within(1e-6));
        assertThat(flows.usualBpsPerMillionUsd()).isCloseTo(10, within(.5));
        flows.trade(0, 400_000);
        flows.advance(3_700 * SECOND, 10_370);
        assertThat(flows.net10s()).isCloseTo(-300_000, within(1e-6));
        flows.advance(3_800 * SECOND, 10_370);
        assertThat(flows.net10s()).isZero();
    }

    @Test
    void callsNothingHeavyBeforeAnHourWasSeen() {
        FlowMeter flows = new FlowMeter();
        for (int second = 0; second < 600; second++) {
            flows.trade(100_000, 0);
            flows.advance(second * SECOND, 10_000);
        }
        assertThat(flows.heavy10s()).isZero();
    }
}
