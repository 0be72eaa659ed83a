package io.faultline.cli;

import io.faultline.desk.Session;
import io.faultline.market.Venue;
import io.faultline.practice.MarketScript;
import io.faultline.ui.Launch;
import io.faultline.ui.LaunchException;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code faultline practice}: the workstation on an exchange of its own. */
@Command(
        name = "practice",
        description = "Opens the workstation on a practice exchange in this program; nothing leaves this machine.",
        mixinStandardHelpOptions = true)
final class PracticeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of all chance in the market. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How many times faster than life, 1 to 1000, as far as the machine can. "
                    + "Default: ${DEFAULT-VALUE}.")
    private double speed = 1;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "Play a script on it: cascade, rejection, migration or faults. It begins when the window knows "
                            + "the past, on BTCUSDT, and sets an alarm.")
    private @Nullable String scenario;

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Override
    public Integer call() throws IOException, LaunchException {
        if (command != null && !(speed >= 1 && speed <= PracticeMarket.MOST_SPEED)) {
            throw new ParameterException(command.commandLine(), "--speed: " + speed + " is not from 1 to 1000");
        }
        List<Venue> venues =
                market.adapters(Venues.live()).stream().map(VenueAdapter::venue).toList();
        if (scenario != null) {
            return play(script(scenario), venues);
        }
        Set<String> symbols = new LinkedHashSet<>(market.symbols());
        symbols.addAll(PracticeMarket.SYMBOLS);
        Launch launch = Launch.begin(window.workspace());
        try (PracticeMarket running = PracticeMarket.open(seed, venues, List.copyOf(symbols), speed);
                Markets markets = Markets.practice(market.symbols(), running, window.home())) {
            launch.run(markets, markets.live());
        }
        return 0;
    }

    private int play(MarketScript.Name script, List<Venue> venues) throws IOException, LaunchException {
        if (command != null && !market.symbols().equals(List.of(PracticeScript.SYMBOL))) {
            throw new ParameterException(
                    command.commandLine(),
                    "--scenario: plays on " + PracticeScript.SYMBOL + " alone, not on --symbol "
                            + String.join(",", market.symbols()));
        }
        Launch launch = Launch.begin(window.workspace());
        try (PracticeMarket running = PracticeMarket.open(seed, venues, script, speed);
                Markets markets = Markets.practice(market.symbols(), running, window.home())) {
            Session session = markets.live();
            running.watchedBy(session);
            launch.run(markets, session);
        }
        return 0;
    }

    private MarketScript.Name script(String name) {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli");
        }
        return ScenarioCommand.script(command, "--scenario", name);
    }
}
