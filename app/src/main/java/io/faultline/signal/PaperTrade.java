package io.faultline.signal;

import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A plan traded on paper: filled by what the tape prints, never sent anywhere. A limit is met when a trade prints through
 * its price, or when more was traded at it than rested there when it was placed; a stop, on the mark, by taking from the
 * books. An entry on the far side of price is a stop, too. One thread; time comes with each call.
 */
public final class PaperTrade {
    private static final long BEFORE_MILLIS = 30_000;
    private static final double SAME_PRICE = 1e-9;

    private final SessionPlan plan;
    private final PaperTerms terms;
    private final long armedMillis;
    private final boolean stopEntry;
    private final List<PaperFill> fills = new ArrayList<>();
    private final ArrayDeque<BookPicture> pictures = new ArrayDeque<>();
    private @Nullable Limit limit;
    private @Nullable BookPicture before;
    private Stage stage = Stage.WAITING;
    private double open;
    private double cashUsd;
    private double fundingUsd;

    /** Where it is traded. */
    public Venue venue() {
        return terms.venue();
    }

    public Stage stage() {
        return stage;
    }

    /** Where it stands. */
    public enum Stage {
        /** Armed, and not entered. */
        WAITING,
        OPEN,
        DONE,
        /** Taken back before it was entered. */
        CANCELLED
    }

    /** An order that waits at a price. */
    private static final class Limit {
        private final TakerSide order;
        private final double price;
        private final double restedUsd;
        private double tradedUsd;

        Limit(TakerSide order, double price, double restedUsd) {
            this.order = order;
            this.price = price;
            this.restedUsd = restedUsd;
        }

        /** Whether a trade at its venue meets it. */
        boolean meets(double tradePrice, double usd, TakerSide taker) {
            double through = order == TakerSide.BUY ? price - tradePrice : tradePrice - price;
            if (Math.abs(through) <= SAME_PRICE * price) {
                tradedUsd += taker == order ? 0 : usd;
                return tradedUsd > restedUsd; // never true where nobody knows what rested
            }
            return through > 0;
        }
    }

    /**
     * Arms a plan.
     *
     * @param mark now
     * @param book as it is now
     */
    public PaperTrade(SessionPlan plan, PaperTerms terms, long millis, double mark, PaperBook book) {
        this.plan = plan;
        this.terms = terms;
        this.armedMillis = millis;
        PlanLevels levels = plan.levels();
        boolean beyond = levels.order() == TakerSide.BUY ? levels.entry() > mark : levels.entry() < mark;
        stopEntry = plan.style() != PlanStyle.MAGNET && beyond; // a magnet's entry is where price is
        limit = stopEntry ? null : limit(levels.order(), levels.entry(), book);
    }

    private static Limit limit(TakerSide order, double price, PaperBook book) {
        return new Limit(order, price, book.restingUsd(order, price));
    }

    /**
     * Takes a trade of any venue.
     *
     * @param book as it is now; asked for only when something is done
     */
    public void onTrade(Venue venue, long millis, double price, double usd, TakerSide taker, Supplier<PaperBook> book) {
        Limit waiting = limit;
        if (venue != terms.venue() || waiting == null || !waiting.meets(price, usd, taker)) {
            return;
        }
        if (stage == Stage.WAITING) {
            enter(millis, waiting.price, terms.makerFee(), false, book.get());
        } else if (stage == Stage.OPEN) {
            boolean first = fills.stream().noneMatch(fill -> fill.reason() == PaperFill.Reason.TARGET);
            double part = first && hasSecond() ? open / 2 : open;
            leave(
                    first ? PaperFill.Reason.TARGET : PaperFill.Reason.SECOND_TARGET,
                    new Done(millis, waiting.price, part, terms.makerFee(), false));
            Double second = plan.levels().secondTarget();
            limit = stage == Stage.OPEN && second != null ? limit(away(), second, book.get()) : null;
        }
    }

    /**
     * Takes the mark.
     *
     * @param book as it is now; asked for only when something is done
     */
    public void onMark(long millis, double mark, Supplier<PaperBook> book) {
        TakerSide order = plan.levels().order();
        int sign = order == TakerSide.BUY ? 1 : -1;
        if (stage == Stage.WAITING && stopEntry && sign * (mark - plan.levels().entry()) >= 0) {
            PaperBook now = book.get();
            PaperBook.Walk walk = now.walk(order, plan.quantity(), mark);
            enter(millis, walk.price(), terms.takerFee(), walk.beyond(), now);
        } else if (stage == Stage.OPEN && sign * (mark - plan.levels().stop()) <= 0) {
            leaveAtOnce(PaperFill.Reason.STOP, millis, mark, book.get());
        }
    }

    /**
     * A venue tells of a settlement of funding, which may have been some time ago.
     *
     * @param settledMillis when it was, since 1970
     * @param rate fraction of notional, positive when longs pay
     */
    public void onSettlement(Venue venue, long settledMillis, double mark, double rate) {
        if (venue == terms.venue()) {
            int sign = plan.levels().order() == TakerSide.BUY ? 1 : -1;
            fundingUsd -= sign * rate * openAt(settledMillis) * mark;
        }
    }

    private double openAt(long millis) {
        double held = 0;
        for (PaperFill fill : fills) {
            if (fill.millis() <= millis) {
                held += fill.reason() == PaperFill.Reason.ENTRY ? fill.quantity() : -fill.quantity();
            }
        }
        return held;
    }

    /** Takes what rests about price, about once a second, so that what was there before the entry can be kept. */
    public void onPicture(BookPicture picture) {
        if (stage == Stage.WAITING) {
            pictures.addLast(picture);
            while (pictures.size() > 1 && picture.millis() - second(pictures).millis() >= BEFORE_MILLIS) {
                pictures.removeFirst();
            }
        }
    }

    private static BookPicture second(ArrayDeque<BookPicture> pictures) {
        var each = pictures.iterator();
        each.next();
        return each.next();
    }

    /** The user takes it back, or closes it at once. */
    public void close(long millis, double mark, PaperBook book) {
        if (stage == Stage.WAITING) {
            stage = Stage.CANCELLED;
            limit = null;
        } else if (stage == Stage.OPEN) {
            leaveAtOnce(PaperFill.Reason.CLOSED, millis, mark, book);
        }
    }

    private void enter(long millis, double price, double fee, boolean beyond, PaperBook book) {
        double quantity = plan.quantity();
        stage = Stage.OPEN;
        open = quantity;
        before = pictures.peekFirst();
        pictures.clear();
        cashUsd -= signed(quantity * price);
        fills.add(new PaperFill(PaperFill.Reason.ENTRY, millis, price, quantity, fee * quantity * price, beyond));
        limit = limit(away(), plan.levels().target(), book);
    }

    private record Done(long millis, double price, double quantity, double fee, boolean beyond) {}

    private void leaveAtOnce(PaperFill.Reason reason, long millis, double mark, PaperBook book) {
        PaperBook.Walk walk = book.walk(away(), open, mark);
        leave(reason, new Done(millis, walk.price(), open, terms.takerFee(), walk.beyond()));
        limit = null;
    }

    private void leave(PaperFill.Reason reason, Done done) {
        double usd = done.quantity * done.price;
        cashUsd += signed(usd);
        open = open - done.quantity;
        fills.add(new PaperFill(reason, done.millis, done.price, done.quantity, done.fee * usd, done.beyond));
        stage = open > 0 ? Stage.OPEN : Stage.DONE;
    }

    private boolean hasSecond() {
        return terms.secondTarget() && plan.levels().secondTarget() != null;
    }

    private TakerSide away() {
        return plan.levels().order() == TakerSide.BUY ? TakerSide.SELL : TakerSide.BUY;
    }

    private double signed(double usd) {
        return plan.levels().order() == TakerSide.BUY ? usd : -usd;
    }

    /** How it stands at this mark. */
    public PaperResult result(double mark) {
        double fees = 0;
        for (PaperFill fill : fills) {
            fees += fill.feeUsd();
        }
        double gross = fills.isEmpty() ? 0 : cashUsd + (open > 0 ? signed(open * mark) : 0);
        return new PaperResult(
                plan, terms, stage, armedMillis, fills, gross, fees, fundingUsd, Optional.ofNullable(before));
    }
}
