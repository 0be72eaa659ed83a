package io.faultline.book;

import java.util.Arrays;

/** Hands out indices from 1 up, those given back first. */
final class IndexPool {
    private int[] free = new int[16];
    private int freeCount;
    private int issued = 1;

    int take() {
        return freeCount > 0 ? free[--freeCount] : issued++;
    }

    void give(int index) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = index;
    }

    /** One more than the highest index handed out so far. */
    int issued() {
        return issued;
    }

    /** How many are out. */
    int used() {
        return issued - 1 - freeCount;
    }

    void reset() {
        freeCount = 0;
        issued = 1;
    }
}
