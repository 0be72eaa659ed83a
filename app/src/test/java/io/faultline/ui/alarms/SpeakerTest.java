package io.faultline.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.alarm.sound.Tone;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    @Test
    void saysOnceThatThereIsNoSoundDeviceAndGoesOnTrying() {
        List<String> said = new CopyOnWriteArrayList<>();
        AtomicInteger tried = new AtomicInteger();
        Speaker.Device none = format -> {
            if (tried.incrementAndGet() == 1) {
                throw new IllegalArgumentException("no line matches " + format);
            }
            throw new LineUnavailableException("taken");
        };
        try (Speaker speaker = new Speaker(said::add, none)) {
            speaker.play(Tone.ENTRY, 1, () -> true);
            await().until(() -> tried.get() == 1);
            speaker.play(Tone.ENTRY, 1, () -> true);
            await().until(() -> tried.get() == 2);
        }

        assertThat(said).containsExactly("Alarms cannot be heard: this computer has no sound device that takes them");
    }
}
