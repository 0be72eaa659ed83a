package io.faultline.cli;

import io.faultline.liquidation.BracketTables;
import io.faultline.market.Venue;
import io.faultline.venue.RiskTierTables;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code faultline evaluate}: how good the model of liquidations is, by what came. */
@Command(
        name = "evaluate",
        description = "Runs the model without a window, and says how well it foretold what was liquidated.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

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

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        EvaluateReport report = evaluation();
        PrintWriter out = spec().commandLine().getOut();
        out.println(json ? EvaluateJson.of(report) : EvaluateText.of(report));
        if (out.checkError()) {
            throw new IOException("standard output cannot be written to");
        }
        return 0;
    }

    private EvaluateReport evaluation() throws IOException {
        Path file = history;
        if (file == null) {
            throw usage("say what to evaluate: --history FILE.csv");
        }
        return ofHistory(file);
    }

    private EvaluateReport ofHistory(Path file) throws IOException {
        Venues venues = Venues.live();
        MarginTables known = new MarginTables(RiskTierTables.bundled(), venues);
        String venueId = venue == null ? Venue.BINANCE.id() : venue;
        Venue of =
                Venue.ofId(venueId).orElseThrow(() -> usage("--venue: " + venueId + " is none of " + venues.names()));
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        String contract = symbol == null
                ? known.namedBy(name, of).orElse(MarginTables.DEFAULT_SYMBOL)
                : canonical(symbol, of, venues);
        BracketTables tables = known.of(of, contract).orElseThrow(() -> usage(noTable(of, contract, known)));
        return new HistoryEvaluation(file, of, contract, tables).run();
    }

    private static String canonical(String symbol, Venue venue, Venues venues) {
        return venues.adapter(venue)
                .map((VenueAdapter adapter) -> adapter.canonical(symbol))
                .orElse(symbol);
    }

    private static String noTable(Venue venue, String symbol, MarginTables known) {
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
