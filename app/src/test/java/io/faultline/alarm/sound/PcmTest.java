package io.faultline.alarm.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.alarm.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcmTest {
    @ParameterizedTest
    @EnumSource
    void playsEachNoteAtItsPitch(Tone tone) {
        short[] samples = Pcm.samples(tone, 1);
        int step = (tone.noteMillis() + tone.restMillis()) * Pcm.RATE / 1000;
        int length = tone.noteMillis() * Pcm.RATE / 1000;
        for (int n = 0; n < tone.hertz().size(); n++) {
            double pitch = tone.hertz().get(n);
            double there = strength(samples, n * step, length, pitch);
            for (double other : new double[] {220, 440, 660, 880, 1175, 1568}) {
                if (Math.abs(other - pitch) > 1 && Math.abs(other - 2 * pitch) > 1) {
                    assertThat(strength(samples, n * step, length, other))
                            .as("%s, note %d: %s Hz against %s Hz", tone, n, other, pitch)
                            .isLessThan(there / 20);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neitherClicksNorClips(Tone tone) {
        short[] samples = Pcm.samples(tone, 1);
        assertThat(samples[0]).isZero();
        assertThat(samples[samples.length - 1]).isZero();
        double steepest = 0;
        int peak = 0;
        for (int i = 1; i < samples.length; i++) {
            steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        double highest =
                tone.hertz().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertThat(steepest).isLessThan(1.5 * 2 * Math.PI * highest / Pcm.RATE * peak);
        assertThat(peak / 32_767.0).isBetween(0.7 * tone.loudness(), tone.loudness());
    }

    @Test
    void isAsLoudAsAsked() {
        assertThat(Pcm.samples(Tone.ENTRY, 0)).containsOnly((short) 0);
        assertThat(peak(Pcm.samples(Tone.ENTRY, 0.5)) / (double) peak(Pcm.samples(Tone.ENTRY, 1)))
                .isBetween(0.49, 0.51);
        assertThat(peak(Pcm.samples(Tone.PERIMETER, 1))).isLessThan(peak(Pcm.samples(Tone.ENTRY, 1)));
        assertThatThrownBy(() -> Pcm.samples(Tone.ENTRY, 1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pcm.samples(Tone.ENTRY, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesTheSameAsBytes() {
        short[] samples = Pcm.samples(Tone.CASCADE, 0.7);
        byte[] bytes = Pcm.bytes(Tone.CASCADE, 0.7);
        assertThat(bytes).hasSize(2 * samples.length);
        for (int i = 0; i < samples.length; i++) {
            assertThat((short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8)).isEqualTo(samples[i]);
        }
    }

    @Test
    void givesEachStageItsOwnSound() {
        assertThat(Tone.of(Signal.PERIMETER)).contains(Tone.PERIMETER);
        assertThat(Tone.of(Signal.PRICE_REACHED)).contains(Tone.ENTRY);
        assertThat(Tone.of(Signal.CASCADE)).contains(Tone.CASCADE);
        assertThat(Tone.of(Signal.REARMED)).isEmpty();
        for (Signal signal : Signal.values()) {
            assertThat(Tone.of(signal).isPresent()).isEqualTo(signal.sounds());
        }
    }

    private static int peak(short[] samples) {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** Amplitude at one pitch. */
    private static double strength(short[] samples, int from, int length, double hertz) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < length; i++) {
            double phase = 2 * Math.PI * hertz * i / Pcm.RATE;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
            cosine += window * samples[from + i] * Math.cos(phase);
            sine += window * samples[from + i] * Math.sin(phase);
        }
        return Math.hypot(cosine, sine) / length;
    }
}
