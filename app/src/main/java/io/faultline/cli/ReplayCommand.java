package io.faultline.cli;

import io.faultline.desk.ReplayControl;
import io.faultline.market.Venue;
import io.faultline.ui.Launch;
import io.faultline.ui.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faultline replay}: the workstation on a journal. */
@Command(
        name = "replay",
        description = "Opens the workstation on journals; no venue is asked for anything, unless you go back to live.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Journals, or folders that hold them.")
    private List<Path> journals = new ArrayList<>();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Default: the one that the journal holds most of.")
    private @Nullable String symbol;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Times real time, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private double speed = 1;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = WindowOptions.TimeConverter.class,
            description = "Begin there: 2024-08-08T23:56:00Z.")
    private @Nullable Instant at;

    @Mixin
    private VenueOption venues = new VenueOption();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Override
    public Integer call() throws IOException, LaunchException {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        if (!(speed >= 1 && speed <= 100)) {
            throw new ParameterException(command.commandLine(), "--speed must be from 1 to 100: " + speed);
        }
        Venues known = Venues.live();
        Set<Venue> named = venues.named(known);
        Venues replayed = named.isEmpty() ? known : known.only(named);
        Optional<String> wanted = Optional.ofNullable(symbol).map(name -> name.toUpperCase(Locale.ROOT));
        JournalSymbols held = JournalSymbols.in(journals, replayed);
        String first = wanted.isPresent() ? held.require(wanted.get(), journals) : held.busiest(journals);
        Launch launch = Launch.begin(window.workspace());
        try (Markets live = new Markets(List.of(first), venues.adapters(known), known, window.home())) {
            ReplaySession session = live.replay(journals, held, Optional.of(first));
            ReplayControl control = session.replay().orElseThrow();
            control.speed(speed);
            if (at != null) {
                control.seek(at.getEpochSecond() * 1_000_000_000L + at.getNano());
            }
            control.play();
            launch.run(new JournalMarkets(journals, held, live), session);
        }
        return 0;
    }
}
