package io.faultline.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.Funding;
import io.faultline.market.InstrumentListing;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
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
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The app's adapters and books on the practice exchange: every state of a book is the venue's own. */
@Timeout(60)
class ExactBookTest {
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT");

    private static PracticeExchange exchange(Venue venue) throws IOException {
        return PracticeExchange.start(
                PracticeSettings.of(5, List.of(venue), SYMBOLS).withMessagesPerSecond(100));
    }

    private static VenueAdapter adapter(PracticeExchange exchange, Venue venue) {
        var rest = exchange.rest(venue);
        var websocket = exchange.websocket(venue);
        return switch (venue) {
            case BINANCE -> new BinanceAdapter(new BinanceEndpoints(rest, websocket));
            case BYBIT -> new BybitAdapter(new BybitEndpoints(rest, websocket));
            case OKX -> new OkxAdapter(new OkxEndpoints(rest, websocket));
            case BITGET -> new BitgetAdapter(new BitgetEndpoints(rest, websocket));
            case DYDX -> new DydxAdapter(new DydxEndpoints(rest, websocket));
        };
    }

    private static void assertAlwaysTrue(PracticeExchange exchange, Venue venue, String symbol, AppBook book) {
        Map<Long, String> hashes = book.hashes();
        assertThat(hashes).isNotEmpty();
        TrueBook truth = exchange.book(venue, symbol);
        hashes.forEach((id, hash) -> assertThat(hash).as("book at %d", id).isEqualTo(truth.hash(id)));
        assertThat(book.refused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "OKX", "BITGET"})
    void isTheTrueBookAtEveryUpdate(Venue venue) throws Exception {
        for (String symbol : List.of("BTCUSDT", "XRPUSDT")) {
            try (PracticeExchange exchange = exchange(venue);
                    AppBook book = new AppBook(
                            adapter(exchange, venue), adapter(exchange, venue).spelled(symbol))) {
                book.untilLive();
                Client.until(() -> book.applied() > 150);
                assertAlwaysTrue(exchange, venue, symbol, book);
            }
        }
    }

    /** The only way to compare a book whose updates have no numbers of their own. */
    @ParameterizedTest
    @EnumSource
    void isTheTrueBookOnceTheMarketStandsStill(Venue venue) throws Exception {
        try (PracticeExchange exchange = exchange(venue)) {
            VenueAdapter adapter = adapter(exchange, venue);
            try (AppBook book = new AppBook(adapter, adapter.spelled("SOLUSDT"))) {
                book.untilLive();
                Client.until(() -> book.applied() > 100);
                exchange.pause();
                TrueBook truth = exchange.book(venue, "SOLUSDT");
                String hash = truth.hash(truth.lastId());
                Client.until(() -> book.hash().equals(hash));
                assertThat(book.refused).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bringsEveryKindOfEventAndAnswersEveryRequestOfTheAdapter(Venue venue) throws Exception {
        try (PracticeExchange exchange = exchange(venue)) {
            VenueAdapter adapter = adapter(exchange, venue);
            String symbol = adapter.spelled("ETHUSDT");
            try (AppBook book = new AppBook(adapter, symbol)) {
                for (Class<? extends MarketEvent> kind : List.of(
                        Trade.class, MarkPrice.class, Funding.class, Liquidation.class, InstrumentListing.class)) {
                    Client.until(() -> book.has(kind));
                }
                for (VenueAdapter.RestPoll poll : adapter.polls(symbol)) {
                    int before = book.events.size();
                    String body = book.ask(poll.request());
                    assertThat(book.events.size())
                            .as("%s: %s", poll.request().uri(), body)
                            .isGreaterThan(before);
                }
                String time = Client.get(adapter.serverTime().uri()).body();
                assertThat(adapter.serverMillis(time)).isPresent();
                assertThat(book.refused).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "OKX", "BITGET"})
    void comesBackExactAfterEachFaultOfTheBook(Venue venue) throws Exception {
        try (PracticeExchange exchange = exchange(venue)) {
            VenueAdapter adapter = adapter(exchange, venue);
            try (AppBook book = new AppBook(adapter, adapter.spelled("BTCUSDT"))) {
                book.untilLive();
                for (Fault fault : List.of(
                        new Fault.Gap("BTCUSDT", 2),
                        new Fault.Reordered("BTCUSDT"),
                        new Fault.StaleSnapshots("BTCUSDT", 1),
                        new Fault.CrossedBook("BTCUSDT"))) {
                    int resyncs = book.resyncs();
                    VenueFaults.Running running = exchange.faults(venue).start(fault);
                    Client.until(() -> book.resyncs() > resyncs);
                    running.end();
                    book.untilLive();
                    assertNowTrue(exchange, venue, book, fault);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BINANCE", "BYBIT", "OKX", "BITGET"})
    void goesOnThroughDuplicatesAndARestartOfTheBook(Venue venue) throws Exception {
        try (PracticeExchange exchange = exchange(venue)) {
            VenueAdapter adapter = adapter(exchange, venue);
            try (AppBook book = new AppBook(adapter, adapter.spelled("BTCUSDT"))) {
                book.untilLive();
                exchange.faults(venue).start(new Fault.Duplicates("BTCUSDT", 3)).end();
                book.untilLive();
                Fault restart = new Fault.BookRestart("BTCUSDT");
                exchange.faults(venue).start(restart).end();
                book.untilLive();
                assertNowTrue(exchange, venue, book, restart);
            }
        }
    }

    private static void assertNowTrue(PracticeExchange exchange, Venue venue, AppBook book, Fault after) {
        Map<Long, String> hashes = book.hashes();
        long last = hashes.keySet().stream().reduce(0L, (first, second) -> second);
        assertThat(hashes.get(last))
                .as("book at %d after %s", last, after)
                .isEqualTo(exchange.book(venue, "BTCUSDT").hash(last));
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOnASilentTopic(Venue venue) throws Exception {
        try (PracticeExchange exchange = exchange(venue)) {
            VenueAdapter adapter = adapter(exchange, venue);
            try (AppBook book = new AppBook(adapter, adapter.spelled("BTCUSDT"))) {
                VenueFaults.Running silence = exchange.faults(venue).start(new Fault.Silence("BTCUSDT", Topic.TRADES));
                long trades =
                        book.events.stream().filter(Trade.class::isInstance).count();
                book.untilLive();
                Client.until(() -> book.applied() > 60);
                assertThat(book.events.stream().filter(Trade.class::isInstance).count())
                        .isBetween(trades, trades + 5);
                silence.end();
                Client.until(() ->
                        book.events.stream().filter(Trade.class::isInstance).count() > trades + 5);
            }
        }
    }
}
