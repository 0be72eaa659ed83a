package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateWordTest {
    private final SyntheticMarket market = new SyntheticMarket(1);

    private String word(long nowNanos) {
        return StateWord.of(market.view().venues().get(0), nowNanos);
    }

    @Test
    void isSilentWhileLive() {
        market.snapshot();
        market.play(SECOND);
        assertThat(word(market.now())).isEmpty();
    }

    @Test
    void saysHowOldABookIsThatHasNotChangedForSeconds() {
        market.snapshot();
        market.play(SECOND);
        assertThat(word(market.now() + 12 * SECOND)).isEqualTo("STALE 12 s");
    }

    @Test
    void waitsForTheFirstBook() {
        assertThat(word(market.now())).isEqualTo("waiting for the first book");
    }

    @Test
    void saysHowLongItHasBeenResynchronising() {
        market.snapshot();
        market.play(5 * SECOND);
        market.skip();
        assertThat(word(market.now() + 1_800_000_000L))
                .startsWith("RESYNC 1.8 s")
                .contains("attempt 1");
    }

    @Test
    void saysWhenItWillTryAgainAndWhatItKnewLast() {
        market.snapshot();
        market.play(5 * SECOND);
        market.lose();
        assertThat(word(market.now())).isEqualTo("LOST, retry in 8.0 s (attempt 2) · last data 22:00:05");
    }
}
