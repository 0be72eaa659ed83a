package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A pause that the venue imposed on all of us: while it lasts nothing is asked of it and no socket is opened.
 * Thread-safe; what waits for its end runs on its own feed's loop.
 */
final class Hold {
    private record Waiting(Loop loop, Runnable task) {}

    private final LongSupplier clock;
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private State state = State.UP;
    private String words = "";
    private long untilNanos = Long.MIN_VALUE;

    /** @param clock nanoseconds that never go back */
    Hold(LongSupplier clock) {
        this.clock = clock;
    }

    /** Begins a pause, or lengthens the one that lasts; a shorter one changes nothing. */
    synchronized void begin(State reason, String venuesWords, long pauseNanos) {
        if (pauseNanos > leftNanos()) {
            state = reason;
            words = venuesWords;
            untilNanos = clock.getAsLong() + pauseNanos;
        }
    }

    synchronized boolean lasts() {
        return leftNanos() > 0;
    }

    synchronized State state() {
        return state;
    }

    synchronized String words() {
        return words;
    }

    /** How long it still lasts, 0 when it is over. */
    synchronized long leftNanos() {
        return untilNanos == Long.MIN_VALUE ? 0 : Math.max(0, untilNanos - clock.getAsLong());
    }

    /** Runs the task on the loop when the pause is over; at once, on the caller's thread, if none lasts. */
    void whenOver(Loop loop, Runnable task) {
        if (lasts()) {
            Waiting late = new Waiting(loop, task);
            synchronized (this) {
                waiting.add(late);
            }
            wake(late);
        } else {
            task.run();
        }
    }

    private void wake(Waiting late) {
        long left = leftNanos();
        if (left > 0) {
            late.loop.after(left, () -> wake(late));
        } else if (isFirstToWake(late)) {
            late.loop.now(late.task);
        }
    }

    private synchronized boolean isFirstToWake(Waiting late) {
        return waiting.remove(late);
    }

    /** Ends the pause. */
    void release() {
        List<Waiting> all;
        synchronized (this) {
            untilNanos = Long.MIN_VALUE;
            all = List.copyOf(waiting);
        }
        all.forEach(this::wake);
    }

    /** Forgets what a loop that is closed has waiting. */
    synchronized void forget(Loop loop) {
        waiting.removeIf(late -> late.loop == loop);
    }
}
