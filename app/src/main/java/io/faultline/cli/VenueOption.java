package io.faultline.cli;

import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which venues. */
final class VenueOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--venues",
            paramLabel = "VENUE",
            split = ",",
            description = "Only these, separated by commas. Default: binance,bybit,okx,bitget; in a replay all.")
    private List<String> venues = new ArrayList<>();

    /** Those that are named; empty where none is. */
    Set<Venue> named(Venues known) {
        Set<Venue> named = EnumSet.noneOf(Venue.class);
        for (String each : venues) {
            String id = each.trim().toLowerCase(Locale.ROOT);
            named.add(Venue.ofId(id)
                    .filter(venue -> known.adapter(venue).isPresent())
                    .orElseThrow(() -> wrong("--venues: '" + id + "' is not spoken; spoken: " + known.names())));
        }
        if (named.isEmpty()
                && command != null
                && command.commandLine().getParseResult().hasMatchedOption("--venues")) {
            throw wrong("--venues: none given");
        }
        return named;
    }

    /** The adapters of those that are named; of the usual ones where none is. */
    List<VenueAdapter> adapters(Venues known) {
        Set<Venue> named = named(known);
        return named.isEmpty() ? MarketOptions.usual(known) : known.only(named).adapters();
    }

    private ParameterException wrong(String message) {
        if (command == null) {
            throw new IllegalStateException("not parsed by picocli: " + message);
        }
        return new ParameterException(command.commandLine(), message);
    }
}
