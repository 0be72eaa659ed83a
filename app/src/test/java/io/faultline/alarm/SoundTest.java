package io.faultline.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoundTest {
    private static final long NOW = 1_732_312_800_000L;
    private static final AlarmHead HEAD = new AlarmHead(1, "BTCUSDT", "L1");
    private final SoundGate gate = new SoundGate(SoundLimiter.standard());

    @Test
    void playsWhatIsFresh() {
        assertThat(judge(firing(1, Signal.ENTRY, Freshness.FRESH), SoundSettings.DEFAULT, NOW))
                .isEqualTo(SoundVerdict.PLAY);
    }

    @Test
    void staysSilentForWhatWasSwitchedOffOrDeletedInBetween() {
        Firing firing = firing(1, Signal.ENTRY, Freshness.FRESH);
        assertThat(gate.judge(firing, Optional.of(HEAD.switched(false)), SoundSettings.DEFAULT, NOW))
                .isEqualTo(SoundVerdict.OFF);
        assertThat(gate.judge(firing, Optional.empty(), SoundSettings.DEFAULT, NOW))
                .isEqualTo(SoundVerdict.OFF);
    }

    @Test
    void staysSilentForWhatIsNotLiveOrWaitedTooLong() {
        for (Freshness old : new Freshness[] {Freshness.AFTER_GAP, Freshness.LATE, Freshness.MISSED}) {
            assertThat(judge(firing(1, Signal.ENTRY, old), SoundSettings.DEFAULT, NOW))
                    .isEqualTo(SoundVerdict.NOT_FRESH);
        }
        assertThat(judge(firing(1, Signal.ENTRY, Freshness.FRESH), SoundSettings.DEFAULT, NOW + 5_001))
                .isEqualTo(SoundVerdict.NOT_FRESH);
    }

    @Test
    void staysSilentWhenMutedSnoozedOrAtQuietHours() {
        Firing firing = firing(1, Signal.ENTRY, Freshness.FRESH);
        assertThat(judge(firing, new SoundSettings(true, null, 60_000, 5_000), NOW))
                .isEqualTo(SoundVerdict.MUTED);
        assertThat(gate.judge(firing, Optional.of(HEAD.snoozed(NOW + 1)), SoundSettings.DEFAULT, NOW))
                .isEqualTo(SoundVerdict.SNOOZED);
        QuietHours evening = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneOffset.UTC);
        assertThat(judge(firing, new SoundSettings(false, evening, 60_000, 5_000), NOW))
                .isEqualTo(SoundVerdict.QUIET_HOURS);
    }

    @Test
    void staysSilentForLinesOfTheLog() {
        assertThat(judge(firing(1, Signal.REARMED, Freshness.FRESH), SoundSettings.DEFAULT, NOW))
                .isEqualTo(SoundVerdict.NOT_WORTH_A_SOUND);
    }

    @Test
    void coolsDownForTheSameStageOfTheSameAlarmOnly() {
        judge(firing(1, Signal.ENTRY, Freshness.FRESH), SoundSettings.DEFAULT, NOW);
        assertThat(judge(firing(1, Signal.ENTRY, Freshness.FRESH), SoundSettings.DEFAULT, NOW + 4_000))
                .isEqualTo(SoundVerdict.COOL_DOWN);
        assertThat(judge(firing(1, Signal.CASCADE, Freshness.FRESH), SoundSettings.DEFAULT, NOW + 4_000))
                .as("the graver stage is heard")
                .isEqualTo(SoundVerdict.PLAY);
        assertThat(judge(firing(2, Signal.ENTRY, Freshness.FRESH), SoundSettings.DEFAULT, NOW + 4_000))
                .isEqualTo(SoundVerdict.PLAY);
    }

    @Test
    void playsAtMostFourInTenSeconds() {
        for (int i = 0; i < 4; i++) {
            assertThat(judge(firing(i, Signal.ENTRY, Freshness.FRESH), SoundSettings.DEFAULT, NOW))
                    .isEqualTo(SoundVerdict.PLAY);
        }
        assertThat(judge(firing(9, Signal.ENTRY, Freshness.FRESH), SoundSettings.DEFAULT, NOW))
                .isEqualTo(SoundVerdict.TOO_MANY);
    }

    @Test
    void neverExceedsTheLimitAndNeverGoesDeafWhateverTheClockDoes() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SoundLimiter limiter = SoundLimiter.standard();
            ArrayDeque<Long> played = new ArrayDeque<>();
            long real = 0;
            long offset = 0;
            for (int i = 0; i < 300; i++) {
                long step = random.nextInt(6_000);
                real += step;
                offset += random.nextInt(20) == 0 ? random.nextLong(-3_600_000, 3_600_000) : 0;
                if (limiter.allow(real + offset)) {
                    played.addLast(real);
                }
            }
            assertThat(limiter.allow(real + offset + 10_000)).as("seed " + seed).isTrue();
            assertThat(played.size()).as("seed " + seed).isGreaterThan(50);
        }
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SoundLimiter limiter = SoundLimiter.standard();
            ArrayDeque<Long> lately = new ArrayDeque<>();
            long real = 0;
            long back = 0;
            for (int i = 0; i < 300; i++) {
                real += random.nextInt(3_000);
                back += random.nextInt(10) == 0 ? random.nextInt(3_600_000) : 0;
                if (limiter.allow(real - back)) {
                    lately.addLast(real);
                }
                while (!lately.isEmpty() && real - lately.getFirst() >= 10_000) {
                    lately.removeFirst();
                }
                assertThat(lately.size()).as("seed %d, step %d", seed, i).isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void knowsQuietHoursOverMidnightInTheUsersZone() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"));
        long tenAtNight = 1_732_309_200_000L;
        assertThat(night.hold(tenAtNight)).isTrue();
        assertThat(night.hold(tenAtNight - 1)).isFalse();
        assertThat(night.hold(tenAtNight + 9 * 3_600_000L - 1)).isTrue();
        assertThat(night.hold(tenAtNight + 9 * 3_600_000L)).isFalse();
        assertThat(new QuietHours(LocalTime.NOON, LocalTime.NOON, ZoneOffset.UTC).hold(tenAtNight))
                .isFalse();
        assertThat(new QuietHours(LocalTime.of(20, 0), LocalTime.of(22, 0), ZoneOffset.UTC).hold(tenAtNight))
                .isTrue();
    }

    private SoundVerdict judge(Firing firing, SoundSettings settings, long now) {
        return gate.judge(firing, Optional.of(firing.alarm()), settings, now);
    }

    private static Firing firing(long id, Signal signal, Freshness freshness) {
        AlarmHead head = new AlarmHead(id, HEAD.symbol(), HEAD.name());
        return new Firing(head, signal, StageEvent.Cause.PRICE, NOW, NOW, 100, "L1", 1e6, 0, freshness);
    }
}
