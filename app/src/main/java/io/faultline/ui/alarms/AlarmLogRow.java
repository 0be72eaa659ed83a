package io.faultline.ui.alarms;

import io.faultline.alarm.Aftermath;
import io.faultline.alarm.AlarmsView;
import io.faultline.alarm.Firing;
import io.faultline.alarm.LogEntry;
import io.faultline.ui.alarms.chart.AlarmWords;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the alarm log.
 *
 * @param stage number of a cluster's stage, or what kind it is
 * @param style of its colour
 * @param next what happened in the hour after it
 */
record AlarmLogRow(
        Firing firing,
        long number,
        String time,
        String stage,
        String style,
        String name,
        String price,
        String atRisk,
        String next,
        boolean acknowledged) {
    private static final long NEARLY_AN_HOUR = 3_300_000;

    /** All lines of all symbols, newest first. */
    static List<AlarmLogRow> of(List<AlarmsView> views, long nowMillis) {
        List<AlarmLogRow> rows = new ArrayList<>();
        for (AlarmsView view : views) {
            Map<Long, LogEntry> later = new HashMap<>();
            for (LogEntry entry : view.log()) {
                LogEntry next = later.put(entry.firing().alarm().id(), entry);
                rows.add(of(view, entry, next(entry, next), nowMillis));
            }
        }
        if (views.size() > 1) {
            rows.sort(Comparator.comparingLong((AlarmLogRow row) -> row.firing().exchangeMillis())
                    .reversed());
        }
        return rows;
    }

    private static AlarmLogRow of(AlarmsView view, LogEntry entry, String next, long nowMillis) {
        Firing firing = entry.firing();
        int gravity = firing.signal().gravity();
        String stage = switch (firing.signal()) {
            case PERIMETER, ENTRY, CASCADE -> Integer.toString(gravity);
            default -> "";
        };
        String fresh = AlarmWords.freshness(firing.freshness());
        return new AlarmLogRow(
                firing,
                entry.number(),
                Moments.brief(firing.exchangeMillis() * 1_000_000, nowMillis * 1_000_000),
                stage,
                gravity == 0 ? "low" : "stage-" + gravity,
                AlarmWords.base(view.symbol()) + " " + AlarmWords.what(firing) + (fresh.isEmpty() ? "" : ", " + fresh),
                Numbers.price(firing.price(), AlarmWords.decimals(firing.price())),
                firing.usd() > 0 ? Numbers.usd(firing.usd()) : "–",
                next,
                entry.acknowledged());
    }

    /** What the same alarm said next, and where price went within the hour. */
    private static String next(LogEntry entry, @Nullable LogEntry later) {
        String price = after(entry.after());
        if (later == null) {
            return price;
        }
        long millis = later.firing().exchangeMillis() - entry.firing().exchangeMillis();
        String stage =
                AlarmWords.word(later.firing().signal()) + " after " + Numbers.age(Math.max(0, millis) * 1_000_000);
        return price.isEmpty() ? stage : stage + ", " + price;
    }

    private static String after(Aftermath after) {
        Firing firing = after.firing();
        long seen = after.lastMillis() - firing.exchangeMillis();
        if (seen <= 0) {
            return after.whole() ? "no mark came since" : "";
        }
        boolean fell = -after.fall() >= after.rise();
        double extreme = fell ? after.lowest() : after.highest();
        String went = (fell ? "fell to " : "rose to ")
                + Numbers.price(extreme, extreme >= 1000 ? 0 : AlarmWords.decimals(extreme));
        String over = after.whole() && seen >= NEARLY_AN_HOUR ? "1 h" : Numbers.age(seen * 1_000_000);
        return went + ", " + Numbers.change(after.change(), 1) + " in " + over + (after.whole() ? "" : " so far");
    }

    /** As a line of text, with the time in full. */
    String text(String separator) {
        return String.join(
                separator,
                Instant.ofEpochMilli(firing.exchangeMillis()).toString(),
                firing.alarm().symbol(),
                stage.isEmpty() ? AlarmWords.word(firing.signal()) : stage,
                quoted(name, separator),
                quoted(price, separator),
                atRisk,
                quoted(next, separator),
                acknowledged ? "acknowledged" : "");
    }

    private static String quoted(String words, String separator) {
        boolean plain = !words.contains(separator) && !words.contains("\"") && !words.contains("\n");
        return plain ? words : "\"" + words.replace("\"", "\"\"") + "\"";
    }
}
