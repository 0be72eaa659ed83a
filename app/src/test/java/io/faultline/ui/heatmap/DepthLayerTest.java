package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.DeskView;
import io.faultline.market.BookSnapshot;
import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.theme.HeatColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DepthLayerTest {
    private static final int GROUND = 0xFF0B0E13;
    private static final int GAP = 0xFF10141B;
    private static final int HATCH = 0xFF202020;

    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final SyntheticMarket market = new SyntheticMarket(1);

    DepthLayerTest() {
        price.tick(0.1);
        price.place(0, 120);
        price.fit(103_900, 104_100);
    }

    private static DepthLayer layer() {
        DepthLayer layer = new DepthLayer(HeatScale.of(HeatColours.TIDE, 0x0B0E13), GROUND, GAP, HATCH);
        layer.colour(new Handles(20_000, 2_000_000));
        return layer;
    }

    private HeatView view() {
        time.now(market.now());
        return HeatView.of(time, price, 200, 120, 20, 1);
    }

    private static void assertSamePixels(DepthLayer drawn, DepthLayer fresh, HeatView view, String when) {
        for (long column = view.firstColumn(); column < view.endColumn(); column++) {
            assertThat(drawn.kind(column)).as("%s, column %d", when, column).isEqualTo(fresh.kind(column));
            for (int row = 0; row < view.rows(); row++) {
                if (drawn.ring().pixel(column, row) != fresh.ring().pixel(column, row)) {
                    assertThat(Integer.toHexString(drawn.ring().pixel(column, row)))
                            .as("%s, column %d of %d, row %d", when, column - view.firstColumn(), view.columns(), row)
                            .isEqualTo(Integer.toHexString(fresh.ring().pixel(column, row)));
                }
            }
        }
    }

    @Test
    void equalsAPictureMadeFromScratchWhateverCameBefore() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        DepthLayer layer = layer();
        market.snapshot();
        market.play(90 * SECOND);
        for (int turn = 0; turn < 300; turn++) {
            switch (random.nextInt(12)) {
                case 0 -> time.pan(random.nextGaussian() * 0.3);
                case 1 -> time.followNow(market.now());
                case 2 -> time.span((20 + random.nextInt(400)) * SECOND);
                case 3 -> price.pan(random.nextInt(7) - 3);
                case 4 -> price.zoom(random.nextInt(5) - 2, random.nextInt(120));
                case 5 -> market.skip();
                case 6 -> market.lose();
                case 7 -> market.snapshot();
                case 8 -> market.playWithoutBook(random.nextInt(9) * SECOND);
                default -> market.play((1 + random.nextInt(12)) * SyntheticMarket.STEP);
            }
            HeatView view = view();
            DeskView data = market.view();
            layer.update(view, data, market.now());
            DepthLayer fresh = layer();
            fresh.update(view, data, market.now());
            assertSamePixels(layer, fresh, view, "seed " + seed + ", turn " + turn);
        }
    }

    @Test
    void paintsOnlyTheColumnsThatChanged() {
        market.snapshot();
        market.play(120 * SECOND);
        DepthLayer layer = layer();
        time.span(60 * SECOND);
        layer.update(view(), market.view(), market.now());
        layer.ring().clean();

        market.step();
        layer.update(view(), market.view(), market.now());

        int written = layer.ring().dirtyTo() - layer.ring().dirtyFrom();
        assertThat(written).isBetween(1, 24);
    }

    @Test
    void reportsNothingChangedWhenNothingDid() {
        market.snapshot();
        market.play(20 * SECOND);
        DepthLayer layer = layer();
        HeatView view = view();
        DeskView data = market.view();
        assertThat(layer.update(view, data, market.now())).isTrue();
        assertThat(layer.update(view, data, market.now())).isFalse();
    }

    @Test
    void drawsNothingAsDepthOnceTheBookIsOutOfStep() {
        market.snapshot();
        market.play(60 * SECOND);
        time.span(60 * SECOND);
        market.skip();
        long broke = market.now();
        market.playWithoutBook(10 * SECOND);
        DepthLayer layer = layer();
        HeatView view = view();
        layer.update(view, market.view(), market.now());

        for (long column = view.column(broke) + 1; column <= view.column(market.now()); column++) {
            assertThat(layer.kind(column)).isEqualTo(HeatLayer.Kind.GAP);
            assertThat(layer.ring().pixel(column, 3)).isEqualTo(GAP);
        }
        assertThat(layer.kind(view.column(broke - 5 * SECOND))).isEqualTo(HeatLayer.Kind.SHOWN);
    }

    @Test
    void doesNotDrawABookOnThatHasStoppedChanging() {
        market.snapshot();
        market.play(30 * SECOND);
        time.span(60 * SECOND);
        long quietSince = market.now();
        market.playWithoutBook(20 * SECOND);
        DepthLayer layer = layer();
        HeatView view = view();
        layer.update(view, market.view(), market.now());

        assertThat(layer.live().live()).as("the book itself is still in step").isTrue();
        assertThat(layer.kind(view.column(quietSince + 2 * SECOND))).isEqualTo(HeatLayer.Kind.SHOWN);
        assertThat(layer.kind(view.column(market.now()))).isEqualTo(HeatLayer.Kind.GAP);
    }

    @Test
    void leavesTheTimeThatHasNotComeEmpty() {
        market.snapshot();
        market.play(30 * SECOND);
        DepthLayer layer = layer();
        HeatView view = view();
        layer.update(view, market.view(), market.now());

        assertThat(layer.kind(view.column(market.now()))).isEqualTo(HeatLayer.Kind.SHOWN);
        assertThat(layer.kind(view.column(market.now()) + 1)).isEqualTo(HeatLayer.Kind.FUTURE);
        assertThat(layer.ring().pixel(view.endColumn() - 1, 0)).isEqualTo(GROUND);
    }

    @Test
    void hatchesPricesThatNobodyPublishes() {
        market.snapshot();
        market.play(5 * SECOND);
        price.fit(107_000, 108_000);
        DepthLayer layer = layer();
        HeatView view = view();
        layer.update(view, market.view(), market.now());

        long column = view.column(market.now());
        for (int row = 0; row < view.rows(); row++) {
            assertThat(layer.ring().pixel(column, row)).isIn(GROUND, HATCH);
        }
        assertThat(layer.ring().pixel(column, 0) == HATCH || hatchedWithin(layer, column, 8))
                .isTrue();
    }

    @Test
    void marksLightlyWhereSomeVenuesBookEndsNearerToThePrice() {
        market.snapshot();
        market.play(3 * SECOND);
        assertThat(marked(view().column(market.now())))
                .as("one venue, seen all over")
                .isEmpty();

        InstrumentId bybit = new InstrumentId(Venue.BYBIT, "BTCUSDT");
        BookSnapshot.Levels bids =
                new BookSnapshot.Levels(new long[] {1_039_900, 1_039_500}, new long[] {2_000, 3_000});
        BookSnapshot.Levels asks =
                new BookSnapshot.Levels(new long[] {1_040_100, 1_040_500}, new long[] {2_000, 3_000});
        market.desk.apply(new BookSnapshot(bybit, market.now(), 0, 1, 1, 3, bids, asks));
        market.play(3 * SECOND + SyntheticMarket.STEP);

        HeatView view = view();
        for (long nanos : new long[] {market.now(), market.now() - 2 * SECOND}) {
            List<Double> marked = marked(view.column(nanos));
            assertThat(marked).as("below").anyMatch(price -> price < 103_940);
            assertThat(marked).as("above").anyMatch(price -> price > 104_060);
            assertThat(marked).as("where both are seen").noneMatch(price -> price > 103_960 && price < 104_040);
        }
    }

    /** Prices at which a column's colour depends on the hatching's, and is not the hatching's alone. */
    private List<Double> marked(long column) {
        DepthLayer dark = layer();
        DepthLayer bright = new DepthLayer(HeatScale.of(HeatColours.TIDE, 0x0B0E13), GROUND, GAP, 0xFFF0F0F0);
        bright.colour(new Handles(20_000, 2_000_000));
        HeatView view = view();
        dark.update(view, market.view(), market.now());
        bright.update(view, market.view(), market.now());
        List<Double> prices = new ArrayList<>();
        for (int row = 0; row < view.rows(); row++) {
            int pixel = bright.ring().pixel(column, row);
            if (pixel != dark.ring().pixel(column, row)) {
                assertThat(pixel).as("row %d lets the depth show through", row).isNotEqualTo(0xFFF0F0F0);
                prices.add(view.low() + (view.rows() - 0.5 - row) * view.pricePerRow());
            }
        }
        return prices;
    }

    private static boolean hatchedWithin(DepthLayer layer, long column, int rows) {
        for (int row = 0; row < rows; row++) {
            if (layer.ring().pixel(column, row) == HATCH) {
                return true;
            }
        }
        return false;
    }
}
