package io.faultline.bench;

import io.faultline.Captures;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.opentest4j.TestAbortedException;

/**
 * Runs the benchmarks of this package, or those that JMH's own arguments choose, and prints what one operation costs
 * its thread, as app/docs/benchmarks.md shows it. How to start it stands there.
 */
public final class Benchmarks {
    /** The figures of {@link PulseCost}, as they are printed. */
    private static final String[] PULSES = {
        "pulsesPerSecond", "cpuP50", "cpuP99", "wallP50", "wallP99", "render", "kilobytes", "eventP50", "eventP99"
    };

    /** The window as a whole, live and on a long replay: no benchmarks of JMH's, and without need of captures. */
    private static final String WINDOW = "window";

    private static final String REPLAY = "replay";

    private Benchmarks() {}

    public static void main(String[] args)
            throws RunnerException, CommandLineOptionException, IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(WINDOW)) {
            WindowFigures.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        if (args.length > 0 && args[0].equals(REPLAY)) {
            ReplayFigures.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        try {
            Captures.btcusdt();
        } catch (TestAbortedException e) {
            System.out.println("Nothing measured; " + e.getMessage());
            return;
        }
        OptionsBuilder options = new OptionsBuilder();
        options.parent(new CommandLineOptions(args));
        if (args.length == 0) {
            options.include(Benchmarks.class.getPackageName());
        }
        Map<Boolean, List<RunResult>> results = new Runner(options.build())
                .run().stream()
                        .collect(Collectors.partitioningBy(
                                result -> result.getSecondaryResults().containsKey(PULSES[0])));
        printOperations(results.get(false));
        printPulses(results.get(true));
    }

    private static String name(RunResult result) {
        StringBuilder name = new StringBuilder(result.getParams().getBenchmark());
        name.delete(0, Benchmarks.class.getPackageName().length() + 1);
        for (String parameter : result.getParams().getParamsKeys()) {
            name.append(' ').append(result.getParams().getParam(parameter));
        }
        return name.toString();
    }

    private static void printPulses(List<RunResult> results) {
        for (RunResult result : results) {
            System.out.printf("%n| %s | |%n|---|---|%n", name(result));
            for (String figure : PULSES) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.2f |%n",
                        figure,
                        result.getSecondaryResults().get(figure).getScore());
            }
        }
    }

    private static void printOperations(List<RunResult> results) {
        if (!results.isEmpty()) {
            System.out.printf("%n| benchmark | CPU ns an operation | bytes an operation |%n|---|---|---|%n");
        }
        for (RunResult result : results) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.2f |%n",
                    name(result),
                    perOperation(result, "cpuNanos"),
                    perOperation(result, "bytes"));
        }
    }

    private static double perOperation(RunResult result, String cost) {
        return result.getSecondaryResults().get(cost).getScore()
                / result.getSecondaryResults().get("operations").getScore();
    }
}
