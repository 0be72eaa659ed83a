package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.MarginScheme;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the agents of model 24.2 do on the whole. */
class AgentsTest {
    private static final double YEAR_SECONDS = 365 * 86_400.0;

    @Test
    void worthMovesAsItsVolatilityAndJumpsSay() {
        double squares = 0;
        int jumps = 0;
        double seconds = 0;
        for (long seed = 201; seed < 241; seed++) {
            Fundamental worth = new Fundamental(60_000, 0, Chances.of(seed));
            double before = worth.price();
            for (int step = 0; step < 8_640; step++) {
                worth.step(10_000);
                double move = Math.log(worth.price() / before);
                before = worth.price();
                if (Math.abs(move) > 8 * worth.deviation()) {
                    jumps++;
                } else {
                    squares += move * move;
                }
                seconds += 10;
            }
        }
        assertThat(Math.sqrt(squares / seconds * YEAR_SECONDS)).isBetween(.5, .9);
        assertThat(jumps / (seconds / 86_400))
                .as("those of 2.5 a day that stand out")
                .isBetween(1.5, 2.6);
    }

    @Test
    void worthGoesWhereAScriptPushesIt() {
        Fundamental pushed = new Fundamental(60_000, 0, Chances.of(101));
        Fundamental left = new Fundamental(60_000, 0, Chances.of(101));
        pushed.push(-.02, 5_000);
        for (int step = 0; step < 100; step++) {
            pushed.step(100);
            left.step(100);
        }
        assertThat(Math.log(pushed.price() / left.price())).isCloseTo(-.02, within(1e-9));
        pushed.push(.01, 0);
        assertThat(Math.log(pushed.price() / left.price())).isCloseTo(-.01, within(1e-9));
    }

    @Test
    void newcomersAreAsManyAsLargeAndAsLeveredAsTheySay() {
        MarginScheme margin = CrowdMargin.binance2021();
        Newcomers newcomers = new Newcomers(Chances.of(101), margin, 2e9);
        int count = 0;
        int takers = 0;
        int stopped = 0;
        int cross = 0;
        double usd = 0;
        for (int second = 0; second < 40_000; second++) {
            newcomers.pass(1, 1);
            while (newcomers.hasNext()) {
                Newcomer each = newcomers.next(PositionSide.LONG, 60_000, 1);
                count++;
                usd += each.usd();
                takers += each.takes() ? 1 : 0;
                stopped += Double.isNaN(each.stopShare()) ? 0 : 1;
                cross += each.marginShare() >= 1.0 / 6 ? 1 : 0;
                assertThat(each.usd()).isBetween(0.0, 15e6);
                assertThat(1 / each.marginShare())
                        .isLessThanOrEqualTo(
                                margin.bracketOf(each.usd(), each.usd()).maxLeverage() + 1e-9);
            }
        }
        assertThat(40_000.0 / count).as("seconds from one to the next").isBetween(1.5, 3.0);
        assertThat(usd / count).isBetween(50_000.0, 100_000.0);
        assertThat(takers / (double) count).isCloseTo(.6, within(.02));
        assertThat(stopped / (double) count).isCloseTo(.6, within(.02));
        assertThat(cross / (double) count)
                .as("cross accounts, and the least levered of the others")
                .isBetween(.5, .65);
    }

    @Test
    void tierSharesDifferFromSeedToSeed() {
        assertThat(meanMargin(101)).isNotCloseTo(meanMargin(102), within(1e-4));
    }

    private static double meanMargin(long seed) {
        Newcomers newcomers = new Newcomers(Chances.of(seed), CrowdMargin.binance2021(), 2e9);
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            newcomers.pass(100, 1);
            sum += newcomers.next(PositionSide.LONG, 60_000, 1).marginShare();
        }
        return sum / 20_000;
    }

    @Test
    void moreGoLongWhenThePriceHasRisenForHours() {
        assertThat(longs(2e-4)).isGreaterThan(longs(0) + .1);
        assertThat(longs(-2e-4)).isLessThan(longs(0) - .1);
    }

    private static double longs(double perMinute) {
        Sentiment sentiment = new Sentiment(60_000, Chances.of(103).sides());
        double price = 60_000;
        for (int minute = 1; minute <= 300; minute++) {
            price *= 1 + perMinute;
            sentiment.step(minute * Worlds.MINUTE, Worlds.MINUTE, price);
        }
        int longs = 0;
        for (int i = 0; i < 20_000; i++) {
            longs += sentiment.side() == PositionSide.LONG ? 1 : 0;
        }
        return longs / 20_000.0;
    }

    @Test
    void makersPullMostOfTheirSizesAfterAJumpAndComeBack() {
        Crowd crowd = Crowd.start(102, Worlds.one());
        crowd.advance(crowd.millis() + 5 * Worlds.MINUTE, new CrowdListener() {});
        double before = depthUsd(crowd);
        crowd.push(.006, 0);
        crowd.advance(crowd.millis() + 4 * Worlds.SECOND, new CrowdListener() {});
        assertThat(depthUsd(crowd)).isLessThan(before * .5);
        crowd.advance(crowd.millis() + 10 * Worlds.SECOND, new CrowdListener() {});
        assertThat(depthUsd(crowd)).isGreaterThan(before * .8);
    }

    private static double depthUsd(Crowd crowd) {
        double[] usd = {0};
        crowd.book(Venue.BINANCE).read(Side.BID, 1_000, (price, lots) -> usd[0] += price * .1 * lots * .001);
        return usd[0];
    }

    @Test
    void hedgedHoldersAreThereFromTheStartAndFastTradersTurnOverTwiceAsMuchADay() {
        Crowd crowd = Crowd.start(103, Worlds.one().withOpenInterest(1e9));
        double holders = crowd.openInterest(Venue.BINANCE) * crowd.index();
        assertThat(holders / (holders + 1e9)).isCloseTo(.3, within(.01));

        List<Double> trades = new ArrayList<>();
        crowd.advance(crowd.millis() + Worlds.HOUR, new CrowdListener() {
            @Override
            public void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean forced) {
                trades.add(priceTicks * .1 * lots * .001);
            }
        });
        double perDay = 24 * trades.stream().mapToDouble(Double::doubleValue).sum();
        assertThat(perDay / holders).isBetween(2.0, 20.0);
    }
}
