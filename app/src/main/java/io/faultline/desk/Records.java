package io.faultline.desk;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Small things that must survive the program: plans, paper trades, notes, sheets, settings, as texts by kind and id. What
 * is practice is never where live things are. Thread-safe; nothing here waits for the disk.
 */
public interface Records {
    /**
     * All of a kind, by id, with what was written before. Completes on a thread of the store, with an empty map and a
     * {@link #problem} where it cannot be read; never exceptionally.
     *
     * @param kind such as {@code note}; 1 to 100 characters
     */
    CompletableFuture<Map<String, String>> read(String kind);

    /**
     * Has it kept soon, in the order of the calls. What cannot be written says {@link #problem}.
     *
     * @param id unique within its kind; 1 to 200 characters
     * @param text null to delete
     */
    void write(String kind, String id, @Nullable String text);

    /** Why things are not being kept on disk, in words; empty while they are. */
    String problem();

    /** Whether this program keeps them; another one that has the same home may only change what it has read. */
    boolean owner();
}
