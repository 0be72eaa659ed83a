package io.faultline.practice.crowd;

import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a venue's orders meet: in its book, or, in the coarse past, in a model of one. Prices in ticks, sizes in lots.
 */
final class Matching {
    /** No order goes farther from the middle; venues refuse that too. */
    private static final double FARTHEST = .03;

    private final CrowdBook book;
    private final ImpactModel impact;
    private final Tape tape;
    private final Accounts accounts;
    private final CrowdBook.Fills fills;
    private @Nullable TraderPosition[] resting = new TraderPosition[1_024];
    private boolean coarse;
    private long takenValue;

    /** @param fills hears of the book's fills */
    Matching(CrowdBook book, ImpactModel impact, Tape tape, Accounts accounts, CrowdBook.Fills fills) {
        this.book = book;
        this.impact = impact;
        this.tape = tape;
        this.accounts = accounts;
        this.fills = fills;
    }

    /** Whether the model stands in for the book. */
    boolean isCoarse() {
        return coarse;
    }

    void coarse(boolean withoutBook) {
        coarse = withoutBook;
    }

    /** What the market trades around; of a book without one of its sides, the last price. */
    double middle() {
        if (coarse) {
            return impact.middle();
        }
        long bid = book.best(Side.BID);
        long ask = book.best(Side.ASK);
        return bid == 0 || ask == 0 ? tape.last() : (bid + ask) / 2.0;
    }

    /** The worst price at which somebody buys or sells who wants to at any. */
    long farthest(TakerSide taker) {
        double middle = middle();
        return Math.max(1, Math.round(taker == TakerSide.BUY ? middle * (1 + FARTHEST) : middle * (1 - FARTHEST)));
    }

    /**
     * An order that trades at once what it can, at the limit or better. What it does to the taker is the caller's.
     *
     * @return lots filled; {@link #takenValue()} says for how much
     */
    long take(TakerSide taker, long limitTicks, long lots, boolean forced) {
        if (!coarse) {
            long filled = book.take(taker, limitTicks, lots, forced, fills);
            takenValue = book.takenValue();
            return filled;
        }
        long filled = impact.take(taker, limitTicks, lots);
        takenValue = impact.takenValue();
        if (filled > 0) {
            long sign = taker == TakerSide.BUY ? -1 : 1;
            accounts.trade(Accounts.FIRST_MAKER, sign * filled, sign * takenValue);
            tape.trade(taker, takenValue / filled, filled, forced);
        }
        return filled;
    }

    /** Ticks times lots of the latest {@link #take}. */
    long takenValue() {
        return takenValue;
    }

    /**
     * In the coarse past, what becomes of an order that rests: somebody takes all of it at its price.
     *
     * @return ticks times lots
     */
    long meet(boolean buys, double priceTicks, long lots) {
        long price = Math.max(1, Math.round(priceTicks));
        long signed = buys ? -lots : lots;
        accounts.trade(Accounts.FIRST_MAKER, signed, signed * price);
        tape.block(buys ? TakerSide.SELL : TakerSide.BUY, price, lots);
        return lots * price;
    }

    /** In the coarse past, many small orders of an account together, which find all that they need that far away. */
    void turnOver(int account, TakerSide taker, double away, long lots) {
        long sign = taker == TakerSide.BUY ? 1 : -1;
        long price = Math.max(1, Math.round(impact.middle() * (1 + sign * away)));
        accounts.trade(account, sign * lots, sign * lots * price);
        accounts.trade(Accounts.FIRST_MAKER, -sign * lots, -sign * lots * price);
        tape.trade(taker, price, lots, false);
    }

    /** A trader's order that waits for takers, at that price or as near to it as does not trade at once. */
    int rest(TraderPosition position, Side side, double priceTicks, long lots) {
        long opposite = book.best(side.opposite());
        long price = Math.max(1, Math.round(priceTicks));
        if (opposite != 0) {
            price = side == Side.BID ? Math.min(price, opposite - 1) : Math.max(price, opposite + 1);
        }
        int order = book.rest(Accounts.TRADER, 0, side, price, lots);
        if (order >= resting.length) {
            resting = Arrays.copyOf(resting, Math.max(order + 1, resting.length * 2));
        }
        resting[order] = position;
        return order;
    }

    /** Who has placed an order by {@link #rest}. */
    TraderPosition owner(int order) {
        return Objects.requireNonNull(resting[order]);
    }

    /** What was left of an order by {@link #rest}, which is taken away. */
    long cancel(int order) {
        resting[order] = null;
        return book.cancel(order);
    }
}
