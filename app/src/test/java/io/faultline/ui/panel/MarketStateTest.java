package io.faultline.ui.panel;

import static io.faultline.ui.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.FeedStatus;
import io.faultline.market.Topic;
import io.faultline.ui.SyntheticMarket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketStateTest {
    private final SyntheticMarket market = new SyntheticMarket(1);

    @Test
    void isConnectingBeforeAnythingCame() {
        assertThat(state()).isEqualTo(new MarketState(MarketState.Kind.CONNECTING, "CONNECTING", "connecting"));
    }

    @Test
    void saysThatTheConnectionIsUpAndTheBookIsNot() {
        market.status("public", FeedStatus.State.UP, "", 0, 0, Set.of(Topic.BOOK));

        assertThat(state().sentence()).isEqualTo("connected, waiting for the book");
    }

    @Test
    void isLiveWhileTheBookChanges() {
        market.open().run(1);

        assertThat(state()).isEqualTo(new MarketState(MarketState.Kind.LIVE, "LIVE", ""));
        assertThat(state().live()).isTrue();
    }

    @Test
    void isStaleWhenALiveBookHasNotChangedForSeconds() {
        market.open().run(1).later(12 * SECOND);

        assertThat(state().kind()).isEqualTo(MarketState.Kind.STALE);
        assertThat(state().word()).isEqualTo("STALE 12 s");
        assertThat(state().live()).isFalse();
    }

    @Test
    void countsHowLongAResynchronisationLasts() {
        market.open().run(1).gap();
        market.later(1_800_000_000L);

        assertThat(state().word()).isEqualTo("RESYNC 1.8 s");
        assertThat(state().sentence()).contains("gap").endsWith("attempt 1");
        assertThat(state().live()).isFalse();
    }

    @Test
    void saysWhyNoSnapshotComesWhileItResynchronises() {
        market.open().run(1).gap();
        long until = market.nowNanos() + 8 * SECOND;
        market.status("rest", FeedStatus.State.LIMITED, "HTTP 429: Too many requests", 1, until, Set.of());

        assertThat(state().kind()).isEqualTo(MarketState.Kind.RESYNC);
        assertThat(state().sentence())
                .startsWith("gap")
                .endsWith("attempt 1 · rest: limited by the venue, HTTP 429: Too many requests,"
                        + " retry in 8 s (attempt 1)");
    }

    @Test
    void countsDownToTheNextAttemptWhenTheConnectionIsLost() {
        market.open().run(1);
        market.status(
                "public",
                FeedStatus.State.LOST,
                "connection reset",
                4,
                market.nowNanos() + 8 * SECOND,
                Set.of(Topic.BOOK));

        assertThat(state().kind()).isEqualTo(MarketState.Kind.LOST);
        assertThat(state().sentence()).isEqualTo("public: lost, connection reset, retry in 8 s (attempt 4)");
        market.later(3 * SECOND);
        assertThat(state().sentence()).endsWith("retry in 5 s (attempt 4)");
    }

    @Test
    void staysLiveInPartWhenAnotherSocketThanTheBooksIsLost() {
        market.open().run(1);
        market.status("market", FeedStatus.State.LOST, "", 1, market.nowNanos() + SECOND, Set.of(Topic.TRADES));

        assertThat(state().kind()).isEqualTo(MarketState.Kind.PARTIAL);
        assertThat(state().live()).isTrue();
        assertThat(state().sentence()).startsWith("market: lost");
    }

    @Test
    void repeatsTheVenuesWordsWhenItRefusesTheLocation() {
        market.status("rest", FeedStatus.State.BLOCKED, "HTTP 451, \"restricted location\"", 0, 0, Set.of());

        assertThat(state().kind()).isEqualTo(MarketState.Kind.BLOCKED);
        assertThat(state().sentence()).isEqualTo("Binance refuses this location: HTTP 451, \"restricted location\"");
    }

    @Test
    void isOffWhenEveryConnectionIs() {
        market.status("public", FeedStatus.State.OFF, "", 0, 0, Set.of());

        assertThat(state().kind()).isEqualTo(MarketState.Kind.OFF);
    }

    @Test
    void saysWhichTopicIsSilent() {
        market.open().run(1);
        String words = "subscribed, nothing for 9 s, expected one per 5 s";
        market.status("mark and index", FeedStatus.State.SILENT, words, 0, 0, Set.of(Topic.MARK));

        assertThat(state().kind()).isEqualTo(MarketState.Kind.PARTIAL);
        assertThat(state().sentence()).isEqualTo("mark and index: " + words);
    }

    private MarketState state() {
        return MarketState.of(market.view().venues().get(0), market.nowNanos());
    }
}
