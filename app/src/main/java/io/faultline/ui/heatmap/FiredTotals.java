package io.faultline.ui.heatmap;

import io.faultline.desk.DeskView;
import io.faultline.desk.TimeLog;
import io.faultline.liquidation.SweptLevel;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.ui.text.Numbers;

/**
 * How much was liquidated of each side in a stretch of time, as venues reported it and as the model would have it, USD.
 *
 * @param sinceNanos where what is known begins, when that is later than the stretch does; 0 if it is not
 */
record FiredTotals(double longsUsd, double shortsUsd, double sweptLongsUsd, double sweptShortsUsd, long sinceNanos) {

    /** Of the time since an instant, nanoseconds since 1970. */
    static FiredTotals since(DeskView view, long fromNanos, long liveSinceNanos) {
        double longs = 0;
        double shorts = 0;
        TimeLog<Liquidation> reported = view.history().liquidations();
        long begins = liveSinceNanos;
        for (long number = reported.end() - 1; number >= reported.begin(); number--) {
            Liquidation one = reported.get(number);
            if (one == null || one.receivedNanos() < fromNanos) {
                break;
            }
            boolean forgotten = number == reported.begin() && number > 0;
            begins = forgotten ? Math.max(begins, one.receivedNanos()) : begins;
            double usd = Bubbles.usd(one, view);
            longs += one.side() == PositionSide.LONG ? usd : 0;
            shorts += one.side() == PositionSide.SHORT ? usd : 0;
        }
        double sweptLongs = 0;
        double sweptShorts = 0;
        TimeLog<SweptLevel> swept = view.grid().swept();
        for (long number = swept.end() - 1; number >= swept.begin(); number--) {
            SweptLevel level = swept.get(number);
            if (level == null || level.millis() < fromNanos / 1_000_000) {
                break;
            }
            sweptLongs += level.side() == PositionSide.LONG ? level.usd() : 0;
            sweptShorts += level.side() == PositionSide.SHORT ? level.usd() : 0;
        }
        return new FiredTotals(longs, shorts, sweptLongs, sweptShorts, begins > fromNanos ? begins : 0);
    }

    /** {@code L 71.2M S 115M}. */
    String reported() {
        return "L " + Numbers.usd(longsUsd) + " S " + Numbers.usd(shortsUsd);
    }

    String swept() {
        return "L " + Numbers.usd(sweptLongsUsd) + " S " + Numbers.usd(sweptShortsUsd);
    }
}
