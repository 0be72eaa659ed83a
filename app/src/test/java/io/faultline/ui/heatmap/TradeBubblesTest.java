package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.LargeTrade;
import io.faultline.desk.TimeLog;
import io.faultline.desk.Views;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeBubblesTest {
    private static final long SECOND = 1_000_000_000L;

    private final TimeLog<LargeTrade> log = Views.log(trades());

    private static List<LargeTrade> trades() {
        List<LargeTrade> trades = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            trades.add(new LargeTrade(i * SECOND, Venue.BINANCE, TakerSide.BUY, 100, 1_000.0 * (1 + i * 7 % 1_000)));
        }
        return trades;
    }

    @Test
    void showsOfTheStretchInViewThoseOfTheSizeThatIsAskedForLargestFirst() {
        List<LargeTrade> shown = new TradeBubbles().in(log, 100 * SECOND, 300 * SECOND, 900_000);

        assertThat(shown).isNotEmpty().allSatisfy(trade -> {
            assertThat(trade.usd()).isGreaterThanOrEqualTo(900_000);
            assertThat(trade.timeNanos()).isBetween(100 * SECOND, 300 * SECOND - 1);
        });
        assertThat(shown).extracting(LargeTrade::usd).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void goesByTheTapeWhereNoSizeIsAskedFor() {
        assertThat(new TradeBubbles().in(log, 0, 300 * SECOND, 0))
                .isNotEmpty()
                .allSatisfy(trade -> assertThat(trade.usd()).isGreaterThanOrEqualTo(890_000));
    }

    @Test
    void neverShowsSoManyThatTheyHideThePrice() {
        assertThat(new TradeBubbles().in(log, 0, Long.MAX_VALUE, 1)).hasSize(TradeBubbles.MOST);
    }
}
