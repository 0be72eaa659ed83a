package io.faultline.book;

/**
 * The prices that a side has had so far, as multiples of their greatest common divisor. The decimals on the wire say
 * little of the step ({@code 61800.20} moves by 0.10), and levels that are neighbours must lie next to each other in
 * memory to be fast.
 *
 * <p>Whether a price is a multiple, and which, takes one multiplication: by the step's inverse modulo 2^64, after
 * Warren, Hacker's Delight, 10-17. A 64-bit division would cost more than the rest of a change.
 */
record TickGrid(long step, int shift, long inverse, long largestKey) {
    /** On no price yet: every price is off it. */
    static final TickGrid NONE = new TickGrid(0, 0, 0, -1);

    /** What {@link #key} answers for a price that is no multiple of the step. */
    static final long OFF_GRID = -1;

    static TickGrid of(long step) {
        int shift = Long.numberOfTrailingZeros(step);
        long odd = step >>> shift;
        long inverse = odd; // right to 3 bits; each round doubles them
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return new TickGrid(step, shift, inverse, Long.MAX_VALUE / step);
    }

    /** The coarsest grid that holds every price of this one and {@code price}, which is positive. */
    TickGrid including(long price) {
        long a = step;
        long b = price;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a == step ? this : of(a);
    }

    /** Which multiple of the step a positive price is, or {@link #OFF_GRID}. */
    long key(long price) {
        long key = Long.rotateRight(price * inverse, shift);
        return key >= 0 && key <= largestKey ? key : OFF_GRID;
    }

    /** The least key whose price is at or above {@code price}; the price need not be on the grid. */
    long keyAtOrAbove(long price) {
        return price <= 0 ? 0 : (price - 1) / step + 1;
    }

    /** The greatest key whose price is at or below {@code price}, negative where there is none. */
    long keyAtOrBelow(long price) {
        return Math.floorDiv(price, step);
    }

    long price(long key) {
        return key * step;
    }

    /** The same prices with more decimals. */
    TickGrid scaled(long factor) {
        return step == 0 ? this : of(step * factor);
    }
}
