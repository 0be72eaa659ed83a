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
     * @param stored rows that the answers brought
     * @param trouble what failed last, in words; empty while nothing has
     */
    public record OfContract(
            InstrumentId instrument, boolean begun, int answered, int planned, long stored, String trouble) {
        /** 0 to 1. */
        public double fraction() {
            return complete() ? 1 : planned == 0 ? 0 : (double) answered / planned;
        }

        public boolean complete() {
            return begun && answered >= planned;
        }

        /** One line. */
        public String words() {
            String state = complete()
                    ? "history complete"
                    : !begun ? "history: asking" : "history " + answered + " of " + planned;
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
