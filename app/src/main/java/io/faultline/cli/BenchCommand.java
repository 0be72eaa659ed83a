package io.faultline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code faultline bench}: says how to run the benchmarks, which are not part of the program. */
@Command(name = "bench", description = "Says how to run the benchmarks.", mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        command.commandLine().getOut().println("""
                The benchmarks live in the sources' test tree. From the root of the repository:

                  mvn -Pbench test
                  mvn -Pbench test -Dbench.args=window      (the whole window, two minutes)

                They print their table and need, but for the window, the captured data of app/docs/benchmarks.md, which
                also has the last results.""");
        command.commandLine().getOut().flush();
        return 0;
    }
}
