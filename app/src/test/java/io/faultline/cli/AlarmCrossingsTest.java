package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.Signal;
import io.faultline.alarm.StageEvent;
import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A cluster of longs from 97 to 96, and another behind it at 95. */
class AlarmCrossingsTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<AlarmCrossings.Seen> seen = new ArrayList<>();

    private AlarmCrossingsTest marks(double... prices) {
        for (double price : prices) {
            mark(price, 97, 96, List.of(95.0));
        }
        return this;
    }

    private void mark(double price, double near, double far, List<Double> behind) {
        seen.add(new AlarmCrossings.Seen(seen.size() * SECOND, price, near, far, behind, false));
    }

    private String found() {
        return AlarmCrossings.of(seen, PositionSide.LONG, 0.02).stream()
                .map(crossing -> crossing.nanos() / SECOND + " " + crossing.stage())
                .collect(Collectors.joining(", "));
    }

    @Test
    void findsTheThreeStagesOnceEach() {
        assertThat(marks(100, 98.9, 98, 96.9, 96.2, 95.9, 95.9, 95).found())
                .isEqualTo("1 PERIMETER, 3 ENTRY, 6 CASCADE");
    }

    @Test
    void oneMarkMayCrossTwoStagesButTheThirdNeedsTwo() {
        assertThat(marks(100, 95.9, 95.8).found()).isEqualTo("1 PERIMETER, 1 ENTRY, 2 CASCADE");
        seen.clear();
        assertThat(marks(100, 96.5, 95.9, 96.5, 95.9, 96.1).found()).isEqualTo("1 PERIMETER, 1 ENTRY");
    }

    @Test
    void aRejectionComesBeforeAnotherEntryAndOnlyFarAwayBeforeAnotherPerimeter() {
        assertThat(marks(98.9, 96.9, 97.1, 97.2, 96.9, 97.3, 99.4, 98.9, 99.6, 98.9)
                        .found())
                .isEqualTo("0 PERIMETER, 1 ENTRY, 4 ENTRY, 9 PERIMETER");
    }

    @Test
    void theEdgesStandWhilePriceIsIn() {
        marks(98.9, 96.9);
        mark(96.5, 96, 95.5, List.of(95.0));
        mark(95.9, Double.NaN, Double.NaN, List.of(95.0));
        mark(95.8, Double.NaN, Double.NaN, List.of());
        assertThat(found()).isEqualTo("0 PERIMETER, 1 ENTRY, 4 CASCADE");
    }

    @Test
    void whatMovesBringsTheStagesWithIt() {
        marks(100);
        mark(100, 98.2, 97.2, List.of());
        mark(100, Double.NaN, Double.NaN, List.of());
        mark(100, 98.2, 97.2, List.of());
        assertThat(found()).as("it came near, dissolved, and came back").isEqualTo("1 PERIMETER, 3 PERIMETER");
    }

    @Test
    void withoutAnotherClusterCloseBehindItIsNoCascade() {
        mark(98.9, 97, 96, List.of(94.0));
        mark(96.9, 97, 96, List.of(94.0));
        mark(95.9, 97, 96, List.of(94.0));
        mark(95.8, 97, 96, List.of(94.0));
        assertThat(found()).isEqualTo("0 PERIMETER, 1 ENTRY");
    }

    @Test
    void whatIsToldLateOrTwiceOrNotAtAllIsCounted() {
        List<AlarmCrossings.Crossing> crossings =
                AlarmCrossings.of(marks(100, 98.9, 98, 96.9).seen, PositionSide.LONG, 0.02);
        assertThat(verdict(crossings, fired(Signal.PERIMETER, 1), fired(Signal.ENTRY, 4)))
                .isEqualTo(new ScenarioTruth.Verdict(0, 0));
        assertThat(verdict(crossings, fired(Signal.PERIMETER, 1), fired(Signal.PERIMETER, 2)))
                .isEqualTo(new ScenarioTruth.Verdict(1, 1));
        assertThat(verdict(crossings, fired(Signal.PERIMETER, 1), fired(Signal.ENTRY, 30)))
                .isEqualTo(new ScenarioTruth.Verdict(1, 1));
    }

    private static ScenarioTruth.Verdict verdict(
            List<AlarmCrossings.Crossing> crossings, ScenarioReport.Fired... fired) {
        return ScenarioTruth.Verdict.of(crossings, List.of(fired));
    }

    private static ScenarioReport.Fired fired(Signal stage, long second) {
        return new ScenarioReport.Fired(stage, second * SECOND, 97, StageEvent.Cause.PRICE, "L1", false);
    }
}
