package io.faultline.venue.dydx;

import io.faultline.market.Decimals;
import io.faultline.venue.MalformedException;
import java.util.Arrays;

/** The levels of one side by ascending price, each with the number of the message that set it last. */
final class GossipSide {
    /** Far more than the venue holds; text that invents levels must not fill the memory. */
    private static final int MOST_LEVELS = 50_000;

    private long[] prices = new long[256];
    private long[] sizes = new long[256];
    private long[] messages = new long[256];
    private int count;

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int lowest() {
        return 0;
    }

    int highest() {
        return count - 1;
    }

    int count() {
        return count;
    }

    long price(int at) {
        return prices[at];
    }

    long size(int at) {
        return sizes[at];
    }

    long message(int at) {
        return messages[at];
    }

    /** The size at that price, 0 where there is no level. */
    long sizeAt(long price) {
        int at = Arrays.binarySearch(prices, 0, count, price);
        return at < 0 ? 0 : sizes[at];
    }

    /** Sets a level, or removes it where the size is 0. */
    void set(long price, long size, long message) {
        int at = Arrays.binarySearch(prices, 0, count, price);
        if (size == 0) {
            if (at >= 0) {
                remove(at);
            }
            return;
        }
        if (at < 0) {
            at = -at - 1;
            open(at);
            prices[at] = price;
        }
        sizes[at] = size;
        messages[at] = message;
    }

    /** Takes some of a level's size, which is more than that. */
    void reduce(int at, long by) {
        sizes[at] -= by;
    }

    void remove(int at) {
        count--;
        System.arraycopy(prices, at + 1, prices, at, count - at);
        System.arraycopy(sizes, at + 1, sizes, at, count - at);
        System.arraycopy(messages, at + 1, messages, at, count - at);
    }

    private void open(int at) {
        if (count == prices.length) {
            int capacity = count * 2;
            prices = Arrays.copyOf(prices, capacity);
            sizes = Arrays.copyOf(sizes, capacity);
            messages = Arrays.copyOf(messages, capacity);
        }
        System.arraycopy(prices, at, prices, at + 1, count - at);
        System.arraycopy(sizes, at, sizes, at + 1, count - at);
        System.arraycopy(messages, at, messages, at + 1, count - at);
        count++;
    }

    /** Refuses more levels than there can be. */
    void requireRoom(int more) throws MalformedException {
        if (count + more > MOST_LEVELS) {
            throw new MalformedException("a book of more than " + MOST_LEVELS + " levels", 0);
        }
    }

    /** Refuses to go on to decimals in which a level would be too large. */
    void requireFit(int morePriceDecimals, int moreSizeDecimals) throws MalformedException {
        for (int i = 0; i < count; i++) {
            if (prices[i] > Long.MAX_VALUE / Decimals.power(morePriceDecimals)
                    || sizes[i] > Long.MAX_VALUE / Decimals.power(moreSizeDecimals)) {
                throw new MalformedException("a level too large for more decimals", 0);
            }
        }
    }

    void rescale(int morePriceDecimals, int moreSizeDecimals) {
        for (int i = 0; i < count; i++) {
            prices[i] *= Decimals.power(morePriceDecimals);
            sizes[i] *= Decimals.power(moreSizeDecimals);
        }
    }
}
