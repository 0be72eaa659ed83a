package io.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.MarketList;
import io.faultline.feed.FeedPolicy;
import io.faultline.market.Venue;
import io.faultline.practice.Fault;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MarketDirectoryTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final PracticeExchange exchange = PracticeExchange.start(settings());
    private final MarketDirectory directory = new MarketDirectory(
            PracticeVenues.adapters(exchange), new SharedAccess(FeedPolicy.standard()), Duration.ofMillis(500));

    MarketDirectoryTest() throws IOException {}

    private static PracticeSettings settings() {
        Map<Venue, List<String>> symbols = new EnumMap<>(Venue.class);
        symbols.put(Venue.BINANCE, List.of("BTCUSDT", "ETHUSDT"));
        symbols.put(Venue.BYBIT, List.of("BTCUSDT", "SOLUSDT"));
        symbols.put(Venue.OKX, List.of("BTCUSDT"));
        symbols.put(Venue.BITGET, List.of("BTCUSDT"));
        PracticeSettings usual = PracticeSettings.of(1, List.of(), List.of());
        return new PracticeSettings(
                1,
                symbols,
                usual.messagesPerSecond(),
                usual.levels(),
                usual.updatesKept(),
                1,
                System::currentTimeMillis,
                OptionalInt.empty());
    }

    @AfterEach
    void close() {
        directory.close();
        exchange.close();
    }

    @Test
    void listsEverySymbolOfEveryVenueOnceWithTheSumsOverVenues() {
        await().atMost(LIMIT)
                .until(() -> row("BTCUSDT").venues().size() == 4
                        && row("BTCUSDT").openInterestUsd() > row("ETHUSDT").openInterestUsd()
                        && row("ETHUSDT").openInterestUsd() > 0
                        && !Double.isNaN(row("BTCUSDT").fundingRate()));

        MarketList list = directory.list();
        assertThat(list.rows()).extracting(MarketList.Row::symbol).containsOnlyOnce("BTCUSDT", "ETHUSDT", "SOLUSDT");
        assertThat(row("ETHUSDT").venues()).containsExactly(Venue.BINANCE);
        assertThat(row("BTCUSDT").volumeUsd()).isPositive();
        assertThat(list.rows()).extracting(MarketList.Row::volumeRank).contains(1, 2, 3);
        assertThat(list.asOfNanos()).isPositive();
    }

    @Test
    void saysWhichVenuesListIsMissing() {
        try (var refused = exchange.faults(Venue.BYBIT).start(new Fault.ConnectionRefused())) {
            assertThat(refused.fault()).isNotNull();
            await().atMost(LIMIT).until(() -> directory.list().problems().containsKey(Venue.BYBIT));
            await().atMost(LIMIT).until(() -> row("BTCUSDT").venues().size() == 3);
        }
        await().atMost(LIMIT)
                .until(() -> row("BTCUSDT").venues().size() == 4
                        && directory.list().problems().isEmpty());
    }

    @Test
    void asksNothingBeforeSomebodyWantsToKnow() {
        assertThat(exchange.requests(Venue.BINANCE)).isEmpty();
        directory.list();
        await().atMost(LIMIT).until(() -> !exchange.requests(Venue.BINANCE).isEmpty());
    }

    private MarketList.Row row(String symbol) {
        return directory.list().rows().stream()
                .filter(each -> each.symbol().equals(symbol))
                .findFirst()
                .orElse(new MarketList.Row(
                        symbol, java.util.Set.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0));
    }
}
