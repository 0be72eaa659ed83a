package io.faultline.liquidation.cluster;

import static io.faultline.Vectors.assertClose;
import static io.faultline.Vectors.number;
import static io.faultline.Vectors.text;
import static io.faultline.Vectors.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.Vectors;
import io.faultline.market.PositionSide;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every reference vector of clusters. */
class ClusterVectorsTest {
    private final JsonObject vectors = Vectors.beside(ClusterVectorsTest.class, "clusters.json");

    @TestFactory
    Stream<DynamicTest> smoothsAsTheReference() {
        return Vectors.rows(vectors, "cases")
                .map(row -> dynamicTest(name(row), () -> {
                    double[] smooth = new Smoothing(DetectionRule.DEFAULT.sigmaBins())
                            .of(Vectors.doubles(row.getAsJsonArray("profile")));
                    double[] expected = Vectors.doubles(row.getAsJsonArray("smoothed"));
                    assertThat(smooth).hasSameSizeAs(expected);
                    for (int i = 0; i < expected.length; i++) {
                        assertClose(name(row) + " bin " + i, smooth[i], expected[i]);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> findsTheReferencesClusters() {
        return Vectors.rows(vectors, "cases")
                .map(row -> dynamicTest(name(row), () -> {
                    List<Cluster> found =
                            new ClusterDetector(DetectionRule.DEFAULT).detect(profile(row), number(row, "oi_usd"));
                    JsonArray expected = row.getAsJsonArray("expect");
                    assertThat(found).as(name(row)).hasSize(expected.size());
                    for (int i = 0; i < found.size(); i++) {
                        assertCluster(name(row), found.get(i), expected.get(i).getAsJsonObject());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> findsPeaksWithTheirPersistence() {
        return Vectors.rows(vectors, "persistence")
                .map(row -> dynamicTest(row.get("values") + "", () -> {
                    List<Peak> peaks = Peaks.of(Vectors.doubles(row.getAsJsonArray("values")));
                    List<Peak> expected = Vectors.elements(row.getAsJsonArray("expect"))
                            .map(pair -> new Peak(
                                    pair.getAsJsonArray().get(0).getAsInt(),
                                    pair.getAsJsonArray().get(1).getAsDouble()))
                            .toList();
                    assertThat(peaks).as(row.toString()).isEqualTo(expected);
                }));
    }

    @Test
    void usesTheReferencesConstants() {
        JsonObject constants = vectors.getAsJsonObject("constants");
        assertThat(DetectionRule.DEFAULT)
                .isEqualTo(new DetectionRule(
                        number(constants, "sigma_bins"),
                        number(constants, "prominence_share"),
                        number(constants, "level"),
                        number(constants, "min_oi_share")));
    }

    private static void assertCluster(String name, Cluster cluster, JsonObject expected) {
        assertThat(cluster.firstBin()).as(name).isEqualTo(whole(expected, "lo_bin"));
        assertThat(cluster.lastBin()).as(name).isEqualTo(whole(expected, "hi_bin"));
        assertThat(cluster.peakBin()).as(name).isEqualTo(whole(expected, "peak_bin"));
        assertClose(name, cluster.massUsd(), number(expected, "mass"));
        assertClose(name, cluster.centroid(), number(expected, "centroid"));
        assertClose(name, cluster.prominenceUsd(), number(expected, "prominence"));
        assertClose(name, cluster.lowPrice(), number(expected, "low_price"));
        assertClose(name, cluster.highPrice(), number(expected, "high_price"));
    }

    private static Profile profile(JsonObject row) {
        return new Profile(
                PositionSide.valueOf(text(row, "side")),
                whole(row, "base_bin"),
                Vectors.doubles(row.getAsJsonArray("profile")));
    }

    private static String name(JsonObject row) {
        return text(row, "id") + " " + text(row, "title");
    }
}
