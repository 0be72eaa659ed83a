package io.faultline.desk;

import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation.Completeness;
import io.faultline.market.Venue;

/** What a desk must know of a venue before that has said anything. */
final class VenueFacts {
    private VenueFacts() {}

    /** Whether sums of the venue's reported liquidations are the whole, or only the least that there was. */
    static Completeness liquidations(Venue venue) {
        return venue == Venue.BYBIT ? Completeness.COMPLETE : Completeness.LOWER_BOUND;
    }

    /** Whether the sizes are in contracts, so that without the instrument list nobody knows how much they are. */
    static boolean countsContracts(InstrumentId instrument) {
        return instrument.venue() == Venue.OKX && instrument.symbol().endsWith("-SWAP");
    }
}
