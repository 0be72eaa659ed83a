package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.Bins;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WallTest {
    private static final double MID = 10_000;
    private static final int WALL = Bins.of(9_980);
    private final WallTracker tracker = new WallTracker(WallRule.DEFAULT);
    private long now;

    @Test
    void findsBinsThatHoldFourTimesTheMedian() {
        assertThat(WallRule.DEFAULT.find(depth(4.1e6), MID, 1e9))
                .extracting(Wall::bin)
                .containsExactly(WALL);
        assertThat(WallRule.DEFAULT.find(depth(3.9e6), MID, 1e9)).isEmpty();
        assertThat(WallRule.DEFAULT.find(depth(4.1e6), MID, 50e9))
                .as("too little for so large a market")
                .isEmpty();
        assertThat(WallRule.DEFAULT.find(SideBins.EMPTY, MID, 1e9)).isEmpty();
    }

    @Test
    void seesAWallHold() {
        for (int i = 0; i <= 100; i++) {
            see(MID, i % 2 == 0 ? 10e6 : 8e6, 0);
        }
        assertThat(tracker.standing()).hasSize(1);
        assertThat(tracker.standing().get(0).heldMillis()).isEqualTo(100 * 500);
        see(MID, 5e6, 0);
        assertThat(tracker.standing().get(0).heldMillis()).as("half is no hold").isZero();
    }

    @Test
    void seesAWallPulledAsPriceComes() {
        see(MID, 10e6, 0);
        see(MID, 10e6, 0);
        assertThat(see(MID, 1e6, 0.5e6)).as("trades may still be told").isEmpty();
        assertThat(tracker.standing()).isEmpty();
        assertThat(see(MID, 1e6, 0)).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.PULLED);
    }

    @Test
    void doesNotCallItPulledFarFromPrice() {
        see(10_040, 10e6, 0);
        see(10_040, 1e6, 0);
        assertThat(see(10_040, 1e6, 0)).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.LEFT);
    }

    @Test
    void doesNotCallItPulledWhenItIsEaten() {
        see(MID, 10e6, 0);
        see(MID, 1e6, 9e6);
        assertThat(stays(1e6)).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.EATEN);
    }

    @Test
    void doesNotCallItPulledWhenTheTradesAreToldAfterTheBook() {
        see(MID, 10e6, 0);
        see(MID, 10e6, 0);
        see(MID, 1e6, 0);
        assertThat(see(MID, 1e6, 9e6)).isEmpty();
        assertThat(stays(1e6)).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.EATEN);
    }

    @Test
    void doesNotCallItARefillWhenTheBookIsToldAfterTheTrades() {
        see(MID, 10e6, 0);
        see(MID, 10e6, 0);
        assertThat(see(MID, 10e6, 6e6)).isEmpty();
        assertThat(see(MID, 4e6, 0)).isEmpty();
    }

    @Test
    void doesNotCallItPulledWhenItMeltsSlowly() {
        List<WallEvent> events = new ArrayList<>();
        for (int i = 0; i <= 40; i++) {
            events.addAll(see(MID, 10e6 * (1 - i / 40.0), 0));
        }
        assertThat(events).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.LEFT);
    }

    @Test
    void doesNotCallItPulledWhenTheBookNoLongerReachesIt() {
        see(MID, 10e6, 0);
        see(MID, 10e6, 0);
        BookLevels near = new BookLevels(new double[] {9_998}, new double[] {100});
        SideBins window = SideBins.of(near, 9_990, Double.POSITIVE_INFINITY);
        now += 500;
        assertThat(tracker.observe(now, MID, window, SideBins.EMPTY, 1e9)).isEmpty();
        assertThat(tracker.standing()).isEmpty();
    }

    @Test
    void seesAWallRefill() {
        see(MID, 10e6, 0);
        assertThat(see(MID, 5e6, 5e6)).isEmpty();
        assertThat(see(MID, 9e6, 0)).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.REFILLED);
        assertThat(tracker.standing().get(0).refills()).isOne();
    }

    @Test
    void seesAnIcebergRefillBetweenTwoLooks() {
        see(MID, 10e6, 0);
        assertThat(see(MID, 10e6, 8e6)).as("the book may be told later").isEmpty();
        assertThat(see(MID, 10e6, 0)).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.REFILLED);
        assertThat(see(MID, 10e6, 0)).as("told once").isEmpty();
    }

    @Test
    void seesAWallComeBackThatWasEatenWhole() {
        see(MID, 10e6, 0);
        see(MID, 0, 10e6);
        see(MID, 0, 0);
        see(MID, 0, 0);
        assertThat(see(MID, 9e6, 0)).extracting(WallEvent::kind).containsExactly(WallEvent.Kind.REFILLED);
    }

    @Test
    void doesNotCallItARefillWhenItComesBackLate() {
        see(MID, 10e6, 0);
        see(MID, 4.9e6, 5.1e6);
        now += 4_000;
        assertThat(see(MID, 10e6, 0)).isEmpty();
    }

    @Test
    void forgetsWhatNobodySaw() {
        see(MID, 10e6, 0);
        tracker.forget();
        assertThat(see(MID, 1e6, 0)).isEmpty();
    }

    private List<WallEvent> stays(double wallUsd) {
        List<WallEvent> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.addAll(see(MID, wallUsd, 0));
        }
        return events;
    }

    private List<WallEvent> see(double mid, double wallUsd, double tradedUsd) {
        List<WallEvent> events = tracker.observe(now, mid, depth(wallUsd), only(tradedUsd), 1e9);
        now += 500;
        return events;
    }

    private static SideBins depth(double wallUsd) {
        double[] prices = new double[20];
        double[] sizes = new double[20];
        for (int i = 0; i < 20; i++) {
            int bin = Bins.of(MID) - 1 - i;
            prices[i] = Bins.centre(bin);
            sizes[i] = (bin == WALL ? wallUsd : 1e6) / prices[i];
        }
        return SideBins.of(new BookLevels(prices, sizes));
    }

    private static SideBins only(double usd) {
        double price = Bins.centre(WALL);
        return SideBins.of(new BookLevels(new double[] {price}, new double[] {usd / price}));
    }
}
