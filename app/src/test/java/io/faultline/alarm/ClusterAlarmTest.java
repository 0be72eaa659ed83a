package io.faultline.alarm;

import static io.faultline.alarm.Marks.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.faultline.liquidation.cluster.Track;
import io.faultline.market.PositionSide;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterAlarmTest {
    private final Track first = Tracks.live(1, PositionSide.LONG, 97, 98, 80e6);
    private final Track second = Tracks.live(2, PositionSide.LONG, 95, 96, 50e6);
    private final ClusterAlarm alarm =
            ClusterAlarm.on(new AlarmHead(4, "BTCUSDT", "first"), first, ClusterAlarmRule.DEFAULT);
    private final Marks marks = new Marks(alarm).clusters(Tracks.now(first, second));

    @Test
    void firesItsThreeStagesInOrderOnceEach() {
        marks.see(101, 100.2, 99.9, 99, 97.9, 97.5, 96.8, 96.7, 96.5, 96.6);
        assertThat(words(marks.all())).containsExactly("PERIMETER FRESH", "ENTRY FRESH", "CASCADE FRESH");
        assertThat(marks.all()).extracting(Firing::cluster).containsOnly("L1");
        assertThat(marks.all().get(0).usd()).isEqualTo(80e6);
    }

    @Test
    void keepsItsEdgesWhileTheSweepEatsTheCluster() {
        marks.see(101, 99, 97.9);
        marks.clusters(Tracks.now(Tracks.live(1, PositionSide.LONG, 96.5, 96.9, 5e6), second));
        marks.see(97.5, 96.8, 96.7);
        assertThat(words(marks.all()))
                .as("what is left of the cluster is not the next one")
                .containsExactly("PERIMETER FRESH", "ENTRY FRESH", "CASCADE FRESH");
    }

    @Test
    void doesNotTakeItsOwnRemainsForTheNextCluster() {
        marks.clusters(Tracks.now(first)).see(101, 99, 97.9);
        marks.clusters(Tracks.now(Tracks.live(1, PositionSide.LONG, 96.5, 96.9, 5e6)));
        marks.see(97.5, 96.8, 96.7);
        assertThat(words(marks.all())).endsWith("SWEPT FRESH");
    }

    @Test
    void saysOnceThatItsClusterDissolved() {
        marks.see(101);
        marks.clusters(Tracks.now(second));
        assertThat(words(marks.see(101, 101))).containsExactly("DISSOLVED FRESH");
        assertThat(marks.restart().see(101, 96)).isEmpty();
    }

    @Test
    void withdrawsWhenItsClusterDissolvesNearPrice() {
        marks.see(101, 99);
        marks.clusters(Tracks.now(second));
        assertThat(words(marks.see(99, 99))).containsExactly("WITHDRAWN FRESH", "DISSOLVED FRESH");
    }

    @Test
    void saysThatASweptClusterIsGoneOnlyWhenPriceIsBack() {
        marks.see(101, 99, 97.9, 96.8, 96.7);
        marks.clusters(Tracks.now(second));
        assertThat(marks.see(96.6, 98)).isEmpty();
        assertThat(words(marks.see(101))).containsExactly("REARMED FRESH", "DISSOLVED FRESH");
    }

    @Test
    void speaksNoMoreForASweptClusterThatWasGoneBeforeARestartThoughClustersAreNotKnownYet() {
        marks.see(101, 99, 97.9, 96.8, 96.7);
        marks.clusters(Tracks.now(second)).see(96.6);
        marks.clusters(ClustersNow.UNKNOWN).restart();
        assertThat(words(marks.see(101, 99, 97.9))).containsExactly("REARMED AFTER_GAP", "DISSOLVED AFTER_GAP");
    }

    @Test
    void firesAnAcknowledgedStageNoMoreBeforeTheReArm() {
        marks.see(101, 99, 97.9);
        marks.alarms().acknowledge(alarm.id(), Signal.ENTRY);
        assertThat(words(marks.see(98.4, 97.9))).containsExactly("REJECTED FRESH");
        assertThat(words(marks.see(98.4, 101, 99, 97.9)))
                .containsExactly("REJECTED FRESH", "REARMED FRESH", "PERIMETER FRESH", "ENTRY FRESH");
    }

    @Test
    void firesOnlyTheStagesThatAreWanted() {
        marks.alarms().put(alarm.withStages(EnumSet.of(Signal.CASCADE)));
        marks.see(101, 99, 97.9, 96.8, 96.7);
        assertThat(words(marks.all())).containsExactly("CASCADE FRESH");
    }

    @Test
    void keepsUpWhileItIsOffAndSaysNothing() {
        marks.see(101);
        marks.alarms().change(alarm.id(), head -> head.switched(false));
        assertThat(marks.see(99, 97.9)).isEmpty();
        marks.alarms().change(alarm.id(), head -> head.switched(true));
        assertThat(marks.see(97.8)).as("an old crossing").isEmpty();
        assertThat(words(marks.see(96.8, 96.7))).containsExactly("CASCADE FRESH");
    }

    @Test
    void canBeRemovedAndPutBackAsItWas() {
        marks.see(101, 99);
        Alarm removed = marks.alarms().remove(alarm.id()).orElseThrow();
        assertThat(marks.see(98.5)).isEmpty();
        marks.alarms().put(removed);
        assertThat(words(marks.see(98.4, 97.9))).containsExactly("ENTRY FRESH");
    }

    @Test
    void namesMigrationAsTheCauseWhereTheClusterCame() {
        marks.see(101);
        marks.clusters(Tracks.now(Tracks.live(1, PositionSide.LONG, 98.5, 99.5, 80e6), second));
        assertThat(marks.see(101))
                .extracting(Firing::signal, Firing::cause)
                .containsExactly(tuple(Signal.PERIMETER, StageEvent.Cause.MIGRATION));
    }

    @Test
    void logsWhatHappenedNext() {
        marks.see(101, 99);
        Aftermath after = Aftermath.of(marks.all().get(0));
        for (double price : List.of(98.0, 99.5, 97.5)) {
            marks.see(price);
            after = after.with(marks.exchange(), price);
        }
        assertThat(after.lowest()).isEqualTo(97.5);
        assertThat(after.highest()).isEqualTo(99.5);
        assertThat(after.whole()).isFalse();
        Aftermath over = after.with(marks.exchange() + 61 * 60_000, 90);
        assertThat(over.whole()).isTrue();
        assertThat(over.lowest()).as("too late to count").isEqualTo(97.5);
    }
}
