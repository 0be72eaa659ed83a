package io.faultline.venue;

import io.faultline.market.Ohlc;

/** Reads the prices of a bar, wherever they stand in it, exactly. Used again for each bar. */
public final class OhlcReader {
    private final Amount open = new Amount("open");
    private final Amount high = new Amount("high");
    private final Amount low = new Amount("low");
    private final Amount close = new Amount("close");

    /** Forgets the last bar's. */
    public void clear() {
        open.clear();
        high.clear();
        low.clear();
        close.clear();
    }

    public void readOpen(JsonCursor json) throws MalformedException {
        open.read(json);
    }

    public void readHigh(JsonCursor json) throws MalformedException {
        high.read(json);
    }

    public void readLow(JsonCursor json) throws MalformedException {
        low.read(json);
    }

    public void readClose(JsonCursor json) throws MalformedException {
        close.read(json);
    }

    /** All four, in the least scale that holds them. */
    public Ohlc prices(JsonCursor json) throws MalformedException {
        open.require(json);
        high.require(json);
        low.require(json);
        close.require(json);
        int scale = Math.max(Math.max(open.scale(), high.scale()), Math.max(low.scale(), close.scale()));
        long first = open.scaled(scale);
        long highest = high.scaled(scale);
        long lowest = low.scaled(scale);
        long last = close.scaled(scale);
        if (!Ohlc.ordered(first, highest, lowest, last)) {
            throw json.wrong("a bar whose high or low is not its highest or lowest price");
        }
        return new Ohlc(scale, first, highest, lowest, last);
    }
}
