package io.faultline.cli;

import io.faultline.desk.Session;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The program's session on a practice exchange of another process, for benchmarks of the window. */
public final class WindowMarket implements AutoCloseable {
    private static final String SYMBOL = "BTCUSDT";
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);

    private final Markets markets;

    private WindowMarket(Markets markets) {
        this.markets = markets;
    }

    /** An exchange of four venues that say so much together. */
    public static PracticeExchange exchange(double messagesPerSecond) throws IOException {
        return PracticeExchange.start(PracticeSettings.of(1, VENUES, List.of(SYMBOL))
                .withMessagesPerSecond(messagesPerSecond / VENUES.size()));
    }

    /** The ports of an exchange, in the order in which {@link #open} takes them. */
    public static List<String> ports(PracticeExchange exchange) {
        return VENUES.stream()
                .map(venue -> String.valueOf(exchange.rest(venue).getPort()))
                .toList();
    }

    /** On the exchange that listens there, on this machine. */
    public static WindowMarket open(List<String> ports, Path home) {
        Venues moved = Venues.live();
        for (int i = 0; i < VENUES.size(); i++) {
            String at = "://127.0.0.1:" + ports.get(i);
            moved = moved.moved(VENUES.get(i), URI.create("http" + at), URI.create("ws" + at));
        }
        Venues venues = moved;
        var adapters = VENUES.stream()
                .map(venue -> venues.adapter(venue).orElseThrow())
                .toList();
        return new WindowMarket(new Markets(List.of(SYMBOL), adapters, venues, home).forWindow());
    }

    /** The program's session, from nothing. */
    public Session session() throws IOException {
        return markets.live();
    }

    /** The first picture stands. */
    public void drawn() {
        markets.drawn();
    }

    @Override
    public void close() {
        markets.close();
    }
}
