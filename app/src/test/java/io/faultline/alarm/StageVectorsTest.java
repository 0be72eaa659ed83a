package io.faultline.alarm;

import static io.faultline.Vectors.number;
import static io.faultline.Vectors.numberOrNull;
import static io.faultline.Vectors.text;
import static io.faultline.Vectors.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.faultline.Vectors;
import io.faultline.market.PositionSide;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every reference vector of cluster alarms. */
class StageVectorsTest {
    private final JsonObject vectors = Vectors.beside(StageVectorsTest.class, "alarms.json");

    @TestFactory
    Stream<DynamicTest> stepsAsTheReference() {
        return Vectors.rows(vectors, "cases").map(row -> {
            String name = text(row, "id") + " " + text(row, "title");
            return dynamicTest(name, () -> run(name, row));
        });
    }

    @Test
    void usesTheReferencesConstants() {
        JsonObject constants = vectors.getAsJsonObject("constants");
        assertThat(ClusterAlarmRule.DEFAULT)
                .isEqualTo(new ClusterAlarmRule(
                        number(constants, "perimeter"),
                        number(constants, "rearm_x"),
                        number(constants, "exit_band"),
                        number(constants, "confirm_band"),
                        whole(constants, "confirm_ticks"),
                        number(constants, "next_gap")));
    }

    private static void run(String name, JsonObject row) {
        StageMachine machine = new StageMachine(PositionSide.valueOf(text(row, "side")), ClusterAlarmRule.DEFAULT);
        StageState state = StageState.START;
        for (JsonElement element : row.getAsJsonArray("trace")) {
            JsonObject tick = element.getAsJsonObject();
            String at = name + ", t " + number(tick, "t");
            StageMachine.Step step =
                    machine.step(state, number(tick, "price"), edges(tick), numberOrNull(tick, "next_near"));
            state = step.state();
            assertThat(step.events()).as(at).isEqualTo(events(tick));
            assertThat(state.stage().name()).as(at).isEqualTo(text(tick, "state"));
        }
    }

    private static @Nullable Edges edges(JsonObject tick) {
        return tick.get("near").isJsonNull() ? null : new Edges(number(tick, "near"), number(tick, "far"));
    }

    private static List<StageEvent> events(JsonObject tick) {
        return Vectors.elements(tick.getAsJsonArray("events"))
                .map(JsonElement::getAsJsonArray)
                .map(event -> new StageEvent(
                        StageEvent.Kind.valueOf(event.get(0).getAsString()),
                        StageEvent.Cause.valueOf(event.get(1).getAsString())))
                .toList();
    }
}
