package io.faultline.desk;

import io.faultline.liquidation.GridSnapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The thread that computes what would hold up a desk: pictures, the past, the model under other parameters. One thing at
 * a time, in order; what comes after it is closed is dropped. Thread-safe.
 */
final class ModelWorker implements Executor, AutoCloseable {
    private final ThreadPoolExecutor thread;
    private final AtomicReference<CompletableFuture<List<GridSnapshot>>> question =
            new AtomicReference<>(CompletableFuture.completedFuture(List.of()));

    private final AtomicInteger pending = new AtomicInteger();
    private volatile Runnable whenIdle = () -> {};

    ModelWorker(String symbol) {
        thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "model-" + symbol);
            made.setDaemon(true);
            return made;
        });
        thread.setRejectedExecutionHandler((task, closed) -> {});
    }

    @Override
    public void execute(Runnable task) {
        pending.incrementAndGet();
        thread.execute(() -> {
            try {
                task.run();
            } finally {
                if (pending.decrementAndGet() == 0) {
                    whenIdle.run();
                }
            }
        });
    }

    /** Whether all that it was given is done. */
    boolean idle() {
        return pending.get() == 0;
    }

    /** @param idle is run on the thread each time all that it was given is done; must not block */
    void onIdle(Runnable idle) {
        whenIdle = idle;
    }

    /** A question about the past; the one before, if it has no answer yet, is cancelled, as are all after it is closed. */
    CompletableFuture<List<GridSnapshot>> ask() {
        CompletableFuture<List<GridSnapshot>> asked = new CompletableFuture<>();
        question.getAndSet(asked).cancel(false);
        if (thread.isShutdown()) {
            asked.cancel(false);
        }
        return asked;
    }

    /** What is under way runs out; a question that is open is cancelled. */
    @Override
    public void close() {
        thread.shutdown();
        thread.getQueue().clear();
        question.getAndSet(CompletableFuture.completedFuture(List.of())).cancel(false);
    }
}
