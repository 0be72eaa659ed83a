package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.PositionSide;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of the rules for sounds see {@link SoundTest}; here, that they meet what is shown. */
class AlarmVoiceTest {
    private final AlarmVoice voice = new AlarmVoice();
    private final Watch watch = new Watch(Watch.price(1, 100), Watch.price(2, 101)).see(99, 99);

    private List<SoundVerdict> hear() {
        return voice.hear(watch.watch.view(), watch.inbox, SoundSettings.DEFAULT, watch.exchange + watch.lag).stream()
                .map(AlarmVoice.Judged::verdict)
                .toList();
    }

    @Test
    void judgesEveryLineOnce() {
        watch.see(100);
        assertThat(hear()).containsExactly(SoundVerdict.PLAY);
        assertThat(hear()).isEmpty();
        watch.see(101);
        assertThat(hear()).containsExactly(SoundVerdict.PLAY);
    }

    @Test
    void isSilentFromTheInstantWhenTheUserSaysSo() {
        watch.see(100);
        watch.send(new AlarmCommand.Switch(Set.of(1L), false));
        assertThat(hear()).as("the watch has not heard of it yet").containsExactly(SoundVerdict.OFF);
        watch.see(101);
        watch.send(new AlarmCommand.Remove(Set.of(2L)));
        assertThat(hear()).containsExactly(SoundVerdict.OFF);
    }

    @Test
    void isSilentFromTheInstantOfASnooze() {
        watch.see(100);
        watch.send(new AlarmCommand.Snooze(Set.of(1L), watch.exchange + 300_000));
        assertThat(hear()).containsExactly(SoundVerdict.OFF);
        watch.see(99.8, 100);
        assertThat(hear()).containsExactly(SoundVerdict.SNOOZED);
    }

    @Test
    void isNotStartledByWhatAnEarlierRunHasTold() {
        watch.see(100).restart();
        watch.lag -= 3_600_000; // whatever our clock says now
        watch.see(100.2);
        assertThat(hear()).isEmpty();
    }

    @Test
    void letsTheGravestSoundFirst() {
        Watch many = new Watch(
                        Watch.price(1, 100),
                        Watch.cluster(2, Tracks.live(1, PositionSide.SHORT, 101.9, 102.5, 1e6)),
                        Watch.cluster(3, Tracks.live(2, PositionSide.SHORT, 101.95, 102.5, 1e6)),
                        Watch.cluster(4, Tracks.live(3, PositionSide.SHORT, 101.96, 102.5, 1e6)),
                        Watch.cluster(5, Tracks.live(4, PositionSide.SHORT, 101.97, 102.5, 1e6)))
                .settled(
                        Tracks.live(1, PositionSide.SHORT, 101.9, 102.5, 1e6),
                        Tracks.live(2, PositionSide.SHORT, 101.95, 102.5, 1e6),
                        Tracks.live(3, PositionSide.SHORT, 101.96, 102.5, 1e6),
                        Tracks.live(4, PositionSide.SHORT, 101.97, 102.5, 1e6))
                .see(99, 99, 100.1);
        List<AlarmVoice.Judged> judged =
                voice.hear(many.watch.view(), many.inbox, SoundSettings.DEFAULT, many.exchange + 300);
        assertThat(judged).hasSize(5);
        assertThat(judged.get(0).entry().firing().signal()).isEqualTo(Signal.PRICE_REACHED);
        assertThat(judged).extracting(AlarmVoice.Judged::verdict).endsWith(SoundVerdict.PLAY, SoundVerdict.TOO_MANY);
    }

    @Test
    void tellsTheLossOfDataUnlessMuted() {
        assertThat(voice.hearLoss(SoundSettings.DEFAULT, 0)).isEqualTo(SoundVerdict.PLAY);
        assertThat(voice.hearLoss(new SoundSettings(true, null, 0, 500), 0)).isEqualTo(SoundVerdict.MUTED);
    }
}
