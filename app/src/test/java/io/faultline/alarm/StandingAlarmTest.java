package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.faultline.liquidation.cluster.MassHistory;
import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingAlarmTest {
    private static final Set<Signal> ALL = EnumSet.of(Signal.CLUSTER_BORN, Signal.CLUSTER_GROWS, Signal.CLUSTER_NEAR);
    private final Track far = Tracks.live(1, PositionSide.LONG, 90, 91, 60e6);

    @Test
    void tellsOfClustersThatAreBornAndNotOfThoseThatWereThere() {
        Marks marks = marks().clusters(Tracks.now(far));
        assertThat(marks.see(100, 100)).isEmpty();
        marks.clusters(Tracks.now(far, Tracks.live(2, PositionSide.SHORT, 110, 111, 60e6)));
        assertThat(marks.see(100, 100, 100))
                .extracting(Firing::signal, Firing::cluster)
                .containsExactly(tuple(Signal.CLUSTER_BORN, "S2"));
    }

    @Test
    void leavesOutWhatIsTooSmall() {
        Marks marks = marks().clusters(Tracks.now(far));
        marks.see(100);
        marks.clusters(Tracks.now(far, Tracks.live(2, PositionSide.SHORT, 101, 102, 40e6)));
        assertThat(marks.see(100, 100)).isEmpty();
    }

    @Test
    void tellsOnceThatAClusterIsNearUntilItWasFar() {
        Marks marks = marks().clusters(Tracks.now(far));
        assertThat(marks.see(100, 92.5, 93.1, 92.5, 93.2)).hasSize(1);
        assertThat(marks.see(94, 92.5)).extracting(Firing::signal).containsExactly(Signal.CLUSTER_NEAR);
    }

    @Test
    void tellsOnceThatAClusterGrows() {
        Marks marks = marks().clusters(Tracks.now(far));
        marks.see(100);
        marks.clusters(Tracks.now(grownTo(75e6)));
        assertThat(marks.see(100, 100)).extracting(Firing::signal).containsExactly(Signal.CLUSTER_GROWS);
        marks.clusters(Tracks.now(grownTo(61e6)));
        marks.see(100);
        marks.clusters(Tracks.now(grownTo(75e6)));
        assertThat(marks.see(100)).hasSize(1);
    }

    @Test
    void tellsNothingTwiceAfterARestart() {
        Marks marks = marks().clusters(Tracks.now(far));
        marks.see(100);
        marks.clusters(Tracks.now(far, Tracks.live(2, PositionSide.SHORT, 110, 111, 60e6)));
        assertThat(marks.see(100)).hasSize(1);
        assertThat(marks.restart().see(100, 100)).isEmpty();
    }

    @Test
    void waitsUntilClustersAreKnown() {
        Marks marks = marks().clusters(ClustersNow.UNKNOWN);
        marks.see(100, 100);
        marks.clusters(Tracks.now(far));
        assertThat(marks.see(100)).as("they were there before").isEmpty();
    }

    @Test
    void refusesSignalsOfOtherAlarms() {
        assertThatThrownBy(() -> new StandingRule(1, Set.of(Signal.ENTRY), 0.02))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Track grownTo(double usd) {
        long now = 20 * 60_000L;
        MassHistory history = new MassHistory(List.of(new MassHistory.Sample(4 * 60_000L, 60e6)));
        return Tracks.grown(1, PositionSide.LONG, 90, 91, usd, history, now);
    }

    private static Marks marks() {
        return new Marks(StandingAlarm.of(new AlarmHead(3, "BTCUSDT", "big ones"), new StandingRule(50e6, ALL, 0.02)));
    }
}
