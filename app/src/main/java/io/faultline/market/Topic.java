package io.faultline.market;

import org.jspecify.annotations.Nullable;

/** The kinds of live message that a venue sends about an instrument; each is watched for silence on its own. */
public enum Topic {
    BOOK("book"),
    TRADES("trades"),
    MARK("mark and index"),
    FUNDING("funding"),
    OPEN_INTEREST("open interest"),
    LIQUIDATIONS("liquidations");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    /** The name shown to people. */
    public String title() {
        return title;
    }

    /** The topic whose liveness the event shows, or null where it shows none: history, lists, witnesses. */
    public static @Nullable Topic of(MarketEvent event) {
        if (event instanceof BookDelta) {
            return BOOK;
        }
        if (event instanceof Trade) {
            return TRADES;
        }
        if (event instanceof MarkPrice) {
            return MARK;
        }
        if (event instanceof Funding) {
            return FUNDING;
        }
        if (event instanceof OpenInterest) {
            return OPEN_INTEREST;
        }
        return event instanceof Liquidation ? LIQUIDATIONS : null;
    }
}
