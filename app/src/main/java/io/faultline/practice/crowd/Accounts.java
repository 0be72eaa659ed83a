package io.faultline.practice.crowd;

import io.faultline.market.Venue;
import java.util.Arrays;

/**
 * What everybody at a venue holds who is not a levered trader, and the sums over all. Sizes in lots, positive for long;
 * money in ticks times lots, so that nothing is lost by rounding. These accounts have credit without end.
 */
final class Accounts {
    static final int FUND = 0;
    static final int ARBITRAGE = 1;
    static final int WALLS = 2;
    /** The other side of positions that a script adds. */
    static final int SCRIPT = 3;

    static final int FIRST_MAKER = 4;
    static final int FIRST_FAST = FIRST_MAKER + MarketMakers.COUNT;
    static final int FIRST_HOLDER = FIRST_FAST + FastTraders.COUNT;
    static final int COUNT = FIRST_HOLDER + HedgedHolders.COUNT;
    /** Owner of the orders of levered traders, who have no account here. */
    static final int TRADER = COUNT;

    /** Of the value of a trade, what its two sides pay: .05 % the taker, .02 % the maker. */
    private static final double FEES = .0005 + .0002;

    private final long[] lots = new long[COUNT];
    private final long[] cash = new long[COUNT];
    private long longLots;
    private long shortLots;
    private long paidIn;
    private long fees;
    private long fundingDust;

    /** One side of a trade: lots bought, or sold if negative, for so much, which has the same sign. */
    void trade(int account, long signedLots, long signedValue) {
        long before = lots[account];
        lots[account] = before + signedLots;
        cash[account] -= signedValue;
        moved(before, before + signedLots);
    }

    /** Divides what one account has among those from it on, at a price. */
    void shareOut(int first, int many, long priceTicks) {
        long part = lots[first] / many;
        for (int account = first + 1; account < first + many; account++) {
            trade(first, -part, -part * priceTicks);
            trade(account, part, part * priceTicks);
        }
    }

    /** Somebody's holding has changed. */
    void moved(long before, long after) {
        longLots += Math.max(after, 0) - Math.max(before, 0);
        shortLots += Math.max(-after, 0) - Math.max(-before, 0);
    }

    /** Fees of a trade, which its two sides pay from outside. */
    void fees(long value) {
        long amount = Math.round(value * FEES);
        fees += amount;
        paidIn += amount;
    }

    /** Money brought to the venue, or taken away if negative. */
    void payIn(long amount) {
        paidIn += amount;
    }

    /** Money for the insurance fund, or from it if negative. */
    void toFund(long amount) {
        cash[FUND] += amount;
    }

    /** Funding that was taken from somebody, or given if negative. */
    void funding(long amount) {
        fundingDust += amount;
    }

    /** Every account pays funding on what it holds, or gets it. */
    void payFunding(double markTicks, double rate) {
        for (int account = 0; account < COUNT; account++) {
            long amount = Math.round(lots[account] * markTicks * rate);
            cash[account] -= amount;
            fundingDust += amount;
        }
    }

    long lots(int account) {
        return lots[account];
    }

    long cash(int account) {
        return cash[account];
    }

    /**
     * Counts everything anew, with the positions of levered traders.
     *
     * @throws IllegalStateException if open interest was counted wrong so far
     */
    MassCheck.OfVenue balance(Venue venue, OpenPositions positions) {
        long money = Arrays.stream(cash).sum() - cash[FUND];
        long longs = 0;
        long shorts = 0;
        for (long each : lots) {
            longs += Math.max(0, each);
            shorts += Math.max(0, -each);
        }
        for (int i = 0; i < positions.count(); i++) {
            TraderPosition position = positions.get(i);
            money += position.cash();
            longs += position.isLong() ? position.lots() : 0;
            shorts += position.isLong() ? 0 : position.lots();
        }
        if (longs != longLots || shorts != shortLots) {
            throw new IllegalStateException("open interest is " + longs + " long, " + shorts + " short, and not "
                    + longLots + " and " + shortLots);
        }
        return new MassCheck.OfVenue(venue, longs, shorts, money, cash[FUND], paidIn, fees, fundingDust);
    }

    /** Open interest, one side. */
    long longLots() {
        return longLots;
    }
}
