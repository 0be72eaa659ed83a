package io.faultline.alarm;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers for new alarms, never the same twice, for all symbols of a program. Thread-safe. */
public final class AlarmIds {
    private final AtomicLong last;

    /** @param highest that any alarm ever had */
    public AlarmIds(long highest) {
        last = new AtomicLong(highest);
    }

    public long next() {
        return last.incrementAndGet();
    }
}
