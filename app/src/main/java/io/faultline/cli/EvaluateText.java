package io.faultline.cli;

import io.faultline.ledger.AddedR2;
import io.faultline.ledger.FlowCalibration;
import io.faultline.ledger.Interval;
import io.faultline.practice.crowd.StylisedFacts;
import java.util.List;
import java.util.Locale;

/** An {@link EvaluateReport} to be read by people: figures with their intervals, and what they should be. */
final class EvaluateText {
    static final String NOT_SHOWN = "not shown to work";

    private final StringBuilder out = new StringBuilder();

    private EvaluateText() {}

    static String of(EvaluateReport report) {
        EvaluateText text = new EvaluateText();
        report.title().forEach(line -> text.line("%s", line));
        report.remarks().forEach(remark -> text.line("  note: %s", remark));
        EvaluateReport.Coverage coverage = report.coverage();
        text.line(
                "  %,d steps, %,d with open interest, %,d with reported liquidations",
                coverage.steps(), coverage.withOpenInterest(), coverage.withLiquidations());
        text.score(report.markets());
        text.facts(report.stylisedFacts());
        text.addedR2(report);
        report.calibration().ifPresent(text::calibration);
        report.board().ifPresent(board -> text.out.append(BoardText.of(board)));
        return text.out.toString().stripTrailing();
    }

    private void score(List<PracticeScore> markets) {
        if (markets.isEmpty()) {
            return;
        }
        line("");
        line("likeness to the true positions: r of log mass by price, .3 to 15 %% from the mark");
        line(
                "  %8s %7s %15s %10s %7s %7s %9s %8s %6s",
                "seed", "model", "CoinGlass-like", "by volume", "oracle", "level", "rep./exp.", "in band", "time");
        for (PracticeScore market : markets) {
            FlowCalibration flows = FlowCalibration.of(market.flows());
            line(
                    "  %8d %s %7s %9s %7.1f%% %4.0f s",
                    market.seed(),
                    profiles(market.profiles()),
                    figure(market.level()),
                    figure(flows.ratio()),
                    100 * flows.inBand().share(),
                    market.millis() / 1000.0);
        }
        PracticeScore.Profiles mean = PracticeScore.mean(markets);
        line("  %8s %s", "mean", profiles(mean));
        bar(markets, mean);
    }

    /** Model 24.5: what is asked of it, over all these markets. */
    private void bar(List<PracticeScore> markets, PracticeScore.Profiles mean) {
        double least = markets.stream()
                .mapToDouble(market -> market.profiles().model())
                .min()
                .orElse(Double.NaN);
        long ahead = markets.stream()
                .filter(market -> market.profiles().model() > market.profiles().coinglassLike())
                .count();
        double above = mean.model() - mean.coinglassLike();
        double ofOracle = mean.model() / mean.oracle();
        FlowCalibration flows = FlowCalibration.of(
                markets.stream().flatMap(market -> market.flows().stream()).toList());
        double inBand = flows.inBand().share();
        line("");
        line("what is asked of the model");
        asked("mean likeness", figure(mean.model()), ".62 or more", mean.model() >= .62);
        asked("least of a seed", figure(least), ".45 or more", least >= .45);
        asked("above the CoinGlass-like map", figure(above), ".10 or more", above >= .10);
        asked(
                "ahead of it on seeds",
                ahead + " of " + markets.size(),
                "9 of 10 or more",
                10 * ahead >= 9L * markets.size());
        asked("of the oracle's likeness", figure(ofOracle), ".75 or more", ofOracle >= .75);
        asked(
                "reported over expected",
                figure(flows.ratio()),
                ".7 to 1.6",
                flows.ratio() >= .7 && flows.ratio() <= 1.6);
        asked("reported flow in its band", figure(inBand), ".75 to .92", inBand >= .75 && inBand <= .92);
    }

    private void asked(String what, String figure, String accept, boolean ok) {
        line("  %-30s %10s  %-16s %s", what, figure, accept, figure.equals("?") ? "?" : ok ? "ok" : "NOT MET");
    }

    private static String profiles(PracticeScore.Profiles profiles) {
        return String.format(
                Locale.ROOT,
                "%7s %15s %10s %7s",
                figure(profiles.model()),
                figure(profiles.coinglassLike()),
                figure(profiles.volumeOnly()),
                figure(profiles.oracle()));
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%.3f", value);
    }

    private void facts(List<StylisedFacts.Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        line("");
        line("whether the practice market behaves as markets do");
        for (StylisedFacts.Fact fact : facts) {
            line(
                    "  %-62s %10s  %-14s %s",
                    fact.fact(),
                    Double.isNaN(fact.value()) ? "?" : String.format(Locale.ROOT, "%.4g", fact.value()),
                    fact.accept(),
                    fact.ok() ? "ok" : "NOT MET");
        }
    }

    private void addedR2(EvaluateReport report) {
        if (report.addedR2().isEmpty()) {
            return;
        }
        line("");
        line("added R2: what each signal explains of reported liquidations beyond price and volume (90 %% interval)");
        report.addedR2().forEach((outcome, result) -> {
            line("  %-6s controls alone %.3f", name(outcome), result.controls());
            result.added()
                    .forEach((signal, gain) -> line(
                            "    %-22s %+.4f  (%.4f to %.4f)%s",
                            name(signal),
                            gain.r2().value(),
                            gain.r2().interval().low(),
                            gain.r2().interval().high(),
                            gain.isShown() ? "" : "  " + NOT_SHOWN));
        });
    }

    private static String name(AddedR2.Outcome outcome) {
        return switch (outcome) {
            case LONG -> "longs";
            case SHORT -> "shorts";
            case BOTH -> "both";
        };
    }

    private static String name(AddedR2.Signal signal) {
        return switch (signal) {
            case MODEL -> "model";
            case COINGLASS -> "CoinGlass-like";
            case COINGLASS_VOLUME -> "the same by volume";
            case OPEN_INTEREST_CHANGE -> "|change of OI|";
        };
    }

    private void calibration(FlowCalibration calibration) {
        line("");
        int swept = calibration.inBand().trials();
        if (!calibration.isShown()) {
            line(
                    "expected against reported: needs %d more intervals with swept mass and a report, has %d",
                    FlowCalibration.LEAST - swept, swept);
            return;
        }
        Interval wilson = calibration.inBand().wilson80();
        line("expected against reported liquidations");
        line("  reported / expected  %.2f", calibration.ratio());
        line(
                "  in the 80 %% band     %.1f %%  (%.1f to %.1f, n %,d)  aim 75 to 92 %%",
                100 * calibration.inBand().share(), 100 * wilson.low(), 100 * wilson.high(), swept);
        line("  %14s %14s   %-27s %8s", "expected USD", "reported USD", "80 % band", "n");
        for (FlowCalibration.Row row : calibration.rows()) {
            line(
                    "  %,14.0f %,14.0f   %-27s %,8d",
                    row.predictedUsd(),
                    row.reportedUsd(),
                    String.format(
                            Locale.ROOT,
                            "%,.0f to %,.0f",
                            row.band80().low(),
                            row.band80().high()),
                    row.count());
        }
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
