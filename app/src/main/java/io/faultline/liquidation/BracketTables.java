package io.faultline.liquidation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The tables of one instrument at one venue by date, at least one. */
public final class BracketTables {
    private static final long STALE_AFTER_DAYS = 90;

    private final List<BracketTable> oldestFirst;

    public BracketTables(List<BracketTable> tables) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("no margin table");
        }
        oldestFirst = tables.stream()
                .sorted(Comparator.comparing(BracketTable::validFrom))
                .toList();
    }

    /** The newest table that held at that time, or the oldest of all for times before it. */
    public BracketTable at(long exchangeMillis) {
        LocalDate day = dayOf(exchangeMillis);
        BracketTable best = oldestFirst.get(0);
        for (BracketTable table : oldestFirst) {
            if (!table.validFrom().isAfter(day)) {
                best = table;
            }
        }
        return best;
    }

    /** What must be said beside figures that rest on the table of that time. */
    public Set<GridFlag> flagsAt(long exchangeMillis) {
        BracketTable table = at(exchangeMillis);
        LocalDate day = dayOf(exchangeMillis);
        Set<GridFlag> flags = EnumSet.noneOf(GridFlag.class);
        if (table.origin() != BracketTable.Origin.VENUE || table.validFrom().isAfter(day)) {
            flags.add(GridFlag.TABLE_DATE);
        }
        if (table.origin() == BracketTable.Origin.BORROWED) {
            flags.add(GridFlag.TABLE_BORROWED);
        }
        if (!table.remarks().isEmpty()) {
            flags.add(GridFlag.TABLE_MENDED);
        }
        if (table.validFrom().plusDays(STALE_AFTER_DAYS).isBefore(day)) {
            flags.add(GridFlag.TABLE_STALE);
        }
        return flags;
    }

    private static LocalDate dayOf(long exchangeMillis) {
        return Instant.ofEpochMilli(exchangeMillis).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
