package io.faultline.desk;

import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.VenueInputs;
import io.faultline.market.Venue;
import io.faultline.signal.Timeframe;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last hours and days were like, from the inputs of the grids: the past that was learned and what was seen live
 * alike. Sums are over the venues that are known for long enough; what no venue is, is null or NaN.
 *
 * @param openInterest now, coins, of the venues that also tell that of 4 h ago
 * @param openInterest4hAgo coins
 * @param volume4hUsd of the venues that are known for a day
 * @param volume24hUsd of the same
 * @param range4h of the leading venue's price, a fraction
 * @param openInterestOverWeek coins now over their mean of seven days, of the venues known for three
 * @param reportedPerDayUsd of each venue whose reports are known for a day
 */
record PastFigures(
        @Nullable Double openInterest,
        @Nullable Double openInterest4hAgo,
        @Nullable Double volume4hUsd,
        @Nullable Double volume24hUsd,
        @Nullable Double range4h,
        double openInterestOverWeek,
        Map<Venue, Double> reportedPerDayUsd,
        Volatility volatility,
        Map<Timeframe, ChartReading> charts) {
    static final PastFigures UNKNOWN = new PastFigures(
            null, null, null, null, null, Double.NaN, Map.of(), new Volatility(Double.NaN, Double.NaN, 0), Map.of());

    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final double DAY_SECONDS = 86_400;

    /** How old a sample of open interest may be and still tell that of a moment. */
    private static final long NEAR = 30 * 60_000L;

    PastFigures {
        EnumMap<Venue, Double> reported = new EnumMap<>(Venue.class);
        reported.putAll(reportedPerDayUsd);
        reportedPerDayUsd = Collections.unmodifiableMap(reported);
    }

    ChartReading chart(Timeframe timeframe) {
        return charts.getOrDefault(timeframe, ChartReading.NONE);
    }

    /** Of all venues whose reports are known, USD; NaN if none is. */
    double reportedPerDay() {
        double sum = 0;
        for (double usd : reportedPerDayUsd.values()) {
            sum += usd;
        }
        return reportedPerDayUsd.isEmpty() ? Double.NaN : sum;
    }

    /** @param nowMillis exchange time */
    static PastFigures of(List<VenueInputs> venues, long nowMillis) {
        double interest = 0;
        double interest4h = 0;
        double interestOfWeek = 0;
        double meanOfWeek = 0;
        double volume4h = 0;
        double volume24h = 0;
        Map<Venue, Double> reported = new EnumMap<>(Venue.class);
        for (VenueInputs venue : venues) {
            List<GridBar> bars = venue.bars();
            double now = interestAt(bars, nowMillis);
            double then = interestAt(bars, nowMillis - 4 * HOUR);
            if (now > 0 && then > 0) {
                interest += now;
                interest4h += then;
            }
            BarSpan week = new BarSpan(bars, nowMillis - 7 * DAY, nowMillis);
            if (now > 0 && week.interestSeconds() >= 3 * DAY_SECONDS) {
                interestOfWeek += now;
                meanOfWeek += week.meanInterest();
            }
            if (week.reportedSeconds() >= DAY_SECONDS) {
                reported.put(venue.venue(), week.reportedUsd() / week.reportedSeconds() * DAY_SECONDS);
            }
            double ofDay = new BarSpan(bars, nowMillis - DAY, nowMillis).volumeUsd();
            double of4h = new BarSpan(bars, nowMillis - 4 * HOUR, nowMillis).volumeUsd();
            if (ofDay > 0 && !Double.isNaN(of4h)) {
                volume24h += ofDay;
                volume4h += of4h;
            }
        }
        List<GridBar> leading = leading(venues, nowMillis);
        double range = new BarSpan(leading, nowMillis - 4 * HOUR, nowMillis).range();
        return new PastFigures(
                orNull(interest),
                orNull(interest4h),
                volume24h > 0 ? Double.valueOf(volume4h) : null,
                orNull(volume24h),
                Double.isNaN(range) ? null : Double.valueOf(range),
                meanOfWeek > 0 ? interestOfWeek / meanOfWeek : Double.NaN,
                reported,
                Volatility.of(new Resampled(leading, Volatility.CELL, nowMillis - 7 * DAY), nowMillis),
                Charts.of(leading, venues, nowMillis));
    }

    private static @Nullable Double orNull(double sum) {
        return sum > 0 ? Double.valueOf(sum) : null;
    }

    private static double interestAt(List<GridBar> bars, long millis) {
        return new BarSpan(bars, millis - NEAR, millis).newestInterest();
    }

    /** The venue whose prices count: that with the most open interest, in coins, of those that are up to date. */
    private static List<GridBar> leading(List<VenueInputs> venues, long nowMillis) {
        List<GridBar> leading = List.of();
        double most = -1;
        for (VenueInputs venue : venues) {
            List<GridBar> bars = venue.bars();
            boolean current =
                    !bars.isEmpty() && nowMillis - bars.get(bars.size() - 1).endMillis() <= NEAR;
            double interest = current ? interestAt(bars, nowMillis) : Double.NaN;
            double weight = Double.isNaN(interest) ? 0 : interest;
            if (current && weight > most) {
                most = weight;
                leading = bars;
            }
        }
        return leading;
    }
}
