package io.faultline.signal;

import io.faultline.liquidation.Bins;

/** A bin of one side of a book that holds far more than its neighbours, in USD. */
public record Wall(int bin, double usd) {
    /** The middle of the bin. */
    public double price() {
        return Bins.centre(bin);
    }
}
