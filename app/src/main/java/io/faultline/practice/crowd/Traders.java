package io.faultline.practice.crowd;

import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.practice.crowd.TraderPosition.Phase;

/** What the levered traders of a venue do: they open, hold, and close again. Prices in ticks, sizes in lots. */
final class Traders {
    private static final double TAKER_SHARE = .6;
    private static final double FARTHEST_INSIDE = .0004;
    private static final double ORDER_MILLIS = 60_000;
    private static final double AGAIN_MILLIS = 1_000;

    private final CrowdVenue spec;
    private final Matching matching;
    private final Accounts accounts;
    private final OpenPositions positions;
    private final OracleMass oracle;
    private final Chance exits;
    private long millis;
    private long numbers;

    Traders(
            CrowdVenue spec,
            Matching matching,
            Accounts accounts,
            OpenPositions positions,
            OracleMass oracle,
            Chance exits) {
        this.spec = spec;
        this.matching = matching;
        this.accounts = accounts;
        this.positions = positions;
        this.oracle = oracle;
        this.exits = exits;
    }

    /** Opens, now or by an order that rests for a while. */
    void enter(Newcomer newcomer) {
        TraderPosition position = admit(newcomer);
        double lotUsd = matching.middle() * spec.tick() * spec.lot();
        position.wanted = Math.max(1, Math.round(newcomer.usd() / lotUsd));
        if (newcomer.takes()) {
            takeWanted(position);
        } else {
            rest(position, newcomer.insideShare());
        }
    }

    /** A position that was agreed elsewhere. */
    TraderPosition enterAt(Newcomer newcomer, long priceTicks, long lots) {
        TraderPosition position = admit(newcomer);
        position.wanted = lots;
        filled(position, lots, lots * priceTicks);
        return position;
    }

    /** All of a position is closed at a price that was agreed elsewhere. */
    void exitAt(TraderPosition position, long priceTicks) {
        withdraw(position);
        position.phase = Phase.CLOSING;
        position.wanted = position.lots();
        filled(position, position.wanted, position.wanted * priceTicks);
    }

    /** Those whose time has come act. */
    void wake(long now) {
        millis = now;
        while (positions.isDue(now)) {
            TraderPosition position = positions.nextDue();
            if (position.phase == Phase.HELD) {
                exit(position, false);
            } else {
                withdraw(position);
                takeWanted(position);
            }
        }
    }

    /**
     * Begins to close a position.
     *
     * @param atOnce whether at the market in any case
     */
    void exit(TraderPosition position, boolean atOnce) {
        position.phase = Phase.CLOSING;
        position.wanted = position.lots();
        positions.arm(position);
        if (atOnce || exits.happens(TAKER_SHARE)) {
            takeWanted(position);
        } else {
            rest(position, exits.uniform(0, FARTHEST_INSIDE));
        }
    }

    /** Takes away an order that rests for a position. */
    void withdraw(TraderPosition position) {
        if (position.order != TraderPosition.NO_ORDER) {
            matching.cancel(position.order);
            position.order = TraderPosition.NO_ORDER;
        }
    }

    /** An order that rested for a position was filled. Changes no book. */
    void filled(TraderPosition position, long lots, long value) {
        if (position.phase == Phase.OPENING) {
            open(position, lots, value);
        } else {
            close(position, lots, value);
        }
        position.wanted -= lots;
        if (position.wanted == 0) {
            done(position);
        }
    }

    /** Closes so much of a position against its trader's will, without an order. */
    void deleverage(TraderPosition position, long lots, long value) {
        withdraw(position);
        if (position.phase == Phase.OPENING) {
            done(position);
        }
        close(position, lots, value);
        position.wanted = position.lots();
        if (position.lots() == 0) {
            positions.dismiss(position);
        } else if (position.phase == Phase.CLOSING) {
            positions.wake(position, millis + AGAIN_MILLIS);
        }
    }

    /** All orders of a position are at their end: it is held from now on, or it is gone. */
    void done(TraderPosition position) {
        position.order = TraderPosition.NO_ORDER;
        if (position.phase == Phase.CLOSING || position.lots() == 0) {
            positions.dismiss(position);
            return;
        }
        position.phase = Phase.HELD;
        oracle.deposit(position.side, position.liquidation() * spec.tick(), position.massUsd());
        positions.wake(position, millis + position.holdMillis);
        positions.arm(position);
    }

    private TraderPosition admit(Newcomer newcomer) {
        TraderPosition position = new TraderPosition(++numbers, newcomer);
        positions.admit(position);
        return position;
    }

    private void open(TraderPosition position, long lots, long value) {
        long before = position.signed(position.lots());
        accounts.payIn(position.grow(lots, value));
        accounts.moved(before, position.signed(position.lots()));
        positions.changed(position);
    }

    private void close(TraderPosition position, long lots, long value) {
        long before = position.signed(position.lots());
        double massBefore = position.massUsd();
        double all = positions.massUsd(position.side);
        accounts.payIn(-position.shrink(lots, value));
        accounts.moved(before, position.signed(position.lots()));
        if (position.lots() == 0) {
            accounts.toFund(position.empty());
        }
        positions.changed(position);
        double closed = massBefore - (position.lots() == 0 ? 0 : position.massUsd());
        if (all > 0 && closed > 0) {
            oracle.close(position.side, Math.min(1, closed / all));
        }
    }

    private void rest(TraderPosition position, double insideShare) {
        boolean buys = position.isLong() == (position.phase == Phase.OPENING);
        double price = matching.middle() * (buys ? 1 - insideShare : 1 + insideShare);
        if (matching.isCoarse()) {
            filled(position, position.wanted, matching.meet(buys, price, position.wanted));
            return;
        }
        positions.wake(position, millis + ORDER_MILLIS);
        position.order = matching.rest(position, buys ? Side.BID : Side.ASK, price, position.wanted);
    }

    private void takeWanted(TraderPosition position) {
        TakerSide taker = position.isLong() == (position.phase == Phase.OPENING) ? TakerSide.BUY : TakerSide.SELL;
        long wanted = position.wanted;
        long filled = matching.take(taker, matching.farthest(taker), wanted, false);
        if (filled > 0) {
            filled(position, filled, matching.takenValue());
        }
        if (filled == wanted) {
            return;
        }
        if (position.phase == Phase.OPENING) {
            position.wanted = 0;
            done(position);
        } else {
            positions.wake(position, millis + AGAIN_MILLIS);
        }
    }
}
