package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.cluster.TrackEvent;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.ClusterMark;
import io.faultline.market.ClusterNames;
import io.faultline.signal.PathRule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What becomes of clusters' names over a restart, and when rules or references are changed. */
class KeptClustersTest {
    @Test
    void waitsWithKeptNamesUntilThereIsAGridWorthLookingAt() {
        SignalStory before = SignalStory.built();
        TrackerState kept = signals(before).tracker();

        SignalStory after = new SignalStory();
        signals(after).restore(kept);
        after.open(SignalStory.BINANCE, SignalStory.BYBIT);
        after.build(8);

        assertThat(after.view().known())
                .as("a minute of data is no reason to dissolve anything")
                .isFalse();
        assertThat(signals(after).clusters().known()).isFalse();
        assertThat(signals(after).tracker()).isEqualTo(kept);

        after.build(25);

        assertThat(after.view().known()).isTrue();
        assertThat(after.view().tracks())
                .extracting(track -> track.id() + track.name())
                .contains(kept.tracks().get(0).id() + kept.tracks().get(0).name());
    }

    @Test
    void takesNamesThatComeInTheMiddleAndAnnouncesNothing() {
        SignalStory story = SignalStory.built();
        List<String> names = names(story);
        long events = story.view().events().end();
        String kept = story.desk
                .clusterNames()
                .replaceAll("\"(id|nextId)\":(\\d)", "\"$1\":90$2")
                .replaceAll("\"name\":\"([LS])", "\"name\":\"$17");

        story.desk.apply(new ClusterNames(SignalStory.BINANCE, story.now() * 1_000_000, kept));
        story.pass(11_000);

        assertThat(names(story))
                .contains(names.get(0).charAt(0) + "7" + names.get(0).substring(1));
        assertThat(story.view().tracks()).allMatch(track -> track.id() > 900);
        assertThat(story.view().rebuilds()).isEqualTo(2);
        assertThat(story.view().events().end()).isEqualTo(events);
    }

    @Test
    void givesNewNamesWhereThoseThatWereKeptCannotBeRead() {
        SignalStory story = new SignalStory();
        story.desk.apply(new ClusterNames(SignalStory.BINANCE, story.now() * 1_000_000, "no JSON"));
        story.open(SignalStory.BINANCE, SignalStory.BYBIT);
        story.build(8);

        assertThat(story.view().clusters()).isNotEmpty();
    }

    @Test
    void measuresMigrationFromWhereTheUserMarkedAnew() {
        SignalStory story = SignalStory.built();
        int id = story.view().clusters().get(0).id();
        story.build(3);
        String before = story.desk.stateHash();
        story.desk.apply(new ClusterMark(SignalStory.BINANCE, story.now() * 1_000_000, id));
        assertThat(story.desk.stateHash()).isNotEqualTo(before);
        story.pass(100);

        assertThat(signals(story).tracker().tracks().stream()
                        .filter(track -> track.id() == id)
                        .findFirst()
                        .orElseThrow()
                        .migration())
                .isZero();
    }

    @Test
    void announcesNothingWhenTheRulesChange() {
        SignalStory story = SignalStory.built();
        List<String> names = names(story);
        long events = story.view().events().end();

        signals(story)
                .use(SignalRules.DEFAULT.withSignificantShare(0.02).withPath(new PathRule(0.05, 2, 25, 25, 0.8, 0.5)));
        story.pass(11_000);

        assertThat(story.view().rules().significantShare()).isEqualTo(0.02);
        assertThat(story.view().rebuilds()).isEqualTo(2);
        assertThat(names(story)).containsAll(names.subList(0, 3));
        assertThat(story.view().clusters()).anyMatch(cluster -> !cluster.significant());
        for (long i = events; i < story.view().events().end(); i++) {
            assertThat(Objects.requireNonNull(story.view().events().get(i)).kind())
                    .isNotEqualTo(TrackEvent.Kind.DIED);
        }
    }

    private static SignalDesk signals(SignalStory story) {
        return story.desk.signals();
    }

    private static List<String> names(SignalStory story) {
        return story.view().clusters().stream().map(ClusterView::name).toList();
    }
}
