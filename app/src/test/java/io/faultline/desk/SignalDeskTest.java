package io.faultline.desk;

import static io.faultline.desk.SignalStory.BINANCE;
import static io.faultline.desk.SignalStory.BYBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.cluster.TrackEvent;
import io.faultline.market.FeedStatus;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.signal.CascadeSetup;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.signal.Grade;
import io.faultline.signal.PathState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignalDeskTest {
    private static final double WALL = 59_880;

    @Test
    void showsClustersOfBothSidesNamedOutwards() {
        ClustersView view = SignalStory.built().view();

        assertThat(view.known()).isTrue();
        assertThat(view.side(PositionSide.LONG).clusters().subList(0, 2))
                .extracting(ClusterView::name)
                .containsExactly("L1", "L2");
        ClusterView nearest = view.side(PositionSide.SHORT).nearest().orElseThrow();
        assertThat(nearest.name()).isEqualTo("S1");
        assertThat(nearest.distance()).isBetween(0.003, 0.006);
        assertThat(nearest.mass().atRiskUsd()).isGreaterThan(1e6);
        assertThat(nearest.mass().discountedUsd(0.25))
                .isCloseTo(0.75 * nearest.mass().atRiskUsd(), within(1e-6));
        assertThat(nearest.mass().expected().meanUsd()).isPositive();
        assertThat(nearest.mass().confirming()).containsExactly(Venue.BINANCE, Venue.BYBIT);
        assertThat(nearest.grade().met()).contains(Grade.Point.OPEN_INTEREST, Grade.Point.VENUES);
        assertThat(view.side(PositionSide.LONG).largest()).isPresent();
    }

    @Test
    void readsTheSameOfAVenueThatWasExpectedAsOfOneThatAReplayMeetsOnlyWithItsFirstWord() {
        SignalStory live = new SignalStory();
        live.desk.expect(BYBIT);
        SignalStory replay = new SignalStory();
        for (SignalStory story : List.of(live, replay)) {
            story.open(BINANCE);
            story.pass(400);
            story.book(BYBIT, 0.02, 10_000); // in the middle of a second
            story.pass(300);
        }

        assertThat(Objects.requireNonNull(live.view().venues().get(Venue.BYBIT)).bidUsualUsdPerBp())
                .isPositive();
        assertThat(live.desk.stateHash()).isEqualTo(replay.desk.stateHash());
    }

    @Test
    void announcesNothingAtTheFirstLook() {
        SignalStory story = SignalStory.built();

        assertThat(story.view().rebuilds()).isOne();
        assertThat(events(story)).doesNotContain(TrackEvent.Kind.DIED, TrackEvent.Kind.MIGRATED);
    }

    @Test
    void callsAPathDefendedWhileAWallStandsAndHollowOnceItIsPulled() {
        SignalStory story = SignalStory.built();
        story.minutes(62, 1e6, 2_400, 0);
        story.pass(1_000);
        assertThat(nearestLong(story).path().state()).isEqualTo(PathState.HOLLOW);

        story.rest(BINANCE, Side.BID, WALL, 700_000);
        story.pass(3_000);

        assertThat(nearestLong(story).path().state()).isEqualTo(PathState.DEFENDED);
        assertThat(nearestLong(story).path().wallsAtEdge()).isOne();
        WallView wall = story.view().walls().get(0);
        assertThat(wall.venue()).isEqualTo(Venue.BINANCE);
        assertThat(wall.levelPrice()).isEqualTo(WALL);
        assertThat(wall.heldMillis()).isBetween(2_500L, 3_000L);

        story.rest(BINANCE, Side.BID, WALL, 10_000);
        story.pass(1_000);

        assertThat(nearestLong(story).path().state()).isEqualTo(PathState.HOLLOW);
        assertThat(story.view().walls()).isEmpty();
        assertThat(labels(story)).containsExactly(TapeLabel.Kind.PULLED);
    }

    @Test
    void saysThatAWallWasEatenWhenTradesTookIt() {
        SignalStory story = SignalStory.built();
        story.rest(BINANCE, Side.BID, WALL, 700_000);
        story.pass(1_000);

        story.trade(BINANCE, WALL, 690_000, TakerSide.SELL);
        story.rest(BINANCE, Side.BID, WALL, 10_000);
        story.pass(5_000);

        assertThat(labels(story)).containsExactly(TapeLabel.Kind.EATEN);
    }

    @Test
    void doesNotKnowThePathToAClusterThatNoBookReaches() {
        ClustersView view = SignalStory.built().view();

        ClusterView far = view.side(PositionSide.LONG).clusters().stream()
                .filter(cluster -> cluster.distance() > 0.08)
                .findFirst()
                .orElseThrow();
        assertThat(far.path().state()).isEqualTo(PathState.UNKNOWN);
        assertThat(far.path().overall().coverage()).isLessThan(0.8);
        assertThat(far.path().venues())
                .extracting(venue -> Math.round(venue.reachBps()))
                .containsExactly(500L, 200L);
        assertThat(far.grade().missed()).doesNotContain(Grade.Point.HOLLOW_PATH);
        assertThat(far.grade().met()).doesNotContain(Grade.Point.HOLLOW_PATH);
    }

    @Test
    void makesAPathUnknownAndNotThinWhileBooksResynchronise() {
        SignalStory story = SignalStory.built();
        story.rest(BINANCE, Side.BID, WALL, 700_000);
        story.pass(1_000);

        story.gap(BYBIT);
        story.pass(200);
        PathView one = nearestLong(story).path();
        assertThat(one.state()).isEqualTo(PathState.UNKNOWN);
        assertThat(one.blind()).containsExactly(Venue.BYBIT);

        story.gap(BINANCE);
        story.openInterest(BINANCE, 2_400);
        story.silence(300);

        assertThat(nearestLong(story).path().state()).isEqualTo(PathState.UNKNOWN);
        assertThat(story.view().walls()).isEmpty();
        assertThat(labels(story)).as("what nobody saw is no spoof").isEmpty();
    }

    @Test
    void seesAClusterEnteredAndTheFlowAbsorbed() {
        SignalStory story = SignalStory.built(BYBIT);
        for (int i = 0; i < 3; i++) {
            story.trade(BYBIT, 60_000, 1e6, TakerSide.BUY);
            story.move(60_000 + 6 * (i % 2));
            story.pass(10_000);
        }
        double near = nearestLong(story).cluster().nearPrice();

        story.move(near - 10);
        story.pass(1_000);
        for (int i = 0; i < 5; i++) {
            story.liquidated(BYBIT, PositionSide.LONG, near - 16, 400_000);
            story.trade(BYBIT, near - 16, 400_000, TakerSide.SELL);
            story.pass(1_000);
        }

        SweepView sweep = story.view().sweeps().get(0);
        assertThat(sweep.cluster()).isEqualTo("L1");
        assertThat(sweep.inside()).isTrue();
        assertThat(sweep.near()).isEqualTo(near);
        assertThat(sweep.forcedUsd()).isCloseTo(2e6, within(1e3));
        assertThat(sweep.absorption().refillRatio()).isGreaterThan(0.9);
        assertThat(labels(story)).contains(TapeLabel.Kind.ABSORBED);
        assertThat(sweep.meanPrice()).isCloseTo(near - 16, within(1.0));

        story.pass(25_000);
        assertThat(labels(story)).contains(TapeLabel.Kind.EXHAUSTED);

        story.move(near + 200);
        story.pass(500);
        assertThat(labels(story)).contains(TapeLabel.Kind.EDGE_RECLAIMED);
        assertThat(story.view().sweeps().get(0).inside()).isFalse();
    }

    @Test
    void detectsASetUpOnceADayIsKnown() {
        SignalStory story = SignalStory.built();
        assertThat(setup(story).quiet().ratio()).isNull();
        assertThat(setup(story).state()).isEqualTo(CascadeSetup.State.NONE);

        story.minutes(20 * 60, 2e6, 2_400, 0);
        story.minutes(4 * 60, 1e6, 2_400, 0.5);
        story.build(3);

        CascadeSetup setup = setup(story);
        assertThat(setup.stacked().clusters()).isGreaterThanOrEqualTo(2);
        assertThat(setup.rising().openInterestChange()).isGreaterThan(0.01);
        assertThat(setup.rising().range()).isLessThan(0.015);
        assertThat(setup.quiet().ratio()).isLessThan(0.8);
        assertThat(setup.state()).isEqualTo(CascadeSetup.State.SET);
    }

    @Test
    void announcesNothingWhenAVenueNoLongerCounts() {
        SignalStory story = SignalStory.built();
        int rebuilds = story.view().rebuilds();

        story.silent(BYBIT, 70);

        assertThat(story.view().rebuilds()).isEqualTo(rebuilds + 1);
        assertThat(story.view().venues().get(Venue.BYBIT))
                .extracting(VenueSight::counts)
                .isEqualTo(false);
        assertThat(events(story)).doesNotContain(TrackEvent.Kind.DIED, TrackEvent.Kind.MIGRATED);
        assertThat(story.view().clusters()).isNotEmpty();
    }

    @Test
    void flagsFundingUnderBothRules() {
        SignalStory story = SignalStory.built();
        assertThat(nearestLong(story).funding(FundingRule.SQUEEZE)).isEqualTo(FundingFlag.UNKNOWN);

        story.funding(BINANCE, "0.0008", 8);
        story.funding(BYBIT, "0.0004", 4);
        story.pass(1_200);

        ClusterView cluster = nearestLong(story);
        assertThat(story.view().funding().per8h()).isCloseTo(0.0008, within(1e-12));
        assertThat(cluster.funding(FundingRule.SQUEEZE)).isEqualTo(FundingFlag.AGREE);
        assertThat(cluster.funding(FundingRule.CARRY)).isEqualTo(FundingFlag.CONTRADICT);
    }

    @Test
    void saysWhatChangedSinceSomebodyLooked() {
        SignalStory story = SignalStory.built();
        ClustersView then = story.view();
        assertThat(then.since(then)).isEmpty();

        story.build(6);

        assertThat(story.view().since(then)).isNotEmpty();
        ClusterChange grown = story.view().since(then).get(0);
        assertThat(grown.thenUsd()).isLessThan(grown.track().cluster().massUsd());
    }

    @Test
    void hasTheSameHashForTheSameEventsWhateverConnectionsDo() {
        SignalStory one = SignalStory.built();
        SignalStory two = SignalStory.built();
        two.desk.apply(new FeedStatus(
                Venue.BINANCE,
                (two.now() + 50) * 1_000_000,
                "rest",
                FeedStatus.State.UP,
                "",
                0,
                0,
                Set.of(Topic.TRADES)));
        for (SignalStory each : List.of(one, two)) {
            each.rest(BINANCE, Side.BID, WALL, 700_000);
            each.pass(2_000);
        }
        assertThat(two.desk.stateHash()).isEqualTo(one.desk.stateHash());

        one.rest(BINANCE, Side.BID, WALL, 10_000);
        two.rest(BINANCE, Side.BID, WALL, 20_000);
        assertThat(two.desk.stateHash()).isNotEqualTo(one.desk.stateHash());
    }

    private static ClusterView nearestLong(SignalStory story) {
        return story.view().side(PositionSide.LONG).nearest().orElseThrow();
    }

    private static CascadeSetup setup(SignalStory story) {
        return story.view().side(PositionSide.LONG).setup();
    }

    private static List<TapeLabel.Kind> labels(SignalStory story) {
        List<TapeLabel.Kind> kinds = new ArrayList<>();
        TimeLog<TapeLabel> log = story.view().labels();
        for (long i = log.begin(); i < log.end(); i++) {
            kinds.add(Objects.requireNonNull(log.get(i)).kind());
        }
        return kinds;
    }

    private static List<TrackEvent.Kind> events(SignalStory story) {
        List<TrackEvent.Kind> kinds = new ArrayList<>();
        TimeLog<ClusterEvent> log = story.view().events();
        for (long i = log.begin(); i < log.end(); i++) {
            kinds.add(Objects.requireNonNull(log.get(i)).kind());
        }
        return kinds;
    }
}
