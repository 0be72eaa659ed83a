package io.faultline.cli;

import io.faultline.ledger.BandClaim;
import io.faultline.ledger.FundingScore;
import io.faultline.ledger.HeavierScore;
import io.faultline.ledger.Horizon;
import io.faultline.ledger.Interval;
import io.faultline.ledger.Proportion;
import io.faultline.ledger.Quartiles;
import io.faultline.ledger.ReachRow;
import io.faultline.ledger.Scoreboard;
import io.faultline.ledger.SweepScores;
import io.faultline.signal.SizeBand;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of an evaluation that is about clusters, to be read by people. */
final class BoardText {
    private final StringBuilder out = new StringBuilder();

    private BoardText() {}

    static String of(Scoreboard board) {
        BoardText text = new BoardText();
        text.reach(board);
        text.funding(board);
        text.sweeps(board);
        text.sizes(board.sweeps());
        text.claims(board);
        return text.out.toString();
    }

    private void reach(Scoreboard board) {
        line("");
        if (board.reach().rows().isEmpty()) {
            line("clusters reached: needs %d more that are due", Math.max(1, board.clustersNeeded()));
            return;
        }
        line("clusters reached within 24 h, against random levels at the same distances (80 %% and 90 %% intervals)");
        line(
                "  %-10s %-11s %-9s %6s %19s %8s %9s %10s  %s",
                "path", "distance", "size", "seen", "touched", "turned", "through", "random", "difference");
        for (ReachRow row : board.reach().rows()) {
            ReachRow.Comparison day = row.byHorizon().get(Horizon.H24);
            if (day != null) {
                line(
                        "  %-10s %-11s %-9s %,6d %19s %,8d %,9d %8.1f %%  %s",
                        word(row.path()),
                        word(row.band()),
                        word(row.size()),
                        row.touched().trials(),
                        share(row.touched()),
                        row.reversed(),
                        row.through(),
                        100 * day.randomLevel(),
                        difference(day.overRandom().value(), day.overRandom().interval()));
            }
        }
    }

    private void funding(Scoreboard board) {
        if (board.funding().isEmpty()) {
            line("funding rules: needs %d more clusters with crowded funding", board.fundingNeeded());
        }
        for (FundingScore score : board.funding()) {
            line(
                    "funding rule %-8s agrees %s, contradicts %s, difference %s",
                    score.rule().name().toLowerCase(Locale.ROOT),
                    share(score.agree()),
                    share(score.contradict()),
                    difference(score.difference().value(), score.difference().interval()));
        }
    }

    private void sweeps(Scoreboard board) {
        SweepScores sweeps = board.sweeps();
        Quartiles fired = sweeps.firedShare();
        if (fired.isShown()) {
            line(
                    "fired share of clusters swept: median %.1f %% (quartiles %.1f to %.1f, n %,d); the field says 60 to 80",
                    100 * fired.median(), 100 * fired.q1(), 100 * fired.q3(), fired.n());
        } else {
            line("fired share: needs %d more clusters swept while reports were known", board.sweepsNeeded());
        }
        Quartiles error = sweeps.priceError();
        if (error.isShown()) {
            line(
                    "price error of zones: median %.2f %% (quartiles %.2f to %.2f, n %,d); the field says 1 to 3",
                    100 * error.median(), 100 * error.q1(), 100 * error.q3(), error.n());
        }
        HeavierScore heavier = board.heavier();
        if (heavier.isShown()) {
            line(
                    "heavier side touched first: %s of hours (n %,d); mirrored levels %.1f %%, difference %s",
                    share(heavier.heavierFirst()),
                    heavier.heavierFirst().trials(),
                    100 * heavier.mirrored().share(),
                    difference(
                            heavier.difference().value(), heavier.difference().interval()));
        }
        if (sweeps.fast().through().trials() >= Quartiles.LEAST
                && sweeps.slow().through().trials() >= Quartiles.LEAST) {
            line(
                    "passed to the far edge: %s when price came fast, %s when not",
                    share(sweeps.fast().through()), share(sweeps.slow().through()));
        }
    }

    private void sizes(SweepScores sweeps) {
        line("");
        line("what price did within half an hour of entering a cluster, by its size (80 %% intervals)");
        for (SizeBand band : SizeBand.values()) {
            SweepScores.Effect effect = sweeps.bySize().get(band);
            int entered = effect == null ? 0 : effect.absorbed().trials();
            String found = effect == null || entered < BandClaim.LEAST
                    ? "not enough"
                    : String.format(
                            Locale.ROOT,
                            "median way %.2f %%, absorbed %s",
                            100 * effect.medianReturn(),
                            share(effect.absorbed()));
            line("  %-10s n %,5d  %-48s the field: %s", word(band), entered, found, BandClaim.of(band));
        }
    }

    private void claims(Scoreboard board) {
        line("");
        line("what the field claims, and what was measured here (80 %% intervals)");
        for (FieldClaims.Claim claim : FieldClaims.of(board)) {
            FieldClaims.Measured measured = claim.measured();
            String found = measured == null
                    ? claim.n() == 0
                            ? "fewer than " + claim.least() + " of them"
                            : "needs " + (claim.least() - claim.n()) + " more, has " + claim.n()
                    : String.format(
                            Locale.ROOT,
                            "%.1f %% (%.0f to %.0f), n %,d",
                            100 * measured.value(),
                            100 * measured.interval().low(),
                            100 * measured.interval().high(),
                            claim.n());
            String verdict =
                    claim.holds().map(holds -> holds ? "agrees" : "not so here").orElse("");
            line("  %-60s %-11s %-32s %s", claim.words(), claim.field(), found, verdict);
        }
    }

    private static String share(Proportion proportion) {
        Interval wilson = proportion.wilson80();
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.0f to %.0f)",
                100 * proportion.share(),
                100 * wilson.low(),
                100 * wilson.high());
    }

    private static String difference(double value, Interval interval) {
        return String.format(
                Locale.ROOT,
                "%+.1f (%+.1f to %+.1f)%s",
                100 * value,
                100 * interval.low(),
                100 * interval.high(),
                interval.excludesZero() ? "" : "  " + EvaluateText.NOT_SHOWN);
    }

    private static String word(@Nullable Enum<?> constant) {
        return constant == null ? "all" : constant.name().toLowerCase(Locale.ROOT);
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
