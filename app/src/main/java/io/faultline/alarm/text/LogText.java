package io.faultline.alarm.text;

import io.faultline.alarm.Aftermath;
import io.faultline.alarm.Firing;
import io.faultline.alarm.Freshness;
import io.faultline.alarm.LogEntry;
import io.faultline.alarm.Signal;
import io.faultline.alarm.StageEvent;

/** A line of the alarm log as a JSON object, to be read back. */
public final class LogText {
    private static final int FORM = 1;

    private LogText() {}

    public static String write(LogEntry entry) {
        Firing firing = entry.firing();
        Aftermath after = entry.after();
        return new Json()
                .whole("v", FORM)
                .whole("number", entry.number())
                .whole("alarm", firing.alarm().id())
                .text("symbol", firing.alarm().symbol())
                .text("name", firing.alarm().name())
                .flag("on", firing.alarm().on())
                .whole("snoozedUntil", firing.alarm().snoozedUntilMillis())
                .constant("signal", firing.signal())
                .constant("cause", firing.cause())
                .whole("at", firing.exchangeMillis())
                .whole("received", firing.receivedMillis())
                .number("price", firing.price())
                .text("cluster", firing.cluster())
                .number("usd", firing.usd())
                .whole("spanMillis", firing.spanMillis())
                .constant("freshness", firing.freshness())
                .text("note", entry.note())
                .flag("acknowledged", entry.acknowledged())
                .object(
                        "next",
                        new Json()
                                .number("highest", after.highest())
                                .number("lowest", after.lowest())
                                .number("last", after.last())
                                .whole("at", after.lastMillis())
                                .flag("whole", after.whole()))
                .toString();
    }

    /** @param where begins every complaint, such as {@code line 7 of the alarm log} */
    public static LogEntry read(String where, String text) throws BadTextException {
        Fields fields = Fields.parse(where, text).form(FORM);
        Firing firing = new Firing(
                AlarmText.head(fields, fields.whole("alarm")),
                fields.constant("signal", Signal.class),
                fields.constant("cause", StageEvent.Cause.class),
                fields.whole("at"),
                fields.whole("received"),
                fields.number("price"),
                fields.text("cluster"),
                fields.number("usd"),
                fields.whole("spanMillis"),
                fields.constant("freshness", Freshness.class));
        Fields next = fields.object("next");
        Aftermath after = new Aftermath(
                firing,
                next.number("highest"),
                next.number("lowest"),
                next.number("last"),
                next.whole("at"),
                next.flag("whole"));
        return new LogEntry(fields.whole("number"), after, fields.text("note"), fields.flag("acknowledged"));
    }
}
