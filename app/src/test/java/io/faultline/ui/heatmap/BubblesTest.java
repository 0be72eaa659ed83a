package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.TimeLog;
import io.faultline.market.Liquidation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class BubblesTest {
    private final SyntheticMarket market = new SyntheticMarket(4);

    @Test
    void showsTheLargestOfTheStretchInView() {
        market.snapshot();
        market.play(900 * SECOND);
        long from = SyntheticMarket.START + 100 * SECOND;
        long to = SyntheticMarket.START + 850 * SECOND;
        TimeLog<Liquidation> log = market.view().history().liquidations();
        List<Double> expected = new ArrayList<>();
        for (long i = log.begin(); i < log.end(); i++) {
            Liquidation one = log.get(i);
            if (one != null && one.receivedNanos() >= from && one.receivedNanos() < to) {
                expected.add(one.price().doubleValue() * one.size().doubleValue());
            }
        }
        expected.sort(Comparator.reverseOrder());
        assertThat(expected).hasSizeGreaterThan(Bubbles.MOST);

        List<Bubbles.Bubble> shown = new Bubbles().in(market.view(), from, to, Bubbles.MOST, 0);

        assertThat(shown.stream().map(Bubbles.Bubble::usd))
                .containsExactlyElementsOf(expected.subList(0, Bubbles.MOST));
    }

    @Test
    void takesInLiquidationsThatCameSince() {
        market.snapshot();
        market.play(100 * SECOND);
        Bubbles bubbles = new Bubbles();
        int before =
                bubbles.in(market.view(), 0, Long.MAX_VALUE, Bubbles.MOST, 0).size();
        market.play(100 * SECOND);
        assertThat(bubbles.in(market.view(), 0, Long.MAX_VALUE, Bubbles.MOST, 0))
                .hasSizeGreaterThan(before);
    }

    @Test
    void leavesOutWhatIsSmallerThanAsked() {
        market.snapshot();
        market.play(300 * SECOND);
        List<Bubbles.Bubble> all = new Bubbles().in(market.view(), 0, Long.MAX_VALUE, Bubbles.MOST, 0);
        double least = all.get(5).usd();

        assertThat(new Bubbles().in(market.view(), 0, Long.MAX_VALUE, Bubbles.MOST, least))
                .containsExactlyElementsOf(all.subList(0, 6));
    }
}
