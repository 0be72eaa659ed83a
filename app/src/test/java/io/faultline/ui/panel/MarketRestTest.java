package io.faultline.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.ui.SyntheticMarket;
import org.junit.jupiter.api.Test;

class MarketRestTest {
    private static final long STRETCH = 250_000_000L;

    private final SyntheticMarket market = new SyntheticMarket(3).open().run(1);
    private final MarketRest rest = new MarketRest(STRETCH);

    private Pulse pulse(DeskView view, long nanos) {
        return new Pulse(view, Session.Mode.REPLAY, nanos);
    }

    @Test
    void isDueOnceInEveryStretchOfTimeWhateverComes() {
        assertThat(rest.due(pulse(market.view(), 10 * STRETCH))).isTrue();
        assertThat(rest.due(pulse(market.view(), 10 * STRETCH + 1))).isFalse();
        assertThat(rest.due(pulse(market.view(), 11 * STRETCH - 1))).isFalse();
        assertThat(rest.due(pulse(market.view(), 11 * STRETCH))).isTrue();
    }

    @Test
    void isDueWithEachNewViewWhileTimeStands() {
        DeskView before = market.view();
        assertThat(rest.due(pulse(before, 10 * STRETCH))).isTrue();
        assertThat(rest.due(pulse(before, 10 * STRETCH))).isFalse();

        DeskView after = market.run(1).view();
        assertThat(rest.due(pulse(after, 10 * STRETCH))).isTrue();
        assertThat(rest.due(pulse(after, 10 * STRETCH))).isFalse();
    }

    @Test
    void isDueOnceItsRestIsEnded() {
        DeskView view = market.view();
        rest.due(pulse(view, 10 * STRETCH));

        rest.end();

        assertThat(rest.due(pulse(view, 10 * STRETCH + 1))).isTrue();
    }
}
