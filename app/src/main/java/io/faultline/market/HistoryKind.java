package io.faultline.market;

/** What a series of market history is about. */
public enum HistoryKind {
    /** Prices and volume of trades, see {@link Candle}. */
    BARS("bars"),
    MARK_BARS("mark bars"),
    /** How the volume divides into taker buys and sells, where bars do not say it. */
    TAKER_SPLIT("taker buys and sells"),
    OPEN_INTEREST("open interest"),
    FUNDING("funding"),
    /** As the venue reports them: some, or all. */
    LIQUIDATIONS("liquidations");

    private final String title;

    HistoryKind(String title) {
        this.title = title;
    }

    /** In words, for people. */
    public String title() {
        return title;
    }
}
