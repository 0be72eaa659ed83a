package io.faultline.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What has fired, in order, and what happened next. A line is shown only once it may be. */
final class AlarmLog {
    private final int most;
    private final List<LogEntry> entries;
    private long nextNumber;
    private long shown;

    AlarmLog(int most, List<LogEntry> entries, long nextNumber) {
        this.most = most;
        this.entries = new ArrayList<>(entries);
        this.nextNumber = nextNumber;
        this.shown = nextNumber - 1;
    }

    void add(Firing firing, String note) {
        entries.add(LogEntry.of(nextNumber++, firing, note));
        if (entries.size() > most) {
            entries.remove(0);
        }
    }

    long nextNumber() {
        return nextNumber;
    }

    /** All lines, oldest first, those too that are not shown yet. */
    List<LogEntry> all() {
        return entries;
    }

    /** Shows lines up to that number; those that were not shown before. */
    List<LogEntry> show(long upTo) {
        List<LogEntry> fresh = entries.stream()
                .filter(entry -> entry.number() > shown && entry.number() <= upTo)
                .toList();
        shown = Math.max(shown, upTo);
        return fresh;
    }

    /** Whether a line waits to be shown. */
    boolean waits() {
        return shown < nextNumber - 1;
    }

    /** What is shown, newest first. */
    List<LogEntry> shown() {
        List<LogEntry> newestFirst = new ArrayList<>(entries.size());
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).number() <= shown) {
                newestFirst.add(entries.get(i));
            }
        }
        return newestFirst;
    }

    /** Goes on with what happens after each firing; those lines that are shown and of which all is known now. */
    List<LogEntry> follow(long exchangeMillis, double price) {
        List<LogEntry> whole = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            if (entry.after().whole()) {
                continue;
            }
            LogEntry later = entry.with(entry.after().with(exchangeMillis, price));
            entries.set(i, later);
            if (later.after().whole() && entry.number() <= shown) {
                whole.add(later);
            }
        }
        return whole;
    }

    /** Marks lines as seen; those that were not. */
    List<LogEntry> acknowledge(Set<Long> numbers) {
        List<LogEntry> seen = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            if (!entry.acknowledged() && numbers.contains(entry.number())) {
                entries.set(i, entry.seen());
                seen.add(entry);
            }
        }
        return seen;
    }

    /** Marks all lines of an alarm as seen. */
    void acknowledgeAllOf(long alarmId) {
        entries.replaceAll(entry -> entry.firing().alarm().id() == alarmId ? entry.seen() : entry);
    }

    /** Whether an alarm has been armed anew since it said this, so that the stage is another time's. */
    boolean isPast(LogEntry entry) {
        return entries.stream()
                .anyMatch(later -> later.number() > entry.number()
                        && later.firing().alarm().id() == entry.firing().alarm().id()
                        && (later.firing().signal() == Signal.REARMED
                                || later.firing().signal() == Signal.WITHDRAWN));
    }
}
