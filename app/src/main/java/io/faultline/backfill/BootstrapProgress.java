package io.faultline.backfill;

import io.faultline.market.InstrumentId;
import java.util.List;

/** How far the filling of the history is, for people. */
public record BootstrapProgress(List<OfContract> contracts) {
    public BootstrapProgress {
        contracts = List.copyOf(contracts);
    }

    /**
     * @param begun whether it is known what has to be asked
     * @param answered requests that were answered or given up
     * @param planned requests in all, as far as is known now
     * @param splitsAnswered how many of those answered say who took the trades
     * @param splitsPlanned how many of those planned ask that: they come last and slowly, and can be done without
     * @param stored rows that the answers brought
     * @param trouble what failed last, in words; empty while nothing has
     */
    public record OfContract(
            InstrumentId instrument,
            boolean begun,
            int answered,
            int planned,
            int splitsAnswered,
            int splitsPlanned,
            long stored,
            String trouble) {
        /** Of what cannot be done without, 0 to 1. */
        public double fraction() {
            int needed = planned - splitsPlanned;
            int there = answered - splitsAnswered;
            return begun && there >= needed ? 1 : needed == 0 ? 0 : (double) there / needed;
        }

        public boolean complete() {
            return begun && answered >= planned;
        }

        /** One line. */
        public String words() {
            String state = complete()
                    ? "history complete"
                    : !begun
                            ? "history: asking"
                            : fraction() < 1
                                    ? "history " + answered + " of " + planned
                                    : "history there, who took it " + splitsAnswered + " of " + splitsPlanned;
            String line = instrument.venue().title() + ": " + state;
            return trouble.isEmpty() ? line : line + ", " + trouble;
        }
    }

    /** 0 to 1, over all contracts. */
    public double fraction() {
        return contracts.stream().mapToDouble(OfContract::fraction).average().orElse(1);
    }

    public boolean complete() {
        return contracts.stream().allMatch(OfContract::complete);
    }
}
