package io.faultline.ledger;

import io.faultline.signal.SizeBand;

/** What is said of clusters of a size where they are written about, requirement C2. */
public final class BandClaim {
    /** With fewer entered there is nothing to say of a band, model 20. */
    public static final int LEAST = 30;

    private BandClaim() {}

    /** In words, to stand after "the field:". */
    public static String of(SizeBand band) {
        return switch (band) {
            case SMALL -> "absorbed";
            case MODERATE -> "a wick";
            case LARGE -> "a push";
            case CASCADE -> "a cascade";
        };
    }
}
