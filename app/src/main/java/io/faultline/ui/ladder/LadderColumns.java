package io.faultline.ui.ladder;

/**
 * Where the columns of the ladder stand, in whole pixels: bracket and path, figure and bar of what is at risk, sold and
 * bought, bid, price, ask, cumulative depth. Too narrow, it first loses cumulative depth, then sold and bought become one
 * column of all that was traded, then that goes, then the bar; the figure, bid, price and ask stay. A column that is not
 * there has no width.
 *
 * @param soldLeft left edge of sold, which ends where bought begins: at {@code boughtLeft}
 * @param tradedLeft left edge of the one column that stands for both
 */
record LadderColumns(
        double width,
        double riskLeft,
        double tierLeft,
        double tradedLeft,
        double soldLeft,
        double boughtLeft,
        double bidLeft,
        double priceLeft,
        double askLeft,
        double cumulativeLeft) {
    private static final double BRACKET = 14;
    private static final double RISK = 40;
    private static final double TIER = 72;
    private static final double TRADED = 38;
    private static final double BOOK = 64;
    private static final double PRICE = 58;
    private static final double CUMULATIVE = 42;
    private static final double LEAST = BRACKET + RISK + 2 * BOOK + PRICE;

    static LadderColumns of(double width) {
        boolean bar = width >= LEAST + TIER;
        int trades = width >= LEAST + TIER + 2 * TRADED ? 2 : width >= LEAST + TIER + TRADED ? 1 : 0;
        boolean cumulative = width >= LEAST + TIER + 2 * TRADED + CUMULATIVE;
        double natural = LEAST + (bar ? TIER : 0) + trades * TRADED + (cumulative ? CUMULATIVE : 0);
        double scale = Math.max(1, width) / natural;
        double risk = Math.rint(BRACKET * scale);
        double tier = Math.rint((BRACKET + RISK) * scale);
        double left = BRACKET + RISK + (bar ? TIER : 0);
        double traded = Math.rint(left * scale);
        double bought = Math.rint((left + (trades == 2 ? TRADED : 0)) * scale);
        left += trades * TRADED;
        double bid = Math.rint(left * scale);
        double price = Math.rint((left + BOOK) * scale);
        double ask = Math.rint((left + BOOK + PRICE) * scale);
        double cum = cumulative ? Math.rint((left + 2 * BOOK + PRICE) * scale) : width;
        return new LadderColumns(width, risk, tier, traded, traded, bought, bid, price, ask, cum);
    }

    /** Where the last column ends. */
    double right() {
        return width;
    }

    boolean showsTiers() {
        return tradedLeft > tierLeft;
    }

    boolean showsTraded() {
        return bidLeft > tradedLeft;
    }

    boolean splitsTraded() {
        return boughtLeft > soldLeft;
    }

    boolean showsCumulative() {
        return width > cumulativeLeft;
    }

    /** Middle of the price column. */
    double priceMiddle() {
        return (priceLeft + askLeft) / 2;
    }
}
