package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CrowdTest {
    @Test
    void saysTheSameToTheBitForTheSameSeedAndSomethingElseForAnother() {
        EventHash first = Worlds.said(Crowd.start(101, Worlds.three()), 20);
        EventHash second = Worlds.said(Crowd.start(101, Worlds.three()), 20);
        EventHash other = Worlds.said(Crowd.start(102, Worlds.three()), 20);
        assertThat(first.events()).isGreaterThan(100_000);
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(other.value()).isNotEqualTo(first.value());
    }

    @Test
    void saysTheSameHoweverItIsAdvanced() {
        Crowd whole = Crowd.start(103, Worlds.one());
        Crowd pieces = Crowd.start(103, Worlds.one());
        EventHash inPieces = new EventHash();
        long start = pieces.millis();
        for (int i = 1; i <= 4_000; i++) {
            pieces.advance(start + i * 150L, inPieces);
        }
        assertThat(pieces.millis()).isEqualTo(start + 10 * Worlds.MINUTE);
        assertThat(Worlds.said(whole, 10).value()).isEqualTo(inPieces.value());
    }

    @Test
    void isNeverCrossedAndHasWhatItToldOfEachLevel() {
        Crowd crowd = Crowd.start(104, Worlds.one());
        Map<Side, Map<Long, Long>> told = Map.of(Side.BID, new HashMap<>(), Side.ASK, new HashMap<>());
        CrowdListener listener = new CrowdListener() {
            @Override
            public void level(Venue venue, long millis, Side side, long priceTicks, long lots) {
                assertThat(lots).isNotNegative();
                if (lots == 0) {
                    assertThat(Objects.requireNonNull(told.get(side)).remove(priceTicks))
                            .isNotNull();
                } else {
                    Objects.requireNonNull(told.get(side)).put(priceTicks, lots);
                }
            }

            @Override
            public void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean forced) {
                assertThat(lots).isPositive();
                assertThat(priceTicks).isPositive();
            }
        };
        CrowdBook book = crowd.book(Venue.BINANCE);
        for (int tick = 0; tick < 18_000; tick++) {
            crowd.advance(crowd.millis() + Crowd.TICK_MILLIS, listener);
            if (book.best(Side.BID) >= book.best(Side.ASK) || book.levels(Side.BID) < 50) {
                throw new AssertionError("at tick " + tick + ": " + book.best(Side.BID) + " " + book.best(Side.ASK));
            }
        }
        for (Side side : Side.values()) {
            Map<Long, Long> now = new HashMap<>();
            book.read(side, Integer.MAX_VALUE, now::put);
            assertThat(told.get(side)).isEqualTo(now);
        }
    }

    @Test
    void takesTenMillionsForATenthToThreeTenthsOfAPercent() {
        Crowd crowd = Crowd.start(101, Worlds.one());
        crowd.advance(crowd.millis() + Worlds.MINUTE, new CrowdListener() {});
        for (int i = 0; i < 60; i++) {
            crowd.advance(crowd.millis() + 10 * Worlds.SECOND, new CrowdListener() {});
            for (Side side : Side.values()) {
                double[] usd = {0};
                long[] last = {0};
                crowd.book(Venue.BINANCE).read(side, 1_000, (price, lots) -> {
                    if (usd[0] < 10e6) {
                        usd[0] += price * .1 * lots * .001;
                        last[0] = price;
                    }
                });
                double moved = Math.abs(last[0] * .1 / crowd.index() - 1);
                assertThat(moved).isBetween(.001, .006);
            }
        }
    }

    @Test
    void tellsMarksEachSecondInterestEachThreeAndFundingEachMinute() {
        Crowd crowd = Crowd.start(102, Worlds.three());
        Map<String, Integer> counts = new HashMap<>();
        crowd.advance(crowd.millis() + 10 * Worlds.MINUTE, new CrowdListener() {
            @Override
            public void mark(Venue venue, long millis, double mark, double index) {
                assertThat(mark).isCloseTo(index, within(index * .01));
                counts.merge("mark " + venue, 1, Integer::sum);
            }

            @Override
            public void openInterest(Venue venue, long millis, double coins) {
                assertThat(coins).isPositive();
                counts.merge("interest " + venue, 1, Integer::sum);
            }

            @Override
            public void funding(Venue venue, long millis, double rate, double predicted, long nextMillis) {
                assertThat(nextMillis % (venue == Venue.DYDX ? Worlds.HOUR : 8 * Worlds.HOUR))
                        .isZero();
                counts.merge("funding " + venue, 1, Integer::sum);
            }
        });
        assertThat(counts).containsEntry("mark BINANCE", 600).containsEntry("mark DYDX", 600);
        assertThat(counts).containsEntry("funding OKX", 10);
        assertThat(counts.get("interest OKX")).isBetween(198, 200);
    }

    @Test
    void settlesFundingAtItsHourAndKeepsTheMoneyTogether() {
        Crowd crowd = Crowd.start(104, Worlds.three());
        List<String> settled = new ArrayList<>();
        long[] next = {0};
        CrowdListener listener = new CrowdListener() {
            @Override
            public void funding(Venue venue, long millis, double rate, double predicted, long nextMillis) {
                if (venue == Venue.DYDX && millis == next[0]) {
                    settled.add(Double.toString(rate));
                }
                next[0] = venue == Venue.DYDX ? nextMillis : next[0];
            }
        };
        crowd.advance(crowd.millis() + 2 * Worlds.HOUR + Worlds.MINUTE, listener);
        assertThat(settled).hasSize(2).doesNotContain("0.0");
        assertThat(crowd.conservation().holds()).isTrue();
        assertThat(crowd.conservation().venues().get(2).fundingDust())
                .as("what rounding left of two settlements, in ticks times lots")
                .isBetween(-1_000L, 1_000L);
    }

    @Test
    void truthHoldsEveryPositionInTheBinOfItsLiquidationPrice() {
        Crowd crowd = Crowd.start(101, Worlds.one());
        long entry = Math.round(crowd.index() / .1);
        crowd.advance(crowd.millis() + Worlds.SECOND, new CrowdListener() {});
        TrueMass before = crowd.truth(Venue.BINANCE);
        crowd.addPositions(Venue.BINANCE, PositionSide.LONG, entry, 1e6, 10, 4);
        crowd.addPositions(Venue.BINANCE, PositionSide.SHORT, entry, 1e6, 10, 4);
        crowd.advance(crowd.millis() + Crowd.TICK_MILLIS, new CrowdListener() {});
        TrueMass after = crowd.truth(Venue.BINANCE);

        double price = entry * .1;
        double longs = (price * .9 - 50 / (250_000 / price)) / (1 - .005);
        double shorts = (price * 1.1 + 1_300 / (250_000 / price)) / 1.01;
        assertThat(added(before, after, PositionSide.LONG, longs)).isCloseTo(1e6 * longs / price, within(100.0));
        assertThat(added(before, after, PositionSide.SHORT, shorts)).isCloseTo(1e6 * shorts / price, within(100.0));
        assertThat(after.usd(PositionSide.LONG, after.firstBin() - 1)).isZero();
        assertThat(crowd.oracle(Venue.BINANCE).usd(PositionSide.LONG, Bins.of(longs)))
                .isCloseTo(1e6 * longs / price, within(1e4));
    }

    private static double added(TrueMass before, TrueMass after, PositionSide side, double price) {
        return after.usd(side, Bins.of(price)) - before.usd(side, Bins.of(price));
    }

    @Test
    void sumsTheTruthOverBinsToWhatIsOpen() {
        Crowd crowd = Crowd.start(103, Worlds.one());
        crowd.advance(crowd.millis() + 2 * Worlds.HOUR, new CrowdListener() {});
        TrueMass truth = crowd.truth(Venue.BINANCE);
        double mark = crowd.mark(Venue.BINANCE);
        for (PositionSide side : PositionSide.values()) {
            double sum = 0;
            for (int bin = truth.firstBin(); bin <= truth.lastBin(); bin++) {
                sum += truth.usd(side, bin);
                if (truth.usd(side, bin) > 0) {
                    boolean alive =
                            side == PositionSide.LONG ? Bins.lowerEdge(bin) <= mark : Bins.lowerEdge(bin + 1) >= mark;
                    assertThat(alive)
                            .as("%s bin at %s, mark %s", side, Bins.centre(bin), mark)
                            .isTrue();
                }
            }
            assertThat(sum).isEqualTo(truth.totalUsd(side)).isGreaterThan(10e6);
        }
    }

    @Test
    void keepsVenuesTogether() {
        Crowd crowd = Crowd.start(102, Worlds.three());
        double[] apart = {0, 0};
        crowd.advance(crowd.millis() + Worlds.HOUR, new CrowdListener() {
            @Override
            public void mark(Venue venue, long millis, double mark, double index) {
                double here = crowd.mark(Venue.BINANCE);
                apart[0] += Math.abs(mark / here - 1);
                apart[1]++;
            }
        });
        assertThat(apart[0] / apart[1]).isLessThan(.0003);
        assertThat(crowd.openInterest(Venue.DYDX)).isLessThan(crowd.openInterest(Venue.BINANCE));
    }

    @Test
    void refusesSettingsThatMakeNoMarketAndVenuesThatAreNotThere() {
        assertThatThrownBy(() -> Worlds.one().withVenues(List.of())).hasMessageContaining("needs a venue");
        assertThatThrownBy(() -> Worlds.one().withStart(1_050)).hasMessageContaining("tick");
        assertThatThrownBy(() -> Worlds.one().withStartPrice(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        Crowd crowd = Crowd.start(101, Worlds.one());
        assertThatThrownBy(() -> crowd.truth(Venue.OKX)).hasMessageContaining("OKX");
        assertThatThrownBy(() -> Crowd.warm(101, Worlds.one(), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
