package io.faultline.ledger;

import io.faultline.market.PositionSide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a prediction explains of reported forced volume beyond what price and volume explain, model 20. The outcome is
 * {@code ln(1 + F)}, the signals are {@code ln(1 + USD)}. Without the run-down and run-up among the controls, knowing
 * which way a bar went would pass for skill.
 *
 * @param controls R² of the controls alone
 * @param added by each signal, with intervals of a block bootstrap
 */
public record AddedR2(double controls, Map<Signal, Gain> added) {
    /** History begins with an empty grid: what it says before is not counted. */
    public static final long WARM_UP_MILLIS = 5 * 86_400_000L;

    /** The shortest record that says anything, warm-up included. */
    public static final long LEAST_MILLIS = 7 * 86_400_000L;

    private static final long DAY_SECONDS = 86_400;
    private static final int LEAST_OBSERVATIONS = 30;

    /** Whose forced volume is explained. */
    public enum Outcome {
        LONG,
        SHORT,
        BOTH;

        private double reported(FlowRecord flow) {
            return sum(flow.longs().reportedUsd(), flow.shorts().reportedUsd());
        }

        private double sum(double longs, double shorts) {
            return switch (this) {
                case LONG -> longs;
                case SHORT -> shorts;
                case BOTH -> longs + shorts;
            };
        }
    }

    /** What explains it. */
    public enum Signal {
        MODEL,
        COINGLASS,
        COINGLASS_VOLUME,
        OPEN_INTEREST_CHANGE;

        private double of(FlowRecord flow, Outcome outcome) {
            SideFlow longs = flow.side(PositionSide.LONG);
            SideFlow shorts = flow.side(PositionSide.SHORT);
            return switch (this) {
                case MODEL ->
                    outcome.sum(longs.predicted().meanUsd(), shorts.predicted().meanUsd());
                case COINGLASS -> outcome.sum(longs.coinglassUsd(), shorts.coinglassUsd());
                case COINGLASS_VOLUME -> outcome.sum(longs.coinglassVolumeUsd(), shorts.coinglassVolumeUsd());
                case OPEN_INTEREST_CHANGE -> Math.abs(flow.openInterestChangeUsd());
            };
        }
    }

    /**
     * What a signal adds. R² cannot fall, so its interval never includes 0; whether a higher signal goes with more forced
     * volume, the semipartial correlation shows, whose square it is.
     */
    public record Gain(Estimate r2, Estimate semipartial, int observations) {
        /**
         * Whether the signal is shown to work: the interval of the correlation lies above 0, and that of R² above what
         * a signal of pure noise adds on average, which is one over the number of observations.
         */
        public boolean isShown() {
            return semipartial.interval().low() > 0 && r2.interval().low() > 1.0 / observations;
        }
    }

    public AddedR2 {
        EnumMap<Signal, Gain> copy = new EnumMap<>(Signal.class);
        copy.putAll(added);
        added = Collections.unmodifiableMap(copy);
    }

    /**
     * By outcome; an outcome is absent if it does not vary, and all are if there are too few records. A signal is absent
     * if it is not known in every record that counts, such as open interest that nobody told.
     *
     * @param flows of one venue, in order of time, warm-up left out; those with an unknown report or volume do not count
     */
    public static Map<Outcome, AddedR2> of(List<FlowRecord> flows) {
        List<FlowRecord> counted = flows.stream().filter(AddedR2::isWhole).toList();
        if (counted.size() < LEAST_OBSERVATIONS) {
            return Map.of();
        }
        // A change of open interest that is missing now and then takes its records with it, unless it is most of them.
        List<FlowRecord> withInterest = counted.stream()
                .filter(flow -> !Double.isNaN(flow.openInterestChangeUsd()))
                .toList();
        boolean isInterestKnown = withInterest.size() >= Math.max(LEAST_OBSERVATIONS, counted.size() / 2);
        return new Sample(isInterestKnown ? withInterest : counted, isInterestKnown).results();
    }

    private static boolean isWhole(FlowRecord flow) {
        return flow.longs().isReportKnown()
                && flow.shorts().isReportKnown()
                && !Double.isNaN(flow.volumeUsd())
                && flow.low() > 0;
    }

    /** Observations as columns. */
    private static final class Sample {
        private final List<FlowRecord> flows;
        private final double[][] controls;
        private final List<Signal> signals = new ArrayList<>(List.of(Signal.values()));
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<double[]> outcomeColumns = new ArrayList<>();
        private final List<double[][]> signalColumns = new ArrayList<>();

        Sample(List<FlowRecord> flows, boolean isInterestKnown) {
            this.flows = flows;
            controls = controls(flows);
            if (!isInterestKnown) {
                signals.remove(Signal.OPEN_INTEREST_CHANGE);
            }
            for (Outcome outcome : Outcome.values()) {
                if (flows.stream().mapToDouble(outcome::reported).distinct().count() > 1) {
                    outcomes.add(outcome);
                    outcomeColumns.add(column(flow -> Math.log1p(outcome.reported(flow))));
                    signalColumns.add(signals.stream()
                            .map(signal -> column(flow -> Math.log1p(signal.of(flow, outcome))))
                            .toArray(double[][]::new));
                }
            }
        }

        private static double[][] controls(List<FlowRecord> flows) {
            double[][] columns = new double[7][flows.size()];
            for (int i = 0; i < flows.size(); i++) {
                FlowRecord flow = flows.get(i);
                double runDown = Math.max(0, Math.log(flow.open() / flow.low()));
                double runUp = Math.max(0, Math.log(flow.high() / flow.open()));
                columns[0][i] = Math.log1p(flow.volumeUsd());
                columns[1][i] = Math.abs(Math.log(flow.close() / flow.open()));
                columns[2][i] = Math.log(flow.high() / flow.low());
                columns[3][i] = runDown;
                columns[4][i] = runUp;
                columns[5][i] = Math.sqrt(runDown);
                columns[6][i] = Math.sqrt(runUp);
            }
            return columns;
        }

        private double[] column(ToDoubleFunction<FlowRecord> figure) {
            return flows.stream().mapToDouble(figure).toArray();
        }

        Map<Outcome, AddedR2> results() {
            int[] all = new int[flows.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            double[] figures = figures(all);
            List<Interval> intervals =
                    BlockBootstrap.ofBlocks(blockLength()).intervals(flows.size(), indices -> figures(indices));
            Map<Outcome, AddedR2> results = new EnumMap<>(Outcome.class);
            int at = 0;
            for (Outcome outcome : outcomes) {
                double alone = figures[at++];
                Map<Signal, Gain> added = new EnumMap<>(Signal.class);
                for (Signal signal : signals) {
                    added.put(
                            signal,
                            new Gain(
                                    new Estimate(figures[at], intervals.get(at)),
                                    new Estimate(figures[at + 1], intervals.get(at + 1)),
                                    flows.size()));
                    at += 2;
                }
                results.put(outcome, new AddedR2(alone, added));
            }
            return results;
        }

        /** For each outcome the R² of the controls, then of each signal what it adds, and its correlation. */
        private double[] figures(int[] indices) {
            Regression.Controls fitted = new Regression.Controls(controls, indices);
            double[] figures = new double[outcomes.size() * (1 + 2 * signals.size())];
            int at = 0;
            for (int o = 0; o < outcomes.size(); o++) {
                Regression.Explained explained = fitted.of(outcomeColumns.get(o));
                figures[at++] = explained.r2();
                for (double[] signal : signalColumns.get(o)) {
                    double correlation = explained.semipartial(signal);
                    figures[at++] = correlation * correlation;
                    figures[at++] = correlation;
                }
            }
            return figures;
        }

        /** A day of records of the usual length. */
        private int blockLength() {
            double[] seconds =
                    flows.stream().mapToDouble(FlowRecord::seconds).sorted().toArray();
            return (int) Math.max(1, Math.round(DAY_SECONDS / seconds[seconds.length / 2]));
        }
    }

    /** The added R² of a signal; empty if it could not be computed. */
    public Optional<Gain> of(Signal signal) {
        return Optional.ofNullable(added.get(signal));
    }
}
