package io.faultline.feed;

import static io.faultline.feed.PracticeBench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.market.Venue;
import io.faultline.practice.Faults;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.venue.binance.BinanceAdapter;
import io.faultline.venue.binance.BinanceEndpoints;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two feeds of one venue in one program: what the venue counts by address binds both. */
@Timeout(30)
class SharedAccessTest {
    private final List<MarketEvent> first = new CopyOnWriteArrayList<>();
    private final List<MarketEvent> second = new CopyOnWriteArrayList<>();

    @Test
    void keepsAPauseThatAnotherFeedWasGiven() throws IOException {
        try (PracticeExchange exchange =
                PracticeExchange.start(PracticeSettings.of(5, List.of(Venue.BINANCE), List.of("BTCUSDT", "ETHUSDT")))) {
            BinanceAdapter adapter = new BinanceAdapter(
                    new BinanceEndpoints(exchange.rest(Venue.BINANCE), exchange.websocket(Venue.BINANCE)));
            VenueAccess access = new VenueAccess(adapter, Quick.policy());
            try (VenueFeed btc = feed(access, "BTCUSDT", first);
                    VenueFeed eth = feed(access, "ETHUSDT", second)) {
                until(() -> isUp(first) && isUp(second));
                exchange.faults(Venue.BINANCE)
                        .wire()
                        .refuse("/fapi/v1/depth", new Faults.Refusal(429, Map.of("Retry-After", "1"), "{}"), 1);
                btc.requestSnapshot(new InstrumentId(Venue.BINANCE, "BTCUSDT"), 1);
                until(() -> limited().isPresent());
                eth.requestSnapshot(new InstrumentId(Venue.BINANCE, "ETHUSDT"), 1);
                until(() -> snapshot().isPresent());
                long slack = 50_000_000L; // the two were read off the clock one after the other
                assertThat(snapshot().orElseThrow().receivedNanos())
                        .isGreaterThan(limited().orElseThrow().retryAtNanos() - slack);
            }
        }
    }

    private static VenueFeed feed(VenueAccess access, String symbol, List<MarketEvent> events) {
        FeedPorts ports = new FeedPorts(FeedPorts.steadyClock(), frame -> {}, events::add);
        VenueFeed feed = new VenueFeed(access, List.of(symbol), ports, 1);
        feed.start();
        return feed;
    }

    private static boolean isUp(List<MarketEvent> events) {
        return events.stream()
                .anyMatch(event -> event instanceof FeedStatus status
                        && status.state() == FeedStatus.State.UP
                        && status.connection().equals("public"));
    }

    private Optional<FeedStatus> limited() {
        return first.stream()
                .filter(FeedStatus.class::isInstance)
                .map(FeedStatus.class::cast)
                .filter(status -> status.state() == FeedStatus.State.LIMITED)
                .findFirst();
    }

    private Optional<BookSnapshot> snapshot() {
        return second.stream()
                .filter(BookSnapshot.class::isInstance)
                .map(BookSnapshot.class::cast)
                .findFirst();
    }
}
