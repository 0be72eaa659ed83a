package io.faultline.signal;

import io.faultline.market.PositionSide;
import java.util.List;

/** A bar that shot into a cluster and came back on heavy volume. */
public final class LongWick {
    private static final int COMPARED = 20;
    private static final double RANGE_TIMES = 2;
    private static final double VOLUME_TIMES = 2;
    private static final double WICK_SHARE = 0.6;

    private LongWick() {}

    /** Whether the last bar is one, held against the twenty before it; without these, nobody can tell. */
    public static boolean at(List<PriceBar> bars, PositionSide side) {
        if (bars.size() <= COMPARED) {
            return false;
        }
        PriceBar last = bars.get(bars.size() - 1);
        List<PriceBar> before = bars.subList(bars.size() - 1 - COMPARED, bars.size() - 1);
        double[] ranges = before.stream().mapToDouble(PriceBar::range).sorted().toArray();
        double medianRange = (ranges[COMPARED / 2 - 1] + ranges[COMPARED / 2]) / 2;
        double meanVolume =
                before.stream().mapToDouble(PriceBar::volumeUsd).average().orElse(0);
        double wick = side == PositionSide.LONG
                ? Math.min(last.open(), last.close()) - last.low()
                : last.high() - Math.max(last.open(), last.close());
        return last.range() > 0
                && last.range() >= RANGE_TIMES * medianRange
                && wick >= WICK_SHARE * last.range()
                && last.volumeUsd() >= VOLUME_TIMES * meanVolume;
    }
}
