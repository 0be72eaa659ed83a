package io.faultline.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A venue's margin table of one contract: the larger a position, the more of it must remain as margin, and the less
 * leverage it may have.
 *
 * @param receivedNanos 0 for a table of a file
 * @param asOf the day from which it is known to hold
 * @param origin where it is from, in words
 * @param unit of floors and caps
 * @param complete whether its last cap is the largest position that the venue takes; beyond that of an incomplete table
 *     nothing is known
 * @param tiers ascending, without holes or overlaps, at least one
 */
public record RiskTiers(
        InstrumentId instrument,
        long receivedNanos,
        LocalDate asOf,
        Source source,
        Confidence confidence,
        String origin,
        Unit unit,
        boolean complete,
        List<Tier> tiers)
        implements MarketEvent.OfInstrument {

    /** How it came here. */
    public enum Source {
        /** From the venue itself, while the program runs. */
        LIVE,
        /** With the program. */
        BUNDLED,
        /** In a file that the user chose. */
        IMPORTED
    }

    /** How well a table is known. */
    public enum Confidence {
        /** As the venue itself gave it. */
        HIGH("as the venue published it"),
        /** Some of it was worked out, or it is from an announcement. */
        MEDIUM("partly worked out, or from an announcement"),
        LOW("not confirmed");

        private final String words;

        Confidence(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** What floors and caps count. */
    public enum Unit {
        /** Notional, in the contract's quote. */
        QUOTE,
        CONTRACTS
    }

    /**
     * A row.
     *
     * @param floor positions are larger than that
     * @param cap and at most as large as that
     * @param maintenanceRate fraction of the notional that must remain as margin
     * @param initialRate fraction of the notional that must be there at the start
     * @param deduction what the requirement is lowered by, in quote, so that it has no jump at the floor; null where the
     *     venue charges its rate on the whole position
     */
    public record Tier(
            BigDecimal floor,
            BigDecimal cap,
            BigDecimal maintenanceRate,
            BigDecimal initialRate,
            BigDecimal maxLeverage,
            @Nullable BigDecimal deduction) {}

    /** The same, told at that time. */
    public RiskTiers at(long nanos) {
        return new RiskTiers(instrument, nanos, asOf, source, confidence, origin, unit, complete, tiers);
    }

    public RiskTiers {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("no tier of " + instrument);
        }
    }
}
