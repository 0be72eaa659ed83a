package io.faultline.venue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Fields that must be there, and fields that may be empty. */
public final class Fields {
    private Fields() {}

    /** The value, or an error that names the field, at the end of the object that should hold it. */
    public static <T> T require(@Nullable T value, String field, JsonCursor json) throws MalformedException {
        if (value == null) {
            throw missing(field, json);
        }
        return value;
    }

    /** @param known whether the field was there */
    public static void check(boolean known, String field, JsonCursor json) throws MalformedException {
        if (!known) {
            throw missing(field, json);
        }
    }

    private static MalformedException missing(String field, JsonCursor json) {
        return json.wrong("missing field " + field);
    }

    /** A number, or null for an empty text or a null: never zero. */
    public static @Nullable BigDecimal optionalDecimal(JsonCursor json) throws MalformedException {
        return json.readAbsent() ? null : json.readBigDecimal();
    }

    /** A number that is not negative, or null for an empty text or a null. */
    public static @Nullable BigDecimal optionalAmount(JsonCursor json) throws MalformedException {
        BigDecimal amount = optionalDecimal(json);
        if (amount != null && amount.signum() < 0) {
            throw json.wrong("a negative number");
        }
        return amount;
    }

    /** Null also for zero, which stands for "none" where a price cannot be zero. */
    public static @Nullable BigDecimal optionalPrice(JsonCursor json) throws MalformedException {
        BigDecimal price = optionalAmount(json);
        return price == null || price.signum() == 0 ? null : price;
    }

    /** A text, or null for an empty one or a null. Venues change between {@code "30001"} and {@code 30001}. */
    public static @Nullable String optionalText(JsonCursor json) throws MalformedException {
        if (json.readAbsent()) {
            return null;
        }
        if (!json.atText()) {
            return json.readLiteral();
        }
        json.readText();
        return json.text();
    }
}
