package io.faultline.market;

/** What the aggressor of a trade did. */
public enum TakerSide {
    BUY,
    SELL
}
