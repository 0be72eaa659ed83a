package io.faultline.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes that the disk has not taken yet, the newest of each record. What was to be written together stays together:
 * all of them are written at once. On one thread.
 */
final class HeldChanges {
    private static final int MOST = 20_000;

    private final Map<Key, RecordChange> changes = new LinkedHashMap<>();
    private final Map<Key, Late> late = new HashMap<>();

    private record Key(String kind, String id) {
        static Key of(RecordChange change) {
            return new Key(change.kind(), change.id());
        }
    }

    /** A change of {@code base} got to the disk after all, as {@code revision}, when nobody waited for it any more. */
    private record Late(long base, long revision) {}

    /** Whether there is room for so many more. */
    boolean takes(int more) {
        return changes.size() + more <= MOST;
    }

    /** A change of what is held is, to the disk, a change of what the held one was a change of. */
    void add(List<RecordChange> more) {
        for (RecordChange change : more) {
            changes.merge(
                    Key.of(change),
                    translated(change),
                    (before, after) -> new RecordChange(after.kind(), after.id(), after.text(), before.base()));
        }
    }

    /** One for each record: those first that make room. */
    List<RecordChange> all() {
        List<RecordChange> all = new ArrayList<>(changes.values());
        all.sort(Comparator.comparing(change -> change.text() != null));
        return all;
    }

    void drop(RecordChange change) {
        changes.remove(Key.of(change));
    }

    /** All of them are on disk now. */
    void written(long revision) {
        for (RecordChange change : changes.values()) {
            late.put(Key.of(change), new Late(change.base(), revision));
        }
        changes.clear();
    }

    /** Who was told that a change is held still knows the record by the revision before. */
    RecordChange translated(RecordChange change) {
        Late known = late.get(Key.of(change));
        if (known == null || change.base() == RecordChange.ANY || change.base() != known.base()) {
            return change;
        }
        return new RecordChange(change.kind(), change.id(), change.text(), known.revision());
    }

    int size() {
        return changes.size();
    }

    /** What would be there if the changes were written. */
    List<KeptRecord> over(String kind, List<KeptRecord> written) {
        Map<String, KeptRecord> records = new TreeMap<>();
        written.forEach(record -> records.put(record.id(), record));
        for (RecordChange change : changes.values()) {
            if (change.kind().equals(kind)) {
                KeptRecord below = records.remove(change.id());
                String text = change.text();
                if (text != null) {
                    long revision = below == null ? RecordChange.NEW : below.revision();
                    records.put(change.id(), new KeptRecord(kind, change.id(), revision, text));
                }
            }
        }
        return new ArrayList<>(records.values());
    }
}
