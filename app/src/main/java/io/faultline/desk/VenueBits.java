package io.faultline.desk;

import io.faultline.market.Venue;

/** Sets of venues as the bits of a number: one is kept for every second of the heatmap. Never stored on disk. */
final class VenueBits {
    static final int VENUES = Venue.values().length;

    private VenueBits() {}

    static int bit(Venue venue) {
        return 1 << index(venue);
    }

    static boolean holds(int bits, Venue venue) {
        return (bits & bit(venue)) != 0;
    }

    /** From 0 to below {@link #VENUES}. */
    @SuppressWarnings("EnumOrdinal") // within one run only
    static int index(Venue venue) {
        return venue.ordinal();
    }
}
