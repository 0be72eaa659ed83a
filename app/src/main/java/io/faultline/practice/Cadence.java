package io.faultline.practice;

import java.util.HashMap;
import java.util.Map;

/** Remembers when things were last done that are done every so often. Guarded by the venue's lock. */
final class Cadence {
    private final Map<String, Long> done = new HashMap<>();

    /** Whether it is time again, which then counts as done; a clock that was set back makes it time too. */
    boolean due(String what, long everyMillis, long millis) {
        Long last = done.get(what);
        if (last != null && millis - last < everyMillis && millis >= last) {
            return false;
        }
        done.put(what, millis);
        return true;
    }
}
