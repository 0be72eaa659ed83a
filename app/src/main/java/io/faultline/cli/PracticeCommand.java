package io.faultline.cli;

import io.faultline.market.Venue;
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
        Set<String> symbols = new LinkedHashSet<>(market.symbols());
        symbols.addAll(PracticeMarket.SYMBOLS);
        try (PracticeMarket running = PracticeMarket.open(seed, venues, List.copyOf(symbols), speed);
                Markets markets = Markets.practice(market.symbols(), running, window.home())) {
            Launch.run(markets, markets.live(), window.workspace());
        }
        return 0;
    }
}
