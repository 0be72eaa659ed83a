package io.faultline.alarm;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers for new alarms, never the same twice, for all symbols of a program. Thread-safe. */
public final class AlarmIds {
    private final AtomicLong last;

    /** @param highest that any alarm ever had */
    public AlarmIds(long highest) {
        last = new AtomicLong(highest);
    }

    /** From now on numbers are higher than that too. */
    public void above(long highest) {
        last.accumulateAndGet(highest, Math::max);
    }

    public long next() {
        return last.incrementAndGet();
    }
}
