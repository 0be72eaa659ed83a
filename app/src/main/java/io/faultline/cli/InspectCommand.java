package io.faultline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faultline inspect}: what journals hold, and what the decoders and books make of it. */
@Command(
        name = "inspect",
        description = "Feeds journals through the decoders, books and desks, and says what came out.",
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Journals, or folders that hold them.")
    private List<Path> journals = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--depth",
            paramLabel = "LEVELS",
            defaultValue = "20",
            description = "Levels of each side of the final books to print. Default: ${DEFAULT-VALUE}.")
    private int depth = 20;

    @Option(
            names = "--checkpoint",
            paramLabel = "N",
            description = "Hash the books after the snapshot, the first and every N-th change applied.")
    private @Nullable Integer checkpoint;

    @Override
    public Integer call() throws IOException {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        if (depth < 0) {
            throw new ParameterException(command.commandLine(), "--depth must not be negative: " + depth);
        }
        if (checkpoint != null && checkpoint < 1) {
            throw new ParameterException(command.commandLine(), "--checkpoint must be 1 or more: " + checkpoint);
        }
        InspectReport report = Inspection.of(journals, Venues.live(), depth, checkpoint == null ? 0 : checkpoint);
        PrintWriter err = command.commandLine().getErr();
        report.journal().problems().forEach(err::println);
        report.refusals().forEach(err::println);
        err.flush();
        PrintWriter out = command.commandLine().getOut();
        out.println(json ? InspectJson.of(report) : InspectText.of(report));
        if (out.checkError()) {
            throw new IOException("standard output cannot be written to");
        }
        return 0;
    }
}
