package io.faultline.venue;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Decimals;
import java.util.Arrays;

/**
 * The levels of one side of a book message, {@code [["price","size"],…]}: kept until the rest of the message, which may
 * come later, has told the scale that they need. Used again for each message.
 */
public final class Levels {
    private long[] prices = new long[64];
    private long[] sizes = new long[64];
    private byte[] priceDecimals = new byte[64];
    private byte[] sizeDecimals = new byte[64];
    private int count;
    private int priceScale;
    private int sizeScale;
    private int offset;

    /** Reads the array; a second one in the same message stands for the first. */
    public void read(JsonCursor json) throws MalformedException {
        clear();
        append(json);
    }

    /** Forgets the last message's. */
    public void clear() {
        count = 0;
        priceScale = 0;
        sizeScale = 0;
    }

    /** Reads an array whose levels follow on those that are there. */
    public void append(JsonCursor json) throws MalformedException {
        offset = json.offset();
        json.beginArray();
        while (json.nextElement()) {
            if (count == prices.length) {
                grow();
            }
            if (json.atObject()) {
                readNamed(json);
            } else {
                readPair(json);
            }
            count++;
        }
    }

    private void readPair(JsonCursor json) throws MalformedException {
        json.beginArray();
        if (!json.nextElement()) {
            throw json.wrong("a level without price");
        }
        readPrice(json);
        if (!json.nextElement()) {
            throw json.wrong("a level without size");
        }
        readSize(json);
        while (json.nextElement()) {
            json.skip();
        }
    }

    /** A level as {@code {"price":…,"size":…}}. */
    private void readNamed(JsonCursor json) throws MalformedException {
        boolean hasPrice = false;
        boolean hasSize = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("price")) {
                readPrice(json);
                hasPrice = true;
            } else if (json.nameIs("size")) {
                readSize(json);
                hasSize = true;
            } else {
                json.skip();
            }
        }
        if (!hasPrice || !hasSize) {
            throw json.wrong(hasPrice ? "a level without size" : "a level without price");
        }
    }

    private void readPrice(JsonCursor json) throws MalformedException {
        json.readAmount();
        if (json.mantissa() == 0) {
            throw json.wrong("a price of zero");
        }
        prices[count] = json.mantissa();
        priceDecimals[count] = (byte) json.scale();
        priceScale = Math.max(priceScale, json.scale());
    }

    private void readSize(JsonCursor json) throws MalformedException {
        json.readAmount();
        sizes[count] = json.mantissa();
        sizeDecimals[count] = (byte) json.scale();
        sizeScale = Math.max(sizeScale, json.scale());
    }

    private void grow() {
        int capacity = prices.length * 2;
        prices = Arrays.copyOf(prices, capacity);
        sizes = Arrays.copyOf(sizes, capacity);
        priceDecimals = Arrays.copyOf(priceDecimals, capacity);
        sizeDecimals = Arrays.copyOf(sizeDecimals, capacity);
    }

    public int count() {
        return count;
    }

    /** In the scale that {@link #rescale} was given last. */
    public long price(int level) {
        return prices[level];
    }

    /** In the scale that {@link #rescale} was given last. */
    public long size(int level) {
        return sizes[level];
    }

    /** Decimals of the most precise price. */
    public int priceScale() {
        return priceScale;
    }

    /** Decimals of the most precise size. */
    public int sizeScale() {
        return sizeScale;
    }

    /** Brings all levels to these scales, which are none smaller than what they need. */
    public void rescale(int toPriceScale, int toSizeScale) throws MalformedException {
        for (int i = 0; i < count; i++) {
            prices[i] = rescale(prices[i], priceDecimals[i], toPriceScale, "price");
            sizes[i] = rescale(sizes[i], sizeDecimals[i], toSizeScale, "size");
        }
    }

    private long rescale(long mantissa, int from, int to, String what) throws MalformedException {
        if (mantissa > Long.MAX_VALUE / Decimals.power(to - from)) {
            throw new MalformedException("a " + what + " too large for " + to + " decimals", offset);
        }
        return mantissa * Decimals.power(to - from);
    }

    /** Appends all levels, as bids. */
    public void addBidsTo(BookDelta delta) {
        for (int i = 0; i < count; i++) {
            delta.addBid(prices[i], sizes[i]);
        }
    }

    /** Appends all levels, as asks. */
    public void addAsksTo(BookDelta delta) {
        for (int i = 0; i < count; i++) {
            delta.addAsk(prices[i], sizes[i]);
        }
    }

    /** A copy; in a whole book a level of size 0 is none. */
    public BookSnapshot.Levels copy() {
        long[] copiedPrices = new long[count];
        long[] copiedSizes = new long[count];
        int copied = 0;
        for (int i = 0; i < count; i++) {
            if (sizes[i] > 0) {
                copiedPrices[copied] = prices[i];
                copiedSizes[copied++] = sizes[i];
            }
        }
        return new BookSnapshot.Levels(Arrays.copyOf(copiedPrices, copied), Arrays.copyOf(copiedSizes, copied));
    }
}
