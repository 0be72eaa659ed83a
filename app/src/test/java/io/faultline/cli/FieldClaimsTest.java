package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.faultline.ledger.Proportion;
import io.faultline.ledger.Quartiles;
import io.faultline.ledger.ReachRow;
import io.faultline.ledger.ReachTable;
import io.faultline.ledger.Scoreboard;
import io.faultline.ledger.SweepScores;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldClaimsTest {
    private static ReachRow row(@Nullable PathState path, int touched, int seen, int reversed, int through) {
        return new ReachRow(path, null, null, new Proportion(touched, seen), reversed, through, Map.of());
    }

    @Test
    void whatABandDidStandsBesideTheFieldsClaimOnceThereIsEnough() {
        SweepScores nothing = SweepScores.of(List.of());
        Scoreboard board = new Scoreboard(
                new ReachTable(List.of(), 0),
                List.of(),
                0,
                new SweepScores(
                        47,
                        nothing.firedShare(),
                        nothing.priceError(),
                        Map.of(),
                        nothing.fast(),
                        nothing.slow(),
                        Map.of(
                                SizeBand.SMALL, new SweepScores.Effect(.0042, new Proportion(25, 40)),
                                SizeBand.LARGE, new SweepScores.Effect(.01, new Proportion(1, 7)))),
                Scoreboard.of(List.of(), DistanceProfile.NARROW).heavier());
        JsonObject json = new JsonObject();
        BoardJson.add(json, board);

        assertThat(json.getAsJsonArray("sizes")).hasSize(1);
        assertThat(json.getAsJsonArray("sizes")
                        .get(0)
                        .getAsJsonObject()
                        .get("absorbed")
                        .getAsDouble())
                .isEqualTo(.625);
        assertThat(BoardText.of(board))
                .containsPattern("small +n +40 +median way 0.42 %, absorbed 62.5 % .* the field: absorbed")
                .containsPattern("large +n +7 +not enough +the field: a push");
    }

    private static Scoreboard board(Quartiles fired, ReachRow... rows) {
        SweepScores nothing = SweepScores.of(List.of());
        SweepScores sweeps = new SweepScores(
                fired.n(),
                fired,
                nothing.priceError(),
                nothing.byPath(),
                nothing.fast(),
                nothing.slow(),
                nothing.bySize());
        return new Scoreboard(
                new ReachTable(List.of(rows), 200),
                List.of(),
                0,
                sweeps,
                Scoreboard.of(List.of(), DistanceProfile.NARROW).heavier());
    }

    private final Scoreboard measured = board(
            new Quartiles(.14, .21, .65, 26),
            row(null, 100, 200, 38, 55),
            row(PathState.HOLLOW, 20, 100, 8, 10),
            row(PathState.DEFENDED, 9, 60, 4, 3));

    @Test
    void eachClaimStandsBesideWhatWasMeasuredWithItsInterval() {
        String text = BoardText.of(measured);
        assertThat(text.lines().filter(line -> line.startsWith("  hollow path")))
                .singleElement()
                .asString()
                .contains("above 70 %", "20.0 % (15 to 26), n 100", "not so here");
        assertThat(text.lines().filter(line -> line.startsWith("  defended path")))
                .singleElement()
                .asString()
                .contains("below 30 %", "15.0 % (10 to 22), n 60", "agrees");
        assertThat(text).contains("55.0 % (49 to 61), n 100", "38.0 % (32 to 44), n 100", "21.0 % (14 to 65), n 26");
    }

    @Test
    void inJsonTheyAreFigures() {
        JsonObject json = new JsonObject();
        BoardJson.add(json, measured);
        JsonObject hollow = json.getAsJsonArray("claims").get(0).getAsJsonObject();
        assertThat(hollow.get("claim").getAsString()).isEqualTo("hollowReached");
        assertThat(hollow.get("measured").getAsDouble()).isEqualTo(.2);
        assertThat(hollow.get("low").getAsDouble()).isLessThan(.2);
        assertThat(hollow.get("high").getAsDouble()).isBetween(.2, .7);
        assertThat(hollow.get("n").getAsInt()).isEqualTo(100);
        assertThat(hollow.get("agrees").getAsBoolean()).isFalse();
        assertThat(json.getAsJsonArray("claims")).hasSize(5);
    }

    @Test
    void whatThereIsTooLittleOfIsAbsentAndSaysHowMuchIsMissing() {
        Scoreboard little = board(new Quartiles(.1, .2, .3, 9), row(null, 12, 200, 5, 6));
        JsonObject json = new JsonObject();
        BoardJson.add(json, little);
        JsonElement claims = json.get("claims");
        assertThat(claims).isNull();
        assertThat(BoardText.of(little))
                .contains("needs 18 more, has 12", "needs 1 more, has 9", "fewer than 30 of them");
    }
}
