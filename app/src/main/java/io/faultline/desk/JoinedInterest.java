package io.faultline.desk;

import io.faultline.desk.History.OpenInterestSample;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Open interest of one venue in order of time: what the history knows, mended by what the desk has seen. The desk's log
 * is only read; what it has grown by since the last time is added to the joined one. Thread-safe.
 */
final class JoinedInterest {
    /** The past need not be finer than venues tell it. */
    private static final long PAST_SPACING = TimeUnit.MINUTES.toNanos(5);

    private static final long LIVE_SPACING = TimeUnit.MINUTES.toNanos(1);

    private final List<OpenInterestSample> past;
    private @Nullable TimeLog<OpenInterestSample> live;
    private long taken;
    private TimeLog<OpenInterestSample> joined = new TimeLog<>(1, 0);

    /** @param past in order of time */
    JoinedInterest(List<OpenInterestSample> past) {
        this.past = List.copyOf(past);
    }

    /** Both; the same log as long as it only grew. */
    @SuppressWarnings("ReferenceEquality") // a sample that came late makes another log
    synchronized TimeLog<OpenInterestSample> with(TimeLog<OpenInterestSample> seen) {
        if (seen != live) {
            live = seen;
            taken = seen.begin();
            joined = new TimeLog<>(past.size() + seen.capacity(), 0);
            merge(seen);
        }
        for (; taken < seen.end(); taken++) {
            add(seen.get(taken), LIVE_SPACING);
        }
        return joined;
    }

    /** What the history knows, and between it what the desk has seen meanwhile. */
    private void merge(TimeLog<OpenInterestSample> seen) {
        long end = seen.end();
        for (OpenInterestSample sample : past) {
            for (; taken < end; taken++) {
                OpenInterestSample own = seen.get(taken);
                if (own != null && own.timeNanos() > sample.timeNanos()) {
                    break;
                }
                add(own, LIVE_SPACING);
            }
            add(sample, PAST_SPACING);
        }
    }

    private void add(@Nullable OpenInterestSample sample, long spacing) {
        OpenInterestSample newest = joined.newest();
        if (sample != null && (newest == null || sample.timeNanos() >= newest.timeNanos() + spacing)) {
            joined.append(sample);
        }
    }
}
