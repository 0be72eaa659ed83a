package io.faultline.alarm.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.alarm.Alarm;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.Edges;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.Signal;
import io.faultline.alarm.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What leaves the program: the list of alarms, and the lines that a script follows. */
class AlarmFileTest {
    private final List<Alarm> alarms = AlarmTextTest.alarms().toList();

    @Test
    void importsWhatItHasExportedWithoutWhatItRemembers() throws BadTextException {
        AlarmFile.Contents read = AlarmFile.read(AlarmFile.write(alarms, 1_700_000_000_000L));
        assertThat(read.refused()).isEmpty();
        assertThat(read.alarms()).hasSameSizeAs(alarms);
        for (int i = 0; i < alarms.size(); i++) {
            assertThat(read.alarms().get(i)).hasSameClassAs(alarms.get(i));
            assertThat(read.alarms().get(i).id()).isZero();
            assertThat(read.alarms().get(i).head().name())
                    .isEqualTo(alarms.get(i).head().name());
            assertThat(read.alarms().get(i).head().on()).isFalse();
        }
        ClusterAlarm cluster = (ClusterAlarm) read.alarms().get(0);
        assertThat(cluster.state().stage()).isEqualTo(Stage.IDLE);
        assertThat(cluster.state().edges()).isEqualTo(new Edges(100.1, 99 + 1e-12));
        assertThat(cluster.acknowledged()).isEmpty();
        assertThat(cluster.rule()).isEqualTo(((ClusterAlarm) alarms.get(0)).rule());
        PriceAlarm price = (PriceAlarm) read.alarms().get(2);
        assertThat(price.done()).isFalse();
        assertThat(price.origin())
                .as("a cluster's number means nothing elsewhere")
                .isNull();
    }

    @Test
    void importsTheRestWhenOneAlarmIsNonsense() throws BadTextException {
        String text = AlarmFile.write(alarms, 0).replace("\"windowMillis\": 60000", "\"windowMillis\": 5");
        AlarmFile.Contents read = AlarmFile.read(text);
        assertThat(read.alarms()).hasSize(alarms.size() - 1);
        assertThat(read.refused()).containsExactly("alarm 5 of the file: window is out of range: 5 ms");
    }

    @Test
    void isReadWhenPeopleHaveWrittenIt() throws BadTextException {
        AlarmFile.Contents read = AlarmFile.read("""
                {"faultline": "alarms", "v": 1, "made by": "hand", "alarms": [
                  {"type": "price", "symbol": "ETHUSDT", "name": "round", "on": true,
                   "level": 4000, "direction": "rising", "rearm": 0.002, "once": true}]}
                """);
        assertThat(((PriceAlarm) read.alarms().get(0)).rule().level()).isEqualTo(4_000);
    }

    @Test
    void refusesFilesThatAreNoListOfAlarms() {
        assertThatThrownBy(() -> AlarmFile.read("{\"alarms\": []}")).hasMessageContaining("no list of alarms");
        assertThatThrownBy(() -> AlarmFile.read("symbol;level\nBTC;5")).hasMessageContaining("no JSON");
        assertThatThrownBy(() -> AlarmFile.read("{\"faultline\":\"alarms\",\"v\":9,\"alarms\":[]}"))
                .hasMessageContaining("newer Faultline");
        assertThatThrownBy(() -> AlarmFile.read(" ".repeat(5 << 20))).hasMessageContaining("too large");
        assertThatThrownBy(() -> AlarmFile.read("[".repeat(1 << 20))).isInstanceOf(BadTextException.class);
    }

    @Test
    void writesALineForAScriptWhenAnAlarmFiresAndWhenItsHourIsOver() {
        LogEntry entry = AlarmTextTest.entry(12, Signal.CASCADE);
        String line = AlarmLines.fired(entry, "PRACTICE");
        assertThat(line).doesNotContain("\n");
        JsonObject fired = JsonParser.parseString(line).getAsJsonObject();
        assertThat(fired.get("type").getAsString()).isEqualTo("fired");
        assertThat(fired.get("id").getAsString()).isEqualTo("BTCUSDT-12");
        assertThat(fired.get("market").getAsString()).isEqualTo("PRACTICE");
        assertThat(fired.get("time").getAsString()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(fired.get("signal").getAsString()).isEqualTo("CASCADE");
        assertThat(fired.get("price").getAsDouble()).isEqualTo(100.0 / 3);
        assertThat(fired.get("usd").getAsDouble()).isEqualTo(8e7);
        JsonObject next =
                JsonParser.parseString(AlarmLines.followed(entry, "LIVE")).getAsJsonObject();
        assertThat(next.get("type").getAsString()).isEqualTo("next");
        assertThat(next.get("id").getAsString()).isEqualTo("BTCUSDT-12");
        assertThat(next.get("lowest").getAsDouble()).isEqualTo(33);
    }

    @Test
    void knowsWhichLinesAFileLacksAfterAKill() {
        List<LogEntry> log = List.of(
                AlarmTextTest.entry(11, Signal.PERIMETER),
                AlarmTextTest.entry(12, Signal.ENTRY),
                AlarmTextTest.entry(13, Signal.CASCADE));
        String eleven = AlarmLines.fired(log.get(0), "LIVE");
        String twelve = AlarmLines.fired(log.get(1), "LIVE");
        List<String> tail = List.of("{\"type\":\"fi", eleven, twelve, AlarmLines.followed(log.get(0), "LIVE"));
        assertThat(AlarmLines.missing(tail, false, log)).containsExactly(log.get(2));
        assertThat(AlarmLines.missing(
                        List.of(eleven, twelve, twelve.replace("\"number\":12", "\"number\":13")), true, log))
                .isEmpty();
        List<String> others = List.of(eleven.replace("BTCUSDT", "ETHUSDT"));
        assertThat(AlarmLines.missing(others, true, log)).isEqualTo(log);
        assertThat(AlarmLines.missing(others, false, log)).as("who knows").isEmpty();
        assertThat(AlarmLines.missing(List.of(), true, log)).as("a new file").isEmpty();
    }
}
