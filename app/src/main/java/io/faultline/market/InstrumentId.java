package io.faultline.market;

/**
 * A venue's own name for what it trades.
 *
 * @param symbol as the venue writes it, such as {@code BTCUSDT} or {@code BTC-USDT-SWAP}; never blank
 */
public record InstrumentId(Venue venue, String symbol) {
    public InstrumentId {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("blank symbol for " + venue);
        }
    }

    @Override
    public String toString() {
        return venue.id() + ":" + symbol;
    }
}
