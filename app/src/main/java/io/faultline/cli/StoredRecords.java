package io.faultline.cli;

import io.faultline.desk.Records;
import io.faultline.history.KeptRecord;
import io.faultline.history.Listing;
import io.faultline.history.RecordChange;
import io.faultline.history.RecordStore;
import io.faultline.history.Written;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Records in the home folder. A program that does not own it changes only what it has read: what another one has changed
 * since stays as that has it, and {@link #problem} says so. Thread-safe.
 */
final class StoredRecords implements Records {
    private final RecordStore store;
    private final Map<Key, Long> revisions = new ConcurrentHashMap<>();
    private volatile String trouble = "";
    private CompletableFuture<?> written = CompletableFuture.completedFuture("");

    private record Key(String kind, String id) {}

    StoredRecords(RecordStore store) {
        this.store = store;
    }

    @Override
    public CompletableFuture<Map<String, String>> read(String kind) {
        return store.list(kind).thenApply(listing -> texts(kind, listing));
    }

    private Map<String, String> texts(String kind, Listing listing) {
        if (!listing.problem().isEmpty()) {
            trouble = kind + " cannot be read: " + listing.problem();
        }
        Map<String, String> texts = new TreeMap<>();
        for (KeptRecord record : listing.records()) {
            revisions.put(new Key(kind, record.id()), record.revision());
            texts.put(record.id(), record.text());
        }
        return texts;
    }

    @Override
    public synchronized void write(String kind, String id, @Nullable String text) {
        if (store.owner()) {
            written = put(kind, id, text, RecordChange.ANY);
        } else {
            // The revision that it is a change of is known when all before it has been answered.
            written = written.thenCompose(
                    before -> put(kind, id, text, revisions.getOrDefault(new Key(kind, id), RecordChange.NEW)));
        }
    }

    private CompletableFuture<?> put(String kind, String id, @Nullable String text, long base) {
        return store.write(List.of(new RecordChange(kind, id, text, base))).thenApply(answer -> {
            answered(new Key(kind, id), text == null, answer);
            return answer;
        });
    }

    private void answered(Key key, boolean deleted, Written answer) {
        if (!answer.onDisk()) {
            trouble = answer.outcome() == Written.Outcome.HELD ? "" : answer.problem();
            return;
        }
        trouble = "";
        if (deleted) {
            revisions.remove(key);
        } else {
            revisions.put(key, answer.revision());
        }
    }

    @Override
    public String problem() {
        String why = trouble;
        return why.isEmpty() ? store.status().problem() : why;
    }

    @Override
    public boolean owner() {
        return store.owner();
    }
}
