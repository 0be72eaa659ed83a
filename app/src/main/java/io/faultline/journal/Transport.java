package io.faultline.journal;

import io.faultline.market.Frame;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a replay does next, from what it was told and from the receive times of its frames. Any thread steers,
 * one asks {@link #await} and does what it answers.
 */
final class Transport {
    /** When the target falls behind by more than this, the pace is taken up from where it is: no burst follows. */
    private static final long MAX_LAG_NANOS = TimeUnit.SECONDS.toNanos(1);

    enum Action {
        /** Give the target the next frame. */
        DELIVER,
        /** The same, and say that the place is reached, unless it is the end: that is said next. */
        STEP,
        /** Begin again with the first frame. */
        RESTART,
        /** Say that the place is reached. */
        ARRIVE,
        CLOSE
    }

    private final LongSupplier wallClock;
    private final long firstNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ReplayClock clock = new ReplayClock();
    private boolean paused = true;
    private boolean seeking;
    private long seekNanos;
    private int steps;
    private boolean ended;
    private boolean failed;
    private boolean closed;
    private boolean anyDelivered;
    /** Latest receive time delivered; the journal's first before that. */
    private long deliveredNanos;

    private boolean hasNext;
    /** Market time at which the next frame is due. */
    private long nextNanos;

    Transport(long firstNanos, LongSupplier wallClock) {
        this.firstNanos = firstNanos;
        this.wallClock = wallClock;
        this.deliveredNanos = firstNanos;
        clock.set(firstNanos, wallClock.getAsLong());
    }

    /** Waits until there is something to do. */
    Action await() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                Action due = due();
                if (due != null) {
                    return due;
                }
                if (runs()) {
                    changed.awaitNanos(clock.until(nextNanos, wallClock.getAsLong()));
                } else {
                    changed.await();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Action due() {
        if (closed) {
            return Action.CLOSE;
        }
        if (seeking) {
            return dueOnTheWay();
        }
        if (!hasNext) {
            steps = 0;
            return ended ? null : arriveAt(deliveredNanos);
        }
        if (steps > 0) {
            steps--;
            clock.set(nextNanos, wallClock.getAsLong());
            return Action.STEP;
        }
        return paused ? null : dueByTheClock();
    }

    private Action dueOnTheWay() {
        if (anyDelivered && seekNanos < deliveredNanos) {
            anyDelivered = false;
            deliveredNanos = firstNanos;
            hasNext = false;
            ended = false;
            return Action.RESTART;
        }
        if (hasNext && nextNanos <= seekNanos) {
            return Action.DELIVER;
        }
        return arriveAt(hasNext ? seekNanos : deliveredNanos);
    }

    private @Nullable Action dueByTheClock() {
        long wall = wallClock.getAsLong();
        long wait = clock.until(nextNanos, wall);
        if (wait > 0) {
            return null;
        }
        if (wait < -MAX_LAG_NANOS) {
            clock.set(nextNanos, wall);
        }
        return Action.DELIVER;
    }

    private Action arriveAt(long nanos) {
        seeking = false;
        ended = !hasNext;
        long wall = wallClock.getAsLong();
        clock.set(nanos, wall);
        clock.run(runs(), wall);
        return Action.ARRIVE;
    }

    private boolean runs() {
        return !paused && !seeking && hasNext;
    }

    /** A pass through the journal begins with this frame. */
    void begin(@Nullable Frame first) {
        lock.lock();
        try {
            follow(first);
        } finally {
            lock.unlock();
        }
    }

    /** The target has had the frame that was next; this one follows it. */
    void delivered(@Nullable Frame next) {
        lock.lock();
        try {
            anyDelivered = true;
            deliveredNanos = nextNanos;
            follow(next);
        } finally {
            lock.unlock();
        }
    }

    /** Due at once is a frame older than those delivered, one without a time, and the first after such ones. */
    private void follow(@Nullable Frame frame) {
        hasNext = frame != null;
        nextNanos = frame == null ? deliveredNanos : Math.max(frame.receivedNanos(), deliveredNanos);
        if (deliveredNanos == 0) {
            clock.set(nextNanos, wallClock.getAsLong());
        }
        if (clock.running() != runs()) {
            clock.run(runs(), wallClock.getAsLong());
        }
    }

    long nowNanos() {
        lock.lock();
        try {
            return now(wallClock.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    private long now(long wall) {
        if (seeking || !hasNext) {
            return deliveredNanos;
        }
        return Math.max(deliveredNanos, Math.min(nextNanos, clock.at(wall)));
    }

    void pause(boolean pause) {
        change(wall -> paused = pause);
    }

    void step() {
        change(wall -> {
            paused = true;
            steps++;
        });
    }

    void speed(double times) {
        change(wall -> clock.speed(times, wall));
    }

    /** Steps asked for before a seek are overtaken by it. */
    void seek(long nanos) {
        change(wall -> {
            seeking = !failed;
            seekNanos = Math.max(nanos, firstNanos);
            steps = 0;
        });
    }

    /** Where a seek goes. */
    long seekNanos() {
        lock.lock();
        try {
            return seekNanos;
        } finally {
            lock.unlock();
        }
    }

    /** A seek that is on its way arrives where it is; back in time it has begun again with the first frame. */
    void stopSeeking() {
        change(wall -> seekNanos = Math.min(seekNanos, deliveredNanos));
    }

    void fail() {
        change(wall -> {
            failed = true;
            ended = true;
            seeking = false;
            hasNext = false;
        });
    }

    void close() {
        change(wall -> closed = true);
    }

    private void change(LongConsumer command) {
        lock.lock();
        try {
            long wall = wallClock.getAsLong();
            clock.set(now(wall), wall);
            command.accept(wall);
            clock.run(runs(), wall);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean paused() {
        return ask(() -> paused);
    }

    boolean seeking() {
        return ask(() -> seeking);
    }

    boolean ended() {
        return ask(() -> ended);
    }

    boolean closed() {
        return ask(() -> closed);
    }

    double speed() {
        lock.lock();
        try {
            return clock.speed();
        } finally {
            lock.unlock();
        }
    }

    private boolean ask(BooleanSupplier question) {
        lock.lock();
        try {
            return question.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
