package io.faultline.practice.crowd;

import io.faultline.market.Side;

/**
 * A venue's market makers (model 24.2). Each quotes 40 levels a side around what the coin is worth, shifted by the
 * pressure of takers and by what makers hold, and renews them every .3 to 2 s: an order stays if it is still about where
 * and as large as it should be, so that it keeps its place. A quote that would trade at once is left out until the next
 * look, and of an order that the price has left behind each takes a part.
 *
 * <p>Left open by the model: levels are spaced geometrically, so that 10 M USD reach .2 % and the last level some
 * percent; makers hedge elsewhere what they have held for an hour, so that only what is new shifts their quotes.
 */
final class MarketMakers {
    static final int COUNT = 5;

    private static final double[] HALF_SPREADS = {1e-4, 1.75e-4, 2.5e-4, 3.25e-4, 4e-4};
    private static final double SKEW_PER_USD = 2e-4 / 10e6;
    private static final double OWN_SKEW_PER_USD = 2e-4 / 2e6;
    private static final double HEDGING_SECONDS = 3_600;

    private final Maker[] makers = new Maker[COUNT];
    private final CrowdVenue spec;
    private final double size;
    private final Fundamental fundamental;
    private final Pressure pressure;
    private final Accounts accounts;
    private double hedgedLots;
    private double skew;
    private Thinning bidThinning = Thinning.NONE;
    private Thinning askThinning = Thinning.NONE;

    MarketMakers(
            CrowdVenue spec,
            double size,
            Fundamental fundamental,
            Pressure pressure,
            Accounts accounts,
            CrowdBook book,
            HouseOrders orders,
            Chance chance) {
        this.spec = spec;
        this.size = size;
        this.fundamental = fundamental;
        this.pressure = pressure;
        this.accounts = accounts;
        for (int i = 0; i < COUNT; i++) {
            makers[i] = new Maker(Accounts.FIRST_MAKER + i, HALF_SPREADS[i], book, orders, chance);
        }
    }

    /** Those whose time has come look at their quotes. */
    void step(long millis) {
        for (Maker maker : makers) {
            if (maker.isDue(millis)) {
                maker.quote(millis, this);
            }
        }
    }

    /** Time passes for what they hedge elsewhere. */
    void pass(double seconds) {
        hedgedLots += (held() - hedgedLots) * Math.min(1, seconds / HEDGING_SECONDS);
    }

    /** A quote is gone since all of it was taken. */
    void filled(int account, Side side, int level) {
        makers[account - Accounts.FIRST_MAKER].filled(side, level);
    }

    /** All quote only this share of their sizes on a side until then. */
    void thin(Side side, double share, long untilMillis) {
        if (side == Side.BID) {
            bidThinning = new Thinning(share, untilMillis);
        } else {
            askThinning = new Thinning(share, untilMillis);
        }
    }

    /** What all of them together think the middle is, in ticks. */
    double middle() {
        return middle(0);
    }

    double middle(double logShift) {
        return fundamental.price() * StrictMath.exp(pressure.value() + skew + logShift) / spec.tick();
    }

    /** By how much what they hold here would shift their quotes. */
    double skewHere() {
        return -SKEW_PER_USD * usd(held() - hedgedLots);
    }

    /** They quote at all venues, so it is what they hold at all of them that shifts their quotes. */
    void skew(double ofAllVenues) {
        skew = ofAllVenues;
    }

    /** By how much a maker's own holding shifts his quotes beside those of the others. */
    double ownSkew(int account) {
        return -OWN_SKEW_PER_USD * usd(accounts.lots(account) - held() / COUNT);
    }

    /** Lots that makers quote for a USD of their usual sizes now. */
    double lotsPerUsd(Side side, long millis) {
        return lotsPerUsd() * (side == Side.BID ? bidThinning : askThinning).share(millis);
    }

    /** Lots for a USD, at a venue that is as large as this one beside one with 2 bn USD of positions. */
    double lotsPerUsd() {
        return size / (fundamental.price() * spec.lot());
    }

    private double held() {
        long lots = 0;
        for (int i = 0; i < COUNT; i++) {
            lots += accounts.lots(Accounts.FIRST_MAKER + i);
        }
        return lots;
    }

    /** Beside a venue with 2 bn USD of positions. */
    private double usd(double lots) {
        return lots * spec.lot() * fundamental.price() / size;
    }

    /** That makers quote less on a side for a while. */
    private record Thinning(double share, long untilMillis) {
        static final Thinning NONE = new Thinning(1, Long.MIN_VALUE);

        double share(long millis) {
            return millis < untilMillis ? share : 1;
        }
    }
}
