package io.faultline.ledger;

import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How good what is said of clusters has been, by a ledger's entries. Entries of different epochs must not be mixed.
 *
 * @param funding the record of each rule; empty while there is too little
 * @param fundingTold clusters that funding spoke of
 */
public record Scoreboard(
        ReachTable reach, List<FundingScore> funding, int fundingTold, SweepScores sweeps, HeavierScore heavier) {
    public Scoreboard {
        funding = List.copyOf(funding);
    }

    /**
     * Of one market.
     *
     * @param distances by which the ledger sorted distances into bands
     */
    public static Scoreboard of(List<LedgerEntry> entries, DistanceProfile distances) {
        return ofMarkets(List.of(entries), distances);
    }

    /** Of several markets, whose times and tracks have nothing to do with each other. */
    public static Scoreboard ofMarkets(List<List<LedgerEntry>> markets, DistanceProfile distances) {
        List<ReachRecord> reaches = all(markets, ReachRecord.class);
        List<FundingScore> funding = new ArrayList<>();
        for (FundingRule rule : FundingRule.values()) {
            FundingScore.of(reaches, rule).ifPresent(funding::add);
        }
        List<ReachTable.Market> byMarket = markets.stream()
                .map(entries -> new ReachTable.Market(
                        all(List.of(entries), ReachRecord.class), all(List.of(entries), LevelSample.class)))
                .toList();
        return new Scoreboard(
                ReachTable.of(byMarket, distances),
                funding,
                FundingScore.told(reaches).size(),
                SweepScores.of(all(markets, Receipt.class)),
                HeavierScore.of(all(markets, HeavierFirst.class)));
    }

    /** One market after the other, in order of time within each. */
    private static <T extends LedgerEntry> List<T> all(List<List<LedgerEntry>> markets, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (List<LedgerEntry> entries : markets) {
            entries.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .sorted(Comparator.comparingLong(LedgerEntry::atMillis))
                    .forEach(found::add);
        }
        return found;
    }

    /** Clusters that must become due before reach rates say anything; 0 when they do. */
    public int clustersNeeded() {
        return Math.max(0, ReachTable.LEAST - reach.seen());
    }

    /** Clusters that funding must speak of before its rules have a record; 0 when they do. */
    public int fundingNeeded() {
        return funding.isEmpty() ? Math.max(1, FundingScore.LEAST - fundingTold) : 0;
    }

    /** Clusters that must be swept before the fired share says anything; 0 when it does. */
    public int sweepsNeeded() {
        return Math.max(0, Quartiles.LEAST - sweeps.firedShare().n());
    }
}
