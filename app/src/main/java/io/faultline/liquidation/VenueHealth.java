package io.faultline.liquidation;

import io.faultline.market.PositionSide;
import java.util.EnumSet;
import java.util.Set;

/** What must be said beside a venue's figures because of how its feed does: what it sends, and since when it is silent. */
final class VenueHealth {
    /** A venue of which nothing was heard for this long is grey, and then out of the totals. */
    private static final long SILENT_AFTER = 5 * 60_000L;

    private static final long DOWN_AFTER = 60 * 60_000L;

    /** Older open interest is none. */
    private static final long INTEREST_PATIENCE = 10 * 60_000L;

    /** Long ago, without overflow when subtracted. */
    static final long NEVER = Long.MIN_VALUE / 2;

    private final ReportFeed feed;
    private final ReportWatch reports = new ReportWatch();
    private final Set<GridFlag> ofStep = EnumSet.noneOf(GridFlag.class);
    private long heardMillis = NEVER;
    private long interestMillis = NEVER;

    VenueHealth(ReportFeed feed) {
        this.feed = feed;
    }

    ReportFeed feed() {
        return feed;
    }

    void heard(long millis) {
        heardMillis = Math.max(heardMillis, millis);
    }

    long heardMillis() {
        return heardMillis;
    }

    void heardInterest(long millis) {
        interestMillis = Math.max(interestMillis, millis);
    }

    long interestMillis() {
        return interestMillis;
    }

    void reported() {
        reports.reported();
    }

    /** Whether that no report came means that nothing was liquidated. */
    boolean areReportsKnown() {
        return feed != ReportFeed.NONE && !reports.isSilent();
    }

    void refused() {
        ofStep.add(GridFlag.INPUT_REFUSED);
    }

    /** A step has ended; {@code grid} has taken it. */
    void stepped(StepInputs inputs, StepReport report, VenueGrid grid) {
        if (inputs.hadTrades() && feed != ReportFeed.NONE) {
            reports.expect(report.longShare()
                            * report.sweptLongUsd()
                            / grid.calibration(PositionSide.LONG).eventUsd()
                    + report.shortShare()
                            * report.sweptShortUsd()
                            / grid.calibration(PositionSide.SHORT).eventUsd());
        }
        ofStep.clear();
        ofStep.addAll(report.flags());
        ofStep.remove(GridFlag.NO_OI); // samples may be rarer than steps
        if (inputs.isMarkFromLast()) {
            ofStep.add(GridFlag.MARK_FROM_LAST);
        }
        if (inputs.areTradesLost()) {
            ofStep.add(GridFlag.GAP);
        }
        if (inputs.hadRefusedInput()) {
            ofStep.add(GridFlag.INPUT_REFUSED);
        }
    }

    Set<GridFlag> flags(long nowMillis) {
        Set<GridFlag> flags = EnumSet.copyOf(ofStep);
        if (nowMillis - interestMillis > INTEREST_PATIENCE) {
            flags.add(GridFlag.NO_OI);
        }
        if (feed == ReportFeed.NONE) {
            flags.add(GridFlag.NO_LIQ_FEED);
        } else if (feed == ReportFeed.THROTTLED) {
            flags.add(GridFlag.THROTTLED_FEED);
        }
        if (reports.isSilent()) {
            flags.add(GridFlag.LIQ_SILENT);
        }
        if (isDown(nowMillis)) {
            flags.add(GridFlag.VENUE_DOWN);
        } else if (nowMillis - heardMillis > SILENT_AFTER) {
            flags.add(GridFlag.VENUE_SILENT);
        }
        return flags;
    }

    boolean isDown(long nowMillis) {
        return nowMillis - heardMillis > DOWN_AFTER;
    }
}
