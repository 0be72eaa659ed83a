package io.faultline.feed;

import java.util.Optional;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which a feed is supervised: connections, polls and pauses keep their state there and need no locks.
 * Nothing that runs on it may block. What is handed in after {@link #close} is dropped.
 */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final Schedule schedule;

    /** @param market where the feed goes by the time of a market */
    Loop(String threadName, Optional<MarketTime> market) {
        schedule = market.isPresent() ? new Schedule.OfMarket(market.get()) : new Schedule.OfThread(threadName);
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void now(Runnable task) {
        Future<?> unused = schedule.after(0, guarded(task));
    }

    Timer after(long nanos, Runnable task) {
        return new Timer(schedule.after(nanos, guarded(task)));
    }

    /** Again and again, that long after each end. */
    void every(long nanos, Runnable task) {
        after(nanos, () -> {
            task.run();
            every(nanos, task);
        });
    }

    /** What will run later. */
    record Timer(Future<?> future) {
        /** Returns whether it was in time. */
        boolean cancel() {
            return future.cancel(false);
        }
    }

    /** A bug in one task must not end the supervision of the rest. */
    static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException bug) {
                LOG.error("a task of the feed failed", bug);
            }
        };
    }

    /** Drops what waits, and returns when what runs has ended, or after a second. */
    void close() throws InterruptedException {
        schedule.close();
    }
}
