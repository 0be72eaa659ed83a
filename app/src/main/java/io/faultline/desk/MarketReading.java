package io.faultline.desk;

import io.faultline.signal.CvdDivergence;
import io.faultline.signal.Timeframe;
import io.faultline.signal.VolatilityRegime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The market around the clusters. NaN where it is not known, or not for long enough.
 *
 * @param weekend whether books are thin by the calendar
 * @param openInterestUsd of all venues that count
 * @param eligible whether that is 50 M USD or more: below, clusters mean little. True where it is not known
 * @param openInterestOverWeek coins now over their mean of seven days
 * @param depthUsd resting within 1 % of mid, both sides, as far as books show it
 * @param depthOverUsual that over the median of seven days at this hour
 * @param cvd1hUsd what takers bought more than sold
 * @param return1h of price, a fraction
 * @param divergence of the two; null where either is not known
 * @param realised standard deviation of 5-minute returns over 4 h
 * @param realisedWeek median of the same over seven days
 * @param reportedPerDayUsd reported liquidations of both sides a day, mean of up to seven days
 * @param charts what is read off bars
 */
public record MarketReading(
        boolean weekend,
        double openInterestUsd,
        boolean eligible,
        double openInterestOverWeek,
        double depthUsd,
        double depthOverUsual,
        double cvd1hUsd,
        double return1h,
        @Nullable CvdDivergence divergence,
        VolatilityRegime regime,
        double realised,
        double realisedWeek,
        double reportedPerDayUsd,
        Map<Timeframe, ChartReading> charts) {
    /** Nothing is known. */
    public static final MarketReading UNKNOWN = new MarketReading(
            false,
            Double.NaN,
            true,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            null,
            VolatilityRegime.UNKNOWN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Map.of());

    public MarketReading {
        EnumMap<Timeframe, ChartReading> copy = new EnumMap<>(Timeframe.class);
        copy.putAll(charts);
        charts = Collections.unmodifiableMap(copy);
    }

    public ChartReading chart(Timeframe timeframe) {
        return charts.getOrDefault(timeframe, ChartReading.NONE);
    }
}
