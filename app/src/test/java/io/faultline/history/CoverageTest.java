package io.faultline.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.history.Coverage.Known;
import io.faultline.market.TimeSpan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
    private static final int MOMENTS = 60;

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(Coverage.NONE.gaps(new TimeSpan(3, 9))).containsExactly(new TimeSpan(3, 9));
        assertThat(Coverage.NONE.covers(new TimeSpan(3, 4))).isFalse();
    }

    @Test
    void spansThatTouchBecomeOne() {
        Coverage coverage = Coverage.NONE
                .with(new TimeSpan(10, 20), Source.REST)
                .with(new TimeSpan(30, 40), Source.REST)
                .with(new TimeSpan(20, 30), Source.REST);

        assertThat(coverage.known()).containsExactly(new Known(new TimeSpan(10, 40), Source.REST));
    }

    @Test
    void whatWasSeenLiveStaysLiveWhenItIsAskedForAfterwards() {
        Coverage coverage =
                Coverage.NONE.with(new TimeSpan(10, 20), Source.LIVE).with(new TimeSpan(5, 25), Source.REST);

        assertThat(coverage.known())
                .containsExactly(
                        new Known(new TimeSpan(5, 10), Source.REST),
                        new Known(new TimeSpan(10, 20), Source.LIVE),
                        new Known(new TimeSpan(20, 25), Source.REST));
        assertThat(coverage.covers(new TimeSpan(5, 25))).isTrue();
    }

    @Test
    void namesEachGapBetweenKnownSpans() {
        Coverage coverage =
                Coverage.NONE.with(new TimeSpan(10, 20), Source.LIVE).with(new TimeSpan(30, 40), Source.REST);

        assertThat(coverage.gaps(new TimeSpan(0, 50)))
                .containsExactly(new TimeSpan(0, 10), new TimeSpan(20, 30), new TimeSpan(40, 50));
        assertThat(coverage.gaps(new TimeSpan(15, 35))).containsExactly(new TimeSpan(20, 30));
        assertThat(coverage.gaps(new TimeSpan(12, 18))).isEmpty();
    }

    /** Against a table of moments, which is too simple to be wrong. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithATableOfMoments(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Source[] table = new Source[MOMENTS];
            Coverage coverage = Coverage.NONE;
            for (int step = 0; step < 30; step++) {
                TimeSpan span = anySpan(random);
                int what = random.nextInt(5);
                Source source = what < 2 ? Source.LIVE : Source.REST;
                for (int at = (int) span.fromMillis(); at < span.toMillis(); at++) {
                    table[at] = what == 4 ? null : table[at] == Source.LIVE ? Source.LIVE : source;
                }
                coverage = what == 4 ? coverage.without(span) : coverage.with(span, source);
                assertSame(coverage, table, anySpan(random), "seed " + seed + " round " + round + " step " + step);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theOrderOfClaimsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<TimeSpan> spans = List.of(anySpan(random), anySpan(random), anySpan(random));
            Coverage one = Coverage.NONE;
            Coverage other = Coverage.NONE;
            for (int i = 0; i < 3; i++) {
                one = one.with(spans.get(i), i == 1 ? Source.LIVE : Source.REST);
                other = other.with(spans.get(2 - i), i == 1 ? Source.LIVE : Source.REST);
            }
            assertThat(one).as("seed %d round %d: %s", seed, round, spans).isEqualTo(other);
            assertThat(one.and(other)).isEqualTo(one);
        }
    }

    private static TimeSpan anySpan(Random random) {
        int from = random.nextInt(MOMENTS - 1);
        return new TimeSpan(from, from + 1 + random.nextInt(Math.min(20, MOMENTS - from)));
    }

    private static void assertSame(Coverage coverage, Source[] table, TimeSpan asked, String where) {
        long previousEnd = -1;
        Source previous = null;
        Source[] told = new Source[MOMENTS];
        for (Known known : coverage.known()) {
            TimeSpan span = known.span();
            assertThat(span.fromMillis()).as(where).isGreaterThanOrEqualTo(previousEnd);
            assertThat(span.fromMillis() == previousEnd && known.source() == previous)
                    .as("%s: neighbours of one source touch: %s", where, coverage)
                    .isFalse();
            for (int at = (int) span.fromMillis(); at < span.toMillis(); at++) {
                told[at] = known.source();
            }
            previousEnd = span.toMillis();
            previous = known.source();
        }
        assertThat(told).as(where).containsExactly(table);
        boolean[] gap = new boolean[MOMENTS];
        for (TimeSpan missing : coverage.gaps(asked)) {
            assertThat(asked.contains(missing)).as(where).isTrue();
            for (int at = (int) missing.fromMillis(); at < missing.toMillis(); at++) {
                gap[at] = true;
            }
        }
        for (int at = (int) asked.fromMillis(); at < asked.toMillis(); at++) {
            assertThat(gap[at]).as("%s at %d", where, at).isEqualTo(table[at] == null);
        }
    }
}
