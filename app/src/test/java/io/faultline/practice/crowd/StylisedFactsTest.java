package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.StylisedFacts.Fact;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StylisedFactsTest {
    private static final int DAY = 1_440;

    private final StylisedFacts facts = new StylisedFacts(CrowdVenue.of(Venue.BINANCE));

    @Test
    void measuresWhatIsKnownOfAPlainRandomWalk() {
        Random random = new Random(9);
        double price = 600_000;
        for (int minute = 0; minute <= 2 * DAY; minute++) {
            price *= Math.exp(.001 * random.nextGaussian());
            trade(minute, Math.round(price), 1_000, false);
        }
        facts.openInterest(Venue.BINANCE, 0, 500);

        assertThat(value("annualised volatility")).isCloseTo(.001 * Math.sqrt(365 * DAY), within(.02));
        assertThat(value("kurtosis")).isCloseTo(3, within(.4));
        assertThat(value("lag-1")).isCloseTo(0, within(.05));
        assertThat(value("volume per day")).isCloseTo(DAY / 500.0, within(.01));
        assertThat(value("forced volume / volume")).isZero();
        assertThat(fact("kurtosis").ok()).isFalse();
    }

    @Test
    void findsForcedVolumeThatComesWithMovesInFewIntervals() {
        long price = 600_000;
        for (int minute = 0; minute <= DAY; minute++) {
            if (minute % 480 == 100) {
                price -= 6_000;
                trade(minute, price, 40, true);
            }
            trade(minute, price, 10, false);
        }
        facts.openInterest(Venue.BINANCE, 0, 10);

        assertThat(value("share of forced volume")).isEqualTo(1);
        assertThat(value("correlation of forced")).isCloseTo(1, within(1e-3));
        assertThat(value("forced volume / volume")).isCloseTo(120 / (10.0 * (DAY + 1) + 120), within(1e-9));
        assertThat(value("forced volume per day")).isCloseTo(120 * .001 / 10, within(1e-4));
    }

    @Test
    void countsChecksThatFail() {
        facts.check(new MassCheck(List.of(new MassCheck.OfVenue(Venue.BINANCE, 5, 5, 1, 2, 4, 1, 0))));
        assertThat(fact("conservation").ok()).isTrue();
        facts.check(new MassCheck(List.of(new MassCheck.OfVenue(Venue.BINANCE, 5, 6, 1, 2, 4, 1, 0))));
        assertThat(fact("conservation").ok()).isFalse();
        assertThat(value("conservation")).isEqualTo(.5);
    }

    @Test
    void isNotSureOfAnythingThatItHasNotSeen() {
        assertThat(facts.facts()).hasSize(10).noneMatch(Fact::ok);
    }

    private void trade(int minute, long priceTicks, long lots, boolean forced) {
        facts.trade(Venue.BINANCE, minute * 60_000L, TakerSide.SELL, priceTicks, lots, forced);
    }

    private double value(String start) {
        return fact(start).value();
    }

    private Fact fact(String start) {
        return facts.facts().stream()
                .filter(each -> each.fact().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
