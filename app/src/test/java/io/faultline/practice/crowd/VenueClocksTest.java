package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.CrowdVenue.LiquidationFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a venue computes and publishes in its own time: mark, funding, open interest, liquidations. */
class VenueClocksTest {
    private static final long HOUR = 3_600_000;

    @Test
    void marksAtTheMiddleOfIndexMeanBasisAndLast() {
        MarkPrice mark = new MarkPrice(10_000, 100);
        mark.look(100, 103, 110);
        assertThat(mark.value()).as("index 100, with basis 103, last 110").isEqualTo(103);
        mark.look(100, 100, 101);
        assertThat(mark.value()).as("mean basis 1.5").isEqualTo(101);
        mark.look(100, 100, 101);
        mark.look(100, 100, 101);
        assertThat(mark.value()).as("the first basis is older than 30 s").isEqualTo(100);
    }

    @Test
    void paysThePremiumBeyondWhatIsClamped() {
        assertThat(rateOf(8, 0)).as("interest alone").isCloseTo(.0001, within(1e-12));
        assertThat(rateOf(8, .0003)).as("premium within the clamp").isCloseTo(.0001, within(1e-12));
        assertThat(rateOf(8, .002)).isCloseTo(.0015, within(1e-12));
        assertThat(rateOf(8, -.002)).isCloseTo(-.0015, within(1e-12));
        assertThat(rateOf(1, .002)).as("an eighth of that each hour").isCloseTo(.0015 / 8, within(1e-12));
    }

    private static double rateOf(int hours, double premium) {
        FundingClock clock = new FundingClock(hours, 0);
        clock.sample(premium);
        clock.sample(premium);
        return clock.settle();
    }

    @Test
    void settlesAtWholeIntervalsAndForgetsThePremiumsBefore() {
        FundingClock clock = new FundingClock(4, 5 * HOUR);
        assertThat(clock.nextMillis()).isEqualTo(8 * HOUR);
        assertThat(clock.isDue(8 * HOUR - 1)).isFalse();
        clock.sample(.01);
        assertThat(clock.isDue(8 * HOUR)).isTrue();
        double rate = clock.settle();
        assertThat(clock.rate()).isEqualTo(rate).isGreaterThan(.004);
        assertThat(clock.predicted()).isCloseTo(.00005, within(1e-12));
        assertThat(clock.nextMillis()).isEqualTo(12 * HOUR);
    }

    @Test
    void samplesOpenInterestEachThreeSecondsAndSometimesTellsItLateInOrder() {
        List<Long> sampled = new ArrayList<>();
        List<Long> delays = new ArrayList<>();
        InterestFeed feed = new InterestFeed(CrowdVenue.of(Venue.OKX), new Chance(new SplittableRandom(2)));
        long[] now = {0};
        CrowdListener listener = new CrowdListener() {
            @Override
            public void openInterest(Venue venue, long millis, double coins) {
                assertThat(coins).as("as it was when sampled").isEqualTo((double) millis);
                sampled.add(millis);
                delays.add(now[0] - millis);
            }
        };
        for (now[0] = 1_000; now[0] <= 30 * HOUR / 10; now[0] += 1_000) {
            feed.step(now[0], (double) now[0], listener);
        }
        assertThat(sampled).isSorted().doesNotHaveDuplicates().hasSize((int) (30 * HOUR / 10 / 3_000));
        assertThat(delays).containsOnly(0L, 2_000L, 5_000L);
        assertThat(delays.stream().filter(delay -> delay == 5_000).count() / (double) delays.size())
                .isBetween(.01, .03);
    }

    @Test
    void tellsAllLiquidationsOrTheLargestOfEachSecond() {
        assertThat(told(LiquidationFeed.FULL)).containsExactly("LONG 5", "SHORT 9", "LONG 7", "SHORT 2");
        assertThat(told(LiquidationFeed.LARGEST_PER_SECOND)).containsExactly("SHORT 9", "SHORT 2");
    }

    private static List<String> told(LiquidationFeed feed) {
        CrowdVenue venue = new CrowdVenue(Venue.BINANCE, 1, .1, .001, 8, feed);
        List<String> told = new ArrayList<>();
        Tape tape = new Tape(venue, new Accounts(), new Pressure(1), 60_000, 0);
        tape.at(1_000, new CrowdListener() {
            @Override
            public void liquidation(Venue of, long millis, PositionSide side, long priceTicks, long lots) {
                told.add(side + " " + lots);
            }
        });
        LiquidationTape liquidations = new LiquidationTape(venue, tape);
        liquidations.add(PositionSide.LONG, 600_000, 5);
        liquidations.add(PositionSide.SHORT, 600_000, 9);
        liquidations.add(PositionSide.LONG, 600_000, 7);
        liquidations.second();
        liquidations.add(PositionSide.SHORT, 600_000, 2);
        liquidations.second();
        liquidations.second();
        return told;
    }
}
