package io.faultline.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Entries that are followed until they are due. One thread. */
final class Pending<T extends LedgerEntry> {
    private final List<T> entries = new ArrayList<>();
    private final Due<T> due;

    /** Whether an entry is due at that time. */
    interface Due<T> {
        boolean isDue(T entry, long millis);
    }

    Pending(Due<T> due) {
        this.due = due;
    }

    void add(T entry) {
        entries.add(entry);
    }

    int size() {
        return entries.size();
    }

    List<T> entries() {
        return List.copyOf(entries);
    }

    void follow(UnaryOperator<T> step) {
        entries.replaceAll(step);
    }

    /** Takes out what is due. */
    List<T> due(long millis) {
        List<T> done = new ArrayList<>();
        for (Iterator<T> each = entries.iterator(); each.hasNext(); ) {
            T entry = each.next();
            if (due.isDue(entry, millis)) {
                done.add(entry);
                each.remove();
            }
        }
        return done;
    }

    /** Takes out everything; how much that was. */
    int clear() {
        int count = entries.size();
        entries.clear();
        return count;
    }
}
