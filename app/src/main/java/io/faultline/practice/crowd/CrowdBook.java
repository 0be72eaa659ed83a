package io.faultline.practice.crowd;

import io.faultline.market.Side;

/** A venue's order book as it stands, read only. Prices in ticks, sizes in lots. For the thread of its {@link Crowd}. */
public interface CrowdBook {
    /** Hears a level. */
    @FunctionalInterface
    interface LevelReader {
        void level(long priceTicks, long lots);
    }

    /** How many levels a side has. */
    int levels(Side side);

    /** Best price of a side; 0 if it is empty. */
    long best(Side side);

    /** Reads up to so many levels, best first. */
    void read(Side side, int most, LevelReader reader);

    /** What rests at a price, 0 for nothing. */
    long lotsAt(Side side, long priceTicks);
}
