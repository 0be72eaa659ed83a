package io.faultline.practice.crowd;

import io.faultline.liquidation.MarginScheme;
import io.faultline.liquidation.Position;
import io.faultline.market.PositionSide;

/**
 * A levered position and the trader behind it. Sizes in lots, money in ticks times lots, prices in ticks.
 *
 * <p>Its cash is its margin, less what it paid for a long or plus what it got for a short: with its lots at the mark
 * that is its equity, and everything the margin engine needs to know.
 */
final class TraderPosition {
    /** What its trader is doing. */
    enum Phase {
        OPENING,
        HELD,
        CLOSING
    }

    static final int NO_ORDER = -1;
    private static final double FARTHEST_PROFIT = .12;

    final long number;
    final PositionSide side;
    final double marginShare;
    final double holdMillis;
    private final double stopShare;
    private final double profitShare;

    Phase phase = Phase.OPENING;
    /** What is still to be opened or closed. */
    long wanted;
    /** The order that rests for it. */
    int order = NO_ORDER;
    /** What it is called among those that are there at the same time; free for another when it is gone. */
    int slot = -1;
    /** Its place among all open positions, -1 before it has any lots. */
    int listed = -1;

    private long lots;
    private long cash;
    private long entryValue;
    private double liquidation;
    private double stop;
    private double profit;
    private double massUsd;

    TraderPosition(long number, Newcomer newcomer) {
        this.number = number;
        side = newcomer.side();
        marginShare = newcomer.marginShare();
        holdMillis = newcomer.holdMillis();
        stopShare = newcomer.stopShare();
        profitShare = newcomer.profitShare();
    }

    boolean isLong() {
        return side == PositionSide.LONG;
    }

    long lots() {
        return lots;
    }

    long cash() {
        return cash;
    }

    long signed(long amount) {
        return isLong() ? amount : -amount;
    }

    /** What is left of the margin, without profit or loss that is not realised. */
    long margin() {
        return cash + signed(entryValue);
    }

    double entryTicks() {
        return (double) entryValue / lots;
    }

    /** Mark price at which it is liquidated, in ticks; 0 for a long and infinite for a short that never are. */
    double liquidation() {
        return liquidation;
    }

    /** NaN if there is none. */
    double stop() {
        return stop;
    }

    /** NaN if there is none. */
    double profit() {
        return profit;
    }

    /** Notional at the liquidation price, USD. */
    double massUsd() {
        return massUsd;
    }

    /**
     * Opens more of it.
     *
     * @return the margin that its trader brings
     */
    long grow(long more, long value) {
        long margin = Math.round(value * marginShare);
        lots += more;
        entryValue += value;
        cash += margin - signed(value);
        return margin;
    }

    /**
     * Closes some of it: its margin shrinks with it, and what is above that is free.
     *
     * @return what its trader takes away; never negative
     */
    long shrink(long less, long value) {
        long margin = margin();
        long before = lots;
        lots -= less;
        cash += signed(value);
        entryValue = lots == 0 ? 0 : Math.round((double) entryValue / before * lots);
        long kept = lots == 0 ? 0 : Math.round((double) margin / before * lots);
        long free = Math.max(0, margin() - kept);
        cash -= free;
        return free;
    }

    /** Takes all cash out of it, which may be negative. */
    long empty() {
        long left = cash;
        cash = 0;
        return left;
    }

    /** Pays funding, or gets it if negative. */
    void pay(long amount) {
        cash -= amount;
    }

    /** The last price at which all of it can be closed without loss beyond its margin, in ticks, at least 1. */
    long bankruptcyTicks() {
        long price = isLong() ? -Math.floorDiv(cash, lots) : Math.floorDiv(cash, lots);
        return Math.max(1, price);
    }

    /** Profit over margin at a price; what a venue ranks by when it deleverages. */
    double gain(double markTicks) {
        return (signed(lots) * markTicks - signed(entryValue)) / Math.max(1, margin());
    }

    /** Works out its liquidation price anew, and with it where its stop and its profit lie if it is still opening. */
    void reckon(MarginScheme scheme, double tick, double lot) {
        double entry = entryTicks() * tick;
        double q = lots * lot;
        double margin = margin() * tick * lot;
        if (margin > 0) {
            Position position = new Position(side, entry, q / scheme.multiplier(), q * entry / margin, 0);
            liquidation = scheme.liquidationPrice(position).orElse(isLong() ? 0 : Double.POSITIVE_INFINITY) / tick;
        } else {
            liquidation = isLong() ? Double.POSITIVE_INFINITY : 0;
        }
        massUsd = Double.isInfinite(liquidation) ? 0 : q * liquidation * tick;
        if (phase == Phase.OPENING) {
            double way = entryTicks() - liquidation;
            stop = entryTicks() - stopShare * way;
            double gain = Math.min(Math.abs(profitShare * way), FARTHEST_PROFIT * entryTicks());
            profit = isLong() ? entryTicks() + gain : entryTicks() - gain;
        }
    }
}
