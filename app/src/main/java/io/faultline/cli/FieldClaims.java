package io.faultline.cli;

import io.faultline.ledger.Interval;
import io.faultline.ledger.Proportion;
import io.faultline.ledger.Quartiles;
import io.faultline.ledger.ReachRow;
import io.faultline.ledger.ReachTable;
import io.faultline.ledger.Scoreboard;
import io.faultline.signal.PathState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hit rates that writers about liquidation maps quote, each beside what a ledger measured. */
final class FieldClaims {
    private static final int LEAST = ReachTable.LEAST;

    private FieldClaims() {}

    /**
     * One of them.
     *
     * @param key in JSON
     * @param words what is counted
     * @param field what is claimed, in words
     * @param low least share that the claim allows
     * @param high most
     * @param least how many there must be before anything is said
     * @param n how many there are; 0 also where the ledger counts none before there are enough
     * @param measured null as long as there are fewer
     */
    record Claim(
            String key,
            String words,
            String field,
            double low,
            double high,
            int least,
            int n,
            @Nullable Measured measured) {
        /** Whether what was measured leaves room for the claim; empty without a measurement. */
        Optional<Boolean> holds() {
            Measured found = measured;
            return found == null
                    ? Optional.empty()
                    : Optional.of(
                            found.interval().low() <= high && found.interval().high() >= low);
        }
    }

    /** @param interval 80 % by Wilson of a share, the quartiles of a median */
    record Measured(double value, Interval interval) {}

    static List<Claim> of(Scoreboard board) {
        List<Claim> claims = new ArrayList<>();
        claims.add(reached(board, PathState.HOLLOW, "hollowReached", "above 70 %", 0.7, 1));
        claims.add(reached(board, PathState.DEFENDED, "defendedReached", "below 30 %", 0, 0.3));
        Optional<ReachRow> all = board.reach().all();
        int touched = all.map(row -> row.touched().hits()).orElse(0);
        claims.add(share(
                "triggered",
                "of clusters touched, passed to the far edge",
                "60 %",
                0.6,
                new Proportion(all.map(ReachRow::through).orElse(0), touched)));
        claims.add(share(
                "reversed",
                "of clusters touched, turned before it",
                "40 %",
                0.4,
                new Proportion(all.map(ReachRow::reversed).orElse(0), touched)));
        Quartiles fired = board.sweeps().firedShare();
        claims.add(new Claim(
                "firedShare",
                "of a swept cluster's estimate, reported: median (quartiles)",
                "60 to 80 %",
                0.6,
                0.8,
                Quartiles.LEAST,
                fired.n(),
                fired.isShown() ? new Measured(fired.median(), new Interval(fired.q1(), fired.q3())) : null));
        return claims;
    }

    private static Claim reached(Scoreboard board, PathState path, String key, String field, double low, double high) {
        Proportion touched = board.reach()
                .row(row -> row.path() == path && row.band() == null && row.size() == null)
                .map(ReachRow::touched)
                .orElse(new Proportion(0, 0));
        String words = path == PathState.HOLLOW ? "hollow path, reached within 24 h" : "defended path, reached";
        return new Claim(key, words, field, low, high, LEAST, touched.trials(), measured(touched));
    }

    private static Claim share(String key, String words, String field, double figure, Proportion share) {
        return new Claim(key, words, field, figure, figure, LEAST, share.trials(), measured(share));
    }

    private static @Nullable Measured measured(Proportion share) {
        return share.trials() < LEAST ? null : new Measured(share.share(), share.wilson80());
    }
}
