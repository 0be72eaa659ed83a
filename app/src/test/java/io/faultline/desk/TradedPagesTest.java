package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.InstrumentId;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TradedPagesTest {
    private static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");

    @Test
    void sumsBoughtAndSoldAtEachPriceLikeAPlainMap() {
        long seed = 20261121;
        Random random = new Random(seed);
        TradedPages pages = new TradedPages(1);
        TreeMap<Long, double[]> naive = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            long price = 600_000L + random.nextInt(5_000);
            long size = 1L + random.nextInt(3_000);
            boolean buy = random.nextBoolean();
            pages.add(trade(1, 3, price, size, buy));
            naive.computeIfAbsent(price, p -> new double[2])[buy ? 0 : 1] += price / 10.0 * size / 1000;
        }

        TreeMap<Long, double[]> seen = new TreeMap<>();
        pages.view().visit(601_000, 604_000, (price, bought, sold) -> seen.put(price, new double[] {bought, sold}));

        var expected = naive.subMap(601_000L, 604_000L);
        assertThat(seen.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        expected.forEach((price, sums) -> {
            double[] found = seen.getOrDefault(price, new double[2]);
            assertThat(found[0]).isCloseTo(sums[0], within(1e-6 * (1 + sums[0])));
            assertThat(found[1]).isCloseTo(sums[1], within(1e-6 * (1 + sums[1])));
        });
    }

    @Test
    void leavesAViewAsItWasWhenMoreTrades() {
        TradedPages pages = new TradedPages(1);
        pages.add(trade(1, 3, 600_000, 1_000, true));
        TradedVolume before = pages.view();

        pages.add(trade(1, 3, 600_000, 5_000, true));

        assertThat(bought(before)).isEqualTo(60_000);
        assertThat(bought(pages.view())).isEqualTo(360_000);
    }

    @Test
    void keepsWhatItHasWhenAPriceNeedsMoreDecimals() {
        TradedPages pages = new TradedPages(1);
        pages.add(trade(1, 3, 600_000, 1_000, true));

        pages.add(trade(2, 4, 6_000_001, 10_000, true));

        TradedVolume view = pages.view();
        assertThat(view.priceScale()).isEqualTo(2);
        assertThat(bought(view)).isCloseTo(120_000.01, within(1e-6));
    }

    @Test
    void leavesOutATradeThatNoScaleHoldsTogetherWithTheOthers() {
        TradedPages pages = new TradedPages(1);
        pages.add(trade(1, 3, 600_000, 1_000, true));

        pages.add(trade(18, 3, 1, 1_000, true));
        pages.add(trade(1, 18, 600_000, 1, true));
        pages.add(trade(2, 3, 6_000_000, Long.MAX_VALUE, true));
        pages.add(trade(1, 3, 600_000, 1_000, true));

        assertThat(bought(pages.view())).isEqualTo(120_000);
    }

    private static double bought(TradedVolume volume) {
        double[] sum = new double[1];
        volume.visit(Long.MIN_VALUE, Long.MAX_VALUE, (price, boughtUsd, soldUsd) -> sum[0] += boughtUsd);
        return sum[0];
    }

    private static Trade trade(int priceScale, int sizeScale, long price, long size, boolean buy) {
        TakerSide taker = buy ? TakerSide.BUY : TakerSide.SELL;
        return new Trade(BTC, 1, 1, 1, 1, taker, priceScale, sizeScale, price, size);
    }
}
