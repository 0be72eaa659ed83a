package io.faultline.liquidation;

import io.faultline.market.HistoryBar;
import io.faultline.market.Ohlc;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A venue's history as the grid takes it: {@link SymbolGrid#learn} wants these bars and these flags. */
public record VenuePast(List<GridBar> bars, Set<GridFlag> flags) {
    public VenuePast {
        bars = List.copyOf(bars);
        flags = Set.copyOf(flags);
    }

    /**
     * @param history oldest first; of what is older than a month, which only lays the stock of positions, it is no matter
     *     who took
     */
    public static VenuePast of(List<HistoryBar> history) {
        List<GridBar> bars = new ArrayList<>(history.size());
        Set<GridFlag> flags = EnumSet.noneOf(GridFlag.class);
        long proper = history.isEmpty() ? 0 : history.get(history.size() - 1).endMillis() - InputLog.SPAN_MILLIS;
        for (HistoryBar bar : history) {
            bars.add(bar(bar));
            if (bar.flags().contains(HistoryBar.Flag.ESTIMATED_SPLIT) && bar.startMillis() >= proper) {
                flags.add(GridFlag.SIDE_ESTIMATED);
            }
        }
        return new VenuePast(bars, flags);
    }

    private static GridBar bar(HistoryBar bar) {
        Ohlc prices = bar.prices();
        Ohlc mark = bar.mark();
        return new GridBar(
                bar.startMillis(),
                bar.timeframe().millis() / 1000.0,
                prices.openPrice(),
                prices.highPrice(),
                prices.lowPrice(),
                prices.closePrice(),
                mark == null ? Double.NaN : mark.lowPrice(),
                mark == null ? Double.NaN : mark.highPrice(),
                mark == null ? Double.NaN : mark.closePrice(),
                bar.buyUsd(),
                bar.sellUsd(),
                bar.openInterest(),
                Double.NaN,
                Double.NaN);
    }
}
