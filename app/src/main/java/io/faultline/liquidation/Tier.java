package io.faultline.liquidation;

/** A leverage that the model assumes people use, with the size of a typical position at it. */
public enum Tier {
    X3(3, 2e6, Band.X5),
    X5(5, 1e6, Band.X5),
    X10(10, 5e5, Band.X10),
    X20(20, 2e5, Band.X25),
    X25(25, 2e5, Band.X25),
    X50(50, 1e5, Band.X50),
    X75(75, 5e4, Band.X100),
    X100(100, 2.5e4, Band.X100),
    X125(125, 1e4, Band.X100);

    /** Tiers that share a colour and a switch on the screen. */
    public enum Band {
        X5,
        X10,
        X25,
        X50,
        X100
    }

    static final int COUNT = 9;

    private final int leverage;
    private final double typicalNotionalUsd;
    private final Band band;

    Tier(int leverage, double typicalNotionalUsd, Band band) {
        this.leverage = leverage;
        this.typicalNotionalUsd = typicalNotionalUsd;
        this.band = band;
    }

    public int leverage() {
        return leverage;
    }

    public Band band() {
        return band;
    }

    /** Its place in arrays by tier: lowest leverage first. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is the order of the tiers
    int index() {
        return ordinal();
    }

    /** The size by which the tier's bracket is chosen, USD. */
    double typicalNotionalUsd() {
        return typicalNotionalUsd;
    }
}
