package io.faultline.venue.dydx;

import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.time.DateTimeException;
import java.time.Instant;

/** Times as the venue writes them: {@code 2025-08-04T00:42:07.119Z}. */
final class Times {
    private Times() {}

    /** Milliseconds since 1970; 0 where there is none. */
    static long readMillis(JsonCursor json) throws MalformedException {
        String text = Fields.optionalText(json);
        if (text == null) {
            return 0;
        }
        try {
            return Math.max(0, Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException notATime) {
            throw json.wrong("not a time");
        }
    }
}
