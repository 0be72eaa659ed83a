package io.faultline.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.Venue;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The market itself: where its prices are, what moves it and what does not. */
@Timeout(60)
class PracticeExchangeTest {
    private static final long NOON = 1_795_262_400_000L;
    private static final List<Venue> ALL = List.of(Venue.values());

    private static PracticeSettings settings(long seed) {
        return PracticeSettings.of(seed, ALL, List.of("BTCUSDT", "XRPUSDT")).withMessagesPerSecond(200);
    }

    private static String book(PracticeExchange exchange, Venue venue, String symbol) {
        TrueBook book = exchange.book(venue, symbol);
        return book.listing(book.lastId(), Integer.MAX_VALUE);
    }

    private static double best(PracticeExchange exchange, Venue venue, String symbol) {
        String book = book(exchange, venue, symbol);
        return Double.parseDouble(book.substring(0, book.indexOf(' ')));
    }

    @Test
    void beginsAlikeWithTheSameSeedAndTime() throws IOException {
        try (PracticeExchange one = PracticeExchange.start(settings(3).withClock(() -> NOON));
                PracticeExchange same = PracticeExchange.start(settings(3).withClock(() -> NOON));
                PracticeExchange other = PracticeExchange.start(settings(4).withClock(() -> NOON))) {
            for (Venue venue : ALL) {
                String book = book(one, venue, "BTCUSDT");
                assertThat(book).isEqualTo(book(same, venue, "BTCUSDT")).isNotEqualTo(book(other, venue, "BTCUSDT"));
            }
        }
    }

    @Test
    void movesOnlyWithItsClock() throws IOException {
        AtomicLong clock = new AtomicLong(NOON);
        try (PracticeExchange exchange = PracticeExchange.start(settings(3).withClock(clock::get))) {
            TrueBook book = exchange.book(Venue.OKX, "BTCUSDT");
            long before = book.lastId();
            clock.addAndGet(500);
            Client.until(() -> book.lastId() > before);
            exchange.pause();
            long paused = book.lastId();
            clock.addAndGet(500);
            assertThat(exchange.book(Venue.OKX, "BTCUSDT").lastId()).isEqualTo(paused);
        }
    }

    @Test
    void keepsTheVenuesTogetherAndTheBooksFull() throws IOException {
        AtomicLong clock = new AtomicLong(NOON);
        try (PracticeExchange exchange = PracticeExchange.start(settings(3).withClock(clock::get))) {
            for (int second = 0; second < 60; second++) {
                long told = exchange.book(Venue.DYDX, "XRPUSDT").lastId();
                clock.addAndGet(1_000);
                Client.until(() -> exchange.book(Venue.DYDX, "XRPUSDT").lastId() > told + 90);
                for (String symbol : exchange.symbols(Venue.OKX)) {
                    double reference = best(exchange, Venue.BINANCE, symbol);
                    for (Venue venue : ALL) {
                        assertThat(best(exchange, venue, symbol) / reference)
                                .as("%s on %s after %d s", symbol, venue, second)
                                .isBetween(0.998, 1.002);
                    }
                }
            }
            assertThat(book(exchange, Venue.BINANCE, "BTCUSDT").lines()).hasSizeBetween(1_800, 2_000);
            assertThat(book(exchange, Venue.BYBIT, "BTCUSDT").lines()).hasSizeBetween(1_800, 2_000);
            assertThat(book(exchange, Venue.OKX, "BTCUSDT").lines()).hasSize(800);
            assertThat(book(exchange, Venue.BITGET, "BTCUSDT").lines()).hasSize(1_000);
        }
    }

    @Test
    void listsDifferentSymbolsOnDifferentVenues() throws IOException {
        Map<Venue, List<String>> symbols = new EnumMap<>(Venue.class);
        symbols.put(Venue.BYBIT, List.of("DOGEUSDT", "PEPEUSDT"));
        symbols.put(Venue.DYDX, List.of("BTCUSDT"));
        PracticeSettings settings = settings(1);
        try (PracticeExchange exchange = PracticeExchange.start(new PracticeSettings(
                1,
                symbols,
                settings.messagesPerSecond(),
                settings.levels(),
                settings.updatesKept(),
                1,
                settings.clock(),
                OptionalInt.empty()))) {
            assertThat(exchange.venues()).containsExactlyInAnyOrder(Venue.BYBIT, Venue.DYDX);
            assertThat(exchange.symbols(Venue.BYBIT)).containsExactly("DOGEUSDT", "PEPEUSDT");
            assertThat(book(exchange, Venue.DYDX, "BTC-USD")).isNotEmpty();
            assertThatThrownBy(() -> exchange.book(Venue.DYDX, "DOGEUSDT"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> exchange.rest(Venue.OKX)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void remembersSoManyUpdatesAndSaysWhatItHasForgotten() throws IOException {
        try (PracticeExchange exchange =
                PracticeExchange.start(settings(2).withUpdatesKept(20).withLevels(60))) {
            TrueBook book = exchange.book(Venue.BYBIT, "BTCUSDT");
            long first = book.oldestId();
            Client.until(() -> book.oldestId() > first + 30);
            assertThat(book.lastId() - book.oldestId()).isLessThanOrEqualTo(21);
            assertThatThrownBy(() -> book.hash(first)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
