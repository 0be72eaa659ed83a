package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.VenueInputs;
import io.faultline.signal.PriceBar;
import io.faultline.signal.Swings;
import io.faultline.signal.Timeframe;
import io.faultline.signal.Trend;
import io.faultline.signal.VolumeNodes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Trend, turning points and volume nodes of each timeframe, {@code model.md} 26. */
final class Charts {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    /** A profile is not made wider than this, whatever prices a venue may have sent. */
    private static final int MOST_BINS = Bins.COUNT;

    private Charts() {}

    private static long cell(Timeframe timeframe) {
        return switch (timeframe) {
            case SCALP -> 5 * MINUTE;
            case DAY -> 15 * MINUTE;
            case SWING -> HOUR;
        };
    }

    private static long window(Timeframe timeframe) {
        return switch (timeframe) {
            case SCALP -> 24 * HOUR;
            case DAY -> 72 * HOUR;
            case SWING -> 168 * HOUR;
        };
    }

    /**
     * @param leading bars of the venue whose prices count
     * @param venues whose volumes count
     */
    static Map<Timeframe, ChartReading> of(List<GridBar> leading, List<VenueInputs> venues, long nowMillis) {
        Map<Timeframe, ChartReading> charts = new EnumMap<>(Timeframe.class);
        for (Timeframe timeframe : Timeframe.values()) {
            long from = nowMillis - window(timeframe);
            Resampled bars = new Resampled(leading, cell(timeframe), from);
            charts.put(
                    timeframe,
                    new ChartReading(
                            bars.count(), Trend.of(bars.closes()), Swings.of(bars.bars()), nodes(bars, venues, from)));
        }
        return charts;
    }

    /** Volume of each bar spread evenly over its range. */
    private static List<Double> nodes(Resampled prices, List<VenueInputs> venues, long fromMillis) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (PriceBar bar : prices.bars()) {
            low = Math.min(low, bar.low());
            high = Math.max(high, bar.high());
        }
        if (!(high > 0)) {
            return List.of();
        }
        int first = Bins.of(low);
        double[] usd = new double[Math.min(MOST_BINS, Bins.of(high) - first + 1)];
        for (VenueInputs venue : venues) {
            for (GridBar bar : venue.bars()) {
                if (bar.endMillis() > fromMillis && bar.areTradesKnown()) {
                    spread(bar, first, usd);
                }
            }
        }
        return VolumeNodes.of(first, usd);
    }

    private static void spread(GridBar bar, int first, double[] usd) {
        int from = Bins.of(bar.low());
        int to = Bins.of(bar.high());
        double each = (bar.buyUsd() + bar.sellUsd()) / (to - from + 1);
        for (int bin = Math.max(from, first); bin <= Math.min(to, first + usd.length - 1); bin++) {
            usd[bin - first] += each;
        }
    }
}
