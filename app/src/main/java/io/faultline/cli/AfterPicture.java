package io.faultline.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What need not be done before the window shows something, and would take the processors from it: done when its first
 * picture stands, or after a while if none comes. Thread-safe.
 */
final class AfterPicture {
    private static final Logger LOG = LoggerFactory.getLogger(AfterPicture.class);

    private final CompletableFuture<Void> drawn = new CompletableFuture<>();

    private AfterPicture() {}

    /** Where nothing is drawn: all is done at once, by whoever asks. */
    static AfterPicture notAwaited() {
        AfterPicture none = new AfterPicture();
        none.drawn();
        return none;
    }

    /** @param most how long a picture is waited for */
    static AfterPicture within(Duration most) {
        AfterPicture awaited = new AfterPicture();
        awaited.drawn.completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS);
        return awaited;
    }

    /** The first picture stands. */
    void drawn() {
        drawn.complete(null);
    }

    /** Does that, on a thread of the common pool if it has to wait. */
    void then(Runnable work) {
        if (drawn.isDone()) {
            work.run();
        } else {
            CompletableFuture<?> unused = drawn.thenRunAsync(work).exceptionally(bug -> {
                LOG.error("what waited for the first picture failed", bug);
                return null;
            });
        }
    }
}
