package io.faultline.venue;

import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.RiskTiers;
import java.time.LocalDate;
import java.util.List;

/** Margin tables as venues tell them. */
public final class LiveRiskTiers {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private LiveRiskTiers() {}

    /**
     * The table, or a status that says in words why it is refused.
     *
     * @param toldMillis when the venue told it, by its clock; 0 if it does not say
     */
    public static MarketEvent of(
            InstrumentId instrument,
            long receivedNanos,
            long toldMillis,
            RiskTiers.Unit unit,
            List<RiskLadder.Row> rows,
            RiskLadder.Charging charging) {
        try {
            long millis = toldMillis > 0 ? toldMillis : receivedNanos / NANOS_PER_MILLI;
            return new RiskTiers(
                    instrument,
                    receivedNanos,
                    LocalDate.ofEpochDay(millis / DAY_MILLIS),
                    RiskTiers.Source.LIVE,
                    RiskTiers.Confidence.HIGH,
                    instrument.venue().title() + " itself",
                    unit,
                    true,
                    RiskLadder.check(rows, charging));
        } catch (RiskLadder.UnusableException unusable) {
            String detail = "risk tiers of " + instrument.symbol() + " refused: " + unusable.fault();
            return new FeedStatus(
                    instrument.venue(), receivedNanos, "risk tiers", FeedStatus.State.ERROR, detail, 0, 0);
        }
    }
}
