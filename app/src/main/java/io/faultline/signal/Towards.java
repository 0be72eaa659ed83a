package io.faultline.signal;

import io.faultline.market.PositionSide;

/** The way that price goes when it meets positions of a side. */
final class Towards {
    private Towards() {}

    /** −1 for longs, which are met by a falling price, 1 for shorts. */
    static int sign(PositionSide side) {
        return side == PositionSide.LONG ? -1 : 1;
    }
}
