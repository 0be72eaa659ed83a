package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.HeatColumns;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.PositionSide;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.theme.HeatColours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MassLayerTest {
    private static final int GROUND = 0xFF0B0E13;
    private static final int GAP = 0xFF10141B;
    private static final ModelledMarket MARKET = ModelledMarket.ONE;
    private static final PictureChoice HOUR =
            new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.ALL_POSITIONS, Window.H1);
    private static final GridView GRID = MARKET.grid(MARKET.heat(HOUR));
    private static final List<HeatColumn> ALL = GRID.heat().past();

    private final TimeAxis time = new TimeAxis();
    private final PriceAxis price = new PriceAxis();
    private final LiquidationControl control = new LiquidationControl(choice -> {});
    private long nowMillis = MARKET.nowMillis();

    MassLayerTest() {
        price.tick(0.1);
        price.place(0, 120);
        price.fit(101_000, 107_000);
        time.span(1_200_000_000_000L);
    }

    private MassLayer layer() {
        MassLayer layer = new MassLayer(control, GROUND, GAP);
        layer.legend().contrast().set(new Handles(1e6, 2e7));
        layer.recolour();
        return layer;
    }

    private HeatView view() {
        time.now(nowMillis * 1_000_000);
        return HeatView.of(time, price, 200, 120, 20, 1);
    }

    private static DeskView data(GridView.Heat heat) {
        return data(heat, MARKET.nowMillis() - 30 * ModelledMarket.DAY);
    }

    private static DeskView data(GridView.Heat heat, long knownFrom) {
        DeskView base = MARKET.live.view();
        GridView grid = new GridView(
                GRID.grids(), GRID.venues(), heat, GRID.swept(), GRID.parameters(), knownFrom, GRID.liveSinceMillis());
        return new DeskView(base.symbol(), base.timeNanos(), base.venues(), base.history(), base.forming(), grid);
    }

    private static GridView.Heat heat(List<HeatColumn> past, @Nullable HeatColumn forming) {
        return new GridView.Heat(HOUR, past, forming, false);
    }

    private void update(MassLayer layer, DeskView data) {
        layer.update(view(), data, nowMillis * 1_000_000);
    }

    private static void assertSamePixels(MassLayer drawn, MassLayer fresh, HeatView view, String when) {
        for (long column = view.firstColumn(); column < view.endColumn(); column++) {
            assertThat(drawn.kind(column)).as("%s, column %d", when, column).isEqualTo(fresh.kind(column));
            for (int row = 0; row < view.rows(); row++) {
                if (drawn.ring().pixel(column, row) != fresh.ring().pixel(column, row)) {
                    assertThat(Integer.toHexString(drawn.ring().pixel(column, row)))
                            .as("%s, column %d, row %d", when, column - view.firstColumn(), row)
                            .isEqualTo(Integer.toHexString(fresh.ring().pixel(column, row)));
                }
            }
        }
        assertThat(drawn.profile()).as(when).isEqualTo(fresh.profile());
    }

    @Test
    void equalsAPictureMadeFromScratchWhateverCameBefore() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        MassLayer layer = layer();
        int ended = 200;
        GridView.Heat heat = heat(ALL.subList(0, ended), null);
        for (int turn = 0; turn < 150; turn++) {
            switch (random.nextInt(12)) {
                case 0 -> time.pan(random.nextGaussian() * 0.3);
                case 1 -> time.followNow(nowMillis * 1_000_000);
                case 2 -> time.span((20 + random.nextInt(4000)) * 1_000_000_000L);
                case 3 -> price.pan(random.nextInt(7) - 3);
                case 4 -> price.zoom(random.nextInt(5) - 2, random.nextInt(120));
                case 5 -> control.type(List.of(HeatType.values()).get(random.nextInt(5)));
                case 6 -> heat = heat(ALL.subList(0, ended), ALL.get(ended));
                case 7 -> heat = heat(new ArrayList<>(ALL.subList(0, ended)), null);
                default -> {
                    ended = Math.min(ALL.size() - 2, ended + random.nextInt(3));
                    heat = heat(ALL.subList(0, ended), random.nextBoolean() ? ALL.get(ended) : null);
                }
            }
            nowMillis = ALL.get(ended).startMillis() + random.nextInt(9_000);
            DeskView data = data(heat);
            HeatView view = view();
            update(layer, data);
            MassLayer fresh = new MassLayer(control, GROUND, GAP);
            fresh.update(view, data, nowMillis * 1_000_000);
            fresh.legend().contrast().set(layer.legend().contrast().handles());
            fresh.recolour();
            fresh.update(view, data, nowMillis * 1_000_000);
            assertSamePixels(layer, fresh, view, "seed " + seed + ", turn " + turn);
        }
    }

    @Test
    void paintsOneColumnWhenTheModelMovesOn() {
        MassLayer layer = layer();
        time.span(86_400_000_000_000L);
        int ended = ALL.size() - 2;
        nowMillis = ALL.get(ended).startMillis();
        update(layer, data(heat(ALL.subList(0, ended), null)));
        layer.ring().clean();

        nowMillis += 100;
        HeatView view = view();
        assertThat(layer.update(view, data(heat(ALL.subList(0, ended), ALL.get(ended))), nowMillis * 1_000_000))
                .isTrue();
        assertThat(layer.ring().dirtyTo() - layer.ring().dirtyFrom()).isBetween(1, 2);
        assertThat(layer.update(view, data(heat(ALL.subList(0, ended), ALL.get(ended))), nowMillis * 1_000_000))
                .as("another view that says the same")
                .isFalse();
    }

    @Test
    void drawsEachCellInTheColourOfItsColumn() {
        MassLayer layer = layer();
        time.span(600_000_000_000L);
        price.fit(104_000, 107_000);
        update(layer, data(heat(ALL, null)));
        HeatView view = view();
        HeatScale scale = HeatScale.of(HeatColours.INFERNO, 0x0B0E13);
        Handles ends = layer.legend().contrast().handles();
        int lit = 0;
        for (long column = view.firstColumn(); column < view.column(nowMillis * 1_000_000); column += 7) {
            HeatColumn cells = Objects.requireNonNull(layer.columns().at(view.millis(column)));
            for (double at = view.low() + 100; at < view.high() - 100; at += 47) {
                int bin = Bins.of(at);
                int row = (int) (view.y(Bins.centre(bin)) * view.scale());
                double usd = cells.usd(PositionSide.LONG, bin) + cells.usd(PositionSide.SHORT, bin);
                int expected = ends.place(usd) < 0 ? GROUND : scale.colour(ends.place(usd));
                if (sameInNeighbours(layer, column, bin) && Bins.of(view.price(row + 0.5)) == bin) {
                    assertThat(Integer.toHexString(layer.ring().pixel(column, row)))
                            .as("%f at column %d", at, column)
                            .isEqualTo(Integer.toHexString(expected));
                    lit += expected == GROUND ? 0 : 1;
                }
            }
        }
        assertThat(lit).isGreaterThan(100);
    }

    /** Whether no other bin shares the row, and no other column the pixel. */
    private boolean sameInNeighbours(MassLayer layer, long column, int bin) {
        HeatView view = view();
        HeatColumn here = layer.columns().at(view.millis(column));
        HeatColumn before = layer.columns().at(Math.floorDiv(column * view.nanosPerColumn(), 1_000_000L));
        HeatColumn after = layer.columns().at(Math.floorDiv((column + 1) * view.nanosPerColumn(), 1_000_000L) - 1);
        return here == before && here == after && view.pricePerRow() < Bins.lowerEdge(bin) * Bins.WIDTH;
    }

    @Test
    void aLevelBeginsWhereItOpensAndEndsWhereItIsSwept() {
        long start = nowMillis - 40_000;
        List<HeatColumn> past = new ArrayList<>();
        int bin = Bins.of(103_000);
        for (int i = 0; i < 4; i++) {
            Map<Integer, Double> longs = i == 1 || i == 2 ? Map.of(bin, 9e6) : Map.of();
            past.add(HeatColumns.column(
                    start + i * 10_000L, start + (i + 1) * 10_000L, bin, longs, Map.of(), Tier.Band.X50));
        }
        time.span(60_000_000_000L);
        MassLayer layer = layer();
        update(layer, data(heat(past, null)));

        HeatView view = view();
        int row = (int) view.y(Bins.centre(bin));
        int[] seen = new int[4];
        for (int i = 0; i < 4; i++) {
            seen[i] = layer.ring().pixel(view.column((start + i * 10_000L + 5_000) * 1_000_000), row);
        }
        assertThat(seen[0]).isEqualTo(GROUND);
        assertThat(seen[1]).isNotEqualTo(GROUND).isEqualTo(seen[2]);
        assertThat(seen[3]).isEqualTo(GROUND);
    }

    @Test
    void drawsGapsAsGapsAndSaysWhy() {
        MassLayer layer = layer();
        long known = nowMillis - 900_000;
        time.span(1_200_000_000_000L);
        List<HeatColumn> holed = new ArrayList<>(ALL);
        holed.removeIf(
                column -> column.startMillis() >= nowMillis - 500_000 && column.startMillis() < nowMillis - 300_000);
        update(layer, data(heat(holed, null), known));
        HeatView view = view();

        assertThat(layer.kind(view.column((known - 10_000) * 1_000_000))).isEqualTo(HeatLayer.Kind.GAP);
        assertThat(layer.kind(view.column((known + 10_000) * 1_000_000))).isEqualTo(HeatLayer.Kind.SHOWN);
        assertThat(layer.kind(view.column((nowMillis - 400_000) * 1_000_000))).isEqualTo(HeatLayer.Kind.GAP);
        assertThat(layer.ring().pixel(view.column((nowMillis - 400_000) * 1_000_000), 5))
                .isEqualTo(GAP);
        assertThat(layer.kind(view.endColumn() - 1)).isEqualTo(HeatLayer.Kind.FUTURE);
        assertThat(GapBands.of(view, layer))
                .extracting(GapBands.Band::text)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("no history before "),
                        second -> assertThat(second).matches("no data \\d\\d:\\d\\d:\\d\\d–\\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void saysWhenOnlyThePictureEndsThere() {
        MassLayer layer = layer();
        control.covering(3_600_000_000_000L);
        time.span(3L * 3600 * 1_000_000_000L);
        update(layer, data(heat(ALL, null)));

        assertThat(GapBands.of(view(), layer)).extracting(GapBands.Band::text).containsExactly("before the 1h window");
    }

    @Test
    void showsNoEstimateInTheFeedButWhatRemains() {
        MassLayer layer = layer();
        control.type(HeatType.FEED);
        update(layer, data(heat(ALL, null)));
        layer.legend().contrast().set(new Handles(1e5, 1e6));
        layer.recolour();
        update(layer, data(heat(ALL, null)));

        HeatView view = view();
        for (long column = view.firstColumn(); column < view.endColumn(); column++) {
            assertThat(layer.ring().pixel(column, 10)).isEqualTo(GROUND);
        }
        assertThat(Arrays.stream(layer.profile())).as("what remains").anyMatch(argb -> argb != 0);
    }

    @Test
    void keepsToTheBasisOfThePictureUntilTheNextIsThere() {
        MassLayer layer = layer();
        update(layer, data(heat(ALL, null)));
        control.basis(MassBasis.EXPECTED);
        update(layer, data(new GridView.Heat(HOUR, ALL, null, true)));
        assertThat(layer.basis()).isEqualTo(MassBasis.AT_RISK);
        assertThat(MassWords.waiting(layer)).isEqualTo("recomputing, the last picture stays");

        PictureChoice expected =
                new PictureChoice(Selection.ALL, Basis.EXPECTED_FORCED, LookBack.ALL_POSITIONS, Window.H1);
        update(layer, data(new GridView.Heat(expected, ALL, null, false)));
        assertThat(layer.basis()).isEqualTo(MassBasis.EXPECTED);

        control.basis(MassBasis.DISCOUNTED);
        update(layer, data(heat(ALL, null)));
        assertThat(layer.basis()).isEqualTo(MassBasis.DISCOUNTED);
        assertThat(layer.factor()).isEqualTo(0.75);
    }

    @Test
    void keepsTheEndsOfEachScaleApart() {
        MassLayer layer = layer();
        update(layer, data(heat(ALL, null)));
        Contrast sums = layer.legend().contrast();
        control.type(HeatType.DELTA);
        update(layer, data(heat(ALL, null)));
        assertThat(layer.legend().contrast()).isNotSameAs(sums);
        assertThat(layer.legend().scales()).hasSize(2);

        control.type(HeatType.TIERS);
        update(layer, data(heat(ALL, null)));
        assertThat(layer.legend().contrast()).isSameAs(sums);
        assertThat(layer.legend().scales()).hasSize(5);
    }

    @Test
    void showsTheNewestColumnUntilItIsTooOld() {
        MassLayer layer = layer();
        long end = ALL.get(ALL.size() - 1).endMillis();
        time.span(120_000_000_000L);
        nowMillis = end + 10_000;
        update(layer, data(heat(ALL, null)));
        assertThat(layer.kind(view().column(nowMillis * 1_000_000 - 1))).isEqualTo(HeatLayer.Kind.SHOWN);

        nowMillis = end + 30_000;
        update(layer, data(heat(ALL, null)));
        assertThat(layer.kind(view().column(nowMillis * 1_000_000 - 1))).isEqualTo(HeatLayer.Kind.GAP);
        assertThat(layer.profile()).containsOnly(0);
    }
}
