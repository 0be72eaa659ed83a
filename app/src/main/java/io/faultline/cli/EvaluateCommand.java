package io.faultline.cli;

import io.faultline.liquidation.BracketTables;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.Venue;
import io.faultline.venue.RiskTierTables;
import io.faultline.venue.VenueAdapter;
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

/** {@code faultline evaluate}: how good the model of liquidations is, by what came. */
@Command(
        name = "evaluate",
        description =
                "Runs the model without a window, and says how well it foretold what was liquidated: on a file of "
                        + "bars, or on practice markets whose positions are known.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final int DEFAULT_HOURS = 96;
    private static final int MOST_HOURS = 24 * 365;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Journals, or folders that hold them.")
    private List<Path> journals = new ArrayList<>();

    @Option(names = "--history", paramLabel = "FILE.csv", description = "Bars of one venue and symbol, a line each.")
    private @Nullable Path history;

    @Option(
            names = "--venue",
            paramLabel = "VENUE",
            description = "With --history: whose margin table is used. Default: binance.")
    private @Nullable String venue;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "With --history: whose margin table is used. "
                    + "Default: the symbol in the file's name if there is a table of it, else BTCUSDT.")
    private @Nullable String symbol;

    @Option(names = "--practice", description = "Practice markets, in process and as fast as they go.")
    private boolean practice;

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            converter = Seeds.Converter.class,
            description = "With --practice: which markets, such as 1-10, 7 or 1,3,5.")
    private @Nullable Seeds seeds;

    @Option(
            names = "--hours",
            paramLabel = "H",
            description = "With --practice: market hours scored of each, after 48 h of warm-up. Default: 96.")
    private @Nullable Integer hours;

    @Option(
            names = "--step",
            paramLabel = "SECONDS",
            description =
                    "With --practice: length of the model's steps, 5 to 60. Default: 10, as the live program has.")
    private @Nullable Integer step;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        EvaluateReport report = evaluation();
        PrintWriter out = spec().commandLine().getOut();
        out.println(json ? EvaluateJson.of(report) : EvaluateText.of(report));
        if (out.checkError()) {
            throw new IOException("standard output cannot be written to");
        }
        return 0;
    }

    private EvaluateReport evaluation() throws IOException, InterruptedException {
        Path file = history;
        int sources = (journals.isEmpty() ? 0 : 1) + (file == null ? 0 : 1) + (practice ? 1 : 0);
        if (sources != 1) {
            throw usage("say what to evaluate, and one of them: journals, --history FILE.csv, "
                    + "or --practice --seeds 1-10");
        }
        if (!practice) {
            refuse("--seeds", seeds, "--practice");
            refuse("--hours", hours, "--practice");
            refuse("--step", step, "--practice");
        }
        if (file == null) {
            refuse("--venue", venue, "--history");
            refuse("--symbol", symbol, "--history");
        }
        if (file != null) {
            return ofHistory(file);
        }
        return practice
                ? new PracticeEvaluation(plan(), spec().commandLine().getErr()).run()
                : new JournalEvaluation(journals, Venues.live()).run();
    }

    private void refuse(String option, @Nullable Object value, String source) {
        if (value != null) {
            throw usage(option + " is for " + source);
        }
    }

    private PracticePlan plan() {
        Seeds chosen = seeds;
        if (chosen == null) {
            throw usage("--practice needs --seeds, such as 1-10");
        }
        int scored = hours == null ? DEFAULT_HOURS : hours;
        if (scored < 1 || scored > MOST_HOURS) {
            throw usage("--hours must be from 1 to " + MOST_HOURS + ": " + scored);
        }
        ModelParameters parameters = ModelParameters.DEFAULT;
        if (step != null) {
            try {
                parameters = parameters.withStepSeconds(step);
            } catch (IllegalArgumentException outOfRange) {
                throw usage("--step: " + outOfRange.getMessage());
            }
        }
        return new PracticePlan(chosen.numbers(), PracticePlan.WARM_UP_HOURS, scored, parameters);
    }

    private EvaluateReport ofHistory(Path file) throws IOException {
        Venues venues = Venues.live();
        HistoryTables known = new HistoryTables(RiskTierTables.bundled(), venues);
        String venueId = venue == null ? Venue.BINANCE.id() : venue;
        Venue of =
                Venue.ofId(venueId).orElseThrow(() -> usage("--venue: " + venueId + " is none of " + venues.names()));
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String contract = symbol == null
                ? known.namedBy(name, of).orElse(HistoryTables.DEFAULT_SYMBOL)
                : canonical(symbol, of, venues);
        BracketTables tables = known.of(of, contract).orElseThrow(() -> usage(noTable(of, contract, known)));
        return new HistoryEvaluation(file, of, contract, tables).run();
    }

    private static String canonical(String symbol, Venue venue, Venues venues) {
        return venues.adapter(venue)
                .map((VenueAdapter adapter) -> adapter.canonical(symbol))
                .orElse(symbol);
    }

    private static String noTable(Venue venue, String symbol, HistoryTables known) {
        String symbols = String.join(", ", known.symbols(venue));
        return "no margin table of " + venue.title() + " " + symbol + " comes with the program"
                + (symbols.isEmpty()
                        ? ", nor any other of " + venue.title()
                        : "; of " + venue.title() + ": " + symbols);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        CommandSpec known = command;
        if (known == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        return known;
    }
}
