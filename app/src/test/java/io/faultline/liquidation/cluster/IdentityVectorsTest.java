package io.faultline.liquidation.cluster;

import static io.faultline.Vectors.assertClose;
import static io.faultline.Vectors.number;
import static io.faultline.Vectors.text;
import static io.faultline.Vectors.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.faultline.Vectors;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every reference vector of clusters' identity. */
class IdentityVectorsTest {
    private final JsonObject vectors = Vectors.beside(IdentityVectorsTest.class, "identity.json");
    private final ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);

    @TestFactory
    Stream<DynamicTest> tracksAsTheReference() {
        return Vectors.rows(vectors, "cases").map(row -> dynamicTest(name(row), () -> track(row, false)));
    }

    @TestFactory
    Stream<DynamicTest> tracksAsTheReferenceWithARestartBeforeEachUpdate() {
        return Vectors.rows(vectors, "cases").map(row -> dynamicTest(name(row), () -> track(row, true)));
    }

    @TestFactory
    Stream<DynamicTest> measuresOverlap() {
        return Vectors.rows(vectors, "overlap")
                .map(row -> dynamicTest(row.get("a") + " " + row.get("b"), () -> {
                    BinMasses a = masses(row.getAsJsonArray("a"));
                    BinMasses b = masses(row.getAsJsonArray("b"));
                    assertClose(row.toString(), a.overlap(b), number(row, "expect"));
                    assertClose(row.toString(), b.overlap(a), number(row, "expect"));
                }));
    }

    @Test
    void usesTheReferencesConstants() {
        JsonObject constants = vectors.getAsJsonObject("constants");
        assertThat(IdentityRule.DEFAULT)
                .isEqualTo(new IdentityRule(
                        number(constants, "j_min"),
                        whole(constants, "born_after"),
                        whole(constants, "dead_after"),
                        number(constants, "migration")));
    }

    private void track(JsonObject row, boolean restarts) {
        ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);
        int n = 0;
        for (JsonElement element : row.getAsJsonArray("updates")) {
            JsonObject update = element.getAsJsonObject();
            String at = name(row) + ", update " + n;
            if (restarts) {
                tracker = new ClusterTracker(IdentityRule.DEFAULT, tracker.state());
            }
            List<TrackEvent> events = tracker.update(clusters(row, update), n * 10_000L);
            assertThat(events).as(at).isEqualTo(events(update));
            assertTracks(at, tracker.tracks(), update.getAsJsonArray("tracks"));
            n++;
        }
    }

    private List<Cluster> clusters(JsonObject row, JsonObject update) {
        List<Cluster> clusters = new ArrayList<>();
        for (Map.Entry<String, JsonElement> side :
                update.getAsJsonObject("profiles").entrySet()) {
            Profile profile = new Profile(
                    PositionSide.valueOf(side.getKey()),
                    whole(row, "base_bin"),
                    Vectors.doubles(side.getValue().getAsJsonArray()));
            clusters.addAll(detector.detect(profile, number(row, "oi_usd")));
        }
        return clusters;
    }

    private static List<TrackEvent> events(JsonObject update) {
        return Vectors.elements(update.getAsJsonArray("events"))
                .map(JsonElement::getAsJsonArray)
                .map(event -> new TrackEvent(
                        TrackEvent.Kind.valueOf(event.get(0).getAsString()),
                        event.get(1).getAsInt()))
                .toList();
    }

    private static void assertTracks(String at, List<Track> tracks, JsonArray expected) {
        assertThat(tracks).as(at).hasSize(expected.size());
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            JsonObject row = expected.get(i).getAsJsonObject();
            assertThat(track.id()).as(at).isEqualTo(whole(row, "id"));
            assertThat(track.state()).as(at).isEqualTo(TrackState.valueOf(text(row, "state")));
            assertThat(track.hits()).as(at).isEqualTo(whole(row, "hits"));
            assertThat(track.misses()).as(at).isEqualTo(whole(row, "misses"));
            assertThat(track.age()).as(at).isEqualTo(whole(row, "age"));
            assertThat(track.parentId()).as(at).isEqualTo(whole(row, "parent"));
            assertClose(at, track.cluster().centroid(), number(row, "centroid"));
            assertClose(at, track.cluster().massUsd(), number(row, "mass"));
            assertThat(track.migration()).as(at).isCloseTo(number(row, "migration"), Offset.offset(1e-12));
        }
    }

    private static BinMasses masses(JsonArray pairs) {
        int first = pairs.get(0).getAsJsonArray().get(0).getAsInt();
        int last = pairs.get(pairs.size() - 1).getAsJsonArray().get(0).getAsInt();
        double[] usd = new double[last - first + 1];
        for (JsonElement pair : pairs) {
            usd[pair.getAsJsonArray().get(0).getAsInt() - first] =
                    pair.getAsJsonArray().get(1).getAsDouble();
        }
        return new BinMasses(first, usd);
    }

    private static String name(JsonObject row) {
        return text(row, "id") + " " + text(row, "title");
    }
}
