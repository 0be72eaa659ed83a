package io.faultline.practice;

import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One contract of a venue as it truly is: its book, what was traded, and what has not been told of it yet. A flow moves
 * it, a dialect tells of it. Not thread-safe: the venue's lock guards it.
 */
final class Market {
    private static final int KEPT_PRINTS = 100;

    private final Contract contract;
    private final Course course;
    private final int mostSteps;
    private final Runnable whenWanted;
    private final Levels book = new Levels();
    private final TreeMap<Integer, BookView> views = new TreeMap<>();
    private final List<Print> untoldPrints = new ArrayList<>();
    private final List<Print> recentPrints = new ArrayList<>();
    private final List<Liquidated> untoldLiquidations = new ArrayList<>();
    private long tick;
    private long last;
    private long prints;
    private boolean delisted;

    Market(Contract contract, Course course, int mostSteps) {
        this(contract, course, mostSteps, () -> {});
    }

    /** @param whenWanted is run when somebody wants to know more than the listing */
    Market(Contract contract, Course course, int mostSteps, Runnable whenWanted) {
        this.whenWanted = whenWanted;
        this.contract = contract;
        this.course = course;
        this.mostSteps = mostSteps;
        tick = contract.tick();
        last = contract.scaledPrice(contract.price()) / tick * tick;
    }

    /** Somebody wants to know more than the listing and rough figures. */
    void wanted() {
        whenWanted.run();
    }

    Contract contract() {
        return contract;
    }

    String symbol() {
        return contract.symbol();
    }

    Course course() {
        return course;
    }

    Levels book() {
        return book;
    }

    /** Views that somebody asked for. */
    Iterable<BookView> views() {
        return views.values();
    }

    /** The view of the best {@code depth} levels a side, made at the first call. */
    BookView view(int depth, Numbering numbering, long firstId) {
        return views.computeIfAbsent(
                depth, levels -> new BookView(book, levels, numbering, firstId, new TrueBook(contract, mostSteps)));
    }

    void change(Change change) {
        book.apply(change);
        for (BookView view : views.values()) {
            view.follow(change);
        }
    }

    /** A taker takes so much of the best level of a side. */
    void trade(Side hit, long size, boolean forced) {
        Map.Entry<Long, Long> best = book.side(hit).firstEntry();
        print(hit, best.getKey(), size, forced);
        change(new Change(hit, best.getKey(), Math.max(0, best.getValue() - size)));
    }

    /** A trade that leaves the book alone. */
    void print(Side hit, long price, long size, boolean forced) {
        last = price;
        prints++;
        Print print = new Print(prints, hit, price, size, forced);
        untoldPrints.add(print);
        recentPrints.add(print);
        if (recentPrints.size() > KEPT_PRINTS) {
            recentPrints.remove(0);
        }
    }

    /** The order of a position that was closed by force has been filled, as far as it was. */
    void liquidate(Side hit, long price, long size) {
        untoldLiquidations.add(new Liquidated(hit, price, size));
    }

    /** Who was liquidated since the last call, in order. */
    List<Liquidated> takeLiquidations() {
        if (untoldLiquidations.isEmpty()) {
            return List.of();
        }
        List<Liquidated> taken = List.copyOf(untoldLiquidations);
        untoldLiquidations.clear();
        return taken;
    }

    /** Changes the book to these levels and no others. */
    void become(List<Change> levels) {
        for (Side side : Side.values()) {
            Set<Long> prices = levels.stream()
                    .filter(level -> level.side() == side)
                    .map(Change::price)
                    .collect(Collectors.toSet());
            List<Long> gone = book.side(side).keySet().stream()
                    .filter(price -> !prices.contains(price))
                    .toList();
            gone.forEach(price -> change(new Change(side, price, 0)));
        }
        levels.forEach(this::change);
    }

    /** What was traded since the last call, in order. */
    List<Print> takePrints() {
        List<Print> taken = List.copyOf(untoldPrints);
        untoldPrints.clear();
        return taken;
    }

    /** The latest trades, oldest first. */
    List<Print> recentPrints() {
        return recentPrints;
    }

    /** Price of the latest trade, scaled. */
    long last() {
        return last;
    }

    double lastQuote() {
        return contract.quote(last);
    }

    /** Smallest step of the price now, scaled. */
    long tick() {
        return tick;
    }

    /** Decimals of a price as the venue writes it now. */
    int priceDecimals() {
        int decimals = contract.priceScale();
        while (decimals > 0 && tick % Decimals.power(contract.priceScale() - decimals + 1) == 0) {
            decimals--;
        }
        return decimals;
    }

    /** A tenth of the listed tick from here on. */
    void refineTick() {
        tick = contract.tick() / 10;
    }

    /** The listed tick again; levels between go away. */
    void restoreTick() {
        tick = contract.tick();
        for (Side side : Side.values()) {
            List<Long> between = book.side(side).keySet().stream()
                    .filter(price -> price % tick != 0)
                    .toList();
            between.forEach(price -> change(new Change(side, price, 0)));
        }
        last = last / tick * tick;
    }

    boolean delisted() {
        return delisted;
    }

    void delisted(boolean gone) {
        delisted = gone;
    }
}
