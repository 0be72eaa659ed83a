package io.faultline.liquidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeatPictureTest {
    private static final long NOW = SyntheticMarket.NOW;
    private static final long HOUR = SyntheticMarket.HOUR;
    private static final Selection BINANCE = Selection.ALL.withVenues(EnumSet.of(Venue.BINANCE));

    private final List<VenueInputs> inputs = List.of(new SyntheticMarket(6).longRunning(Venue.BINANCE));

    private static PictureRequest request(Selection selection, Window window) {
        return new PictureRequest(selection, Basis.AT_RISK, LookBack.ALL_POSITIONS, window, NOW);
    }

    private List<HeatColumn> paint(PictureRequest request) {
        return HeatPicture.of(inputs, ModelParameters.DEFAULT, request, () -> false)
                .columns();
    }

    @Test
    void endsWithTheStateOfNow() {
        List<HeatColumn> columns = paint(request(BINANCE, Window.H4));
        HeatColumn last = columns.get(columns.size() - 1);
        assertThat(last.endMillis()).isEqualTo(NOW);
        Profile now = Projection.of(
                        PastState.at(inputs, ModelParameters.DEFAULT, LookBack.ALL_POSITIONS, Window.H4, NOW), BINANCE)
                .profile(Basis.AT_RISK);
        int bins = 0;
        for (int bin = now.base(); bin < now.base() + Bins.COUNT; bin++) {
            double usd = now.usd(PositionSide.LONG, bin);
            if (usd > 1e4 && bin < Bins.of(now.mark()) - 20) {
                assertThat(last.usd(PositionSide.LONG, bin)).isCloseTo(usd, within(.04 * usd));
                bins++;
            }
        }
        assertThat(bins).isGreaterThan(100);
    }

    @Test
    void coversTheWindowWithoutHoles() {
        for (Window window : Window.values()) {
            List<HeatColumn> columns = paint(request(BINANCE, window));
            assertThat(columns.get(0).startMillis()).isEqualTo(NOW - window.millis());
            for (int i = 1; i < columns.size(); i++) {
                assertThat(columns.get(i).startMillis())
                        .isEqualTo(columns.get(i - 1).endMillis());
            }
            assertThat(columns.get(columns.size() - 1).endMillis()).isEqualTo(NOW);
            assertThat(columns).hasSizeLessThan(4_700);
        }
    }

    @Test
    void showsALevelUntilItFires() {
        List<GridBar> bars = new ArrayList<>();
        bars.add(bar(NOW - 50_000, 60_000, 60_000, 1_000));
        bars.add(bar(NOW - 40_000, 60_000, 60_000, 1_050));
        bars.add(bar(NOW - 30_000, 60_000, 60_000, 1_050));
        bars.add(bar(NOW - 20_000, 58_000, 60_000, 1_050));
        bars.add(bar(NOW - 10_000, 60_000, 60_000, 1_050));
        VenueInputs venue = new VenueInputs(Venue.BINANCE, SyntheticMarket.TABLES, bars, .06, .06);
        List<HeatColumn> columns = HeatPicture.of(
                        List.of(venue), ModelParameters.DEFAULT, request(BINANCE, Window.H1), () -> false)
                .columns();
        int fifty = Bins.of(60_000 * .9836);
        int n = columns.size();
        assertThat(columns.get(n - 4).usd(PositionSide.LONG, fifty)).isPositive();
        assertThat(columns.get(n - 3).usd(PositionSide.LONG, fifty)).isPositive();
        assertThat(columns.get(n - 2).usd(PositionSide.LONG, fifty))
                .as("the column in which it fires")
                .isPositive();
        assertThat(columns.get(n - 1).usd(PositionSide.LONG, fifty))
                .as("only what has opened since")
                .isLessThan(.3 * columns.get(n - 3).usd(PositionSide.LONG, fifty));
    }

    @Test
    void knowsWhereTradesWereLost() {
        List<GridBar> bars = new ArrayList<>();
        for (int i = 6; i > 0; i--) {
            GridBar bar = bar(NOW - i * 10_000L, 60_000, 60_000, 1_000);
            bars.add(i == 4 || i == 3 || i == 1 ? lost(bar) : bar);
        }
        VenueInputs venue = new VenueInputs(Venue.BINANCE, SyntheticMarket.TABLES, bars, .06, .06);
        HeatPicture picture =
                HeatPicture.of(List.of(venue), ModelParameters.DEFAULT, request(BINANCE, Window.H1), () -> false);
        assertThat(picture.gaps())
                .containsExactlyInAnyOrder(
                        new TradeGap(Venue.BINANCE, NOW - 40_000, NOW - 20_000),
                        new TradeGap(Venue.BINANCE, NOW - 10_000, NOW));
    }

    private static GridBar lost(GridBar bar) {
        return new GridBar(
                bar.startMillis(),
                bar.seconds(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.markLow(),
                bar.markHigh(),
                bar.markClose(),
                Double.NaN,
                Double.NaN,
                bar.openInterest(),
                0,
                0);
    }

    private static GridBar bar(long start, double low, double high, double openInterest) {
        return new GridBar(start, 10, 60_000, high, low, 60_000, low, high, 60_000, 4e6, 4e6, openInterest, 0, 0);
    }

    @Test
    void showsOnlyWhatOpenedWithinTheWindow() {
        List<HeatColumn> all = paint(request(BINANCE, Window.H12));
        List<HeatColumn> built =
                paint(new PictureRequest(BINANCE, Basis.AT_RISK, LookBack.BUILT_IN_WINDOW, Window.H12, NOW));
        assertThat(sum(built.get(0))).isLessThan(.1 * sum(all.get(0)));
        assertThat(sum(built.get(built.size() - 1))).isPositive().isLessThan(sum(all.get(all.size() - 1)));
    }

    @Test
    void showsOnlyWhatIsChosen() {
        HeatColumn all = last(paint(request(BINANCE, Window.H1)));
        HeatColumn high = last(paint(request(BINANCE.withTiers(Set.of(Tier.X100)), Window.H1)));
        assertThat(sum(high)).isPositive().isLessThan(.2 * sum(all));
        assertThat(paint(request(Selection.ALL.withVenues(Set.of(Venue.OKX)), Window.H1)))
                .isEmpty();
        assertThat(sum(last(paint(request(BINANCE.withTiers(Set.of()), Window.H1)))))
                .isZero();
    }

    @Test
    void showsTheReportedShareOfWhatIsAtRisk() {
        HeatColumn risk = last(paint(request(BINANCE, Window.H1)));
        HeatColumn expected =
                last(paint(new PictureRequest(BINANCE, Basis.EXPECTED_FORCED, LookBack.ALL_POSITIONS, Window.H1, NOW)));
        assertThat(sum(expected) / sum(risk)).isCloseTo(.06, within(.006));
    }

    @Test
    void stopsWhenItIsCancelled() {
        int[] asked = {0};
        HeatPicture picture =
                HeatPicture.of(inputs, ModelParameters.DEFAULT, request(BINANCE, Window.D30), () -> ++asked[0] > 20);
        assertThat(picture.columns()).hasSizeLessThan(30);
    }

    @Test
    void followsTheLiveGrid() {
        SymbolGrid live = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        live.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
        List<GridBar> past = new ArrayList<>();
        past.add(bar(NOW - 20_000, 60_000, 60_000, 1_000));
        past.add(bar(NOW - 10_000, 60_000, 60_000, 1_050));
        Past.learn(live, Venue.BINANCE, past, Set.of());
        HeatPicture picture =
                HeatPicture.of(live.inputs(), ModelParameters.DEFAULT, request(BINANCE, Window.H1), () -> false);
        int fifty = Bins.of(60_000 * .9836);
        live.mark(Venue.BINANCE, NOW + 400, 59_900);
        picture.follow(live, NOW + 400);
        HeatColumn forming = last(picture.columns());
        assertThat(forming.endMillis()).isEqualTo(NOW + 400);
        assertThat(forming.usd(PositionSide.LONG, fifty)).isPositive();

        live.mark(Venue.BINANCE, NOW + 1_100, 58_000);
        picture.follow(live, NOW + 1_100);
        assertThat(last(picture.columns()).usd(PositionSide.LONG, fifty))
                .as("the second in which it fires")
                .isPositive();
        picture.follow(live, NOW + 1_200);
        assertThat(last(picture.columns()).usd(PositionSide.LONG, fifty)).isZero();

        live.trade(Venue.BINANCE, NOW + 2_000, 58_000, 5e6, 0);
        live.openInterest(Venue.BINANCE, NOW + 10_000, 1_100);
        picture.follow(live, NOW + 10_000);
        assertThat(sum(last(picture.columns())))
                .isCloseTo(
                        Projection.of(live.snapshots(NOW + 10_000), BINANCE)
                                .figures(PositionSide.LONG)
                                .atRiskUsd(),
                        within(1e5));
    }

    @Test
    void showsASilentVenueSweptByTheOthersMark() {
        SymbolGrid live = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        for (Venue venue : List.of(Venue.BINANCE, Venue.BYBIT)) {
            live.open(venue, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
            List<GridBar> past = new ArrayList<>();
            past.add(bar(NOW - 20_000, 60_000, 60_000, 1_000));
            past.add(bar(NOW - 10_000, 60_000, 60_000, 1_050));
            Past.learn(live, venue, past, Set.of());
        }
        int fifty = Bins.of(60_000 * .9836);
        live.mark(Venue.BINANCE, NOW + 500, 60_000);
        HeatPicture picture =
                HeatPicture.of(live.inputs(), ModelParameters.DEFAULT, request(BINANCE, Window.H1), () -> false);
        live.mark(Venue.BYBIT, NOW + 40_000, 58_000);
        picture.follow(live, NOW + 40_100);
        picture.follow(live, NOW + 42_100);
        assertThat(last(picture.columns()).usd(PositionSide.LONG, fifty)).isZero();

        live.advance(NOW + 120_000);
        HeatColumn anew = last(HeatPicture.of(
                        live.inputs(),
                        ModelParameters.DEFAULT,
                        new PictureRequest(BINANCE, Basis.AT_RISK, LookBack.ALL_POSITIONS, Window.H1, NOW + 120_000),
                        () -> false)
                .columns());
        assertThat(anew.usd(PositionSide.LONG, fifty))
                .as("swept in the inputs, too")
                .isZero();
    }

    @Test
    void showsNothingFromBeforeTheInputsBegin() {
        List<GridBar> bars =
                List.of(bar(NOW - 20_000, 60_000, 60_000, 1_000), bar(NOW - 10_000, 60_000, 60_000, 1_050));
        VenueInputs venue = new VenueInputs(Venue.BINANCE, SyntheticMarket.TABLES, bars, .06, .06);
        List<HeatColumn> columns = HeatPicture.of(
                        List.of(venue), ModelParameters.DEFAULT, request(BINANCE, Window.H24), () -> false)
                .columns();
        assertThat(columns.get(0).startMillis()).isEqualTo(NOW - 20_000);
    }

    @Test
    void keepsLongLivePicturesSmall() {
        SymbolGrid live = new SymbolGrid(ModelParameters.DEFAULT, StepListener.NONE);
        live.open(Venue.BINANCE, SyntheticMarket.TABLES, ReportFeed.COMPLETE);
        Past.learn(live, Venue.BINANCE, List.of(bar(NOW - 10_000, 60_000, 60_000, 1_000)), Set.of());
        HeatPicture picture =
                HeatPicture.of(live.inputs(), ModelParameters.DEFAULT, request(BINANCE, Window.H4), () -> false);
        for (long t = NOW; t < NOW + 6 * HOUR; t += 5_000) {
            live.mark(Venue.BINANCE, t, 60_000);
            picture.follow(live, t);
        }
        assertThat(picture.columns()).hasSizeBetween(720 + 180, 720 + 185);
        HeatColumn first = picture.columns().get(0);
        assertThat(first.startMillis()).isBetween(NOW + 2 * HOUR - 70_000, NOW + 2 * HOUR);
        assertThat(first.endMillis() - first.startMillis()).isEqualTo(60_000);
    }

    private static HeatColumn last(List<HeatColumn> columns) {
        return columns.get(columns.size() - 1);
    }

    private static double sum(HeatColumn column) {
        double sum = 0;
        for (int bin = column.base(); bin < column.base() + Bins.COUNT; bin++) {
            sum += column.usd(PositionSide.LONG, bin);
        }
        return sum;
    }
}
