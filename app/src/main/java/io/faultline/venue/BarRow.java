package io.faultline.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A bar that is sent as an array which begins {@code [start, open, high, low, close, …]}. What follows is numbers, of
 * which those at certain places count. Used again for each bar.
 */
public final class BarRow {
    private static final int MOST_VALUES = 16;
    private static final int PRICES = 5;

    private final OhlcReader prices = new OhlcReader();
    private final @Nullable BigDecimal[] values = new BigDecimal[MOST_VALUES];
    private long startMillis;

    /** Reads one array. */
    public void read(JsonCursor json) throws MalformedException {
        prices.clear();
        java.util.Arrays.fill(values, null);
        json.beginArray();
        int i = 0;
        for (; json.nextElement(); i++) {
            switch (i) {
                case 0 -> startMillis = json.readId();
                case 1 -> prices.readOpen(json);
                case 2 -> prices.readHigh(json);
                case 3 -> prices.readLow(json);
                case 4 -> prices.readClose(json);
                default -> {
                    if (i < MOST_VALUES) {
                        values[i] = Fields.optionalDecimal(json);
                    } else {
                        json.skip();
                    }
                }
            }
        }
        if (i < PRICES) {
            throw json.wrong("a bar of " + i + " values");
        }
    }

    public long startMillis() {
        return startMillis;
    }

    public OhlcReader prices() {
        return prices;
    }

    /** The number at that place, from 0, which must be there and not be negative. */
    public double amount(int place, JsonCursor json) throws MalformedException {
        BigDecimal value = values[place];
        if (value == null || value.signum() < 0) {
            throw json.wrong("a bar without value " + place);
        }
        return value.doubleValue();
    }

    /** Whether the number at that place is there and is 0. */
    public boolean isZero(int place) {
        BigDecimal value = values[place];
        return value != null && value.signum() == 0;
    }
}
