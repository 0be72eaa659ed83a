package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;

/**
 * Hears what the market publishes, on the thread that advances it, in the order of time. Prices are in ticks and sizes
 * in lots of the venue, times in milliseconds since 1970.
 */
public interface CrowdListener {
    /**
     * A taker's order met resting ones at one price.
     *
     * @param taker what the taker did
     * @param forced whether the taker is a position that is closed by force
     */
    default void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean forced) {}

    /**
     * A level of the book has changed, told at the end of each tick of 100 ms, after its trades.
     *
     * @param lots that rest there now, 0 for none
     */
    default void level(Venue venue, long millis, Side side, long priceTicks, long lots) {}

    /** Mark and index price in USD, each second. */
    default void mark(Venue venue, long millis, double mark, double index) {}

    /**
     * Open interest of one side in coins, each 3 s. One in fifty comes 5 s late, and those after it wait for it: then
     * {@code millis} is of the sample, and {@link Crowd#millis()} later.
     */
    default void openInterest(Venue venue, long millis, double coins) {}

    /**
     * A position was closed by force through the book, in full or in part.
     *
     * @param side of the position
     * @param priceTicks mean price of what was filled, rounded
     * @param lots filled
     */
    default void liquidation(Venue venue, long millis, PositionSide side, long priceTicks, long lots) {}

    /**
     * Each minute, and at each settlement, which is when {@code millis} is what {@code nextMillis} was before.
     *
     * @param rate of the latest settlement, a share of the notional that longs paid to shorts; 0 before the first
     * @param predicted of the settlement to come, as it would be by what was seen so far
     * @param nextMillis the settlement to come
     */
    default void funding(Venue venue, long millis, double rate, double predicted, long nextMillis) {}

    /**
     * A step of a forced closing, which no venue publishes.
     *
     * @param position its number, which is not used twice in a market
     * @param side of the position
     * @param price in USD; of {@link ClosingStep#TRIGGERED} the mark, otherwise what was paid
     */
    default void closing(
            Venue venue, long millis, ClosingStep step, long position, PositionSide side, long lots, double price) {}
}
