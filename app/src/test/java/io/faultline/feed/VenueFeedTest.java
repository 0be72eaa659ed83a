package io.faultline.feed;

import static io.faultline.feed.Bench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus.State;
import io.faultline.market.Frame;
import io.faultline.market.Funding;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.Stats24h;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.VenueClock;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VenueFeedTest {
    @Test
    void bringsEverythingThatTheVenueSaysOfASymbol() throws IOException {
        try (Bench bench = new Bench().start()) {
            List<Class<? extends MarketEvent>> kinds = List.of(
                    BookDelta.class,
                    Trade.class,
                    MarkPrice.class,
                    Funding.class,
                    FundingSettlement.class,
                    FundingTerms.class,
                    OpenInterest.class,
                    Stats24h.class,
                    Liquidation.class,
                    VenueClock.class);
            for (Class<? extends MarketEvent> kind : kinds) {
                until(() -> bench.has(kind));
            }
        }
    }

    @Test
    void fetchesASnapshotWhenAskedAndOnlyOneAtATime() throws IOException {
        try (Bench bench = new Bench().start()) {
            until(() -> bench.has(BookDelta.class));
            for (int i = 0; i < 50; i++) {
                bench.feed.requestSnapshot(Bench.INSTRUMENT, 1);
            }
            until(() -> bench.has(BookSnapshot.class));
            assertThat(bench.all(BookSnapshot.class)).hasSizeLessThan(10);
        }
    }

    @Test
    void saysWhichConnectionCarriesWhat() throws IOException {
        try (Bench bench = new Bench().start()) {
            until(() -> bench.statuses(State.UP)
                            .filter(status -> !status.topics().isEmpty())
                            .count()
                    == 2);
            assertThat(bench.statuses(State.UP)
                            .filter(status -> status.connection().equals("public")))
                    .allSatisfy(status -> assertThat(status.topics()).isEqualTo(Set.of(Topic.BOOK)));
        }
    }

    @Test
    void showsTheTapEveryFrameInTheOrderOfItsEvents() throws IOException {
        try (Bench bench = new Bench().start()) {
            until(() -> bench.deltas() > 5 && bench.has(OpenInterest.class));
            assertThat(bench.frames).extracting(Frame::receivedNanos).isSorted();
            assertThat(bench.frames)
                    .extracting(Frame::kind)
                    .contains(Frame.Kind.WS_OPEN, Frame.Kind.WS_OUT, Frame.Kind.WS, Frame.Kind.REST);
            assertThat(bench.frames)
                    .filteredOn(frame -> frame.kind() == Frame.Kind.REST)
                    .allSatisfy(frame -> assertThat(frame.topic()).startsWith("http://127.0.0.1:"));
        }
    }

    @Test
    void namesTheNearestSymbolsWhenTheVenueListsNoSuchOne() throws IOException {
        try (Bench bench = new Bench("BTCUSD", "ETHUSDT").start()) {
            until(() -> bench.has(BookDelta.class));
            assertThat(bench.statuses(State.OFF))
                    .singleElement()
                    .satisfies(status -> assertThat(status.detail())
                            .isEqualTo("Binance lists no BTCUSD; nearest: BTCUSDT, ETHUSDT"));
            assertThat(bench.all(BookDelta.class))
                    .allSatisfy(delta -> assertThat(delta.instrument().symbol()).isEqualTo("ETHUSDT"));
        }
    }

    @Test
    void answersTheServersPings() throws IOException {
        try (Bench bench = new Bench().start()) {
            until(() -> bench.exchange.clients("/public/stream") == 1 && bench.has(BookDelta.class));
            bench.exchange.ping();
            until(() -> bench.exchange.pongs() >= 1);
        }
    }

    @Test
    void measuresTheVenuesClock() throws IOException {
        try (Bench bench = new Bench().start()) {
            until(() -> bench.has(VenueClock.class));
            assertThat(bench.all(VenueClock.class).findFirst()).hasValueSatisfying(clock -> {
                assertThat(clock.offsetMillis()).isBetween(-500L, 500L);
                assertThat(clock.roundTripMillis()).isBetween(0L, 1_000L);
            });
        }
    }
}
