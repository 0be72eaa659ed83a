package io.faultline.cli;

import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import io.faultline.venue.bitget.BitgetAdapter;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.okx.OkxAdapter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The venues that this program speaks: a new one is a package and a line here. */
final class Venues {
    private final Map<Venue, VenueAdapter> adapters = new EnumMap<>(Venue.class);

    private Venues() {}

    /** The venues that this program connects to, where they really are. */
    static Venues live() {
        return of(new BinanceAdapter(BinanceEndpoints.LIVE));
    }

    /** The venues whose journals can be read: to some of them this program does not connect. */
    static Venues readable() {
        return of(new BinanceAdapter(BinanceEndpoints.LIVE), new BybitAdapter(), new OkxAdapter(), new BitgetAdapter());
    }

    static Venues of(VenueAdapter... adapters) {
        Venues venues = new Venues();
        for (VenueAdapter adapter : adapters) {
            venues.adapters.put(adapter.venue(), adapter);
        }
        return venues;
    }

    Optional<VenueAdapter> adapter(Venue venue) {
        return Optional.ofNullable(adapters.get(venue));
    }

    Set<Venue> all() {
        return adapters.keySet();
    }

    List<VenueAdapter> adapters() {
        return List.copyOf(adapters.values());
    }

    /** The names of all, for messages. */
    String names() {
        return adapters.keySet().stream().map(Venue::id).collect(Collectors.joining(", "));
    }
}
