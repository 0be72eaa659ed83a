package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;

/** Orders of those who have an {@link Accounts account}. Sizes in lots. */
final class HouseOrders {
    private final Matching matching;
    private final Accounts accounts;

    HouseOrders(Matching matching, Accounts accounts) {
        this.matching = matching;
        this.accounts = accounts;
    }

    /**
     * Buys or sells at the market.
     *
     * @return what was filled
     */
    long take(int account, TakerSide side, long lots) {
        return take(account, side, lots, matching.farthest(side));
    }

    /** The same, at that price or better. */
    long take(int account, TakerSide side, long lots, long limitTicks) {
        if (lots <= 0) {
            return 0;
        }
        long filled = matching.take(side, limitTicks, lots, false);
        long sign = side == TakerSide.BUY ? 1 : -1;
        accounts.trade(account, sign * filled, sign * matching.takenValue());
        return filled;
    }
}
