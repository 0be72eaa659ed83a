package io.faultline.cli;

import io.faultline.desk.Desk;
import io.faultline.desk.DeskLedger;
import io.faultline.ledger.AddedR2;
import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.LedgerState;
import io.faultline.liquidation.GridBar;
import io.faultline.liquidation.StepReport;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One symbol of a journal: what its desk said, and what came of it. One thread. */
final class JournalMarket {
    private final String symbol;
    private final Map<Venue, List<FlowRecord>> flows = new EnumMap<>(Venue.class);
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Set<Venue> telling;
    private long steps;
    private long withInterest;
    private long withReports;

    /**
     * Begins to watch a desk, before its first event.
     *
     * @param telling venues whose liquidations the journal would show
     */
    JournalMarket(Desk desk, LedgerRule rule, Set<Venue> telling) {
        symbol = desk.symbol();
        this.telling = telling;
        desk.keep(new DeskLedger(rule, LedgerState.EMPTY, telling::contains, this::wrote, this::stepped));
    }

    private void wrote(LedgerEntry entry) {
        if (entry instanceof FlowRecord flow) {
            flows.computeIfAbsent(flow.venue(), venue -> new ArrayList<>()).add(flow);
        } else {
            entries.add(entry);
        }
    }

    private void stepped(Venue venue, GridBar bar, StepReport report) {
        steps++;
        withInterest += Double.isNaN(bar.openInterest()) ? 0 : 1;
        withReports += telling.contains(venue) && !Double.isNaN(bar.forcedLongUsd()) ? 1 : 0;
    }

    String symbol() {
        return symbol;
    }

    /** Whether anything of it was modelled. */
    boolean isModelled() {
        return steps > 0;
    }

    Set<Venue> venues() {
        return flows.keySet();
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    /** Venue by venue, in order of time. */
    List<FlowRecord> flows() {
        return flows.values().stream().flatMap(List::stream).toList();
    }

    /** The same without the first days of each venue, when its grid was still empty; nothing of one that is too short. */
    List<FlowRecord> flowsAfterWarmUp() {
        List<FlowRecord> after = new ArrayList<>();
        for (List<FlowRecord> venue : flows.values()) {
            long first = venue.get(0).startMillis();
            long last = venue.get(venue.size() - 1).startMillis();
            if (last - first >= AddedR2.LEAST_MILLIS) {
                venue.stream()
                        .filter(flow -> flow.startMillis() >= first + AddedR2.WARM_UP_MILLIS)
                        .forEach(after::add);
            }
        }
        return after;
    }

    EvaluateReport.Coverage coverage() {
        return new EvaluateReport.Coverage(steps, withInterest, withReports);
    }
}
