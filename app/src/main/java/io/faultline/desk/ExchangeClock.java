package io.faultline.desk;

/**
 * What time it is at a venue, from the times in its own trades and marks: our clock may be seconds off, and the model
 * counts in exchange time (model 9). Times that fit no clock are replaced by now. Milliseconds since 1970.
 */
final class ExchangeClock {
    /** Messages are under way for less than this. */
    private static final long JITTER = 2_000;

    /** Of times that are ahead, so many in a row show that the clock is; of late ones, which are common, many more. */
    private static final int AHEAD = 3;

    private static final int BEHIND = 100;

    /** No computer's clock is off by more; such a time is an error. */
    private static final long MOST_OFF = 24 * 3_600_000L;

    /** What comes later than that is counted as if it had just come in time. */
    private static final long LATEST = 60_000;

    private boolean known;
    private long offset;
    private int ahead;
    private int behind;

    boolean isKnown() {
        return known;
    }

    /** Venue's time minus ours; 0 as long as nothing is known. */
    long offset() {
        return offset;
    }

    /** Takes in a trade's or a mark's time; 0 where it gave none. */
    void see(long receivedMillis, long exchangeMillis) {
        long seen = exchangeMillis - receivedMillis;
        if (exchangeMillis <= 0 || Math.abs(seen) > MOST_OFF) {
            return;
        }
        ahead = known && seen > offset + JITTER ? ahead + 1 : 0;
        behind = known && seen < offset - JITTER ? behind + 1 : 0;
        if (!known || ahead >= AHEAD || behind >= BEHIND) {
            known = true;
            offset = seen;
            ahead = 0;
            behind = 0;
        } else if (ahead == 0 && behind == 0) {
            offset += (seen - offset) / 8;
        }
    }

    long now(long receivedMillis) {
        return receivedMillis + offset;
    }

    /** When an event happened: by its own time, unless that has not come yet. */
    long at(long receivedMillis, long exchangeMillis) {
        long now = now(receivedMillis);
        return exchangeMillis > 0 && exchangeMillis <= now + JITTER ? Math.max(exchangeMillis, now - LATEST) : now;
    }
}
