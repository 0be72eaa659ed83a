package io.faultline.desk;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.VenueInputs;
import io.faultline.signal.PriceBar;
import io.faultline.signal.Swings;
import io.faultline.signal.Timeframe;
import io.faultline.signal.Trend;
import io.faultline.signal.VolumeNodes;
import java.util.ArrayList;
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
        List<Drawn> drawn = new ArrayList<>();
        long earliest = nowMillis;
        for (Timeframe timeframe : Timeframe.values()) {
            long from = nowMillis - window(timeframe);
            drawn.add(new Drawn(timeframe, from, new Resampled(leading, cell(timeframe), from)));
            earliest = Math.min(earliest, from);
        }
        for (VenueInputs venue : venues) {
            List<GridBar> bars = venue.bars();
            for (int i = bars.size() - 1; i >= 0 && bars.get(i).endMillis() > earliest; i--) {
                if (bars.get(i).areTradesKnown()) {
                    spread(bars.get(i), drawn);
                }
            }
        }
        Map<Timeframe, ChartReading> charts = new EnumMap<>(Timeframe.class);
        drawn.forEach(each -> charts.put(each.timeframe, each.reading()));
        return charts;
    }

    /** A bar's volume, spread evenly over its range. */
    private static void spread(GridBar bar, List<Drawn> drawn) {
        int from = Bins.of(bar.low());
        int to = Bins.of(bar.high());
        double each = (bar.buyUsd() + bar.sellUsd()) / (to - from + 1);
        for (Drawn chart : drawn) {
            if (bar.endMillis() > chart.fromMillis) {
                chart.add(from, to, each);
            }
        }
    }

    /** One timeframe's bars, and what was traded in each bin of their range. */
    private static final class Drawn {
        private final Timeframe timeframe;
        private final long fromMillis;
        private final Resampled bars;
        private final int first;
        private final double[] usd;

        Drawn(Timeframe timeframe, long fromMillis, Resampled bars) {
            this.timeframe = timeframe;
            this.fromMillis = fromMillis;
            this.bars = bars;
            double low = Double.POSITIVE_INFINITY;
            double high = 0;
            for (PriceBar bar : bars.bars()) {
                low = Math.min(low, bar.low());
                high = Math.max(high, bar.high());
            }
            first = high > 0 ? Bins.of(low) : 0;
            usd = new double[high > 0 ? Math.min(MOST_BINS, Bins.of(high) - first + 1) : 0];
        }

        void add(int from, int to, double usdABin) {
            for (int bin = Math.max(from, first); bin <= Math.min(to, first + usd.length - 1); bin++) {
                usd[bin - first] += usdABin;
            }
        }

        ChartReading reading() {
            return new ChartReading(
                    bars.count(), Trend.of(bars.closes()), Swings.of(bars.bars()), VolumeNodes.of(first, usd));
        }
    }
}
