package io.faultline.feed;

import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time of a market that is made in this program: it stands still until its owner moves it on. Feeds on it stamp by it
 * and count every wait in it, and what they do runs on the owner's thread, in order of time. Thread-safe; moved and run by
 * one thread.
 */
public final class MarketTime {
    /** What is due at a time, after what was planned for that time before. */
    private record Task(long dueNanos, long order, FutureTask<?> work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(dueNanos, other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final ReentrantLock running = new ReentrantLock();
    private final InFlight inFlight = new InFlight();
    private volatile long nanos;
    private volatile boolean ended;
    private long planned;

    /** @param startNanos since 1970 */
    public MarketTime(long startNanos) {
        nanos = startNanos;
    }

    /** Nanoseconds since 1970. */
    public long nanos() {
        return nanos;
    }

    /** What is on its way between the feeds and the market. */
    public InFlight inFlight() {
        return inFlight;
    }

    /** @throws IllegalArgumentException if that is in the past */
    public void moveTo(long laterNanos) {
        if (laterNanos < nanos) {
            throw new IllegalArgumentException("time goes back by " + (nanos - laterNanos) + " ns");
        }
        nanos = laterNanos;
    }

    /** When the next thing is due, which may be now or before; empty if nothing is planned. */
    public synchronized OptionalLong next() {
        Task first = first();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.dueNanos());
    }

    private @Nullable Task first() {
        Task first = tasks.peek();
        while (first != null && first.work().isCancelled()) {
            tasks.remove();
            first = tasks.peek();
        }
        return first;
    }

    /** Does the first thing that is due by now; false if there is none. */
    public boolean runNext() {
        Task task;
        synchronized (this) {
            task = first();
            if (task == null || task.dueNanos() > nanos) {
                return false;
            }
            tasks.remove();
        }
        running.lock();
        try {
            task.work().run();
        } finally {
            running.unlock();
        }
        return true;
    }

    /** Nobody moves it on any more: what is to be done at once is done by whoever asks for it, what is due later never. */
    public void end() {
        ended = true;
        while (runNext()) {
            // what was due is not lost
        }
    }

    /** Runs the work when that much time has gone by, on the owner's thread. */
    FutureTask<?> after(long waitNanos, Runnable work) {
        FutureTask<?> task = new FutureTask<>(work, null);
        if (ended) {
            if (waitNanos <= 0) {
                task.run();
            }
            return task;
        }
        synchronized (this) {
            tasks.add(new Task(nanos + Math.max(0, waitNanos), planned++, task));
        }
        inFlight.changed();
        return task;
    }

    /** Comes back when what runs now has ended. */
    void awaitRunning() {
        running.lock();
        try {
            // Whoever held it has ended.
        } finally {
            running.unlock();
        }
    }
}
