package io.faultline.liquidation.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ClusterTrackerTest {
    private final ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);
    private final ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);
    private long now;

    @Test
    void namesFromPriceOutwardsAndKeepsTheNames() {
        Bumps two = new Bumps(200).with(50e6, 40, 4).with(30e6, 150, 4);
        see(3, two.profile(PositionSide.LONG), two.profile(PositionSide.SHORT));
        assertThat(names()).containsExactly("L2", "L1", "S1", "S2");
        Bumps grown = new Bumps(200).with(50e6, 40, 4).with(30e6, 150, 4).with(40e6, 100, 4);
        see(3, grown.profile(PositionSide.LONG), grown.profile(PositionSide.SHORT));
        assertThat(names()).containsExactly("L2", "L1", "S1", "S2", "L3", "S3");
    }

    @Test
    void givesCandidatesNoName() {
        see(2, bump(40, 50e6));
        assertThat(names()).containsExactly("");
        assertThat(tracker.tracks().get(0).shown()).isFalse();
    }

    @Test
    void announcesMigrationOnceAlthoughItComesAndGoes() {
        see(3, bump(60, 50e6));
        List<TrackEvent> events = new ArrayList<>();
        for (int lap = 0; lap < 3; lap++) {
            for (int step = 0; step <= 30; step += 3) {
                events.addAll(see(1, bump(60 + step, 50e6)));
            }
            for (int step = 30; step >= 0; step -= 3) {
                events.addAll(see(1, bump(60 + step, 50e6)));
            }
        }
        assertThat(events).containsExactly(new TrackEvent(TrackEvent.Kind.MIGRATED, 1));
    }

    @Test
    void announcesMigrationAgainWhenReMarked() {
        see(3, bump(30, 50e6));
        for (int step = 3; step <= 30; step += 3) {
            see(1, bump(30 + step, 50e6));
        }
        tracker.remark(1);
        assertThat(tracker.tracks().get(0).migration()).isZero();
        List<TrackEvent> events = new ArrayList<>();
        for (int step = 33; step <= 60; step += 3) {
            events.addAll(see(1, bump(30 + step, 50e6)));
        }
        assertThat(events).containsExactly(new TrackEvent(TrackEvent.Kind.MIGRATED, 1));
    }

    @Test
    void measuresGrowthAgainstAQuarterOfAnHourAgo() {
        see(90, bump(40, 50e6));
        see(1, bump(40, 65e6));
        Track track = tracker.tracks().get(0);
        assertThat(track.growth(15).orElseThrow()).isCloseTo(0.3, within(1e-9));
        assertThat(track.growth(60)).as("nobody looked an hour ago").isEqualTo(OptionalDouble.empty());
    }

    @Test
    void beginsTheHistoryAnewWhenTheClockGoesBack() {
        see(100, bump(40, 50e6));
        now -= 3_600_000;
        see(1, bump(40, 50e6));
        assertThat(tracker.tracks().get(0).growth(15)).isEmpty();
    }

    @Test
    void saysWhatChangedSinceSomebodyLooked() {
        Bumps before = new Bumps(300).with(50e6, 40, 4).with(40e6, 120, 4).with(30e6, 200, 4);
        see(3, before.profile(PositionSide.LONG));
        List<Track> then = tracker.tracks();
        Bumps after = new Bumps(300).with(65e6, 40, 4).with(28e6, 120, 4).with(30e6, 260, 4);
        see(5, after.profile(PositionSide.LONG));
        assertThat(Changes.between(then, tracker.tracks()))
                .extracting(change -> change.kind() + " " + change.track().name())
                .containsExactly("DISSOLVED L1", "GROWN L3", "SHRUNK L2", "BORN L4");
    }

    @Test
    void knowsTheNearestAndTheLargest() {
        Bumps two = new Bumps(200).with(50e6, 40, 4).with(30e6, 150, 4);
        see(3, two.profile(PositionSide.LONG));
        double mark = Bins.lowerEdge(Bumps.FIRST_BIN + 190);
        Standouts longs = Standouts.of(tracker.tracks(), PositionSide.LONG, mark);
        assertThat(longs.nearest()).map(Track::name).hasValue("L1");
        assertThat(longs.largest()).map(Track::name).hasValue("L2");
        assertThat(Standouts.of(tracker.tracks(), PositionSide.SHORT, mark).nearest())
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatChangesBecauseTheProfileIsMadeAnew() {
        see(90, bump(40, 50e6));
        Bumps learned = new Bumps(140).with(900e6, 42, 4).with(400e6, 120, 4);
        tracker.rebuild(detector.detect(learned.profile(PositionSide.LONG), 1e9), now);
        assertThat(names()).containsExactly("L1", "L2");
        assertThat(tracker.tracks()).allMatch(Track::shown);
        Track old = tracker.tracks().get(0);
        assertThat(old.migration()).isCloseTo(0, within(1e-4));
        assertThat(old.growth(15)).as("the jump is no growth").isEmpty();
        assertThat(old.firstSeenMillis()).isZero();
        now += 10_000;
        assertThat(see(1, learned.profile(PositionSide.LONG))).isEmpty();
    }

    @Test
    void forgetsQuietlyWhatTheNewProfileDoesNotHave() {
        see(3, bump(40, 50e6));
        tracker.rebuild(detector.detect(bump(110, 50e6), 1e9), now);
        assertThat(names()).containsExactly("L2");
        assertThat(see(6, bump(110, 50e6))).isEmpty();
    }

    private List<TrackEvent> see(int times, Profile... profiles) {
        List<TrackEvent> events = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            List<Cluster> clusters = new ArrayList<>();
            for (Profile profile : profiles) {
                clusters.addAll(detector.detect(profile, 1e9));
            }
            events.addAll(tracker.update(clusters, now));
            now += 10_000;
        }
        return events;
    }

    private static Profile bump(double atBin, double usd) {
        return new Bumps(140).with(usd, atBin, 4).profile(PositionSide.LONG);
    }

    private List<String> names() {
        return tracker.tracks().stream().map(Track::name).toList();
    }
}
