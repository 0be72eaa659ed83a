package io.faultline.practice;

import io.faultline.market.Side;
import io.faultline.practice.crowd.CrowdBook;
import io.faultline.practice.crowd.CrowdPast;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One venue's place in a crowd's market: what the crowd did there waits until the venue takes it. What happens is added by
 * the crowd's thread, and taken under the venue's lock.
 */
final class CrowdSeat {
    private final CrowdMarket crowd;
    private final Contract contract;
    private final CrowdCourse course;
    private final Market market;
    private final Queue<Runnable> happened = new ConcurrentLinkedQueue<>();
    private boolean begun;
    private boolean missedSome;

    /**
     * @param price about where it will be, quote
     * @param openInterest about what it will be, one side in base
     * @param updatesKept how many updates back the book can be asked about
     */
    CrowdSeat(CrowdMarket crowd, Contract contract, double price, double openInterest, int updatesKept) {
        this.crowd = crowd;
        this.contract = contract;
        course = new CrowdCourse(price, openInterest, this::begin);
        market = new Market(contract, course, updatesKept, this::begin);
    }

    /** Lets the crowd's market begin, if it has not; under the venue's lock. */
    private void begin() {
        if (!begun) {
            begun = true;
            crowd.begin();
            take();
        }
    }

    Market market() {
        return market;
    }

    /** Smallest price step, quote. */
    double tick() {
        return contract.quote(contract.tick());
    }

    /** Smallest size step, base. */
    double lot() {
        return contract.base(contract.lot());
    }

    Contract contract() {
        return contract;
    }

    private long price(long ticks) {
        return ticks * contract.tick();
    }

    private long size(long lots) {
        return lots * contract.lot();
    }

    /** The levels of the book as the crowd has it, which all that happened has led to. */
    List<Change> catchUp(CrowdBook book) {
        happened.clear();
        return levels(book);
    }

    void begun(CrowdPast past, double index, CrowdBook book) {
        List<Change> levels = levels(book);
        happened.add(() -> {
            course.begun(past, index);
            levels.forEach(market::change);
        });
    }

    private List<Change> levels(CrowdBook book) {
        List<Change> levels = new ArrayList<>();
        for (Side side : Side.values()) {
            book.tellAll(side, (ticks, lots) -> levels.add(new Change(side, price(ticks), size(lots))));
        }
        return levels;
    }

    void trade(long millis, Side hit, long ticks, long lots, boolean forced) {
        double quote = contract.quote(price(ticks));
        double coins = contract.base(size(lots));
        happened.add(() -> {
            course.trade(millis, quote, coins, hit == Side.ASK);
            market.print(hit, price(ticks), size(lots), forced);
        });
    }

    void level(Side side, long ticks, long lots) {
        Change change = new Change(side, price(ticks), size(lots));
        happened.add(() -> market.change(change));
    }

    void mark(long millis, double mark, double index) {
        happened.add(() -> course.mark(millis, mark, index));
    }

    void openInterest(long millis, double coins) {
        happened.add(() -> course.openInterest(millis, coins));
    }

    /** @param hit the side of the book that its orders took from: bids for a long */
    void liquidation(long millis, Side hit, long ticks, long lots) {
        double coins = contract.base(size(lots));
        happened.add(() -> {
            course.liquidated(millis, coins, hit == Side.BID);
            market.liquidate(hit, price(ticks), size(lots));
        });
    }

    void funding(long millis, double rate, double predicted, boolean settled) {
        happened.add(() -> course.funding(millis, rate, predicted, settled));
    }

    /** Takes all that happened into the market; under the venue's lock. While it is delisted it lives on elsewhere. */
    void take() {
        if (market.delisted()) {
            happened.clear();
            missedSome = true;
            return;
        }
        if (missedSome) {
            missedSome = false;
            market.become(crowd.levels(contract.venue()));
        }
        for (var next = happened.poll(); next != null; next = happened.poll()) {
            next.run();
        }
    }
}
