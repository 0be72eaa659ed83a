package io.faultline.venue.binance;

import io.faultline.market.Decimals;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;

/** A price or a size of a message, kept until the scale that it gets is known. Used again for each message. */
final class Amount {
    private final String field;
    private long mantissa;
    private int scale;
    private int offset;
    private boolean known;

    Amount(String field) {
        this.field = field;
    }

    void clear() {
        known = false;
        mantissa = 0;
        scale = 0;
    }

    void read(JsonCursor json) throws MalformedException {
        offset = json.offset();
        json.readAmount();
        mantissa = json.mantissa();
        scale = json.scale();
        known = true;
    }

    void require(JsonCursor json) throws MalformedException {
        Fields.check(known, field, json);
    }

    int scale() {
        return scale;
    }

    boolean isZero() {
        return mantissa == 0;
    }

    /** In that scale, which is none smaller than its own. */
    long scaled(int toScale) throws MalformedException {
        long power = Decimals.power(toScale - scale);
        if (mantissa > Long.MAX_VALUE / power) {
            throw new MalformedException("field " + field + " is too large for " + toScale + " decimals", offset);
        }
        return mantissa * power;
    }
}
