package io.faultline.bench;

import io.faultline.Captures;
import java.util.Collection;
import java.util.Locale;
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
    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
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
        print(new Runner(options.build()).run());
    }

    private static void print(Collection<RunResult> results) {
        System.out.printf("%n| benchmark | CPU ns an operation | bytes an operation |%n|---|---|---|%n");
        for (RunResult result : results) {
            StringBuilder name = new StringBuilder(result.getParams().getBenchmark());
            name.delete(0, Benchmarks.class.getPackageName().length() + 1);
            for (String parameter : result.getParams().getParamsKeys()) {
                name.append(' ').append(result.getParams().getParam(parameter));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.2f |%n",
                    name,
                    perOperation(result, "cpuNanos"),
                    perOperation(result, "bytes"));
        }
    }

    private static double perOperation(RunResult result, String cost) {
        return result.getSecondaryResults().get(cost).getScore()
                / result.getSecondaryResults().get("operations").getScore();
    }
}
