package io.faultline.ui;

import static io.faultline.ui.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.Session;
import io.faultline.market.FeedStatus;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketNoticeTest {
    private final SyntheticMarket market = new SyntheticMarket(1);

    @Test
    void saysNothingOnceABookHasCome() {
        market.open().run(1);

        assertThat(notice(Session.Mode.LIVE)).isEqualTo(MarketNotice.NONE);
    }

    @Test
    void tellsHowEachVenueDoesWhileItConnects() {
        assertThat(notice(Session.Mode.LIVE)).isEqualTo(new MarketNotice("Binance: connecting", false, false));
    }

    @Test
    void saysOnceWhatWasTriedAndWhenItIsTriedAgain() {
        long retry = market.nowNanos() + 8 * SECOND;
        String where = "fapi.binance.com/fapi/v1/exchangeInfo: ";
        market.status("instruments", FeedStatus.State.ERROR, "cannot connect", 2, retry, Set.of());
        market.status("rest", FeedStatus.State.ERROR, where + "cannot connect", 2, 0, Set.of());

        MarketNotice notice = notice(Session.Mode.LIVE);

        assertThat(notice.sentence().replace('\u00a0', ' '))
                .isEqualTo("No exchange answers: fapi.binance.com: cannot connect. Retrying in 8 s.");
        assertThat(notice.retry()).isTrue();
        assertThat(notice.openJournal()).isTrue();
    }

    @Test
    void repeatsTheVenuesWordsWhenItRefusesTheLocation() {
        market.status("rest", FeedStatus.State.BLOCKED, "HTTP 451", 0, 0, Set.of());

        assertThat(notice(Session.Mode.LIVE).sentence()).isEqualTo("Binance refuses this location: HTTP 451.");
        assertThat(notice(Session.Mode.LIVE).openJournal()).isTrue();
    }

    @Test
    void saysThatTheVenueDoesNotListTheSymbol() {
        market.status("rest", FeedStatus.State.UP, "", 0, 0, Set.of());
        String words = "Binance lists no BTCUSDT; nearest: BTCUSDC";
        market.status("BTCUSDT", FeedStatus.State.OFF, words, 0, 0, Set.of());

        assertThat(notice(Session.Mode.LIVE)).isEqualTo(new MarketNotice("Binance: " + words, false, true));
    }

    @Test
    void offersNoRetryInAReplay() {
        assertThat(notice(Session.Mode.REPLAY).retry()).isFalse();
    }

    private MarketNotice notice(Session.Mode mode) {
        return MarketNotice.of(market.view(), mode, market.nowNanos());
    }
}
