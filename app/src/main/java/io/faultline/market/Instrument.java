package io.faultline.market;

import java.math.BigDecimal;

/**
 * What a venue publishes about one contract.
 *
 * @param symbol canonical name over all venues, base + quote, such as {@code BTCUSDT}
 * @param tick smallest price step, in quote; positive
 * @param lot smallest size step, in the unit of the wire; positive
 * @param contractSize base units in one wire unit of size: 1 where sizes are in base, positive
 */
public record Instrument(
        InstrumentId id,
        String symbol,
        String base,
        String quote,
        BigDecimal tick,
        BigDecimal lot,
        BigDecimal contractSize,
        Status status) {

    /** Trading state; anything that a venue calls by an unknown name is {@link #HALTED}. */
    public enum Status {
        TRADING,
        PRE,
        HALTED,
        DELISTING,
        CLOSED
    }

    public Instrument {
        requirePositive(tick, "tick", id);
        requirePositive(lot, "lot", id);
        requirePositive(contractSize, "contract size", id);
    }

    private static void requirePositive(BigDecimal value, String what, InstrumentId id) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " of " + id + " is not positive: " + value.toPlainString());
        }
    }

    /** The same contract, in another state. */
    public Instrument with(Status otherStatus) {
        return new Instrument(id, symbol, base, quote, tick, lot, contractSize, otherStatus);
    }

    /** Decimals a price needs, 0 or more: 1 for a tick of 0.10. */
    public int priceScale() {
        return Math.max(0, tick.stripTrailingZeros().scale());
    }

    /** Decimals a size needs, 0 or more. */
    public int sizeScale() {
        return Math.max(0, lot.stripTrailingZeros().scale());
    }
}
