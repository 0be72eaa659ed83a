package io.faultline.market;

/** A side of the order book. */
public enum Side {
    BID,
    ASK;

    public Side opposite() {
        return this == BID ? ASK : BID;
    }
}
