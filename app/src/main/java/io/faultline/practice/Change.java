package io.faultline.practice;

import io.faultline.market.Side;

/** The new size at a price, 0 to remove it; both scaled as the contract says, sizes in the unit of the wire. */
record Change(Side side, long price, long size) {}
