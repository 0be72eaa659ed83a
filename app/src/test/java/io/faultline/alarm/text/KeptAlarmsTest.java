package io.faultline.alarm.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.PriceRule.Direction;
import io.faultline.alarm.Signal;
import io.faultline.alarm.WatchState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAlarmsTest {
    private final List<AlarmRow> rows = new ArrayList<>();

    KeptAlarmsTest() {
        AlarmTextTest.alarms().limit(1).forEach(alarm -> rows.add(new AlarmRow("alarm", "17", AlarmText.write(alarm))));
        rows.add(new AlarmRow("alarm-log", "BTCUSDT-12", LogText.write(AlarmTextTest.entry(12, Signal.ENTRY))));
    }

    @Test
    void readsTheRestAndLeavesAloneWhatCannotBeRead() {
        rows.add(new AlarmRow("alarm", "99", "{\"v\":7}"));
        rows.add(new AlarmRow("alarm-log", "BTCUSDT-40", "torn"));
        rows.add(new AlarmRow("alarm-watch", "BTCUSDT", "{}"));
        rows.add(new AlarmRow("tracker", "BTCUSDT", "{\"v\":1,\"tracks\":[{}]}"));
        rows.add(new AlarmRow("note", "1", "somebody else's"));
        KeptAlarms kept = KeptAlarms.read(rows);
        assertThat(kept.problems()).hasSize(4).anyMatch(words -> words.contains("newer Faultline (form 7"));
        WatchState state = kept.of("BTCUSDT");
        assertThat(state.alarms().alarms()).hasSize(1);
        assertThat(state.log()).hasSize(1);
    }

    @Test
    void givesNoNumberTwiceEvenOfWhatCannotBeRead() {
        rows.add(new AlarmRow("alarm", "99", "torn"));
        rows.add(new AlarmRow("alarm-log", "BTCUSDT-40", "torn"));
        KeptAlarms kept = KeptAlarms.read(rows);
        assertThat(kept.highestId()).isEqualTo(99);
        assertThat(kept.of("BTCUSDT").nextNumber()).isEqualTo(41);
        assertThat(kept.of("BTCUSDT").tracker().nextId())
                .as("alarm 17 goes by cluster 7")
                .isEqualTo(8);
    }

    @Test
    void beginsWithNothingWhereNothingWasKept() {
        assertThat(KeptAlarms.read(List.of()).of("ETHUSDT")).isEqualTo(WatchState.empty("ETHUSDT"));
        assertThat(KeptAlarms.read(rows).bySymbol().keySet()).containsExactly("BTCUSDT");
    }

    @Test
    void namesTheSymbolsThatMustBeFed() {
        assertThat(KeptAlarms.read(rows).armedSymbols()).as("switched off").isEmpty();
        Alarm on = PriceAlarm.at(
                new AlarmHead(3, "ETHUSDT", "round"), new PriceRule(4_000, Direction.EITHER, 0.001, false), null);
        rows.add(new AlarmRow("alarm", "3", AlarmText.write(on)));
        assertThat(KeptAlarms.read(rows).armedSymbols()).containsExactly("ETHUSDT");
    }
}
