package io.faultline.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * Turning points: bars that reach farther than the five before and the five after them. Of equal ones the first counts.
 *
 * @param highs prices, oldest first
 * @param lows prices, oldest first
 */
public record Swings(List<Double> highs, List<Double> lows) {
    /** Bars that must stand on either side of a turning point. */
    public static final int BARS_EITHER_SIDE = 5;

    private static final int LOOK_BACK = 200;

    public Swings {
        highs = List.copyOf(highs);
        lows = List.copyOf(lows);
    }

    /** Of the last 200 bars, oldest first. */
    public static Swings of(List<PriceBar> bars) {
        List<Double> highs = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        int first = Math.max(0, bars.size() - LOOK_BACK);
        for (int i = first + BARS_EITHER_SIDE; i < bars.size() - BARS_EITHER_SIDE; i++) {
            if (turns(i, bar -> bars.get(bar).high())) {
                highs.add(bars.get(i).high());
            }
            if (turns(i, bar -> -bars.get(bar).low())) {
                lows.add(bars.get(i).low());
            }
        }
        return new Swings(highs, lows);
    }

    /**
     * Whether a bar reaches farther than the five before it and no less far than the five after it, all of which must be there.
     *
     * @param reach how far the bar of a number reaches: its high, or for lows the low with the other sign
     */
    public static boolean turns(int at, IntToDoubleFunction reach) {
        double here = reach.applyAsDouble(at);
        for (int away = 1; away <= BARS_EITHER_SIDE; away++) {
            if (!(here > reach.applyAsDouble(at - away)) || !(here >= reach.applyAsDouble(at + away))) {
                return false;
            }
        }
        return true;
    }

    /** The nearest swing high above a price. */
    public OptionalDouble highAbove(double price) {
        return highs.stream()
                .mapToDouble(Double::doubleValue)
                .filter(high -> high > price)
                .min();
    }

    /** The nearest swing low below a price. */
    public OptionalDouble lowBelow(double price) {
        return lows.stream()
                .mapToDouble(Double::doubleValue)
                .filter(low -> low < price)
                .max();
    }
}
