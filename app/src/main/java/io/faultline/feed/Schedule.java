package io.faultline.feed;

import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things one at a time, now or later. What is handed in after {@link #close} is dropped. */
sealed interface Schedule {
    Logger LOG = LoggerFactory.getLogger(Schedule.class);

    Future<?> after(long nanos, Runnable task);

    /** Drops what waits, and returns when what runs has ended, or after a second. */
    void close() throws InterruptedException;

    /** By the computer's clock, on a thread of its own. */
    final class OfThread implements Schedule {
        private final ScheduledThreadPoolExecutor executor;

        OfThread(String threadName) {
            executor = new ScheduledThreadPoolExecutor(1, task -> Loop.daemon(task, threadName));
            executor.setRemoveOnCancelPolicy(true);
            executor.setRejectedExecutionHandler((task, ignored) -> LOG.trace("closed, dropped {}", task));
        }

        @Override
        public Future<?> after(long nanos, Runnable task) {
            return executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() throws InterruptedException {
            executor.shutdownNow();
            if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.warn("the feed's thread did not end within a second");
            }
        }
    }

    /** By the market's time, on the thread that moves it. */
    final class OfMarket implements Schedule {
        private final MarketTime time;
        private volatile boolean closed;

        OfMarket(MarketTime time) {
            this.time = time;
        }

        @Override
        public Future<?> after(long nanos, Runnable task) {
            return closed
                    ? new FutureTask<>(() -> {}, null)
                    : time.after(nanos, () -> {
                        if (!closed) {
                            task.run();
                        }
                    });
        }

        @Override
        public void close() {
            closed = true;
            time.awaitRunning();
        }
    }
}
