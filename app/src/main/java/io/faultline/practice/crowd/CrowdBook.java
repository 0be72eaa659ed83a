package io.faultline.practice.crowd;

import io.faultline.market.Side;
import io.faultline.market.TakerSide;

/**
 * A venue's order book and matching engine: the best price first, at a price the order that came first. Prices in
 * ticks, sizes in lots. Read it on the thread of its {@link Crowd}; only the crowd changes it.
 */
public final class CrowdBook {
    private final BookLevels bids = new BookLevels(Side.BID);
    private final BookLevels asks = new BookLevels(Side.ASK);
    private final RestingOrders orders = new RestingOrders();
    private long takenValue;

    CrowdBook() {}

    /** Hears a level. */
    @FunctionalInterface
    public interface LevelReader {
        void level(long priceTicks, long lots);
    }

    /** Hears of what a taker's order does, while it does it. It must not change the book. */
    interface Fills {
        /**
         * An order that rested was filled, in full or in part.
         *
         * @param gone whether nothing of it is left, so that its number is free
         */
        void resting(int order, int owner, int tag, Side side, long priceTicks, long lots, boolean gone);

        /** All that the taker got at one price. */
        void traded(TakerSide taker, long priceTicks, long lots, boolean forced);
    }

    /** How many levels a side has. */
    public int levels(Side side) {
        return side(side).count();
    }

    /** Best price of a side; 0 if it is empty. */
    public long best(Side side) {
        BookLevels levels = side(side);
        int slot = levels.best();
        return slot < 0 ? 0 : levels.price(slot);
    }

    /** Reads up to so many levels, best first. */
    public void read(Side side, int most, LevelReader reader) {
        BookLevels levels = side(side);
        for (int rank = 0; rank < Math.min(most, levels.count()); rank++) {
            int slot = levels.slot(rank);
            reader.level(levels.price(slot), levels.lots(slot));
        }
    }

    /** What rests at a price, 0 for nothing. */
    public long lotsAt(Side side, long priceTicks) {
        BookLevels levels = side(side);
        int slot = levels.find(priceTicks);
        return slot < 0 ? 0 : levels.lots(slot);
    }

    /** Whether an order at that price would trade at once. */
    boolean crosses(Side side, long priceTicks) {
        long opposite = best(side.opposite());
        return opposite != 0 && (side == Side.BID ? priceTicks >= opposite : priceTicks <= opposite);
    }

    /**
     * A new order behind all others at its price.
     *
     * @return its number
     */
    int rest(int owner, int tag, Side side, long priceTicks, long lots) {
        if (lots <= 0 || priceTicks <= 0 || crosses(side, priceTicks)) {
            throw new IllegalArgumentException(side + " " + lots + " at " + priceTicks + " cannot rest");
        }
        BookLevels levels = side(side);
        int slot = levels.open(priceTicks);
        int order = orders.append(levels, side, slot, owner, tag, lots);
        levels.add(slot, lots);
        return order;
    }

    /**
     * Takes an order away.
     *
     * @return what was left of it
     */
    long cancel(int order) {
        BookLevels levels = side(orders.side(order));
        long lots = orders.lots(order);
        orders.remove(levels, order);
        levels.add(orders.level(order), -lots);
        return lots;
    }

    /** What is left of an order that rests. */
    long lotsOf(int order) {
        return orders.lots(order);
    }

    /** The price at which an order rests. */
    long priceOf(int order) {
        return side(orders.side(order)).price(orders.level(order));
    }

    /**
     * An order that trades at once what it can and is gone.
     *
     * @param limitTicks the worst price it takes
     * @return lots filled; {@link #takenValue()} says for how much
     */
    long take(TakerSide taker, long limitTicks, long lots, boolean forced, Fills fills) {
        Side hit = taker == TakerSide.BUY ? Side.ASK : Side.BID;
        BookLevels levels = side(hit);
        long left = lots;
        takenValue = 0;
        while (left > 0) {
            int slot = levels.best();
            if (slot < 0) {
                break;
            }
            long price = levels.price(slot);
            if (taker == TakerSide.BUY ? price > limitTicks : price < limitTicks) {
                break;
            }
            long here = takeLevel(levels, slot, hit, left, fills);
            left -= here;
            takenValue += here * price;
            levels.add(slot, -here);
            fills.traded(taker, price, here, forced);
        }
        return lots - left;
    }

    /** Ticks times lots of the latest {@link #take}. */
    long takenValue() {
        return takenValue;
    }

    /**
     * Tells all levels of a side, best first, to somebody who hears of its changes from here on. Reading them is not enough:
     * what is gone before its first change was told would stay with him for ever.
     */
    public void tellAll(Side side, LevelReader reader) {
        side(side).tellAll(reader);
    }

    /** Tells each level of a side that has changed since the last call, or since {@link #tellAll}. */
    void tellChanges(Side side, LevelReader reader) {
        side(side).tell(reader);
    }

    private long takeLevel(BookLevels levels, int slot, Side hit, long most, Fills fills) {
        long price = levels.price(slot);
        long here = 0;
        int order = levels.first(slot);
        while (order >= 0 && here < most) {
            long lots = Math.min(most - here, orders.lots(order));
            here += lots;
            int owner = orders.owner(order);
            int tag = orders.tag(order);
            boolean gone = lots == orders.lots(order);
            if (gone) {
                orders.remove(levels, order);
            } else {
                orders.reduce(order, lots);
            }
            fills.resting(order, owner, tag, hit, price, lots, gone);
            order = levels.first(slot);
        }
        return here;
    }

    private BookLevels side(Side side) {
        return side == Side.BID ? bids : asks;
    }
}
