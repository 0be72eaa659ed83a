package io.faultline.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.alarm.AlarmCommand;
import io.faultline.alarm.AlarmHead;
import io.faultline.alarm.AlarmSettings;
import io.faultline.alarm.PriceAlarm;
import io.faultline.alarm.PriceRule;
import io.faultline.alarm.SoundSettings;
import io.faultline.alarm.sound.Tone;
import io.faultline.desk.AlarmStand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmBellTest {
    private final List<Tone> played = new ArrayList<>();
    private final List<BooleanSupplier> wanted = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private final AlarmStand stand = new AlarmStand("BTCUSDT", 1_778_595_700_000L);
    private final AlarmBell bell = new AlarmBell(
            new AlarmBell.Outlets(
                    (tone, volume, still) -> {
                        played.add(tone);
                        wanted.add(still);
                    },
                    (title, words) -> notices.add(title + " · " + words),
                    pictures::add),
            stand::nowMillis);

    AlarmBellTest() {
        bell.boards(Map.of(stand.board(), ""));
    }

    @AfterEach
    void close() {
        bell.close();
    }

    @Test
    void playsAndNotifiesOnceWhenAnAlarmFires() {
        arm(100);
        stand.marks(99, 99.5, 100.2);
        bell.listen();
        bell.listen();

        assertThat(played).containsExactly(Tone.ENTRY);
        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("BTC price ≥ 100 · 2026-")
                .contains("at 100.2");
        assertThat(pictures).isEmpty();
    }

    @Test
    void beginsANoticeWithTheMarketThatIsNotTheLiveOne() {
        bell.boards(Map.of(stand.board(), "PRACTICE seed 7 · "));
        arm(100);
        stand.marks(99, 99.5, 100.2);
        bell.listen();

        assertThat(notices).singleElement().asString().startsWith("PRACTICE seed 7 · BTC price ≥ 100 · ");
    }

    @Test
    void isSilentWhenMutedAndStopsWhatIsPlaying() {
        arm(100);
        arm(102);
        stand.marks(99, 99.5, 100.2);
        bell.listen();
        assertThat(wanted.get(0).getAsBoolean()).isTrue();
        mute();
        assertThat(wanted.get(0).getAsBoolean()).isFalse();
        stand.marks(101, 102.5);
        bell.listen();

        assertThat(played).hasSize(1);
        assertThat(notices).as("it is told all the same").hasSize(2);
    }

    @Test
    void takesAPictureAndNoNotificationWhereTheUserWantsThat() {
        AlarmSettings usual = AlarmSettings.DEFAULT;
        stand.board().settings(new AlarmSettings(usual.sounds(), 1, false, true, usual.perimeter()));
        arm(100);
        stand.marks(99, 99.5, 100.2);
        bell.listen();

        assertThat(notices).isEmpty();
        assertThat(pictures).containsExactly("BTCUSDT");
    }

    @Test
    void saysNothingOfWhatItHasNotHeardInTime() {
        arm(100);
        stand.marks(99, 99.5, 100.2);
        stand.later(10_000);
        bell.listen();

        assertThat(played).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void soundsTheLossOfAllMarksWhileSomethingIsArmed() {
        arm(100);
        stand.marks(99, 99.1);
        bell.listen();
        stand.later(60_000);
        bell.listen();
        bell.listen();

        assertThat(played).containsExactly(Tone.LOST);
        assertThat(bell.armed()).isEqualTo(1);
    }

    private void mute() {
        SoundSettings sounds = AlarmSettings.DEFAULT.sounds();
        stand.board()
                .settings(AlarmSettings.DEFAULT.with(
                        new SoundSettings(true, null, sounds.coolDownMillis(), sounds.staleMillis())));
    }

    private void arm(double level) {
        long id = stand.board().nextId();
        PriceRule rule = new PriceRule(level, PriceRule.Direction.RISING, 0.001, false);
        AlarmHead head = new AlarmHead(id, "BTCUSDT", "price ≥ " + Math.round(level));
        stand.board().send("BTCUSDT", new AlarmCommand.Add(PriceAlarm.at(head, rule, null)));
    }
}
