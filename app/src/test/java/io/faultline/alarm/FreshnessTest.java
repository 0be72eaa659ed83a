package io.faultline.alarm;

import static io.faultline.alarm.Marks.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.PositionSide;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a feed may do without an alarm firing twice, late and loud, or not at all. */
class FreshnessTest {
    private static final long HOUR = 3_600_000;
    private final Marks marks = new Marks(PriceAlarm.at(
            new AlarmHead(1, "BTCUSDT", "100"),
            new PriceRule(100, PriceRule.Direction.FALLING, PriceRule.DEFAULT_REARM, false),
            null));

    @Test
    void soundsForALiveCrossing() {
        assertThat(words(marks.see(101, 99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void doesNotFireAgainWhenFramesAreReplayed() {
        marks.see(102, 101, 99, 98);
        assertThat(marks.replay(102, 101, 99, 98)).isEmpty();
        assertThat(marks.see(97, 98)).isEmpty();
    }

    @Test
    void doesNotFireAgainWhenFramesAreReplayedAfterARestart() {
        marks.see(102, 101, 99, 98);
        assertThat(marks.restart().replay(102, 101, 99, 98)).isEmpty();
        assertThat(marks.see(97, 98)).isEmpty();
    }

    @Test
    void logsWithoutASoundWhatHappenedInAGap() {
        marks.see(102, 101);
        marks.alarms().interrupted();
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED AFTER_GAP");
        assertThat(words(marks.see(101, 99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void noticesAGapThatNobodyAnnounced() {
        marks.see(102, 101);
        marks.pass(60_000);
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED AFTER_GAP");
    }

    @Test
    void logsWithoutASoundWhatHappenedWhileItWasOff() {
        marks.see(102, 101);
        marks.restart().pass(8 * HOUR);
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED AFTER_GAP");
    }

    @Test
    void makesNoSoundForAStallsBacklog() {
        marks.see(102, 101);
        marks.lag(120_000);
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED LATE");
        marks.lag(60_000).see(101);
        assertThat(words(marks.lag(300).see(101, 99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void doesNotTakeAnHourOldCloseForFresh() {
        Marks late = marks.lag(HOUR);
        assertThat(late.see(101)).isEmpty();
        late.lag(300).pass(HOUR);
        assertThat(words(late.see(99))).as("live, but nobody can tell yet").containsExactly("PRICE_REACHED LATE");
    }

    @Test
    void makesNoSoundWhenTheVenueIsSwitched() {
        marks.see(102, 101);
        assertThat(words(marks.from("okx").see(99.9))).containsExactly("PRICE_REACHED AFTER_GAP");
        assertThat(words(marks.see(101, 99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void doesNotFireAgainWhenTheVenueIsSwitchedBackAndItsFramesReplayed() {
        marks.see(102, 101, 99);
        marks.from("okx").see(98);
        assertThat(marks.from("binance").pass(-1_000).replay(102, 101, 99)).isEmpty();
    }

    @Test
    void ignoresMarksThatCannotBe() {
        marks.see(101);
        assertThat(marks.see(Double.NaN, 0, -5, Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void goesOnAfterTheVenuesClockWentBack() {
        marks.see(102, 101);
        marks.pass(-HOUR).lag(300 + HOUR);
        assertThat(marks.see(101, 101, 101, 101, 101, 101, 101, 101, 101, 101)).isEmpty();
        assertThat(words(marks.see(99))).as("ten seconds on, proven").containsExactly("PRICE_REACHED AFTER_GAP");
        assertThat(words(marks.see(101, 99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void goesOnAfterOurClockWentBack() {
        marks.see(102, 101);
        marks.lag(300 - HOUR);
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED LATE");
        marks.see(101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101);
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void goesOnAfterOurClockWentForward() {
        marks.see(102, 101);
        marks.lag(300 + HOUR);
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED LATE");
        marks.see(101, 101, 101, 101, 101, 101, 101, 101, 101, 101, 101);
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void isNotOutdatedByOneStampFromTheFuture() {
        marks.see(102, 101);
        MarkSample wrong = new MarkSample("binance", marks.exchange() + HOUR, marks.exchange() + 500, 101);
        assertThat(marks.alarms().onMark(wrong, ClustersNow.UNKNOWN)).isEmpty();
        assertThat(words(marks.see(99))).containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void looksFiveTimesASecondAtMost() {
        marks.see(101);
        marks.pass(-900);
        assertThat(marks.see(99.9)).as("100 ms later").isEmpty();
        marks.pass(-900);
        assertThat(words(marks.see(99.9))).as("200 ms later").containsExactly("PRICE_REACHED FRESH");
    }

    @Test
    void listsAsMissedWhatHappenedWhileNobodyWatched() {
        marks.see(102, 101);
        marks.restart();
        MarkSample low = marks.pass(HOUR).sample(99);
        List<Firing> missed = marks.alarms().onMissed(low, ClustersNow.UNKNOWN);
        assertThat(words(missed)).containsExactly("PRICE_REACHED MISSED");
        marks.pass(HOUR);
        assertThat(words(marks.see(101, 99))).as("back and again, live").containsExactly("PRICE_REACHED FRESH");
        assertThat(marks.alarms().onMissed(low, ClustersNow.UNKNOWN))
                .as("told before")
                .isEmpty();
    }

    @Test
    void saysNothingOfClustersBeforeTheyAreKnown() {
        ClusterAlarm alarm = ClusterAlarm.on(
                new AlarmHead(2, "BTCUSDT", "L1"),
                Tracks.live(1, PositionSide.LONG, 97, 98, 1e6),
                ClusterAlarmRule.DEFAULT);
        Marks warming = new Marks(alarm).clusters(ClustersNow.UNKNOWN);
        assertThat(warming.see(99, 97.5, 99)).isEmpty();
        assertThat(warming.clusters(Tracks.now(Tracks.live(1, PositionSide.LONG, 97, 98, 1e6)))
                        .see(99))
                .extracting(Firing::signal)
                .containsExactly(Signal.PERIMETER);
    }
}
