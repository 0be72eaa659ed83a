package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Forced closings, from the first trigger to the fund and to those on the other side. */
class CascadeTest {
    private record Step(ClosingStep step, long position, PositionSide side, long lots, double price) {}

    private final Crowd crowd = Crowd.start(104, Worlds.one());
    private final List<Step> steps = new ArrayList<>();
    private final Map<TakerSide, Long> forced = new EnumMap<>(TakerSide.class);
    private final Map<PositionSide, Long> reported = new EnumMap<>(PositionSide.class);
    private final CrowdListener listener = new CrowdListener() {
        @Override
        public void closing(
                Venue venue, long millis, ClosingStep step, long position, PositionSide side, long lots, double price) {
            steps.add(new Step(step, position, side, lots, price));
        }

        @Override
        public void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean isForced) {
            if (isForced) {
                forced.merge(taker, lots, Long::sum);
            }
        }

        @Override
        public void liquidation(Venue venue, long millis, PositionSide side, long priceTicks, long lots) {
            reported.merge(side, lots, Long::sum);
        }
    };

    @Test
    void losesAndMakesNothingInAnHourWithACascade() {
        crowd.advance(crowd.millis() + Worlds.MINUTE, listener);
        crowd.addPositions(Venue.BINANCE, PositionSide.LONG, priceTicks(), 30e6, 50, 40);
        crowd.addPositions(Venue.BINANCE, PositionSide.SHORT, priceTicks(), 30e6, 25, 40);
        long start = crowd.millis();
        for (int tick = 1; tick <= 36_000; tick++) {
            if (tick == 3_000) {
                crowd.push(-.03, 30 * Worlds.SECOND);
            } else if (tick == 9_000) {
                crowd.push(.09, 2 * Worlds.MINUTE);
            }
            crowd.advance(start + tick * Crowd.TICK_MILLIS, listener);
            if (!crowd.conservation().holds()) {
                throw new AssertionError("at tick " + tick + ": " + crowd.conservation());
            }
        }
        assertThat(usd(Objects.requireNonNull(forced.get(TakerSide.SELL)))).isGreaterThan(5e6);
        assertThat(usd(Objects.requireNonNull(forced.get(TakerSide.BUY)))).isGreaterThan(5e6);
        assertThat(steps).extracting(Step::step).contains(ClosingStep.values());
    }

    @Test
    void tellsEveryStepWithThePositionAndReportsWhatTheBookTook() {
        long entry = priceTicks();
        crowd.addPositions(Venue.BINANCE, PositionSide.LONG, entry, 20e6, 50, 20);
        crowd.advance(crowd.millis() + Worlds.SECOND, listener);
        crowd.push(-.025, 20 * Worlds.SECOND);
        crowd.advance(crowd.millis() + Worlds.MINUTE, listener);

        double price = entry * .1;
        double liquidation = (price * .98 - 1_300 / (1e6 / price)) / (1 - .01);
        List<Step> triggered = steps.stream()
                .filter(step -> step.step() == ClosingStep.TRIGGERED && step.lots() == Math.round(1e6 / price / .001))
                .toList();
        assertThat(triggered).hasSize(20).extracting(Step::position).doesNotHaveDuplicates();
        assertThat(triggered).allSatisfy(step -> {
            assertThat(step.side()).isEqualTo(PositionSide.LONG);
            assertThat(step.price()).isLessThanOrEqualTo(liquidation).isCloseTo(liquidation, within(price * .004));
        });
        long open = 0;
        for (Step step : steps) {
            if (step.step() == ClosingStep.TRIGGERED) {
                assertThat(open).as("what is left of the one before").isZero();
                open = step.lots();
            } else {
                open -= step.lots();
            }
        }
        assertThat(open).isZero();
        assertThat(reported.get(PositionSide.LONG)).isEqualTo(Objects.requireNonNull(forced.get(TakerSide.SELL)));
        assertThat(filledLots()).isEqualTo(Objects.requireNonNull(forced.get(TakerSide.SELL)));
    }

    @Test
    void neverSellsBelowTheBankruptcyPriceAndLeavesTheRestToTheFundAndThenToWinners() {
        long entry = priceTicks();
        crowd.addPositions(Venue.BINANCE, PositionSide.SHORT, entry, 60e6, 10, 6);
        crowd.addPositions(Venue.BINANCE, PositionSide.LONG, entry, 60e6, 50, 60);
        crowd.advance(crowd.millis() + Worlds.SECOND, listener);
        crowd.thin(Venue.BINANCE, Side.BID, 0, Worlds.MINUTE);
        crowd.push(-.02, 10 * Worlds.SECOND);
        crowd.advance(crowd.millis() + 30 * Worlds.SECOND, listener);

        double bankruptcy = entry * .1 * .98;
        long shortsLost = 0;
        long takenOver = 0;
        for (Step step : steps) {
            if (step.step() == ClosingStep.DELEVERAGED && step.side() == PositionSide.SHORT) {
                assertThat(step.price()).isCloseTo(bankruptcy, within(.2));
                shortsLost += step.lots();
            } else if (step.step() == ClosingStep.TAKEN_OVER) {
                takenOver += step.lots();
            } else if (step.step() == ClosingStep.FILLED && step.lots() > 10_000) {
                assertThat(step.price()).isGreaterThanOrEqualTo(bankruptcy - .2);
            }
        }
        assertThat(usd(takenOver)).as("no more than the fund is worth").isBetween(5e6, 15e6);
        assertThat(usd(shortsLost)).isGreaterThan(10e6);
        assertThat(crowd.conservation().holds()).isTrue();
    }

    @Test
    void fundSellsWhatItTookOverWhenThereAreBuyersAgain() {
        crowd.addPositions(Venue.BINANCE, PositionSide.LONG, priceTicks(), 8e6, 50, 8);
        crowd.advance(crowd.millis() + Worlds.SECOND, listener);
        crowd.thin(Venue.BINANCE, Side.BID, 0, 20 * Worlds.SECOND);
        crowd.push(-.02, 5 * Worlds.SECOND);
        crowd.advance(crowd.millis() + 15 * Worlds.SECOND, listener);
        long before = crowd.conservation().venues().get(0).fund();
        assertThat(usdOf(before)).as("it has paid for what it holds").isLessThan(8e6);

        crowd.advance(crowd.millis() + 2 * Worlds.MINUTE, listener);

        assertThat(usdOf(crowd.conservation().venues().get(0).fund())).isGreaterThan(9.5e6);
    }

    @Test
    void pushesThePriceFartherThanTheSamePushWithoutPositionsThere() {
        double calm = lowest(Crowd.start(104, Worlds.one()), false);
        double cascade = lowest(Crowd.start(104, Worlds.one()), true);
        assertThat(cascade).isLessThan(calm * .999);
    }

    private double lowest(Crowd world, boolean crowded) {
        if (crowded) {
            world.addPositions(Venue.BINANCE, PositionSide.LONG, Math.round(world.index() / .1), 60e6, 50, 300);
        }
        world.advance(world.millis() + Worlds.SECOND, listener);
        world.push(-.02, 20 * Worlds.SECOND);
        double[] lowest = {Double.POSITIVE_INFINITY};
        world.advance(world.millis() + Worlds.MINUTE, new CrowdListener() {
            @Override
            public void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean isForced) {
                lowest[0] = Math.min(lowest[0], priceTicks * .1);
            }
        });
        return lowest[0];
    }

    @Test
    void holdsThePriceAtAWallUntilItIsPulled() {
        crowd.advance(crowd.millis() + Worlds.SECOND, listener);
        CrowdBook book = crowd.book(Venue.BINANCE);
        long wall = Math.round(book.best(Side.BID) * .999);
        crowd.addWall(Venue.BINANCE, Side.BID, wall, 1_000_000);
        assertThat(book.lotsAt(Side.BID, wall)).isGreaterThanOrEqualTo(1_000_000);
        crowd.push(-.003, 10 * Worlds.SECOND);
        crowd.advance(crowd.millis() + 15 * Worlds.SECOND, listener);
        assertThat(book.best(Side.BID)).as("the wall carries the price").isEqualTo(wall);

        crowd.pullWalls(Venue.BINANCE, Side.BID);
        assertThat(book.best(Side.BID)).isLessThan(wall);
        crowd.advance(crowd.millis() + 15 * Worlds.SECOND, listener);
        assertThat(book.best(Side.BID)).isLessThan(wall);
        assertThat(crowd.conservation().holds()).isTrue();
        assertThatThrownBy(() -> crowd.addWall(Venue.BINANCE, Side.BID, book.best(Side.ASK), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long priceTicks() {
        return Math.round(crowd.index() / .1);
    }

    private long filledLots() {
        return steps.stream()
                .filter(step -> step.step() == ClosingStep.FILLED)
                .mapToLong(Step::lots)
                .sum();
    }

    private double usd(long lots) {
        return lots * .001 * crowd.index();
    }

    private static double usdOf(long money) {
        return money * .1 * .001;
    }
}
