package io.faultline.practice.crowd;

import io.faultline.market.Side;
import java.util.Arrays;

/**
 * One side of a book: its levels in order of price, each with a queue of orders. The best level is the last of the
 * sorted arrays, since it is there that most things happen.
 */
final class BookLevels {
    private static final int FIRST_ROOM = 512;

    private final int sign;
    private long[] keys = new long[FIRST_ROOM];
    private int[] slots = new int[FIRST_ROOM];
    private int count;

    private long[] price = new long[FIRST_ROOM];
    private long[] lots = new long[FIRST_ROOM];
    private long[] told = new long[FIRST_ROOM];
    private int[] first = new int[FIRST_ROOM];
    private int[] last = new int[FIRST_ROOM];
    private boolean[] changed = new boolean[FIRST_ROOM];
    private int[] free = new int[FIRST_ROOM];
    private int freeCount;

    private int[] changes = new int[FIRST_ROOM];
    private int changeCount;
    private long[] gone = new long[FIRST_ROOM];
    private int goneCount;

    BookLevels(Side side) {
        sign = side == Side.BID ? 1 : -1;
        for (int slot = FIRST_ROOM - 1; slot >= 0; slot--) {
            free[freeCount++] = slot;
        }
    }

    int count() {
        return count;
    }

    /** The slot of a level, 0 for the best. */
    int slot(int rank) {
        return slots[count - 1 - rank];
    }

    /** The slot of the best level, or -1. */
    int best() {
        return count == 0 ? -1 : slots[count - 1];
    }

    long price(int slot) {
        return price[slot];
    }

    long lots(int slot) {
        return lots[slot];
    }

    int first(int slot) {
        return first[slot];
    }

    int last(int slot) {
        return last[slot];
    }

    void ends(int slot, int firstOrder, int lastOrder) {
        first[slot] = firstOrder;
        last[slot] = lastOrder;
    }

    /** The slot of the level at a price, or -1. */
    int find(long priceTicks) {
        int at = search(sign * priceTicks);
        return at >= 0 ? slots[at] : -1;
    }

    /** The slot of the level at a price, which is made if there is none. */
    int open(long priceTicks) {
        long key = sign * priceTicks;
        int at = search(key);
        if (at >= 0) {
            return slots[at];
        }
        if (freeCount == 0) {
            grow();
        }
        int slot = free[--freeCount];
        price[slot] = priceTicks;
        lots[slot] = 0;
        told[slot] = 0;
        first[slot] = -1;
        last[slot] = -1;
        insert(-at - 1, key, slot);
        return slot;
    }

    /** Adds lots, which may be negative; a level that has none left is gone. */
    void add(int slot, long more) {
        lots[slot] += more;
        if (lots[slot] == 0) {
            remove(slot);
        } else if (!changed[slot]) {
            changed[slot] = true;
            if (changeCount == changes.length) {
                changes = Arrays.copyOf(changes, changeCount * 2);
            }
            changes[changeCount++] = slot;
        }
    }

    /** Tells each level that has changed since the last call, once. */
    void tell(CrowdBook.LevelReader reader) {
        for (int i = 0; i < goneCount; i++) {
            if (find(gone[i]) < 0) {
                reader.level(gone[i], 0);
            }
        }
        goneCount = 0;
        for (int i = 0; i < changeCount; i++) {
            int slot = changes[i];
            if (changed[slot]) {
                changed[slot] = false;
                if (told[slot] != lots[slot]) {
                    told[slot] = lots[slot];
                    reader.level(price[slot], lots[slot]);
                }
            }
        }
        changeCount = 0;
    }

    /** Tells all levels, best first; what is told from then on is what has changed since. */
    void tellAll(CrowdBook.LevelReader reader) {
        for (int rank = 0; rank < count; rank++) {
            int slot = slot(rank);
            changed[slot] = false;
            told[slot] = lots[slot];
            reader.level(price[slot], lots[slot]);
        }
        changeCount = 0;
        goneCount = 0;
    }

    private void remove(int slot) {
        if (told[slot] != 0) {
            if (goneCount == gone.length) {
                gone = Arrays.copyOf(gone, goneCount * 2);
            }
            gone[goneCount++] = price[slot];
        }
        changed[slot] = false;
        int at = search(sign * price[slot]);
        System.arraycopy(keys, at + 1, keys, at, count - at - 1);
        System.arraycopy(slots, at + 1, slots, at, count - at - 1);
        count--;
        free[freeCount++] = slot;
    }

    private void insert(int at, long key, int slot) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            slots = Arrays.copyOf(slots, count * 2);
        }
        System.arraycopy(keys, at, keys, at + 1, count - at);
        System.arraycopy(slots, at, slots, at + 1, count - at);
        keys[at] = key;
        slots[at] = slot;
        count++;
    }

    private int search(long key) {
        return Arrays.binarySearch(keys, 0, count, key);
    }

    private void grow() {
        int size = price.length;
        price = Arrays.copyOf(price, size * 2);
        lots = Arrays.copyOf(lots, size * 2);
        told = Arrays.copyOf(told, size * 2);
        first = Arrays.copyOf(first, size * 2);
        last = Arrays.copyOf(last, size * 2);
        changed = Arrays.copyOf(changed, size * 2);
        free = Arrays.copyOf(free, size * 2);
        for (int slot = size * 2 - 1; slot >= size; slot--) {
            free[freeCount++] = slot;
        }
    }
}
