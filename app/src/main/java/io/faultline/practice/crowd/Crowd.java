package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Venue;

/**
 * One market, at one venue or several, whose traders are known. Not thread-safe: one thread advances it and asks it.
 */
public final class Crowd {
    /** Market time between two looks of everybody at the market. */
    public static final long TICK_MILLIS = 100;

    private long millis;

    private Crowd(long startMillis) {
        millis = startMillis;
    }

    /** A market without a past: nobody but hedged holders has a position yet. */
    public static Crowd start(long seed, CrowdSettings settings) {
        return new Crowd(settings.startMillis());
    }

    /**
     * A market with a past of so many days before its start, at coarse steps of 10 s. The history and the market go on
     * from each other without a seam.
     */
    public static WarmCrowd warm(long seed, CrowdSettings settings, int days) {
        throw new UnsupportedOperationException();
    }

    /** Market time now, milliseconds since 1970. */
    public long millis() {
        return millis;
    }

    /** Lets the market go on by whole ticks, up to the last that is not after {@code untilMillis}. */
    public void advance(long untilMillis, CrowdListener listener) {
        while (millis + TICK_MILLIS <= untilMillis) {
            millis += TICK_MILLIS;
        }
    }

    /** The mark price now, USD. */
    public double mark(Venue venue) {
        throw new UnsupportedOperationException();
    }

    /** Index price now, USD: what the coin is worth elsewhere, the same for all venues. */
    public double index() {
        throw new UnsupportedOperationException();
    }

    /** Open interest now, one side, coins. */
    public double openInterest(Venue venue) {
        throw new UnsupportedOperationException();
    }

    /** Notional at the liquidation price of all open positions of traders, model 24.3. */
    public TrueMass truth(Venue venue) {
        throw new UnsupportedOperationException();
    }

    /**
     * What somebody could know at best who sees every opening with its liquidation price, but not which position is
     * closed: openings are swept as the mark passes, and closings take the same share from every bin, model 24.3.
     */
    public TrueMass oracle(Venue venue) {
        throw new UnsupportedOperationException();
    }

    public CrowdBook book(Venue venue) {
        throw new UnsupportedOperationException();
    }

    public MassCheck conservation() {
        throw new UnsupportedOperationException();
    }

    /**
     * Script: moves what the coin is worth, evenly, beside all else that moves it.
     *
     * @param logMove .01 for one percent up
     * @param overMillis how long that takes, 0 for at once
     */
    public void push(double logMove, long overMillis) {
        throw new UnsupportedOperationException();
    }

    /** Script: an order that rests until it is taken or pulled. One that crosses the book is refused. */
    public void addWall(Venue venue, Side side, long priceTicks, long lots) {
        throw new UnsupportedOperationException();
    }

    /** Script: takes away all that is left of the walls of a side. */
    public void pullWalls(Venue venue, Side side) {
        throw new UnsupportedOperationException();
    }

    /** Script: makers quote this share of their usual sizes on one side for a while. */
    public void thin(Venue venue, Side side, double share, long forMillis) {
        throw new UnsupportedOperationException();
    }

    /**
     * Script: traders enter at a price, against hedged holders, with prints on the tape but not through the book.
     *
     * @param usd of all of them together, alike for each
     * @param leverage isolated, at most what the margin table allows at that size
     */
    public void addPositions(
            Venue venue, PositionSide side, long priceTicks, double usd, double leverage, int traders) {
        throw new UnsupportedOperationException();
    }
}
