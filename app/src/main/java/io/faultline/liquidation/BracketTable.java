package io.faultline.liquidation;

import java.time.LocalDate;
import java.util.List;

/**
 * A venue's margin table for one instrument, with the day from which it is known to hold.
 *
 * @param origin whose table it is
 * @param remarks what had to be mended in it, in words; empty if nothing
 */
public record BracketTable(LocalDate validFrom, MarginScheme scheme, Origin origin, List<String> remarks) {
    public BracketTable {
        remarks = List.copyOf(remarks);
    }

    /** Where a table comes from: the venue itself, a file, or another venue's for the same coin. */
    public enum Origin {
        VENUE,
        FILE,
        BORROWED
    }

    /** The same table, lent to a venue that publishes none for this coin. */
    public BracketTable borrowed() {
        return new BracketTable(validFrom, scheme, Origin.BORROWED, remarks);
    }
}
