package io.faultline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faultline.ui.Launch;
import io.faultline.ui.LaunchException;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program: without a command the live workstation. */
@Command(
        name = "faultline",
        description = "A workstation for crypto perpetuals: heatmap, ladder and funding on one price axis. "
                + "Without a command it opens live.",
        mixinStandardHelpOptions = true,
        versionProvider = Faultline.Version.class,
        subcommands = {
            PracticeCommand.class,
            ReplayCommand.class,
            RecordCommand.class,
            ScenarioCommand.class,
            InspectCommand.class,
            EvaluateCommand.class,
            DoctorCommand.class,
            BenchCommand.class
        })
public final class Faultline implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Faultline.class);

    /** Kept, since the logging system holds loggers weakly. It warns that JavaFX is on the class path, where it belongs. */
    private static final java.util.logging.Logger JAVAFX = java.util.logging.Logger.getLogger("javafx");

    @Mixin
    private FeedOptions feed = new FeedOptions();

    @Mixin
    private WindowOptions window = new WindowOptions();

    /** Ends the process with 0 when done, 1 when that failed, 2 for a command line that cannot be understood. */
    public static void main(String[] arguments) {
        JAVAFX.setLevel(java.util.logging.Level.SEVERE);
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    /** Does what the command line says, and gives the exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Faultline())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // a name that begins with @ is a name
                .registerConverter(Path.class, new FileConverter())
                .setExecutionExceptionHandler(Faultline::failed)
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, LaunchException {
        Venues known = feed.known();
        List<VenueAdapter> adapters = feed.adapters(known);
        Launch launch = Launch.begin(window.workspace());
        try (Markets markets = new Markets(feed.symbols(), adapters, Venues.live(), window.home()).forWindow()) {
            launch.run(markets, markets.live());
        }
        return 0;
    }

    /** What a user can mend is one line; a fault of ours is that line and its trace. */
    private static int failed(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        String message = fault.getMessage();
        err.println("faultline: " + (message == null ? fault.getClass().getSimpleName() : message));
        err.flush();
        if (!(fault instanceof IOException || fault instanceof LaunchException)) {
            LOG.error("fault", fault);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Version of the jar, or that it was not built into one. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Faultline.class.getPackage().getImplementationVersion();
            return new String[] {"faultline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
