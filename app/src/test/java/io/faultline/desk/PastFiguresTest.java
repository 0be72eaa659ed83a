package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.VenueInputs;
import io.faultline.liquidation.VenueMargin;
import io.faultline.market.RiskTiers;
import io.faultline.market.Venue;
import io.faultline.signal.Timeframe;
import io.faultline.signal.Trend;
import io.faultline.signal.VolatilityRegime;
import io.faultline.venue.RiskTierTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of hours and days from bars of five minutes. */
class PastFiguresTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long NOW = 1_795_000_200_000L - 1_795_000_200_000L % HOUR;
    private static final BracketTables TABLES = VenueMargin.tables(
                    List.<RiskTiers>copyOf(RiskTierTables.bundled().tables().stream()
                            .filter(table -> table.instrument().equals(SignalStory.BINANCE))
                            .toList()),
                    1)
            .orElseThrow();

    /** One bar of a market: price, range as a share, volume, open interest, reports. */
    private interface Market {
        GridBar at(long startMillis, double hoursAgo);
    }

    private static GridBar bar(long start, double price, double range, double usd, double coins, double reported) {
        return new GridBar(
                start,
                300,
                price,
                price * (1 + range / 2),
                price * (1 - range / 2),
                price,
                price,
                price,
                price,
                usd / 2,
                usd / 2,
                coins,
                reported,
                0);
    }

    private static VenueInputs venue(Venue venue, int hours, Market market) {
        List<GridBar> bars = new ArrayList<>();
        for (long start = NOW - hours * HOUR; start < NOW; start += 5 * MINUTE) {
            bars.add(market.at(start, (NOW - start) / (double) HOUR));
        }
        return new VenueInputs(venue, TABLES, bars, .06, .06);
    }

    @Test
    void knowsNothingOfAShortPast() {
        PastFigures past = PastFigures.of(
                List.of(venue(Venue.BINANCE, 2, (start, ago) -> bar(start, 100, .001, 1e6, 10, 0))), NOW);

        assertThat(past.openInterest()).isNull();
        assertThat(past.volume24hUsd()).isNull();
        assertThat(past.range4h()).isNull();
        assertThat(past.openInterestOverWeek()).isNaN();
        assertThat(past.reportedPerDay()).isNaN();
        assertThat(past.volatility().regime()).isEqualTo(VolatilityRegime.UNKNOWN);
        assertThat(past.volatility().usual5mMoveBps()).isZero();
        assertThat(past.chart(Timeframe.SCALP).trend()).isEqualTo(Trend.FLAT);
    }

    @Test
    void sumsVolumeAndOpenInterestOverVenues() {
        Market quieter = (start, ago) -> bar(start, 100, .002, ago <= 4 ? 1e6 : 2e6, ago <= 4 ? 103 : 100, 0);
        PastFigures past =
                PastFigures.of(List.of(venue(Venue.BINANCE, 30, quieter), venue(Venue.BYBIT, 30, quieter)), NOW);

        assertThat(past.volume4hUsd()).isCloseTo(2 * 48e6, within(1.0));
        assertThat(past.volume24hUsd()).isCloseTo(2 * (48e6 + 480e6), within(1.0));
        assertThat(past.openInterest()).isEqualTo(206);
        assertThat(past.openInterest4hAgo()).isEqualTo(200);
        assertThat(past.range4h()).isCloseTo(.002, within(1e-9));
    }

    @Test
    void leavesAVenueOutWhoseDayIsNotKnown() {
        Market steady = (start, ago) -> bar(start, 100, .002, 1e6, 100, 0);
        PastFigures past =
                PastFigures.of(List.of(venue(Venue.BINANCE, 30, steady), venue(Venue.BYBIT, 6, steady)), NOW);

        assertThat(past.volume24hUsd()).isCloseTo(288e6, within(1.0));
        assertThat(past.volume4hUsd()).isCloseTo(48e6, within(1.0));
    }

    @Test
    void takesTheDailyReportsOfThoseThatTell() {
        Market tells = (start, ago) -> bar(start, 100, .002, 1e6, 100, 1_000);
        Market silent = (start, ago) -> bar(start, 100, .002, 1e6, 100, Double.NaN);
        PastFigures past =
                PastFigures.of(List.of(venue(Venue.BINANCE, 48, silent), venue(Venue.BYBIT, 48, tells)), NOW);

        assertThat(past.reportedPerDayUsd()).containsExactly(Map.entry(Venue.BYBIT, 288_000.0));
    }

    @Test
    void comparesTodayWithTheWeek() {
        Market wilder = (start, ago) -> {
            double swing = ago <= 4 ? .004 : .001;
            return bar(
                    start,
                    100 * (1 + (start / (5 * MINUTE) % 2 == 0 ? swing : 0)),
                    .001,
                    1e6,
                    100 + (ago < 1 ? 20 : 0),
                    0);
        };
        PastFigures past = PastFigures.of(List.of(venue(Venue.BINANCE, 168, wilder)), NOW);

        assertThat(past.volatility().regime()).isEqualTo(VolatilityRegime.HIGH);
        assertThat(past.volatility().realised()).isCloseTo(.004, within(.0002));
        assertThat(past.volatility().week()).isCloseTo(.001, within(.0001));
        assertThat(past.volatility().usual5mMoveBps()).isCloseTo(10, within(.5));
        assertThat(past.openInterestOverWeek()).isCloseTo(1.2, within(.01));
    }

    @Test
    void readsTrendAndTurningPointsOffEachTimeframesBars() {
        Market rising = (start, ago) -> bar(
                start,
                100 * (1.1 - ago * .001) * (1 + .02 * Math.sin(ago / 3)),
                .001,
                ago > 9 && ago < 11 ? 50e6 : 1e6,
                100,
                0);
        PastFigures past = PastFigures.of(List.of(venue(Venue.BINANCE, 168, rising)), NOW);

        assertThat(past.chart(Timeframe.SCALP).bars()).isEqualTo(288);
        assertThat(past.chart(Timeframe.DAY).bars()).isEqualTo(288);
        assertThat(past.chart(Timeframe.SWING).bars()).isEqualTo(168);
        assertThat(past.chart(Timeframe.DAY).swings().highs()).isNotEmpty();
        assertThat(past.chart(Timeframe.SCALP).nodes()).isNotEmpty();
    }
}
