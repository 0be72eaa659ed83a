package io.faultline.practice.crowd;

import io.faultline.market.Side;
import java.util.Arrays;

/** Orders that rest in a book, each in the queue of its level. Numbers of orders that are gone are used again. */
final class RestingOrders {
    private static final int FIRST_ROOM = 1_024;

    private int[] owner = new int[FIRST_ROOM];
    private int[] tag = new int[FIRST_ROOM];
    private long[] lots = new long[FIRST_ROOM];
    private int[] level = new int[FIRST_ROOM];
    private int[] before = new int[FIRST_ROOM];
    private int[] after = new int[FIRST_ROOM];
    private Side[] side = new Side[FIRST_ROOM];
    private int[] free = new int[FIRST_ROOM];
    private int freeCount;

    RestingOrders() {
        fill(0);
    }

    /** A new order at the end of a level's queue. */
    int append(BookLevels levels, Side onSide, int slot, int byOwner, int withTag, long ofLots) {
        if (freeCount == 0) {
            grow();
        }
        int order = free[--freeCount];
        owner[order] = byOwner;
        tag[order] = withTag;
        lots[order] = ofLots;
        level[order] = slot;
        side[order] = onSide;
        int last = levels.last(slot);
        before[order] = last;
        after[order] = -1;
        if (last >= 0) {
            after[last] = order;
            levels.ends(slot, levels.first(slot), order);
        } else {
            levels.ends(slot, order, order);
        }
        return order;
    }

    /** Takes an order out of its level's queue; the level's lots are the caller's to correct. */
    void remove(BookLevels levels, int order) {
        int slot = level[order];
        int previous = before[order];
        int next = after[order];
        if (previous >= 0) {
            after[previous] = next;
        }
        if (next >= 0) {
            before[next] = previous;
        }
        levels.ends(slot, previous >= 0 ? levels.first(slot) : next, next >= 0 ? levels.last(slot) : previous);
        lots[order] = 0;
        free[freeCount++] = order;
    }

    int owner(int order) {
        return owner[order];
    }

    int tag(int order) {
        return tag[order];
    }

    long lots(int order) {
        return lots[order];
    }

    int level(int order) {
        return level[order];
    }

    Side side(int order) {
        return side[order];
    }

    void reduce(int order, long by) {
        lots[order] -= by;
    }

    private void grow() {
        int size = owner.length;
        owner = Arrays.copyOf(owner, size * 2);
        tag = Arrays.copyOf(tag, size * 2);
        lots = Arrays.copyOf(lots, size * 2);
        level = Arrays.copyOf(level, size * 2);
        before = Arrays.copyOf(before, size * 2);
        after = Arrays.copyOf(after, size * 2);
        side = Arrays.copyOf(side, size * 2);
        free = Arrays.copyOf(free, size * 2);
        fill(size);
    }

    private void fill(int from) {
        for (int order = owner.length - 1; order >= from; order--) {
            side[order] = Side.BID;
            free[freeCount++] = order;
        }
    }
}
