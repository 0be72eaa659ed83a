package io.faultline.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How often an instrument settles funding, and between which bounds.
 *
 * @param intervalMillis time between settlements; positive
 * @param cap highest rate a settlement, null where not published
 * @param floor lowest rate a settlement, null where not published
 */
public record FundingTerms(
        InstrumentId instrument,
        long receivedNanos,
        long intervalMillis,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal floor,
        Source source)
        implements MarketEvent.OfInstrument {

    /** Whether the venue published the interval for this instrument, or its documented default stands in. */
    public enum Source {
        PUBLISHED,
        DEFAULT
    }
}
