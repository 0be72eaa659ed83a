package io.faultline.ui.panel;

import java.util.List;

/** What the user has chosen to see over the heat of a symbol. JavaFX thread only. */
public final class ChartControl {
    private boolean candles;
    private long barSeconds;
    private boolean liquidations;
    private double leastLiquidationUsd;
    private boolean trades;
    private double leastTradeUsd;
    private boolean volume;
    private boolean swings;
    private ChartLook look = ChartLook.USUAL;
    private Runnable changed = () -> {};
    private long version;

    public ChartControl() {
        take(ChartLook.USUAL);
    }

    public ChartLook look() {
        return look;
    }

    public void look(ChartLook chosen) {
        take(chosen);
        change();
    }

    private void take(ChartLook chosen) {
        candles = chosen.candles();
        barSeconds = chosen.barSeconds();
        liquidations = chosen.liquidations();
        leastLiquidationUsd = chosen.leastLiquidationUsd();
        trades = chosen.trades();
        leastTradeUsd = chosen.leastTradeUsd();
        volume = chosen.volume();
        swings = chosen.swings();
    }

    private void change() {
        ChartLook now = new ChartLook(
                candles, barSeconds, liquidations, leastLiquidationUsd, trades, leastTradeUsd, volume, swings);
        if (!now.equals(look)) {
            look = now;
            version++;
            changed.run();
        }
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    /** From now on that runs after every change. */
    public void onChange(Runnable then) {
        changed = then;
    }

    public void candles(boolean on) {
        candles = on;
        change();
    }

    /** @param seconds one of {@link ChartLook#BARS} */
    public void bars(long seconds) {
        barSeconds = seconds;
        change();
    }

    /** The next longer bars; after the longest those that the zoom chooses. */
    public void nextBars() {
        bars(next(ChartLook.BARS, barSeconds));
    }

    public void liquidations(boolean on) {
        liquidations = on;
        change();
    }

    /** @param usd one of {@link ChartLook#LEAST} */
    public void leastLiquidation(double usd) {
        leastLiquidationUsd = usd;
        change();
    }

    /** Leaves out more of the reported liquidations; after the largest size, none. */
    public void nextLeastLiquidation() {
        leastLiquidation(next(ChartLook.LEAST, leastLiquidationUsd));
    }

    public void trades(boolean on) {
        trades = on;
        change();
    }

    /** @param usd one of {@link ChartLook#LEAST}; 0 goes by the symbol's own tape */
    public void leastTrade(double usd) {
        leastTradeUsd = usd;
        change();
    }

    /** Leaves out more of the trades; after the largest size, those that are usual on the symbol's own tape. */
    public void nextLeastTrade() {
        leastTrade(next(ChartLook.LEAST, leastTradeUsd));
    }

    public void volume(boolean on) {
        volume = on;
        change();
    }

    public void swings(boolean on) {
        swings = on;
        change();
    }

    private static <T> T next(List<T> all, T now) {
        return all.get((all.indexOf(now) + 1) % all.size());
    }
}
