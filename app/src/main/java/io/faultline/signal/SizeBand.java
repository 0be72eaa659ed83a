package io.faultline.signal;

/** How big a cluster is for its market. A bound belongs to the larger band. */
public enum SizeBand {
    SMALL(0),
    MODERATE(50e6),
    LARGE(200e6),
    CASCADE(500e6);

    private final double fromUsd;

    SizeBand(double fromUsd) {
        this.fromUsd = fromUsd;
    }

    /** The band of so much mass, USD, in a market of this open interest, USD. */
    public static SizeBand of(double massUsd, double openInterestUsd, SizeScale scale) {
        SizeBand band = SMALL;
        for (SizeBand larger : values()) {
            if (larger != SMALL && massUsd >= scale.apply(larger.fromUsd, openInterestUsd)) {
                band = larger;
            }
        }
        return band;
    }
}
