package io.faultline.feed;

import io.faultline.market.FeedStatus.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A pause that the venue imposed on all of us: while it lasts nothing is asked of it and no socket is opened. On the
 * loop's thread only.
 */
final class Hold {
    private final Loop loop;
    private final LongSupplier clock;
    private final List<Runnable> waiting = new ArrayList<>();
    private State state = State.UP;
    private String words = "";
    private long untilNanos;
    private Loop.@Nullable Timer end;

    Hold(Loop loop, LongSupplier clock) {
        this.loop = loop;
        this.clock = clock;
    }

    /** Begins a pause, or lengthens the one that lasts; a shorter one changes nothing. */
    void begin(State reason, String venuesWords, long pauseNanos) {
        long until = clock.getAsLong() + pauseNanos;
        if (until <= untilNanos) {
            return;
        }
        state = reason;
        words = venuesWords;
        untilNanos = until;
        if (end != null) {
            end.cancel();
        }
        end = loop.after(pauseNanos, this::release);
    }

    boolean lasts() {
        return untilNanos > clock.getAsLong();
    }

    State state() {
        return state;
    }

    String words() {
        return words;
    }

    long untilNanos() {
        return untilNanos;
    }

    /** Runs the task now, or when the pause is over. */
    void whenOver(Runnable task) {
        if (lasts()) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    /** Ends the pause. */
    void release() {
        untilNanos = 0;
        if (end != null) {
            end.cancel();
            end = null;
        }
        List<Runnable> tasks = List.copyOf(waiting);
        waiting.clear();
        tasks.forEach(Runnable::run);
    }
}
