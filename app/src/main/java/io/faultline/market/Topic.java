package io.faultline.market;

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
}
