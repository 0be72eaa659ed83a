package io.faultline.feed;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which a feed is supervised: connections, polls and pauses keep their state there and need no locks.
 * Nothing that runs on it may block. What is handed in after {@link #close} is dropped.
 */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final ScheduledThreadPoolExecutor executor;

    Loop(String threadName) {
        executor = new ScheduledThreadPoolExecutor(1, task -> daemon(task, threadName));
        executor.setRemoveOnCancelPolicy(true);
        executor.setRejectedExecutionHandler((task, ignored) -> LOG.trace("closed, dropped {}", task));
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    void now(Runnable task) {
        executor.execute(guarded(task));
    }

    Timer after(long nanos, Runnable task) {
        return new Timer(executor.schedule(guarded(task), nanos, TimeUnit.NANOSECONDS));
    }

    Timer every(long nanos, Runnable task) {
        return new Timer(executor.scheduleWithFixedDelay(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS));
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
        executor.shutdownNow();
        if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
            LOG.warn("the feed's thread did not end within a second");
        }
    }
}
