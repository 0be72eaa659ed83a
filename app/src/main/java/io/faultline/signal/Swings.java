package io.faultline.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Turning points: bars that reach farther than the five before and the five after them. Of equal ones the first counts.
 *
 * @param highs prices, oldest first
 * @param lows prices, oldest first
 */
public record Swings(List<Double> highs, List<Double> lows) {
    private static final int BARS_EITHER_SIDE = 5;
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
            boolean high = true;
            boolean low = true;
            for (int away = 1; away <= BARS_EITHER_SIDE; away++) {
                PriceBar before = bars.get(i - away);
                PriceBar after = bars.get(i + away);
                high &= bars.get(i).high() > before.high() && bars.get(i).high() >= after.high();
                low &= bars.get(i).low() < before.low() && bars.get(i).low() <= after.low();
            }
            if (high) {
                highs.add(bars.get(i).high());
            }
            if (low) {
                lows.add(bars.get(i).low());
            }
        }
        return new Swings(highs, lows);
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
