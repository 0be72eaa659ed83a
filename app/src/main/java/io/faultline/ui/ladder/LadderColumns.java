package io.faultline.ui.ladder;

/**
 * Where the columns of the ladder stand, in whole pixels. Too narrow, it first loses cumulative depth, then sold and
 * bought become one column of all that was traded. A column that is not there has no width.
 *
 * @param soldLeft left edge of sold, which ends where bought begins: at {@code boughtLeft}
 * @param tradedLeft left edge of the one column that stands for both
 */
record LadderColumns(
        double width,
        double tradedLeft,
        double soldLeft,
        double boughtLeft,
        double bidLeft,
        double priceLeft,
        double askLeft,
        double cumulativeLeft,
        double right) {
    private static final double TRADED = 38;
    private static final double BOOK = 64;
    private static final double PRICE = 58;
    private static final double CUMULATIVE = 42;
    private static final double PAD = 6;

    static LadderColumns of(double width) {
        double inner = Math.max(1, width - 2 * PAD);
        boolean cumulative = inner >= 2 * TRADED + 2 * BOOK + PRICE + CUMULATIVE;
        boolean both = inner >= 2 * TRADED + 2 * BOOK + PRICE;
        double natural = (both ? 2 : 1) * TRADED + 2 * BOOK + PRICE + (cumulative ? CUMULATIVE : 0);
        double scale = inner / natural;
        double sold = PAD;
        double bought = Math.rint(sold + (both ? TRADED * scale : 0));
        double bid = Math.rint(PAD + (both ? 2 : 1) * TRADED * scale);
        double price = Math.rint(bid + BOOK * scale);
        double ask = Math.rint(price + PRICE * scale);
        double cum = Math.rint(ask + BOOK * scale);
        return new LadderColumns(width, PAD, sold, both ? bought : sold, bid, price, ask, cum, Math.rint(width - PAD));
    }

    boolean splitsTraded() {
        return boughtLeft > soldLeft;
    }

    boolean showsCumulative() {
        return right - cumulativeLeft > 1;
    }

    /** Middle of the price column. */
    double priceMiddle() {
        return (priceLeft + askLeft) / 2;
    }
}
