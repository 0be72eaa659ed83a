package io.faultline.ledger;

import io.faultline.liquidation.ReportFeed;
import io.faultline.market.PositionSide;
import io.faultline.signal.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices that the mark enters a cluster, and writes a receipt of it half an hour later. One thread. */
final class ReceiptDesk {
    /** What was said so long before the entry is what counts: later the sweep itself speaks, model 20. */
    private static final long BEFORE_MILLIS = 30_000;

    /** Back on the near side by this much, a cluster can be entered again: the alarm's exit, model 16. */
    private static final double EXIT = .0015;

    private final LedgerRule rule;
    private final MarkTrail trail;
    private final Map<Integer, Deque<Seen>> seen = new HashMap<>();
    private final Set<Integer> entered = new HashSet<>();
    private final List<OpenReceipt> open = new ArrayList<>();
    private ReportFeed feed = ReportFeed.NONE;

    private record Seen(long millis, double mark, double openInterestUsd, SeenCluster cluster) {
        /** Whether price had not come to it yet. */
        boolean isAhead() {
            return cluster.track().cluster().distance(mark) > 0;
        }
    }

    ReceiptDesk(LedgerRule rule, MarkTrail trail) {
        this.rule = rule;
        this.trail = trail;
    }

    void sighted(Sighting sighting) {
        feed = sighting.feed();
        Set<Integer> alive = new HashSet<>();
        for (SeenCluster cluster : sighting.clusters()) {
            int id = cluster.track().id();
            alive.add(id);
            Deque<Seen> past = seen.computeIfAbsent(id, none -> new ArrayDeque<>());
            past.addLast(new Seen(sighting.millis(), sighting.mark(), sighting.openInterestUsd(), cluster));
            // All but the newest that is old enough are of no use any more.
            while (past.size() > 1 && isBefore(second(past), sighting.millis())) {
                past.removeFirst();
            }
            if (cluster.track().cluster().distance(sighting.mark()) >= EXIT) {
                entered.remove(id);
            }
        }
        seen.keySet().retainAll(alive);
        entered.retainAll(alive);
    }

    private static Seen second(Deque<Seen> past) {
        Iterator<Seen> oldestFirst = past.iterator();
        oldestFirst.next();
        return oldestFirst.next();
    }

    private static boolean isBefore(Seen each, long millis) {
        return each.millis() <= millis - BEFORE_MILLIS;
    }

    void mark(MarkSpan span) {
        open.forEach(receipt -> receipt.follow(span));
        for (Map.Entry<Integer, Deque<Seen>> each : seen.entrySet()) {
            Seen newest = each.getValue().getLast();
            PositionSide side = newest.cluster().track().side();
            double near = newest.cluster().track().cluster().nearPrice();
            boolean enters = span.millis() > newest.millis() && newest.isAhead() && span.reaches(side, near);
            if (enters && entered.add(each.getKey())) {
                open.add(new OpenReceipt(rule, entry(span, newest, before(each.getValue(), span.millis()))));
            }
        }
    }

    private static Seen before(Deque<Seen> past, long millis) {
        Seen found = past.getFirst();
        for (Seen each : past) {
            found = isBefore(each, millis) ? each : found;
        }
        return found;
    }

    private OpenReceipt.Entry entry(MarkSpan span, Seen newest, Seen before) {
        Way way = Way.to(newest.cluster().track().cluster(), span.last());
        return new OpenReceipt.Entry(
                span,
                newest.cluster(),
                newest.openInterestUsd(),
                before.millis(),
                before.cluster(),
                feed,
                trail.approach(way, span.millis()));
    }

    void forced(PositionSide side, long millis, double usd, double price) {
        open.forEach(receipt -> receipt.forced(side, millis, usd, price));
    }

    void swept(PositionSide side, long millis, double usd) {
        open.forEach(receipt -> receipt.swept(side, millis, usd));
    }

    /** Marks were missing: where price was meanwhile nobody knows. */
    void interrupt() {
        seen.clear();
        open.forEach(OpenReceipt::interrupt);
    }

    /** Receipts whose half hour is over. */
    List<Receipt> due(long millis) {
        List<Receipt> done = new ArrayList<>();
        for (Iterator<OpenReceipt> each = open.iterator(); each.hasNext(); ) {
            OpenReceipt receipt = each.next();
            if (receipt.isDue(millis)) {
                done.add(receipt.receipt(true));
                each.remove();
            }
        }
        return done;
    }

    /** Those that are not over, as they stand. */
    List<Receipt> open() {
        return open.stream().map(receipt -> receipt.receipt(false)).toList();
    }
}
