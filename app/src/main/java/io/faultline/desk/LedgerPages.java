package io.faultline.desk;

import com.google.gson.JsonParseException;
import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerJson;
import io.faultline.ledger.LedgerState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A symbol's ledger among the records: a page for each epoch and day, of flows for each hour, a line an entry; and what
 * is not finished. Pages that are too old are torn out. One thread.
 */
final class LedgerPages {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerPages.class);
    private static final long HOUR_MILLIS = 3_600_000L;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;
    private static final String PENDING = "pending";
    private static final String FLOWS = "flows";
    private static final String TOLD = "told";

    private final String kind;
    private final Records records;
    private final Map<String, StringBuilder> open = new TreeMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<String, Long> endMillis = new LinkedHashMap<>();

    LedgerPages(String symbol, Records records) {
        kind = "ledger " + symbol;
        this.records = records;
    }

    /** What was kept of an epoch. */
    record Kept(List<LedgerEntry> entries, Optional<LedgerState> pending) {}

    String kind() {
        return kind;
    }

    /** Reads all pages; only lines of the epoch are taken, and what cannot be read is left out, and said in the log. */
    Kept read(Map<String, String> pages, String epoch) {
        List<LedgerEntry> entries = new ArrayList<>();
        Optional<LedgerState> pending = Optional.empty();
        open.clear();
        endMillis.clear();
        for (Map.Entry<String, String> page : new TreeMap<>(pages).entrySet()) {
            String id = page.getKey();
            endMillis.put(id, endMillis(id));
            if (id.equals(epoch + " " + PENDING)) {
                pending = read(id, () -> LedgerJson.readState(page.getValue()));
            } else if (id.startsWith(epoch + " ")) {
                open.put(id, new StringBuilder(page.getValue()));
                page.getValue()
                        .lines()
                        .forEach(line ->
                                read(id, () -> LedgerJson.read(line).entry()).ifPresent(entries::add));
            }
        }
        return new Kept(entries, pending);
    }

    private <T> Optional<T> read(String id, Supplier<T> text) {
        try {
            return Optional.of(text.get());
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            LOG.warn("a line of the {}, page {}, cannot be read: {}", kind, id, e.getMessage());
            return Optional.empty();
        }
    }

    /** Puts an entry on the page of the time at which it is written. */
    void add(String epoch, LedgerEntry entry, long nowMillis) {
        boolean isFlow = entry instanceof FlowRecord;
        long page = Math.floorDiv(nowMillis, isFlow ? HOUR_MILLIS : DAY_MILLIS);
        String id = epoch + " " + (isFlow ? FLOWS : TOLD) + " " + page;
        endMillis.put(id, endMillis(id));
        StringBuilder text = open.computeIfAbsent(id, none -> new StringBuilder());
        text.append(LedgerJson.write(new LedgerJson.Line(epoch, entry))).append('\n');
        changed.add(id);
    }

    /**
     * Has what has changed written.
     *
     * @param nowMillis market time
     */
    void flush(long nowMillis) {
        for (String id : changed) {
            StringBuilder page = open.get(id);
            if (page != null) {
                records.write(kind, id, page.toString());
            }
        }
        changed.clear();
        open.keySet().removeIf(id -> endMillis(id) < nowMillis); // nothing more is written there
        endMillis.entrySet().removeIf(page -> {
            boolean old = page.getValue() < nowMillis - keptMillis(page.getKey());
            if (old) {
                records.write(kind, page.getKey(), null);
            }
            return old;
        });
    }

    void pending(String epoch, LedgerState state) {
        records.write(kind, epoch + " " + PENDING, LedgerJson.write(epoch, state));
    }

    /** Nothing of that epoch will be finished any more. */
    void drop(String epoch) {
        records.write(kind, epoch + " " + PENDING, null);
    }

    private static long keptMillis(String id) {
        return id.contains(" " + FLOWS + " ") ? LedgerEntries.FLOWS_KEPT_MILLIS : LedgerEntries.KEPT_MILLIS;
    }

    /** Where a page's time ends; never for what is not finished. */
    private static long endMillis(String id) {
        String[] words = id.split(" ", -1);
        try {
            long page = words.length == 3 ? Long.parseLong(words[2]) : Long.MAX_VALUE;
            return page == Long.MAX_VALUE ? page : (page + 1) * (words[1].equals(FLOWS) ? HOUR_MILLIS : DAY_MILLIS);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // none of ours: left alone
        }
    }
}
