package io.faultline.cli;

import io.faultline.backfill.Bootstrap;
import io.faultline.backfill.BootstrapPolicy;
import io.faultline.history.HistoryStore;
import io.faultline.history.Retention;
import io.faultline.market.InstrumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The history in the home folder, which all sessions of the program share: open while any of them uses it. Thread-safe. */
final class HomeHistory {
    private static final String FOLDER = "history";

    private final Path folder;
    private final LongSupplier clock;
    private final BootstrapPolicy policy;
    private final List<Consumer<InstrumentId>> users = new CopyOnWriteArrayList<>();
    private @Nullable Open open;

    /** The store, and what fills it. */
    record Open(HistoryStore store, Bootstrap bootstrap) {}

    /** @param clock nanoseconds since 1970 */
    HomeHistory(Path home, LongSupplier clock, BootstrapPolicy policy) {
        folder = home.resolve(FOLDER);
        this.clock = clock;
        this.policy = policy;
    }

    /**
     * Deletes what a home folder knows of a market that begins anew each time: another market's past is none of this one.
     *
     * @throws IOException if it cannot be deleted
     */
    static void forget(Path home) throws IOException {
        Path folder = home.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** @param filled is told when more of a contract's past is known, until it {@link #leave leaves} */
    synchronized Open enter(Consumer<InstrumentId> filled) {
        users.add(filled);
        Open current = open;
        if (current == null) {
            HistoryStore store = new HistoryStore(folder, Retention.standard(), clock);
            current = new Open(
                    store,
                    new Bootstrap(store, policy, clock, instrument -> users.forEach(user -> user.accept(instrument))));
            open = current;
        }
        return current;
    }

    /** The last one closes it. */
    synchronized void leave(Consumer<InstrumentId> filled) {
        Open current = open;
        if (users.remove(filled) && users.isEmpty() && current != null) {
            open = null;
            current.bootstrap().close();
            current.store().close();
        }
    }
}
