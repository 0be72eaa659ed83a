package io.faultline.cli;

import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.ui.Launch;
import io.faultline.ui.LaunchException;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code faultline practice}: the workstation on an exchange of its own. */
@Command(
        name = "practice",
        description = "Opens the workstation on a practice exchange in this program; nothing leaves this machine.",
        mixinStandardHelpOptions = true)
final class PracticeCommand implements Callable<Integer> {
    /** There whatever is asked for, so that there is something to choose from. */
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of all chance in the market. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private MarketOptions market = new MarketOptions();

    @Mixin
    private WindowOptions window = new WindowOptions();

    @Override
    public Integer call() throws IOException, LaunchException {
        Set<String> symbols = new LinkedHashSet<>(market.symbols());
        symbols.addAll(SYMBOLS);
        Venues spoken = Venues.live();
        List<Venue> venues = List.copyOf(spoken.all());
        try (PracticeExchange exchange =
                PracticeExchange.start(PracticeSettings.of(seed, venues, List.copyOf(symbols)))) {
            for (Venue venue : exchange.venues()) {
                spoken = spoken.moved(venue, exchange.rest(venue), exchange.websocket(venue));
            }
            List<VenueAdapter> adapters = market.adapters(spoken);
            Markets markets = new Markets(market.symbols(), adapters, Venues.live(), window.home());
            Launch.run(markets, markets.live(), window.workspace());
        }
        return 0;
    }
}
