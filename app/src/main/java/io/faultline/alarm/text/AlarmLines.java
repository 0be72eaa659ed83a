package io.faultline.alarm.text;

import io.faultline.alarm.Aftermath;
import io.faultline.alarm.Firing;
import io.faultline.alarm.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alarm log as lines of JSON that a user's script can follow: one when an alarm fires, one an hour later with what
 * happened next. No line ends with a line feed; whoever writes it adds one.
 */
public final class AlarmLines {
    private static final int FORM = 1;
    private static final String FIRED = "fired";

    private AlarmLines() {}

    /** @param market {@code LIVE}, {@code PRACTICE} or {@code REPLAY} */
    public static String fired(LogEntry entry, String market) {
        Firing firing = entry.firing();
        return new Json()
                .whole("v", FORM)
                .text("type", FIRED)
                .text("id", id(entry))
                .whole("number", entry.number())
                .text("market", market)
                .text("time", Instant.ofEpochMilli(firing.exchangeMillis()).toString())
                .whole("receivedMillis", firing.receivedMillis())
                .text("symbol", firing.alarm().symbol())
                .whole("alarm", firing.alarm().id())
                .text("name", firing.alarm().name())
                .constant("signal", firing.signal())
                .constant("cause", firing.cause())
                .constant("freshness", firing.freshness())
                .number("price", firing.price())
                .text("cluster", firing.cluster())
                .number("usd", firing.usd())
                .whole("spanMillis", firing.spanMillis())
                .text("note", entry.note())
                .toString();
    }

    /** What happened in the hour since, or as much of it as was seen. */
    public static String followed(LogEntry entry, String market) {
        Aftermath after = entry.after();
        return new Json()
                .whole("v", FORM)
                .text("type", "next")
                .text("id", id(entry))
                .text("market", market)
                .text("symbol", entry.firing().alarm().symbol())
                .number("price", entry.firing().price())
                .number("highest", after.highest())
                .number("lowest", after.lowest())
                .number("last", after.last())
                .text("seenTo", Instant.ofEpochMilli(after.lastMillis()).toString())
                .toString();
    }

    /**
     * The lines that a file lacks because the program was killed between keeping a firing and writing its line. A file
     * without any is a new one, and lacks nothing.
     *
     * @param tail the file's last lines, oldest first
     * @param whole whether these are all that was ever written
     * @param log of one symbol, as it was kept
     */
    public static List<LogEntry> missing(List<String> tail, boolean whole, List<LogEntry> log) {
        Map<String, Long> last = new HashMap<>();
        for (String line : tail) {
            written(line).ifPresent(known -> last.merge(known.symbol(), known.number(), Math::max));
        }
        List<LogEntry> missing = new ArrayList<>();
        for (LogEntry entry : log) {
            Long written = last.get(entry.firing().alarm().symbol());
            boolean unwritten = whole && !last.isEmpty();
            if (written == null ? unwritten : entry.number() > written) {
                missing.add(entry);
            }
        }
        return missing;
    }

    private record Written(String symbol, long number) {}

    /** Empty for a line that was cut off, is somebody else's, or tells what happened next. */
    private static Optional<Written> written(String line) {
        try {
            Fields fields = Fields.parse("line", line);
            return fields.text("type").equals(FIRED)
                    ? Optional.of(new Written(fields.text("symbol"), fields.whole("number")))
                    : Optional.empty();
        } catch (BadTextException cutOff) {
            return Optional.empty();
        }
    }

    private static String id(LogEntry entry) {
        return AlarmRows.logId(entry.firing().alarm().symbol(), entry.number());
    }
}
