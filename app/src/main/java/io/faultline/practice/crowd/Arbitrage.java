package io.faultline.practice.crowd;

import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import java.util.List;

/** Keeps venues together: buys where it is cheapest and sells where it is dearest, when that pays for the fees. */
final class Arbitrage {
    private static final double WORTH_IT = 4e-4;
    private static final double MOST_USD = 200_000;

    private final List<VenueMarket> venues;

    Arbitrage(List<VenueMarket> venues) {
        this.venues = venues;
    }

    /** One trade at most. */
    void step(double price) {
        VenueMarket dear = venues.get(0);
        VenueMarket cheap = venues.get(0);
        for (VenueMarket each : venues) {
            dear = bid(each) > bid(dear) ? each : dear;
            cheap = ask(each) < ask(cheap) ? each : cheap;
        }
        if (dear == cheap || bid(dear) <= ask(cheap) * (1 + WORTH_IT)) {
            return;
        }
        double coins = Math.min(MOST_USD / price, Math.min(depth(dear, Side.BID), depth(cheap, Side.ASK)));
        trade(dear, TakerSide.SELL, Side.BID, coins);
        trade(cheap, TakerSide.BUY, Side.ASK, coins);
    }

    private static void trade(VenueMarket venue, TakerSide taker, Side hit, double coins) {
        long lots = Math.round(coins / venue.spec().lot());
        venue.orders().take(Accounts.ARBITRAGE, taker, lots, venue.book().best(hit));
    }

    private static double depth(VenueMarket venue, Side side) {
        return venue.book().lotsAt(side, venue.book().best(side)) * venue.spec().lot();
    }

    /** 0 if there is none. */
    private static double bid(VenueMarket venue) {
        return venue.book().best(Side.BID) * venue.spec().tick();
    }

    /** Infinite if there is none. */
    private static double ask(VenueMarket venue) {
        long best = venue.book().best(Side.ASK);
        return best == 0 ? Double.POSITIVE_INFINITY : best * venue.spec().tick();
    }
}
