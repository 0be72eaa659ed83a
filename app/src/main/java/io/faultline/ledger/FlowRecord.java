package io.faultline.ledger;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;

/**
 * Five minutes of one venue, or a bar of its history: what the market did, what the model expected of it before, and what
 * was reported. NaN stands for what is not known.
 *
 * @param startMillis exchange time
 * @param seconds length
 * @param volumeUsd traded
 * @param openInterestChangeUsd change in coins times the mark at the end
 */
public record FlowRecord(
        Venue venue,
        long startMillis,
        double seconds,
        double open,
        double high,
        double low,
        double close,
        double volumeUsd,
        double openInterestChangeUsd,
        SideFlow longs,
        SideFlow shorts)
        implements LedgerEntry {
    public SideFlow side(PositionSide side) {
        return side == PositionSide.LONG ? longs : shorts;
    }

    @Override
    public long atMillis() {
        return startMillis;
    }
}
