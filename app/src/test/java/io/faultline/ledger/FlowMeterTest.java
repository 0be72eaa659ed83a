package io.faultline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.ReportedShare;
import io.faultline.liquidation.StepReport;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowMeterTest {
    private static final long T0 = 1_732_190_400_000L;

    private final List<FlowRecord> flows = new ArrayList<>();
    private final FlowMeter meter = new FlowMeter(Venue.BINANCE, flows::add);

    private static GridBar step(int second, int seconds, double price, double coins, double forcedLongUsd) {
        return new GridBar(
                T0 + second * 1000L,
                seconds,
                price,
                price + 1,
                price - 1,
                price,
                price - 1,
                price + 1,
                price,
                100,
                50,
                coins,
                forcedLongUsd,
                0);
    }

    /** Swept longs, and a share of {@code share} learned by the step. */
    private static StepReport swept(double usd, double share) {
        return new StepReport(
                usd,
                0,
                0,
                0,
                0,
                0,
                0,
                new ReportedShare(share * 1e6, 1e6, 25_000),
                new ReportedShare(.06e6, 1e6, 25_000),
                Set.of());
    }

    @Test
    void sumsTheStepsOfFiveMinutes() {
        for (int second = 0; second < 600; second += 10) {
            meter.stepped(step(second, 10, 1000 + second, 50 + second / 100, 2), swept(100, .1));
        }
        assertThat(flows).hasSize(2);
        FlowRecord first = flows.get(0);
        assertThat(first.startMillis()).isEqualTo(T0);
        assertThat(first.seconds()).isEqualTo(300);
        assertThat(List.of(first.open(), first.high(), first.low(), first.close()))
                .containsExactly(1000.0, 1291.0, 999.0, 1290.0);
        assertThat(first.volumeUsd()).isEqualTo(30 * 150);
        assertThat(first.longs().sweptUsd()).isEqualTo(3000);
        assertThat(first.longs().reportedUsd()).isEqualTo(60);
        assertThat(first.openInterestChangeUsd())
                .as("nothing to compare it with")
                .isNaN();
        assertThat(flows.get(1).openInterestChangeUsd()).isEqualTo(3 * 1590);
    }

    @Test
    void predictsByWhatWasKnownBeforeTheInterval() {
        meter.stepped(step(0, 300, 1000, 50, 0), swept(0, .02));
        for (int second = 300; second < 600; second += 10) {
            meter.stepped(step(second, 10, 1000, 50, 0), swept(100, .5));
        }
        meter.stepped(step(600, 300, 1000, 50, 0), swept(1000, .9));
        assertThat(flows.get(1).longs().predicted().meanUsd()).isCloseTo(.02 * 3000, within(1e-9));
        assertThat(flows.get(2).longs().predicted().meanUsd()).isCloseTo(.5 * 1000, within(1e-9));
        assertThat(flows.get(2).shorts().predicted().meanUsd()).isZero();
    }

    @Test
    void doesNotKnowAReportThatIsPartlyUnknown() {
        for (int second = 0; second < 600; second += 10) {
            meter.stepped(step(second, 10, 1000, 50, second == 50 ? Double.NaN : 1), swept(10, .1));
        }
        assertThat(flows.get(0).longs().isReportKnown()).isFalse();
        assertThat(flows.get(0).shorts().isReportKnown()).isTrue();
        assertThat(flows.get(1).longs().reportedUsd()).isEqualTo(30);
    }

    @Test
    void makesALongerBarARecordByItself() {
        meter.stepped(step(0, 3600, 1000, 50, 7), swept(10, .1));
        meter.stepped(step(3600, 3600, 1000, 51, 8), swept(20, .1));
        assertThat(flows).extracting(FlowRecord::seconds).containsExactly(3600.0, 3600.0);
        assertThat(flows).extracting(flow -> flow.longs().reportedUsd()).containsExactly(7.0, 8.0);
    }

    @Test
    void makesEachBarOfAFileARecord() {
        FlowMeter each = FlowMeter.ofEachBar(Venue.BINANCE, flows::add);
        each.stepped(step(0, 60, 1000, 50, 0), swept(10, .1));
        each.stepped(step(60, 60, 1000, 50, 0), swept(10, .1));
        assertThat(flows).extracting(FlowRecord::seconds).containsExactly(60.0, 60.0);
    }

    @Test
    void endsAnIntervalThatNoStepEndedWithTheNextOne() {
        meter.stepped(step(0, 10, 1000, 50, 3), swept(10, .1));
        assertThat(flows).isEmpty();
        meter.stepped(step(900, 10, 1000, 50, 5), swept(10, .1));
        assertThat(flows).hasSize(1);
        assertThat(flows.get(0).seconds()).isEqualTo(10);
        assertThat(flows.get(0).longs().reportedUsd()).isEqualTo(3);
    }
}
