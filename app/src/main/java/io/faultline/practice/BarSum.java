package io.faultline.practice;

import io.faultline.practice.crowd.CrowdPast;

/** Puts minutes together to a bar. */
final class BarSum {
    private final boolean traded;
    private int minutes;
    private double open;
    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private double close;
    private double bought;
    private double sold;
    private int trades;

    BarSum(BarKind kind) {
        traded = kind.traded();
    }

    /** One more, in order. */
    void add(CrowdPast.Minute minute) {
        if (minutes == 0) {
            open = traded ? minute.open() : minute.markOpen();
        }
        minutes++;
        high = Math.max(high, traded ? minute.high() : minute.markHigh());
        low = Math.min(low, traded ? minute.low() : minute.markLow());
        close = traded ? minute.close() : minute.markClose();
        if (traded) {
            bought += minute.buyCoins();
            sold += minute.sellCoins();
            trades += minute.trades();
        }
    }

    /** @param price where nothing was added */
    Bar bar(long startMillis, double price) {
        return minutes == 0
                ? new Bar(startMillis, price, price, price, price, 0, 0, 0)
                : new Bar(startMillis, open, high, low, close, bought + sold, bought, trades);
    }
}
