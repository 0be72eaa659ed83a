package io.faultline.desk;

import io.faultline.signal.Swings;
import io.faultline.signal.Trend;
import java.util.List;

/**
 * What is read off the bars of one timeframe: 5 minutes for scalps, 15 for day trades, an hour for swings.
 *
 * @param bars how many there are; below 50 there is no trend
 * @param nodes prices at which much was traded, ascending
 */
public record ChartReading(int bars, Trend trend, Swings swings, List<Double> nodes) {
    /** No bars. */
    public static final ChartReading NONE =
            new ChartReading(0, Trend.FLAT, new Swings(List.of(), List.of()), List.of());

    public ChartReading {
        nodes = List.copyOf(nodes);
    }
}
