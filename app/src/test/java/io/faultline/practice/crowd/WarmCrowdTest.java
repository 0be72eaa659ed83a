package io.faultline.practice.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.CrowdPast.Minute;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WarmCrowdTest {
    private static final int DAYS = 1;
    private static final WarmCrowd WARM = Crowd.warm(101, Worlds.three(), DAYS);
    private static final EventHash LIVE = Worlds.said(WARM.crowd(), 3);

    @Test
    void tellsEveryMinuteUpToItsStart() {
        for (CrowdVenue venue : Worlds.three().venues()) {
            List<Minute> minutes =
                    Objects.requireNonNull(WARM.past().get(venue.venue())).minutes();
            assertThat(minutes).hasSize(DAYS * 1_440);
            long open = Worlds.three().startMillis() - DAYS * 24 * Worlds.HOUR;
            for (Minute minute : minutes) {
                assertThat(minute.openMillis()).isEqualTo(open);
                assertThat(minute.low()).isPositive().isLessThanOrEqualTo(Math.min(minute.open(), minute.close()));
                assertThat(minute.high()).isGreaterThanOrEqualTo(Math.max(minute.open(), minute.close()));
                assertThat(minute.markLow()).isLessThanOrEqualTo(Math.min(minute.markOpen(), minute.markClose()));
                assertThat(minute.markHigh()).isGreaterThanOrEqualTo(Math.max(minute.markOpen(), minute.markClose()));
                assertThat(minute.buyCoins()).isNotNegative();
                assertThat(minute.sellCoins()).isNotNegative();
                assertThat(minute.longLiquidatedCoins()).isBetween(0.0, minute.sellCoins());
                assertThat(minute.shortLiquidatedCoins()).isBetween(0.0, minute.buyCoins());
                assertThat(minute.openInterestCoins()).isPositive();
                open += Worlds.MINUTE;
            }
        }
    }

    @Test
    void tellsTheSettlementsOfEachVenue() {
        assertThat(Objects.requireNonNull(WARM.past().get(Venue.OKX)).settlements())
                .hasSize(DAYS * 3)
                .allMatch(each -> each.millis() % (8 * Worlds.HOUR) == 0);
        assertThat(Objects.requireNonNull(WARM.past().get(Venue.DYDX)).settlements())
                .hasSize(DAYS * 24);
    }

    @Test
    void goesOnWithoutASeam() {
        WarmCrowd warm = Crowd.warm(102, Worlds.three(), 1);
        Crowd crowd = warm.crowd();
        assertThat(crowd.millis()).isEqualTo(Worlds.three().startMillis());
        for (CrowdVenue venue : Worlds.three().venues()) {
            List<Minute> minutes =
                    Objects.requireNonNull(warm.past().get(venue.venue())).minutes();
            Minute last = minutes.get(minutes.size() - 1);
            CrowdBook book = crowd.book(venue.venue());
            double bid = book.best(Side.BID) * venue.tick();
            assertThat(bid).isCloseTo(last.close(), within(last.close() * .002));
            assertThat(crowd.mark(venue.venue())).isCloseTo(last.markClose(), within(1e-6));
            assertThat(crowd.openInterest(venue.venue())).isEqualTo(last.openInterestCoins());
        }
        double before = crowd.openInterest(Venue.BINANCE);
        double mass = crowd.truth(Venue.BINANCE).totalUsd(PositionSide.LONG);
        crowd.advance(crowd.millis() + 10 * Worlds.MINUTE, new CrowdListener() {});
        assertThat(crowd.openInterest(Venue.BINANCE)).isCloseTo(before, within(before * .03));
        assertThat(crowd.truth(Venue.BINANCE).totalUsd(PositionSide.LONG)).isCloseTo(mass, within(mass * .05));
        assertThat(crowd.conservation().holds()).isTrue();
    }

    @Test
    void startsWithThePopulationOfAMarketThatHasSettled() {
        double usd = 0;
        for (CrowdVenue venue : Worlds.three().venues()) {
            Minute last = Objects.requireNonNull(WARM.past().get(venue.venue()))
                    .minutes()
                    .get(DAYS * 1_440 - 1);
            usd += last.openInterestCoins() * last.close();
        }
        assertThat(usd).isBetween(2e9, 4.5e9);
    }

    @Test
    void isTheSameForTheSameSeed() {
        WarmCrowd again = Crowd.warm(101, Worlds.three(), DAYS);
        assertThat(again.past()).isEqualTo(WARM.past());
        assertThat(Worlds.said(again.crowd(), 3).value()).isEqualTo(LIVE.value());
    }
}
