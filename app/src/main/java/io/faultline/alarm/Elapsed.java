package io.faultline.alarm;

/** Time that has passed, from times that may come a little out of order and from a clock that may be set back. */
final class Elapsed {
    private static final long DISORDER = 5_000;

    private long last = Long.MIN_VALUE;
    private long passed;

    /** @param millis by our clock, since 1970; 0 while nobody knows */
    void at(long millis) {
        if (millis <= 0) {
            return;
        }
        if (last == Long.MIN_VALUE || millis < last - DISORDER) {
            last = millis;
        } else if (millis > last) {
            passed += millis - last;
            last = millis;
        }
    }

    /** Milliseconds since the first time that was told. */
    long millis() {
        return passed;
    }

    /** The newest time, by our clock. */
    long now() {
        return Math.max(last, 0);
    }
}
