package io.faultline.market;

/**
 * Something a venue said, in the vocabulary of no venue. Only these cross from decoders to desks.
 *
 * <p>Times: {@code receivedNanos} is nanoseconds since 1970 by the receiver's clock and orders events; {@code
 * exchangeMillis} is milliseconds since 1970 by the venue's clock, 0 where the venue gives none. The receiver's clock
 * may be more than a second off, so their difference is no latency before the offset is known.
 */
public sealed interface MarketEvent
        permits MarketEvent.OfInstrument,
                FeedStatus,
                FrameRefused,
                SocketClosed,
                VenueClock,
                VenueNotice,
                VenueSwitch,
                VenueTraffic {

    /** The venue that said it. */
    Venue venue();

    /** Receive time, nanoseconds since 1970. */
    long receivedNanos();

    /** An event about one contract; the others are about a venue. */
    sealed interface OfInstrument extends MarketEvent
            permits BookSnapshot,
                    BookDelta,
                    BestBidOffer,
                    Trade,
                    Liquidation,
                    MarkPrice,
                    Funding,
                    FundingSettlement,
                    FundingTerms,
                    OpenInterest,
                    Stats24h,
                    InstrumentListing,
                    RiskTiers,
                    KeptGrid,
                    ModelChange,
                    RulesChange,
                    ClusterNames,
                    ClusterMark {
        InstrumentId instrument();

        @Override
        default Venue venue() {
            return instrument().venue();
        }
    }
}
