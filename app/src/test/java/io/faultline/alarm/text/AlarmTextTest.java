package io.faultline.alarm.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.alarm.Aftermath;
import io.faultline.alarm.Alarm;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.ClusterAlarm;
import io.faultline.alarm.ClusterAlarmRule;
import io.faultline.alarm.Edges;
import io.faultline.alarm.Firing;
import io.faultline.alarm.ForcedPrint;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.QuietHours;
import io.faultline.alarm.Signal;
import io.faultline.alarm.SizeAlarm;
import io.faultline.alarm.SizeRule;
import io.faultline.alarm.SoundSettings;
import io.faultline.alarm.Stage;
import io.faultline.alarm.StageEvent;
import io.faultline.alarm.StageState;
import io.faultline.alarm.StandingAlarm;
import io.faultline.alarm.StandingRule;
import io.faultline.liquidation.cluster.ClusterDetector;
import io.faultline.liquidation.cluster.ClusterTracker;
import io.faultline.liquidation.cluster.DetectionRule;
import io.faultline.liquidation.cluster.IdentityRule;
import io.faultline.liquidation.cluster.Profile;
import io.faultline.liquidation.cluster.TrackerState;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmTextTest {
    private static final AlarmHead HEAD =
            new AlarmHead(17, "BTCUSDT", "„L1“ \n\t\" \u0000 漢", false, 1_700_000_000_123L);

    static Stream<Alarm> alarms() {
        ForcedPrint print = new ForcedPrint(Venue.OKX, 1, 2, PositionSide.SHORT, 0.1 + 0.2, 1e-300);
        return Stream.of(
                new ClusterAlarm(
                        HEAD,
                        7,
                        "L1",
                        PositionSide.LONG,
                        new ClusterAlarmRule(0.1 / 3, 1.3, 0.001, 0.0005, 3, 0.04),
                        EnumSet.of(Signal.ENTRY, Signal.CASCADE),
                        new StageState(Stage.INSIDE, new Edges(100.1, 99 + 1e-12), 95.3, 1),
                        EnumSet.of(Signal.PERIMETER),
                        true,
                        false),
                new ClusterAlarm(
                        HEAD,
                        8,
                        "S1",
                        PositionSide.SHORT,
                        ClusterAlarmRule.DEFAULT,
                        Set.of(),
                        StageState.START,
                        Set.of(),
                        true,
                        false),
                new PriceAlarm(
                        HEAD,
                        new PriceRule(1.0 / 3, PriceRule.Direction.FALLING, 0.0123, true),
                        new PriceAlarm.Origin(3, 101.7),
                        PriceAlarm.Approach.NONE,
                        true),
                PriceAlarm.at(HEAD, new PriceRule(9e-9, PriceRule.Direction.EITHER, 0.001, false), null),
                new SizeAlarm(HEAD, new SizeRule(PositionSide.LONG, 1e6, 60_000, 0.5), List.of(print, print), true),
                SizeAlarm.of(HEAD, new SizeRule(null, Double.MIN_VALUE, 1_000, 0.1)),
                new StandingAlarm(
                        HEAD,
                        new StandingRule(5e7, EnumSet.of(Signal.CLUSTER_BORN, Signal.CLUSTER_NEAR), 0.02),
                        true,
                        Set.of(1, 2, Integer.MAX_VALUE),
                        Set.of(2),
                        Set.of()));
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void readsWhatItHasWrittenToTheBit(Alarm alarm) throws BadTextException {
        assertThat(AlarmText.read("alarm 17", AlarmText.write(alarm))).isEqualTo(alarm);
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void ignoresFieldsThatItDoesNotKnow(Alarm alarm) throws BadTextException {
        String richer = AlarmText.write(alarm)
                .replace("\"state\":{", "\"state\":{\"mood\":[{}],")
                .replaceFirst("\\{", "{\"colour\":\"red\",");
        assertThat(AlarmText.read("alarm 17", richer)).isEqualTo(alarm);
    }

    /** Every single character struck from a text gives the same alarm, another one, or words; never anything else. */
    @ParameterizedTest
    @MethodSource("alarms")
    void neverFailsOtherThanInWords(Alarm alarm) {
        String text = AlarmText.write(alarm);
        int refused = 0;
        for (int i = 0; i < text.length(); i++) {
            for (String other : List.of("", "0", "-", "x", "\"", "}")) {
                try {
                    AlarmText.read("alarm 17", text.substring(0, i) + other + text.substring(i + 1));
                } catch (BadTextException e) {
                    assertThat(e.getMessage()).startsWith("alarm 17").doesNotContain("\n", "Exception");
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "level":100.0     | "level":"100"      | alarm 3: level is "100", not a number
            "level":100.0     | "level":1e999      | alarm 3: level is 1e999, not a number
            "level":100.0     | "level":-5         | alarm 3: no price: -5.0
            "level":100.0,    | ''                 | alarm 3: level is missing
            "level":100.0     | "level":null       | alarm 3: level is missing
            "EITHER"          | "SIDEWAYS"         | alarm 3: direction is "SIDEWAYS", not one of [RISING, FALLING, EITHER]
            "rearm":0.001     | "rearm":0.9        | alarm 3: re-arm is out of range: 0.9
            "type":"price"    | "type":"weather"   | alarm 3: type is weather, not cluster, price, size or standing
            "id":3            | "id":0             | alarm 3: its id is 0
            "id":3            | "id":3.5           | alarm 3: id is 3.5, not a whole number
            "once":false      | "once":"no"        | alarm 3: once is "no", not true or false
            "BTCUSDT"         | ""                 | alarm 3: no symbol is called ""
            "v":1             | "v":2              | alarm 3 was written by a newer Faultline (form 2, this one knows 1)
            "state":{         | "state":7,"x":{    | alarm 3: state is 7, not an object
            "UNSEEN"          | ["UNSEEN"]         | alarm 3: approach is ["UNSEEN"], not a single value
            """)
    void saysWhatIsWrongAndWhere(String field, String wrong, String words) {
        PriceAlarm alarm = PriceAlarm.at(
                new AlarmHead(3, "BTCUSDT", "round"),
                new PriceRule(100, PriceRule.Direction.EITHER, 0.001, false),
                null);
        String text = AlarmText.write(alarm);
        assertThat(text).contains(field);
        assertThatThrownBy(() -> AlarmText.read("alarm 3", text.replace(field, wrong)))
                .isInstanceOf(BadTextException.class)
                .hasMessage(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | alarm 3 is not one JSON object
            [1]           | alarm 3 is not one JSON object
            {"v":1} {}    | alarm 3 is
            {'v':1}       | alarm 3 is no JSON
            {"v":1        | alarm 3 is no JSON (line 1, column
            {"v":NaN}     | alarm 3 is no JSON
            nonsense      | alarm 3 is
            """)
    void takesNothingForJsonThatIsNone(String text, String words) {
        assertThatThrownBy(() -> AlarmText.read("alarm 3", text))
                .isInstanceOf(BadTextException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    void refusesAClusterThatIsInsideOut() {
        ClusterAlarm alarm = (ClusterAlarm) alarms().findFirst().orElseThrow();
        String text = AlarmText.write(alarm).replace("\"near\":100.1", "\"near\":90.0");
        assertThatThrownBy(() -> AlarmText.read("alarm 17", text)).hasMessageContaining("cannot reach from 90.0");
        String edgeless = AlarmText.write(alarm).replace("\"near\":100.1", "\"near\":null");
        assertThatThrownBy(() -> AlarmText.read("alarm 17", edgeless)).hasMessageContaining("INSIDE without edges");
    }

    @Test
    void keepsTheNamesOfClustersToTheBit() throws BadTextException {
        SplittableRandom random = new SplittableRandom(4);
        ClusterTracker tracker = new ClusterTracker(IdentityRule.DEFAULT, TrackerState.EMPTY);
        ClusterDetector detector = new ClusterDetector(DetectionRule.DEFAULT);
        double centre = 60;
        for (int update = 0; update < 90; update++) {
            double[] usd = new double[300];
            for (int i = 0; i < usd.length; i++) {
                double z = (i - centre) / 4;
                double far = (i - 200) / 6.0;
                usd[i] = 4e7 * Math.exp(-0.5 * z * z) + (update % 20 < 15 ? 3e7 * Math.exp(-0.5 * far * far) : 0);
            }
            centre += random.nextDouble(-2, 2);
            tracker.update(detector.detect(new Profile(PositionSide.LONG, 9_000, usd), 1e9), update * 10_000L);
            TrackerState read = TrackerText.read("clusters", TrackerText.write(tracker.state()));
            assertThat(read).isEqualTo(tracker.state());
        }
        assertThat(tracker.state().nextLong()).isGreaterThan(2);
    }

    @Test
    void refusesClustersThatCannotBe() {
        String text = TrackerText.write(TrackerState.EMPTY).replace("[]", "[{\"first\":1,\"usd\":[]}]");
        assertThatThrownBy(() -> TrackerText.read("clusters of BTCUSDT", text))
                .isInstanceOf(BadTextException.class)
                .hasMessage("clusters of BTCUSDT: a body of no bins");
    }

    @Test
    void keepsTheLogToTheBit() throws BadTextException {
        LogEntry entry = entry(12, Signal.CASCADE);
        assertThat(LogText.read("line", LogText.write(entry))).isEqualTo(entry);
    }

    @Test
    void keepsSettings() throws BadTextException {
        SoundSettings sounds = new SoundSettings(
                true,
                new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin")),
                5_000,
                2_000);
        AlarmSettings settings = new AlarmSettings(sounds, 0.25, false, true, 0.03);
        assertThat(SettingsText.read(SettingsText.write(settings))).isEqualTo(settings);
        assertThat(SettingsText.read(SettingsText.write(AlarmSettings.DEFAULT))).isEqualTo(AlarmSettings.DEFAULT);
        assertThatThrownBy(
                        () -> SettingsText.read(SettingsText.write(settings).replace("Europe/Berlin", "Atlantis/Sunk")))
                .isInstanceOf(BadTextException.class)
                .hasMessageContaining("quiet hours");
        assertThatThrownBy(() -> SettingsText.read(SettingsText.write(settings).replace("0.25", "7")))
                .isInstanceOf(BadTextException.class)
                .hasMessageContaining("volume 7");
    }

    static LogEntry entry(long number, Signal signal) {
        Firing firing = new Firing(
                HEAD,
                signal,
                StageEvent.Cause.MIGRATION,
                1_700_000_000_000L,
                1_700_000_000_300L,
                100.0 / 3,
                "L1",
                8e7,
                9_000,
                Freshness.AFTER_GAP);
        return new LogEntry(
                number, new Aftermath(firing, 34, 33, 33.5, 1_700_003_600_000L, true), "path hollow 0.18×", true);
    }
}
