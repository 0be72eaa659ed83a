package io.faultline.cli;

import io.faultline.venue.VenueAdapter;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Options of every command that connects to venues. */
final class FeedOptions {
    @Mixin
    private MarketOptions market = new MarketOptions();

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    /** The first symbol, in upper case. */
    String symbol() {
        return symbols().get(0);
    }

    /** The symbols in upper case, each once, in the order given; at least one. */
    List<String> symbols() {
        return market.symbols();
    }

    /** Every venue that this program speaks, where it is. */
    Venues known() {
        return endpoints.apply(Venues.live());
    }

    /** The venues asked for; the usual ones when none is named. */
    List<VenueAdapter> adapters(Venues known) {
        return market.adapters(known);
    }
}
