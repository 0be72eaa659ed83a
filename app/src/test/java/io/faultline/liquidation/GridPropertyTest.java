package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the grid whatever the market does. */
class GridPropertyTest {
    private static final String[] VENUES = {"BINANCE", "BYBIT", "OKX", "BITGET", "BYBIT_LEGACY"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void losesNoMassOutOfItsAccounts(long seed) {
        Market market = new Market(seed);
        VenueGrid grid = market.grid;
        for (int i = 0; i < 400; i++) {
            grid.step(market.next());
            MassBalance balance = grid.balance();
            assertThat(total(grid))
                    .as("seed %d, step %d, %s", seed, i, balance)
                    .isCloseTo(balance.remainingUsd(), within(1e-9 * Math.max(1, balance.depositedUsd())));
        }
        MassBalance balance = grid.balance();
        assertThat(balance.depositedUsd()).isPositive();
        assertThat(balance.sweptUsd()).isPositive();
        assertThat(balance.closedUsd()).isPositive();
        assertThat(balance.decayedUsd()).isPositive();
    }

    /** Else the balance above would hold whatever these two did. */
    @Test
    void itsMarketsCutMassAtOpenInterestAndDropItOutsideTheWindow() {
        int cut = 0;
        int dropped = 0;
        for (long seed = 1; seed <= 12; seed++) {
            Market market = new Market(seed);
            for (int i = 0; i < 400; i++) {
                market.grid.step(market.next());
            }
            MassBalance balance = market.grid.balance();
            double least = 1e-6 * balance.depositedUsd(); // far above what rounding leaves
            cut += balance.cutUsd() > least ? 1 : 0;
            dropped += balance.droppedUsd() > least ? 1 : 0;
        }
        assertThat(cut).as("seeds with mass cut at open interest").isGreaterThanOrEqualTo(3);
        assertThat(dropped).as("seeds with mass dropped outside the window").isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void keepsMassOnItsSideAndWithinOpenInterest(long seed) {
        Market market = new Market(seed);
        VenueGrid grid = market.grid;
        for (int i = 0; i < 200; i++) {
            grid.step(market.next());
            double most = grid.openInterest() * grid.mark() * (1 + 1e-9);
            for (PositionSide side : PositionSide.values()) {
                assertThat(grid.massUsd(side)).isBetween(0.0, Double.isNaN(most) ? Double.MAX_VALUE : most);
            }
            // Mass is shared between two bins, so one of them may lie beyond the mark.
            int mark = Bins.of(grid.mark());
            for (int bin = 2; bin < 200; bin++) {
                for (Tier tier : Tier.values()) {
                    assertThat(grid.massUsd(PositionSide.LONG, tier, mark + bin))
                            .isZero();
                    assertThat(grid.massUsd(PositionSide.SHORT, tier, mark - bin))
                            .isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void givesTheSameBytesForTheSameInputs(long seed) {
        Market first = new Market(seed);
        Market second = new Market(seed);
        for (int i = 0; i < 200; i++) {
            assertThat(first.grid.step(first.next())).isEqualTo(second.grid.step(second.next()));
        }
        assertThat(total(first.grid)).isEqualTo(total(second.grid));
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void sweepsTheSameAtOnceAsAtTheEndOfTheStep(long seed) {
        Market first = new Market(seed);
        Market second = new Market(seed);
        for (int i = 0; i < 200; i++) {
            GridStep step = first.next();
            second.next();
            second.grid.sweep(step.markLow(), step.markHigh());
            second.grid.sweep(step.markLow(), step.markHigh());
            StepReport atOnce = second.grid.step(step);
            StepReport atTheEnd = first.grid.step(step);
            if (Math.abs(Bins.of(first.grid.mark()) - first.grid.base() - Bins.COUNT / 2) <= 64) {
                assertThat(atOnce.sweptLongUsd())
                        .isCloseTo(atTheEnd.sweptLongUsd(), within(1e-9 * (1 + atTheEnd.sweptLongUsd())));
            }
        }
        assertThat(total(second.grid)).isCloseTo(total(first.grid), within(1e-9 * total(first.grid)));
    }

    private static double total(VenueGrid grid) {
        double total = 0;
        for (PositionSide side : PositionSide.values()) {
            for (Tier tier : Tier.values()) {
                for (int bin = grid.base(); bin < grid.base() + Bins.COUNT; bin++) {
                    total += grid.massUsd(side, tier, bin);
                }
            }
        }
        return total;
    }

    /** Steps of every length and mood, some with figures missing, prices moving by up to a tenth. */
    private static final class Market {
        private final Random random;
        private final VenueGrid grid;
        private double price;
        private double openInterest;

        Market(long seed) {
            random = new Random(seed);
            price = Math.exp(random.nextDouble(-10, 12));
            openInterest = Math.exp(random.nextDouble(8, 20)) / price;
            grid = new VenueGrid(
                    Vectors.scheme(VENUES[random.nextInt(VENUES.length)]),
                    ModelParameters.DEFAULT,
                    price,
                    random.nextInt(8) == 0 ? Double.NaN : openInterest);
        }

        GridStep next() {
            double size = random.nextInt(20) == 0 ? .1 : .004;
            double before = price;
            price *= Math.exp(random.nextGaussian() * size);
            double low = Math.min(before, price) * (1 - random.nextDouble() * size / 4);
            double high = Math.max(before, price) * (1 + random.nextDouble() * size / 4);
            double volume = openInterest * price * random.nextDouble() * .3;
            openInterest *= Math.exp(random.nextGaussian() * (random.nextInt(40) == 0 ? 1.5 : .03));
            double bought = random.nextDouble();
            return new GridStep(
                    random.nextInt(10) == 0 ? 3600 : 10,
                    price,
                    low,
                    high,
                    random.nextInt(30) == 0 ? null : Prints.ofBar(low, high, volume * bought, volume * (1 - bought)),
                    random.nextInt(15) == 0 ? Double.NaN : openInterest,
                    random.nextInt(4) == 0 ? Double.NaN : volume * random.nextDouble() * .01,
                    random.nextInt(4) == 0 ? Double.NaN : volume * random.nextDouble() * .01);
        }
    }
}
