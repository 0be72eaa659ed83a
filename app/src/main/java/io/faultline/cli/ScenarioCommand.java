package io.faultline.cli;

import io.faultline.practice.MarketScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faultline scenario}: a scripted practice market without a window. */
@Command(
        name = "scenario",
        description =
                "Runs a scripted practice market through sockets, decoders and desk, without a window and as fast "
                        + "as it goes, and says what was seen.",
        mixinStandardHelpOptions = true)
final class ScenarioCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofDays(1);

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "cascade, rejection, migration or faults.")
    private String name = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of all chance in the market. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the journal of all that the venues say: a *.jsonl.gz file, any other name a folder.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CommandSpec parsed = command;
        if (parsed == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        MarketScript.Name script = script(parsed, "NAME", name);
        ScenarioReport report;
        try (ScratchFolder scratch = ScratchFolder.make("faultline-scenario")) {
            report = ScenarioRun.of(script, seed, LONGEST, PracticeScript.PAST_DAYS, scratch.path(), out);
        }
        PrintWriter out = parsed.commandLine().getOut();
        out.println(json ? ScenarioJson.of(report) : ScenarioText.of(report));
        if (out.checkError()) {
            throw new IOException("standard output cannot be written to");
        }
        return 0;
    }

    /** @param parameter whose value that is */
    static MarketScript.Name script(CommandSpec command, String parameter, String name) {
        return MarketScript.Name.of(name)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), parameter + ": '" + name + "' is no scenario; there are " + names()));
    }

    private static String names() {
        return Arrays.stream(MarketScript.Name.values())
                .map(MarketScript.Name::word)
                .collect(Collectors.joining(", "));
    }
}
