package io.faultline.practice;

import io.faultline.market.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a book that one topic shows: its best levels, told in numbered updates. A level that leaves the window is
 * told as removed, one that enters it as new.
 */
final class BookView {
    private final int depth;
    private final Numbering numbering;
    private final Levels whole;
    private final Levels shown;
    private final TrueBook truth;
    private final Map<Long, Change> untold = new LinkedHashMap<>();
    private long firstUntold;
    private long lastId;
    private long toldId;

    /** @param whole the market's book, which is changed before {@link #follow} is told of it */
    BookView(Levels whole, int depth, Numbering numbering, long firstId, TrueBook truth) {
        this.depth = depth;
        this.numbering = numbering;
        this.whole = whole;
        this.truth = truth;
        shown = depth == Integer.MAX_VALUE ? whole : new Levels();
        lastId = firstId;
        begin();
    }

    private void begin() {
        if (shown != whole) {
            for (Side side : Side.values()) {
                shown.side(side).clear();
                whole.side(side).entrySet().stream()
                        .limit(depth)
                        .forEach(level -> shown.side(side).put(level.getKey(), level.getValue()));
            }
        }
        untold.clear();
        toldId = lastId;
        truth.begin(lastId, shown);
    }

    int depth() {
        return depth;
    }

    /** Number of what was told last. */
    long toldId() {
        return toldId;
    }

    /** Number of the newest change, told or not. */
    long lastId() {
        return lastId;
    }

    TrueBook truth() {
        return truth;
    }

    /** Levels with all that has been told, if nothing is {@link #pending}. */
    Levels shown() {
        return shown;
    }

    boolean pending() {
        return !untold.isEmpty();
    }

    /** Takes a change that the whole book has taken. */
    void follow(Change change) {
        if (shown == whole) {
            record(change);
            return;
        }
        Side side = change.side();
        Map<Long, Long> levels = shown.side(side);
        if (change.size() == 0) {
            if (levels.containsKey(change.price())) {
                show(change);
                refill(side);
            }
        } else if (levels.containsKey(change.price()) || levels.size() < depth) {
            show(change);
        } else if (isBetter(side, change.price(), shown.farthest(side))) {
            show(change);
            show(new Change(side, shown.farthest(side), 0));
        }
    }

    private void refill(Side side) {
        var next = shown.count(side) == 0
                ? whole.side(side).firstEntry()
                : whole.side(side).higherEntry(shown.farthest(side)); // higher is worse, on either side
        if (next != null) {
            show(new Change(side, next.getKey(), next.getValue()));
        }
    }

    private static boolean isBetter(Side side, long price, long than) {
        return side == Side.BID ? price > than : price < than;
    }

    private void show(Change change) {
        shown.apply(change);
        record(change);
    }

    private void record(Change change) {
        if (numbering == Numbering.EACH_CHANGE) {
            lastId++;
            truth.apply(lastId, List.of(change));
            if (untold.isEmpty()) {
                firstUntold = lastId;
            }
        }
        long key = change.price() * 2 + (change.side() == Side.BID ? 0 : 1);
        untold.remove(key);
        untold.put(key, change);
    }

    /** All that has not been told yet; null if there is nothing. */
    @Nullable
    BookUpdate take() {
        if (untold.isEmpty()) {
            return null;
        }
        List<Change> changes = new ArrayList<>(untold.values());
        untold.clear();
        long previous = toldId;
        if (numbering != Numbering.EACH_CHANGE) {
            firstUntold = lastId + 1;
            lastId += numbering == Numbering.LEAPS ? 1 + changes.size() * 7L : 1;
            truth.apply(lastId, changes);
        }
        toldId = lastId;
        return new BookUpdate(firstUntold, lastId, previous, changes);
    }

    /** An update with a number of its own that says what is not so. */
    BookUpdate lie(List<Change> changes) {
        long previous = toldId;
        lastId++;
        toldId = lastId;
        truth.apply(lastId, List.of());
        return new BookUpdate(lastId, lastId, previous, changes);
    }

    /** An update of the whole book that comes with its numbers, as from a journal. */
    BookUpdate scripted(long first, long last, List<Change> changes) {
        long previous = toldId;
        truth.apply(last, changes);
        lastId = last;
        toldId = last;
        return new BookUpdate(first, last, previous, changes);
    }

    /** Begins anew with the market's levels under this number. */
    void restart(long id) {
        lastId = id;
        begin();
    }

    /** Goes on with the same levels under another number. */
    void renumber(long id) {
        lastId = id;
        toldId = id;
        truth.renumber(id);
    }
}
