package io.faultline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arithmetic of waiting: back-off, request weight, snapshots. */
class LimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final FeedPolicy STANDARD = FeedPolicy.standard();

    @Test
    void drawsEachWaitEvenlyBelowABoundThatDoublesUpToACap() {
        long seed = 7;
        int tries = 2_000;
        double[] sums = new double[10];
        for (int i = 0; i < tries; i++) {
            BackOff backOff = new BackOff(STANDARD.waits(), new Random(seed + i));
            for (int n = 0; n < sums.length; n++) {
                long wait = backOff.failed();
                assertThat(wait).isBetween(0L, Math.min(30 * SECOND, (SECOND / 2) << n));
                sums[n] += (double) wait / SECOND;
            }
            assertThat(backOff.failures()).isEqualTo(sums.length);
        }
        assertThat(sums[0] / tries).isBetween(0.22, 0.28);
        assertThat(sums[3] / tries).isBetween(1.8, 2.2);
        assertThat(sums[9] / tries).isBetween(14.0, 16.0);
    }

    @Test
    void staysAtTheCapHoweverManyFailures() {
        BackOff backOff = new BackOff(STANDARD.waits(), new Random(1));
        for (int i = 0; i < 200; i++) {
            assertThat(backOff.failed()).isBetween(0L, 30 * SECOND);
        }
        backOff.reset();
        assertThat(backOff.failed()).isLessThanOrEqualTo(SECOND / 2);
    }

    @Test
    void spendsNoMoreWeightThanTheBudgetOverAnyLongTime() {
        TokenBucket bucket = new TokenBucket(1_200, 0);
        long now = 0;
        int spent = 0;
        while (now < 600 * SECOND) {
            now += bucket.reserve(20, now);
            spent += 20;
        }
        assertThat(spent).isBetween(12_000, 12_000 + 300 + 40);
    }

    @Test
    void letsABurstOfAQuarterMinutePassAtOnce() {
        TokenBucket bucket = new TokenBucket(1_200, 0);
        for (int i = 0; i < 300; i++) {
            assertThat(bucket.reserve(1, 0)).isZero();
        }
        assertThat(bucket.reserve(1, 0)).isEqualTo(SECOND / 20);
    }

    @Test
    void asksForNoMoreSnapshotsThanOneASecondAndTwentyAMinute() {
        SnapshotBudget budget = new SnapshotBudget(STANDARD.snapshots());
        long[] at = new long[100];
        for (int i = 0; i < at.length; i++) {
            at[i] = budget.reserve(5 * SECOND);
        }
        assertThat(at[0]).isEqualTo(5 * SECOND);
        for (int i = 1; i < at.length; i++) {
            assertThat(at[i] - at[i - 1]).isGreaterThanOrEqualTo(SECOND);
        }
        for (int i = 20; i < at.length; i++) {
            assertThat(at[i] - at[i - 20]).isGreaterThanOrEqualTo(60 * SECOND);
        }
        assertThat(at[99]).isLessThan(5 * SECOND + 60 * SECOND * 5);
    }

    @Test
    void keepsTheLimitsOfTheVenues() {
        assertThat(STANDARD.requests().weightPerMinute()).isEqualTo(2_400 / 2);
        assertThat(STANDARD.sockets().controlFramesPerSecond()).isLessThanOrEqualTo(5);
        assertThat(STANDARD.sockets().pingEvery()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
        assertThat(STANDARD.waits().blocked()).isEqualTo(Duration.ofMinutes(30));
    }
}
