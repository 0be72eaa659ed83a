package io.faultline.signal;

import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The books in step at one moment, as a paper order sees them.
 *
 * @param own bids and asks of the venue that it is traded at; empty where that book is not in step
 * @param bids of every venue
 * @param asks of every venue
 */
public record PaperBook(Own own, List<BookLevels> bids, List<BookLevels> asks) {
    /** No book is in step. */
    public static final PaperBook NONE =
            new PaperBook(new Own(BookLevels.EMPTY, BookLevels.EMPTY), List.of(), List.of());

    private static final double SAME_PRICE = 1e-9;

    /** One venue's sides. */
    public record Own(BookLevels bids, BookLevels asks) {}

    /**
     * What an order meets that must be done at once.
     *
     * @param price on average
     * @param beyond whether the books seen did not suffice, so that the rest was counted at the worst price seen
     */
    record Walk(double price, boolean beyond) {}

    public PaperBook {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** USD that rests at a price where a limit would join; NaN beyond what the own book shows. */
    double restingUsd(TakerSide order, double price) {
        boolean buys = order == TakerSide.BUY;
        BookLevels side = buys ? own.bids : own.asks;
        double usd = side.usdBetween(price * (1 - SAME_PRICE), price * (1 + SAME_PRICE));
        return side.knows(buys ? PositionSide.LONG : PositionSide.SHORT, price) ? usd : Double.NaN;
    }

    /**
     * Takes from all books, best price first.
     *
     * @param fallback price where no book is in step
     */
    Walk walk(TakerSide order, double quantity, double fallback) {
        List<double[]> levels = new ArrayList<>();
        for (BookLevels side : order == TakerSide.BUY ? asks : bids) {
            for (int i = 0; i < side.count(); i++) {
                levels.add(new double[] {side.price(i), side.usd(i) / side.price(i)});
            }
        }
        Comparator<double[]> byPrice = Comparator.comparingDouble(level -> level[0]);
        levels.sort(order == TakerSide.BUY ? byPrice : byPrice.reversed());
        double left = quantity;
        double paid = 0;
        double worst = fallback;
        for (double[] level : levels) {
            double taken = Math.min(left, level[1]);
            paid += taken * level[0];
            left -= taken;
            worst = level[0];
            if (left <= 0) {
                return new Walk(paid / quantity, false);
            }
        }
        return new Walk((paid + left * worst) / quantity, true);
    }
}
