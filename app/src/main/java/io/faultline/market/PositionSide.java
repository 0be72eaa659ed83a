package io.faultline.market;

/** Which way a position faces. A long is liquidated by a forced sell, a short by a forced buy. */
public enum PositionSide {
    LONG,
    SHORT
}
