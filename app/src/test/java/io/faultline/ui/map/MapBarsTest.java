package io.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.GridView;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.ui.Modelled;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.Masses;
import org.junit.jupiter.api.Test;

class MapBarsTest {
    private static final double MARK = 61_660;
    private static final GridView VIEW = Modelled.view(MARK, Venue.BINANCE, Venue.BYBIT);

    private final LiquidationControl chosen = new LiquidationControl(choice -> {});
    private final PriceAxis axis = new PriceAxis();
    private final MapBars bars = new MapBars();

    MapBarsTest() {
        axis.tick(0.1);
        axis.place(0, 640);
        axis.fit(MARK * 0.96, MARK * 1.04);
    }

    private Masses fill(boolean byVenue) {
        Masses masses = chosen.masses(VIEW);
        bars.fill(masses, byVenue, axis);
        return masses;
    }

    @Test
    void aBarIsABinOfFiveBasisPointsAndItsPartsAreTheBandsInOrder() {
        Masses masses = fill(false);

        assertThat(bars.basisPoints()).isEqualTo(5);
        assertThat(bars.parts()).extracting(MapBars.Part::title).containsExactly("5x", "10x", "25x", "50x", "100x");
        int i = bars.at(MARK * 0.98);
        assertThat(bars.lowPrice(i)).isLessThanOrEqualTo(MARK * 0.98);
        assertThat(bars.highPrice(i)).isGreaterThan(MARK * 0.98);
        double mass = masses.profile().usdBetween(PositionSide.LONG, bars.lowPrice(i), bars.highPrice(i));
        assertThat(mass).isPositive();
        assertThat(bars.total(i)).isCloseTo(mass, within(1e-6 * mass));
    }

    @Test
    void isStackedByVenueToTheSameTotals() {
        fill(false);
        double byTier = bars.total(bars.at(MARK * 0.97));

        fill(true);

        assertThat(bars.parts()).extracting(MapBars.Part::title).containsExactly("Binance", "Bybit");
        assertThat(bars.total(bars.at(MARK * 0.97))).isCloseTo(byTier, within(1e-6 * byTier));
    }

    @Test
    void takesBinsTogetherWhereTheyWouldBeThinnerThanAPixelAndAHalf() {
        axis.fit(MARK * 0.6, MARK * 1.6);

        fill(false);

        assertThat(bars.basisPoints()).isGreaterThan(5);
        int i = bars.at(MARK);
        double pixels = axis.y(bars.lowPrice(i)) - axis.y(bars.highPrice(i));
        assertThat(pixels).isBetween(1.4, 4.0);
        for (int bar = 1; bar < bars.count(); bar++) {
            assertThat(bars.lowPrice(bar)).isCloseTo(bars.highPrice(bar - 1), within(1e-6 * MARK));
        }
    }

    @Test
    void curvesAddUpFromTheMarkOutwardsAndEndWithABarsFarEdge() {
        Masses masses = fill(false);

        int below = bars.at(MARK * 0.97);
        double longs = masses.profile().usdBetween(PositionSide.LONG, bars.lowPrice(below), masses.mark());
        assertThat(bars.longSum(below)).isCloseTo(longs, within(0.01 * longs));
        assertThat(bars.shortSum(below)).isZero();
        int above = bars.at(MARK * 1.03);
        double shorts = masses.profile().usdBetween(PositionSide.SHORT, masses.mark(), bars.highPrice(above));
        assertThat(bars.shortSum(above)).isCloseTo(shorts, within(0.01 * shorts));
        assertThat(bars.longSum(above)).isZero();
        assertThat(bars.largestSum()).isEqualTo(Math.max(bars.longSum(0), bars.shortSum(bars.count() - 1)));
    }

    @Test
    void hasNoBarsWhereNothingIsModelled() {
        bars.fill(chosen.masses(GridView.NONE), false, axis);

        assertThat(bars.count()).isZero();
        assertThat(bars.at(MARK)).isEqualTo(-1);
    }
}
