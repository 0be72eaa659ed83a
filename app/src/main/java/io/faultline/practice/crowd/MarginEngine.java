package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.practice.crowd.TraderPosition.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Closes by force whose margin is used up (model 24.2): the rest of the position goes to the book as an order at its
 * bankruptcy price, what the book does not take to the insurance fund, and what the fund cannot hold to the opponent
 * with the highest profit over margin. Prices in ticks, sizes in lots.
 */
final class MarginEngine {
    /** Of the positions of a venue, what its fund has to begin with. */
    private static final double FUND_SHARE = .005;

    private static final double UNWINDING_USD = 250_000;

    private final CrowdVenue spec;
    private final Matching matching;
    private final Accounts accounts;
    private final OpenPositions positions;
    private final Traders traders;
    private final LiquidationTape liquidations;
    private final Tape tape;

    MarginEngine(
            CrowdVenue spec,
            Matching matching,
            Accounts accounts,
            OpenPositions positions,
            Traders traders,
            LiquidationTape liquidations,
            Tape tape) {
        this.spec = spec;
        this.matching = matching;
        this.accounts = accounts;
        this.positions = positions;
        this.traders = traders;
        this.liquidations = liquidations;
        this.tape = tape;
    }

    /** Endows the fund of a venue with so much of positions to come. */
    void endow(double openInterestUsd) {
        long amount = Math.round(openInterestUsd * FUND_SHARE / (spec.tick() * spec.lot()));
        accounts.payIn(amount);
        accounts.toFund(amount);
    }

    /** Liquidates what the mark has reached, and tells traders whose stop or profit it has reached. */
    void look(double mark) {
        while (positions.isTriggered(mark)) {
            TraderPosition position = positions.nextTriggered(mark);
            if (position.isLong() ? position.liquidation() >= mark : position.liquidation() <= mark) {
                liquidate(position, mark);
            } else {
                traders.exit(position, position.isLong() ? position.stop() >= mark : position.stop() <= mark);
            }
        }
    }

    /** The fund sells or buys back a part of what it had to take over. */
    void unwind(HouseOrders orders, double mark) {
        long held = accounts.lots(Accounts.FUND);
        if (held != 0) {
            long part = Math.max(1, Math.round(UNWINDING_USD / (mark * spec.tick() * spec.lot())));
            orders.take(Accounts.FUND, held > 0 ? TakerSide.SELL : TakerSide.BUY, Math.min(part, Math.abs(held)));
        }
    }

    private void liquidate(TraderPosition position, double mark) {
        traders.withdraw(position);
        if (position.phase == Phase.OPENING) {
            traders.done(position);
        }
        tell(ClosingStep.TRIGGERED, position, position.lots(), mark);
        long limit = position.bankruptcyTicks();
        TakerSide taker = position.isLong() ? TakerSide.SELL : TakerSide.BUY;
        long filled = matching.take(taker, limit, position.lots(), true);
        if (filled > 0) {
            long value = matching.takenValue();
            reduce(position, filled, value);
            tell(ClosingStep.FILLED, position, filled, (double) value / filled);
            liquidations.add(position.side, Math.round((double) value / filled), filled);
        }
        takeOver(position, limit, mark);
        deleverage(position, limit, mark);
        accounts.toFund(position.empty());
        positions.changed(position);
        positions.dismiss(position);
    }

    private void takeOver(TraderPosition position, long price, double mark) {
        long lots = Math.min(position.lots(), fundRoom(position.side, mark));
        if (lots > 0) {
            toFund(position, lots, price);
        }
    }

    /** How much the fund can take of a side so that it never holds more than it is worth. */
    private long fundRoom(PositionSide side, double mark) {
        long held = accounts.lots(Accounts.FUND);
        double worth = accounts.cash(Accounts.FUND) + held * mark;
        long towards = side == PositionSide.LONG ? held : -held;
        return Math.max(0, (long) (worth / mark) - towards);
    }

    private void deleverage(TraderPosition position, long price, double mark) {
        while (position.lots() > 0) {
            TraderPosition opponent = mostProfitable(position.side, mark);
            if (opponent == null) {
                toFund(position, position.lots(), price);
                return;
            }
            long lots = Math.min(position.lots(), opponent.lots());
            reduce(position, lots, lots * price);
            traders.deleverage(opponent, lots, lots * price);
            tell(ClosingStep.DELEVERAGED, opponent, lots, (double) price);
        }
    }

    private @Nullable TraderPosition mostProfitable(PositionSide against, double mark) {
        TraderPosition best = null;
        double most = 0;
        for (int i = 0; i < positions.count(); i++) {
            TraderPosition each = positions.get(i);
            if (each.side != against && each.gain(mark) > most) {
                best = each;
                most = each.gain(mark);
            }
        }
        return best;
    }

    private void toFund(TraderPosition position, long lots, long price) {
        reduce(position, lots, lots * price);
        long signed = position.signed(lots);
        accounts.trade(Accounts.FUND, signed, signed * price);
        tell(ClosingStep.TAKEN_OVER, position, lots, (double) price);
    }

    /** What is left of the margin of what is closed is the fund's. */
    private void reduce(TraderPosition position, long lots, long value) {
        long before = position.signed(position.lots());
        accounts.toFund(position.shrink(lots, value));
        accounts.moved(before, position.signed(position.lots()));
    }

    private void tell(ClosingStep step, TraderPosition position, long lots, double priceTicks) {
        tape.listener()
                .closing(
                        spec.venue(),
                        tape.millis(),
                        step,
                        position.number,
                        position.side,
                        lots,
                        priceTicks * spec.tick());
    }
}
