package io.faultline.cli;

import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import io.faultline.venue.bitget.BitgetAdapter;
import io.faultline.venue.bitget.BitgetEndpoints;
import io.faultline.venue.bybit.BybitAdapter;
import io.faultline.venue.bybit.BybitEndpoints;
import io.faultline.venue.dydx.DydxAdapter;
import io.faultline.venue.dydx.DydxEndpoints;
import io.faultline.venue.okx.OkxAdapter;
import io.faultline.venue.okx.OkxEndpoints;
import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The venues that this program speaks: a new one is a package and a few lines here. */
final class Venues {
    /** Makes the adapter of a venue that is somewhere else than it really is. */
    private interface Elsewhere {
        VenueAdapter at(URI rest, URI websocket);
    }

    private static final Map<Venue, Elsewhere> SPOKEN = new EnumMap<>(Map.of(
            Venue.BINANCE,
            (rest, websocket) -> new BinanceAdapter(new BinanceEndpoints(rest, websocket)),
            Venue.BYBIT,
            (rest, websocket) -> new BybitAdapter(new BybitEndpoints(rest, websocket)),
            Venue.OKX,
            (rest, websocket) -> new OkxAdapter(new OkxEndpoints(rest, websocket)),
            Venue.BITGET,
            (rest, websocket) -> new BitgetAdapter(new BitgetEndpoints(rest, websocket)),
            Venue.DYDX,
            (rest, websocket) -> new DydxAdapter(new DydxEndpoints(rest, websocket))));

    private final Map<Venue, VenueAdapter> adapters = new EnumMap<>(Venue.class);

    private Venues() {}

    /** All, where they really are. */
    static Venues live() {
        return of(new BinanceAdapter(), new BybitAdapter(), new OkxAdapter(), new BitgetAdapter(), new DydxAdapter());
    }

    static Venues of(VenueAdapter... adapters) {
        Venues venues = new Venues();
        for (VenueAdapter adapter : adapters) {
            venues.adapters.put(adapter.venue(), adapter);
        }
        return venues;
    }

    /** Of these only. */
    Venues only(Set<Venue> these) {
        return of(adapters.values().stream()
                .filter(adapter -> these.contains(adapter.venue()))
                .toArray(VenueAdapter[]::new));
    }

    /** The same, with one of them at another address. */
    Venues moved(Venue venue, URI rest, URI websocket) {
        Venues moved = of(adapters.values().toArray(new VenueAdapter[0]));
        Elsewhere maker = SPOKEN.get(venue);
        if (maker != null) {
            moved.adapters.put(venue, maker.at(rest, websocket));
        }
        return moved;
    }

    /** The adapters of those that a practice exchange has, moved to it. */
    List<VenueAdapter> onPractice(PracticeExchange exchange) {
        Venues moved = this;
        for (Venue venue : exchange.venues()) {
            moved = moved.moved(venue, exchange.rest(venue), exchange.websocket(venue));
        }
        return moved.adapters().stream()
                .filter(adapter -> exchange.venues().contains(adapter.venue()))
                .toList();
    }

    /** Whether any of them is on this machine: then it is no exchange, whatever it says of itself. */
    static boolean practice(Collection<VenueAdapter> adapters) {
        return adapters.stream()
                .anyMatch(adapter -> onThisMachine(adapter.instruments().uri().toString()));
    }

    /** Whether a URL, whole or cut, names this machine. */
    static boolean onThisMachine(String url) {
        int host = url.indexOf("://") + 3;
        return host >= 3
                && (url.startsWith("127.", host) || url.startsWith("localhost", host) || url.startsWith("[::1]", host));
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
