package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathAnalysisTest {
    private final PathAnalysis analysis = new PathAnalysis(PathRule.DEFAULT);
    private final Way way = new Way(PositionSide.LONG, 10_000, 9_900, 9_880);

    @Test
    void saysUnknownWhereNoBookReachesAndNeverThin() {
        PathVerdict verdict = analysis.of(way, List.of(venue(Venue.OKX, 7, 1e6), venue(Venue.BYBIT, 50, 1e6)));
        assertThat(verdict.overall().state()).isEqualTo(PathState.UNKNOWN);
        assertThat(verdict.overall().coverage()).isCloseTo(0.5, within(1e-9));
        assertThat(verdict.venues()).extracting(PathVerdict.OfVenue::reachBps).allMatch(reach -> reach <= 50.001);
    }

    @Test
    void judgesByTheVenuesThatReachIfTheyHoldHalfOfTheEstimate() {
        PathVerdict enough = analysis.of(way, List.of(venue(Venue.BINANCE, 150, 5e6), venue(Venue.OKX, 7, 5e6)));
        assertThat(enough.overall().state()).isEqualTo(PathState.HOLLOW);
        assertThat(enough.overall().hollowRatio())
                .as("of Binance's share alone")
                .isCloseTo(0.02, within(1e-3));
        PathVerdict tooLittle = analysis.of(way, List.of(venue(Venue.BINANCE, 150, 4e6), venue(Venue.OKX, 7, 6e6)));
        assertThat(tooLittle.overall().state()).isEqualTo(PathState.UNKNOWN);
        assertThat(tooLittle.venues().get(0).reading().state()).isEqualTo(PathState.HOLLOW);
    }

    @Test
    void isUnknownWithoutAnyBook() {
        assertThat(analysis.of(way, List.of()).overall().state()).isEqualTo(PathState.UNKNOWN);
        assertThat(analysis.of(way, List.of(new VenueBook(Venue.OKX, BookLevels.EMPTY, 1e6, 0)))
                        .overall()
                        .state())
                .isEqualTo(PathState.UNKNOWN);
    }

    @Test
    void isInsideForEveryVenueOnceThePriceIsThere() {
        Way there = new Way(PositionSide.LONG, 9_900, 9_900, 9_880);
        PathVerdict verdict = analysis.of(there, List.of(venue(Venue.OKX, 7, 1e6)));
        assertThat(verdict.overall().state()).isEqualTo(PathState.INSIDE);
        assertThat(verdict.venues().get(0).reading().state()).isEqualTo(PathState.INSIDE);
    }

    @Test
    void namesAWallBehindAHollowWay() {
        BookLevels wallBehind = levels(new double[] {9_950, 9_890}, new double[] {1, 200});
        assertThat(analysis.of(way, wallBehind, 1e6, 0).caughtBehind()).isTrue();
        BookLevels nothingBehind = levels(new double[] {9_950, 9_890}, new double[] {1, 1});
        assertThat(analysis.of(way, nothingBehind, 1e6, 0).caughtBehind()).isFalse();
    }

    @Test
    void callsADefenceThatComesAndGoesFlickering() {
        FrontPersistence steady = new FrontPersistence(PathRule.DEFAULT);
        FrontPersistence flickering = new FrontPersistence(PathRule.DEFAULT);
        SideBins wall = SideBins.of(levels(new double[] {9_910}, new double[] {100}));
        SideBins gone = SideBins.of(levels(new double[] {9_910}, new double[] {1}));
        for (int i = 0; i < 200; i++) {
            steady.observe(i * 1_000L, way, wall);
            flickering.observe(i * 1_000L, way, i % 20 < 15 ? wall : gone);
        }
        assertThat(steady.restedShare().orElseThrow()).isEqualTo(1);
        assertThat(steady.flickering()).isFalse();
        assertThat(flickering.flickering()).isTrue();
    }

    @Test
    void doesNotCallADefenceFlickeringBeforeItWasWatchedForAMinute() {
        FrontPersistence young = new FrontPersistence(PathRule.DEFAULT);
        for (int i = 0; i < 59; i++) {
            young.observe(i * 1_000L, way, i % 2 == 0 ? SideBins.EMPTY : SideBins.of(book(150)));
        }
        assertThat(young.restedShare()).isEmpty();
        assertThat(young.flickering()).isFalse();
    }

    @Test
    void countsWallsThatStackAtTheEdge() {
        List<Wall> walls =
                List.of(new Wall(Bins.of(9_905), 1e6), new Wall(Bins.of(9_915), 1e6), new Wall(Bins.of(9_960), 1e6));
        assertThat(FrontWalls.count(way, walls, PathRule.DEFAULT)).isEqualTo(2);
        assertThat(FrontWalls.stacked(way, walls, PathRule.DEFAULT)).isTrue();
        assertThat(FrontWalls.stacked(way, walls.subList(1, 3), PathRule.DEFAULT))
                .isFalse();
    }

    @Test
    void takesTheMedianOfADayForUsualOnceItHasAnHour() {
        UsualDepth usual = new UsualDepth();
        usual.observe(0, PositionSide.LONG, 10_000, book(50));
        double thin = usual.usdPerBp();
        usual.observe(60_000, PositionSide.LONG, 10_000, times(book(50), 3));
        assertThat(usual.usdPerBp()).as("the latest, at first").isCloseTo(3 * thin, within(1e-6));
        for (int minute = 2; minute <= 61; minute++) {
            usual.observe(minute * 60_000L, PositionSide.LONG, 10_000, book(50));
        }
        usual.observe(62 * 60_000L, PositionSide.LONG, 10_000, times(book(50), 9));
        assertThat(usual.usdPerBp()).isCloseTo(thin, within(1e-6));
    }

    @Test
    void refusesLevelsThatCannotBe() {
        assertThatThrownBy(() -> levels(new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> levels(new double[] {1}, new double[] {-1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> levels(new double[] {1}, new double[] {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static VenueBook venue(Venue venue, int reachBps, double estimateUsd) {
        return new VenueBook(venue, book(reachBps), estimateUsd, 1e9);
    }

    /** A bid each basis point of 10 000, 1 000 USD a level. */
    private static BookLevels book(int reachBps) {
        double[] prices = new double[reachBps];
        double[] sizes = new double[reachBps];
        for (int i = 0; i < reachBps; i++) {
            prices[i] = 10_000 - (i + 1);
            sizes[i] = 1_000 / prices[i];
        }
        return levels(prices, sizes);
    }

    private static BookLevels times(BookLevels book, double factor) {
        double[] prices = new double[book.count()];
        double[] sizes = new double[book.count()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = book.price(i);
            sizes[i] = factor * book.usd(i) / book.price(i);
        }
        return levels(prices, sizes);
    }

    private static BookLevels levels(double[] prices, double[] sizes) {
        return new BookLevels(prices, sizes);
    }
}
