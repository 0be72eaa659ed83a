package io.faultline.signal;

import static io.faultline.Vectors.assertClose;
import static io.faultline.Vectors.number;
import static io.faultline.Vectors.numberOrNull;
import static io.faultline.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.faultline.Vectors;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every reference vector of paths. */
class PathVectorsTest {
    private final JsonObject vectors = Vectors.beside(PathVectorsTest.class, "path.json");
    private final PathAnalysis analysis = new PathAnalysis(PathRule.DEFAULT);

    @TestFactory
    Stream<DynamicTest> judgesAsTheReference() {
        return Vectors.rows(vectors, "cases")
                .map(row -> dynamicTest(
                        name(row),
                        () -> assertReading(
                                row,
                                analysis.of(
                                        way(row),
                                        levels(row),
                                        number(row, "est_usd"),
                                        number(row, "avg_usd_per_bp")))));
    }

    @TestFactory
    Stream<DynamicTest> judgesTwoEqualVenuesAsOneOfTwiceTheSize() {
        return Vectors.rows(vectors, "cases")
                .map(row -> dynamicTest(name(row), () -> {
                    VenueBook half = new VenueBook(
                            Venue.BINANCE,
                            halved(levels(row)),
                            number(row, "est_usd") / 2,
                            number(row, "avg_usd_per_bp") / 2);
                    PathVerdict verdict = analysis.of(way(row), List.of(half, half));
                    assertThat(verdict.overall().state().name()).as(name(row)).isEqualTo(expectedState(row));
                    assertThat(verdict.venues())
                            .extracting(line -> line.reading().state().name())
                            .containsOnly(expectedState(row));
                }));
    }

    @Test
    void usesTheReferencesConstants() {
        JsonObject constants = vectors.getAsJsonObject("constants");
        assertThat(PathRule.DEFAULT)
                .isEqualTo(new PathRule(
                        number(constants, "hollow"),
                        number(constants, "defended_x"),
                        number(constants, "front_bp"),
                        number(constants, "behind_bp"),
                        number(constants, "min_coverage"),
                        0.5));
    }

    private static void assertReading(JsonObject row, PathReading reading) {
        JsonObject expected = row.getAsJsonObject("expect");
        assertThat(reading.state().name()).as(name(row)).isEqualTo(text(expected, "state"));
        assertClose(name(row), reading.distanceBps(), number(expected, "distance_bp"));
        if (reading.state() != PathState.INSIDE) {
            assertClose(name(row), reading.coverage(), number(expected, "coverage"));
            assertClose(name(row), reading.pathUsd(), number(expected, "path_usd"));
            assertClose(name(row), reading.hollowRatio(), numberOrNull(expected, "hollow_ratio"));
            assertClose(name(row), reading.wallTimes(), numberOrNull(expected, "wall_x"));
            assertClose(name(row), reading.catchUsd(), number(expected, "catch_usd"));
            assertClose(name(row), reading.catchRatio(), numberOrNull(expected, "catch_ratio"));
        }
    }

    private static String expectedState(JsonObject row) {
        return text(row.getAsJsonObject("expect"), "state");
    }

    private static Way way(JsonObject row) {
        return new Way(
                PositionSide.valueOf(text(row, "side")), number(row, "mid"), number(row, "near"), number(row, "far"));
    }

    private static BookLevels levels(JsonObject row) {
        JsonArray rows = row.getAsJsonArray("levels");
        return new BookLevels(column(rows, 0), column(rows, 1));
    }

    private static double[] column(JsonArray rows, int column) {
        return Vectors.elements(rows)
                .mapToDouble(level -> level.getAsJsonArray().get(column).getAsDouble())
                .toArray();
    }

    private static BookLevels halved(BookLevels levels) {
        double[] prices = new double[levels.count()];
        double[] sizes = new double[levels.count()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = levels.price(i);
            sizes[i] = levels.usd(i) / levels.price(i) / 2;
        }
        return new BookLevels(prices, sizes);
    }

    private static String name(JsonObject row) {
        return text(row, "id") + " " + text(row, "title");
    }
}
