package io.faultline.desk;

import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.HeavierFirst;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LevelSample;
import io.faultline.ledger.ReachRecord;
import io.faultline.ledger.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a ledger has written in one epoch, as much of each kind as makes sense to keep: the oldest goes. One thread. */
final class LedgerEntries {
    private static final long DAY_MILLIS = 86_400_000L;

    /** 90 days, model 20. */
    static final long KEPT_MILLIS = 90 * DAY_MILLIS;

    /** Of flows, of which there are a thousand a day: as many as calibration needs. */
    static final long FLOWS_KEPT_MILLIS = 7 * DAY_MILLIS;

    /** A few times what so long a time brings, so that nothing can fill the memory. */
    private static final Map<Class<? extends LedgerEntry>, Integer> MOST = Map.of(
            FlowRecord.class, 15_000,
            ReachRecord.class, 20_000,
            Receipt.class, 5_000,
            HeavierFirst.class, 3_000,
            LevelSample.class, 15_000);

    private final Map<Class<? extends LedgerEntry>, Deque<LedgerEntry>> byKind = new LinkedHashMap<>();

    static long keptMillis(LedgerEntry entry) {
        return entry instanceof FlowRecord ? FLOWS_KEPT_MILLIS : KEPT_MILLIS;
    }

    void add(LedgerEntry entry) {
        Deque<LedgerEntry> kind = byKind.computeIfAbsent(entry.getClass(), none -> new ArrayDeque<>());
        kind.addLast(entry);
        if (kind.size() > MOST.getOrDefault(entry.getClass(), 0)) {
            kind.removeFirst();
        }
    }

    void clear() {
        byKind.clear();
    }

    /** All but the flows. */
    List<LedgerEntry> told() {
        List<LedgerEntry> all = new ArrayList<>();
        byKind.forEach((kind, entries) -> {
            if (kind != FlowRecord.class) {
                all.addAll(entries);
            }
        });
        return all;
    }

    List<FlowRecord> flows() {
        return of(FlowRecord.class);
    }

    /** Newest first. */
    List<Receipt> receipts() {
        List<Receipt> receipts = of(Receipt.class);
        Collections.reverse(receipts);
        return receipts;
    }

    /** Whether that is a receipt of an entry of which there is one already: a kill came between its end and the state's. */
    boolean hasWhole(LedgerEntry entry) {
        return entry instanceof Receipt receipt
                && !receipt.isWhole()
                && of(Receipt.class).stream()
                        .anyMatch(each -> each.trackId() == receipt.trackId() && each.atMillis() == receipt.atMillis());
    }

    private <T extends LedgerEntry> List<T> of(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (LedgerEntry entry : byKind.getOrDefault(kind, new ArrayDeque<>())) {
            found.add(kind.cast(entry));
        }
        return found;
    }

    /** Of the oldest; 0 if there is none. */
    long sinceMillis() {
        return byKind.values().stream()
                .filter(entries -> !entries.isEmpty())
                .mapToLong(entries -> entries.getFirst().atMillis())
                .min()
                .orElse(0);
    }
}
