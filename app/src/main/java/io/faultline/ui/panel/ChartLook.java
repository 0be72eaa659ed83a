package io.faultline.ui.panel;

import java.util.List;

/**
 * What is drawn over the heat, and how.
 *
 * @param candles whether the price is drawn as candles; as a line if not
 * @param barSeconds length of its bars; 0 for the shortest that can be told apart
 * @param liquidations whether bubbles of reported liquidations are drawn
 * @param leastLiquidationUsd those that are smaller are left out; 0 for none
 * @param trades whether bubbles of large trades are drawn
 * @param leastTradeUsd those that are smaller are left out; 0 for what is large on the symbol's own tape
 * @param volume whether what was traded by price stands at the edge
 * @param swings whether the turning points of the price are marked
 */
public record ChartLook(
        boolean candles,
        long barSeconds,
        boolean liquidations,
        double leastLiquidationUsd,
        boolean trades,
        double leastTradeUsd,
        boolean volume,
        boolean swings) {
    /** Lengths of bars that can be chosen, seconds; 0 is chosen by the zoom. */
    public static final List<Long> BARS = List.of(0L, 1L, 5L, 15L, 60L, 300L, 900L, 3600L, 14_400L, 28_800L, 86_400L);

    /** Least sizes of bubbles that can be chosen, USD. */
    public static final List<Double> LEAST = List.of(0.0, 1e3, 5e3, 1e4, 2.5e4, 5e4, 1e5, 2.5e5, 5e5, 1e6, 2.5e6, 5e6);

    public static final ChartLook USUAL = new ChartLook(true, 0, true, 0, false, 0, false, true);

    public ChartLook {
        barSeconds = BARS.contains(barSeconds) ? barSeconds : 0;
        leastLiquidationUsd = LEAST.contains(leastLiquidationUsd) ? leastLiquidationUsd : 0;
        leastTradeUsd = LEAST.contains(leastTradeUsd) ? leastTradeUsd : 0;
    }

    /** The same for a symbol of other sizes. */
    public ChartLook ofAnotherSymbol() {
        return new ChartLook(candles, barSeconds, liquidations, 0, trades, 0, volume, swings);
    }
}
