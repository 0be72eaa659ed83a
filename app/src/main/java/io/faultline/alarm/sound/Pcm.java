package io.faultline.alarm.sound;

/** Samples of {@link Tone}s: 44,100 a second, 16 bits, signed, one channel. */
public final class Pcm {
    /** Samples a second. */
    public static final int RATE = 44_100;

    private static final double ATTACK_MILLIS = 10;
    private static final double RELEASE_MILLIS = 60;

    /** A second voice an octave above makes a small loudspeaker's low notes heard. */
    private static final double OVERTONE = 0.2;

    private static final double LOUDEST = Short.MAX_VALUE / (1 + OVERTONE);

    private Pcm() {}

    /** @param volume 0 to 1 */
    public static short[] samples(Tone tone, double volume) {
        if (!(volume >= 0 && volume <= 1)) {
            throw new IllegalArgumentException("a volume of " + volume);
        }
        int note = count(tone.noteMillis());
        int rest = count(tone.restMillis());
        int notes = tone.hertz().size();
        short[] samples = new short[notes * note + (notes - 1) * rest];
        double peak = LOUDEST * tone.loudness() * volume;
        for (int n = 0; n < notes; n++) {
            play(samples, n * (note + rest), note, tone.hertz().get(n), peak);
        }
        return samples;
    }

    /** The same as bytes, the low one of each sample first. */
    public static byte[] bytes(Tone tone, double volume) {
        short[] samples = samples(tone, volume);
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }

    private static void play(short[] samples, int from, int length, double hertz, double peak) {
        for (int i = 0; i < length; i++) {
            double phase = 2 * Math.PI * hertz * i / RATE;
            double wave = Math.sin(phase) + OVERTONE * Math.sin(2 * phase);
            samples[from + i] = (short) Math.round(peak * envelope(i, length) * wave);
        }
    }

    /** Rises and falls as half a cosine: a note that begins or ends at once clicks. */
    private static double envelope(int i, int length) {
        double in = Math.min(1, i / (ATTACK_MILLIS * RATE / 1000));
        double out = Math.min(1, (length - 1 - i) / (RELEASE_MILLIS * RATE / 1000));
        return ease(in) * ease(out);
    }

    private static double ease(double share) {
        return 0.5 - 0.5 * Math.cos(Math.PI * share);
    }

    private static int count(int millis) {
        return millis * RATE / 1000;
    }
}
