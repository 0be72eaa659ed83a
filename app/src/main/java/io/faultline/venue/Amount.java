package io.faultline.venue;

import io.faultline.market.Decimals;

/** A price or a size of a message, kept until the scale that it gets is known. Used again for each message. */
public final class Amount {
    private final String field;
    private long mantissa;
    private int scale;
    private int offset;
    private boolean known;

    /** @param field its name in the message, for complaints */
    public Amount(String field) {
        this.field = field;
    }

    /** Forgets the last message's. */
    public void clear() {
        known = false;
        mantissa = 0;
        scale = 0;
    }

    /** Reads the value at the cursor. */
    public void read(JsonCursor json) throws MalformedException {
        offset = json.offset();
        json.readAmount();
        mantissa = json.mantissa();
        scale = json.scale();
        known = true;
    }

    /** Complains if none was read. */
    public void require(JsonCursor json) throws MalformedException {
        Fields.check(known, field, json);
    }

    /** Decimals that it needs. */
    public int scale() {
        return scale;
    }

    public boolean isZero() {
        return mantissa == 0;
    }

    /** In that scale, which is none smaller than its own. */
    public long scaled(int toScale) throws MalformedException {
        long power = Decimals.power(toScale - scale);
        if (mantissa > Long.MAX_VALUE / power) {
            throw new MalformedException("field " + field + " is too large for " + toScale + " decimals", offset);
        }
        return mantissa * power;
    }
}
