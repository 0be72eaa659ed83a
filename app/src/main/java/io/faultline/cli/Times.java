package io.faultline.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as commands print them. */
final class Times {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Pattern NUMBER = Pattern.compile("\\d{9,13}");

    /** Days, or days with a time to the minute or finer, in UTC unless they say otherwise. */
    private static final DateTimeFormatter GIVEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final long LEAST_MILLIS = 100_000_000_000L;

    private Times() {}

    /** ISO 8601, UTC, with milliseconds. */
    static String iso(long nanos) {
        return ISO.format(Instant.ofEpochSecond(0, nanos));
    }

    /** The same of milliseconds since 1970. */
    static String isoMillis(long millis) {
        return ISO.format(Instant.ofEpochMilli(millis));
    }

    /**
     * Milliseconds since 1970 of a time as files give it: ISO 8601 with {@code T} or a blank, UTC unless it says
     * otherwise, or whole seconds or milliseconds since 1970. Null if it is none.
     */
    static @Nullable Long millis(String text) {
        if (NUMBER.matcher(text).matches()) {
            long value = Long.parseLong(text);
            return value < LEAST_MILLIS ? value * 1000 : value;
        }
        try {
            return Instant.from(GIVEN.parse(text.replace(' ', 'T'))).toEpochMilli();
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
