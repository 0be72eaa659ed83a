package io.faultline.market;

/** What the venue's instrument list says of one contract. */
public record InstrumentListing(long receivedNanos, Instrument listing) implements MarketEvent.OfInstrument {
    @Override
    public InstrumentId instrument() {
        return listing.id();
    }
}
