package io.faultline.desk;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Records that end with the program: those of a replay, and of a session without a home. Thread-safe. */
public final class MemoryRecords implements Records {
    private final Map<String, Map<String, String>> kinds = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<Map<String, String>> read(String kind) {
        return CompletableFuture.completedFuture(Map.copyOf(kinds.getOrDefault(kind, Map.of())));
    }

    @Override
    public void write(String kind, String id, @Nullable String text) {
        Map<String, String> records = kinds.computeIfAbsent(kind, same -> new ConcurrentHashMap<>());
        if (text == null) {
            records.remove(id);
        } else {
            records.put(id, text);
        }
    }

    @Override
    public String problem() {
        return "";
    }

    @Override
    public boolean owner() {
        return true;
    }
}
