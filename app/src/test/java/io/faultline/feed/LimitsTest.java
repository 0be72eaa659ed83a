package io.faultline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.venue.VenueLimits;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.okx.OkxAdapter;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arithmetic of waiting: back-off, request weight, snapshots. */
class LimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final FeedPolicy STANDARD = FeedPolicy.standard();
    private static final VenueLimits.Rate BINANCE = new VenueLimits.Rate(2_400, Duration.ofMinutes(1));

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
        RateLimit limit = new RateLimit(BINANCE, 0.5, 0);
        long now = 0;
        int spent = 0;
        while (now < 600 * SECOND) {
            now += limit.reserve(20, now);
            spent += 20;
        }
        assertThat(spent).isBetween(12_000, 12_000 + 600 + 40);
    }

    @Test
    void letsABurstOfHalfTheShareOfAWindowPassAtOnce() {
        RateLimit limit = new RateLimit(BINANCE, 0.5, 0);
        for (int i = 0; i < 600; i++) {
            assertThat(limit.reserve(1, 0)).isZero();
        }
        assertThat(limit.reserve(1, 0)).isEqualTo(SECOND / 20);
    }

    @Test
    void slowsDownBeforeTheLimitThatOthersHaveNearlyUsedUp() {
        RateLimit limit = new RateLimit(BINANCE, 0.5, 0);
        limit.learn(0.4, 0);
        assertThat(limit.reserve(1, 0)).isZero();
        limit.learn(0.95, 0);
        assertThat(limit.reserve(1, 0)).isGreaterThan(5 * SECOND);
    }

    @Test
    void passesOneAtATimeWhereAShareIsLessThanOne() {
        RateLimit limit = new RateLimit(new VenueLimits.Rate(3, Duration.ofSeconds(1)), 0.5, 0);
        assertThat(limit.reserve(1, 0)).isZero();
        assertThat(limit.reserve(1, 0)).isBetween(SECOND / 2, SECOND);
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
        assertThat(STANDARD.share()).isLessThanOrEqualTo(0.5);
        assertThat(new BinanceAdapter().limits().requests()).isEqualTo(BINANCE);
        assertThat(new BybitAdapter().limits().requests()).isEqualTo(new VenueLimits.Rate(600, Duration.ofSeconds(5)));
        assertThat(new OkxAdapter().limits().subscriptionsPerHour()).isEqualTo(480);
        assertThat(STANDARD.sockets().pingEvery()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));
        assertThat(STANDARD.waits().blocked()).isEqualTo(Duration.ofMinutes(30));
    }
}
