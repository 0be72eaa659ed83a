package io.faultline.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.BookDepth;
import io.faultline.desk.BookView;
import io.faultline.desk.ClustersView;
import io.faultline.desk.DeskView;
import io.faultline.desk.FeedView;
import io.faultline.desk.GridView;
import io.faultline.desk.Session;
import io.faultline.desk.SweepView;
import io.faultline.desk.TapeLabel;
import io.faultline.desk.TradedVolume;
import io.faultline.desk.VenueView;
import io.faultline.desk.Views;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.InstrumentId;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.signal.Absorption;
import io.faultline.signal.PathState;
import io.faultline.ui.Modelled;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.Masses;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.text.Numbers;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LadderPanelTest {
    private static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    private static final long NOW = 1_778_595_965_000_000_000L;
    private static final double LAST = 104_218.4;
    private static final double PLOT_TOP = 120;
    private static final double PLOT_HEIGHT = 480;
    private static final GridView GRID = Modelled.view(LAST, Venue.BINANCE, Venue.BYBIT);

    private final Shared axes = Shared.create();

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private LadderPanel panel;

    /** Under a box in a split pane, so that no offset is zero. */
    @Start
    void start(Stage stage) {
        Theme.install();
        axes.price().tick(0.1);
        axes.price().place(PLOT_TOP, PLOT_HEIGHT);
        axes.price().fit(LAST - 3000, LAST + 3000);
        panel = new LadderPanel(axes, Palette.DARK);
        Region above = new Region();
        above.setMinHeight(41);
        VBox right = new VBox(above, panel.node());
        VBox.setVgrow(panel.node(), javafx.scene.layout.Priority.ALWAYS);
        SplitPane split = new SplitPane(new Region(), right);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.4);
        Scene scene = new Scene(new StackPane(split, axes.hover().layer()), 800, 720);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void pulseOnce() {
        WaitForAsyncUtils.waitForFxEvents();
        pulse(live());
        WaitForAsyncUtils.waitForFxEvents();
        pulse(live());
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private void pulse(DeskView view) {
        onFx(() -> {
            panel.pulse(new Pulse(view, Session.Mode.LIVE, NOW));
            return true;
        });
    }

    private static DeskView live() {
        return view(BookView.State.LIVE, "");
    }

    private static DeskView view(BookView.State state, String reason) {
        long[][] bids = {{1_042_183, 5_000}, {1_042_000, 9_000}, {1_030_000, 40_000}};
        long[][] asks = {{1_042_185, 7_000}, {1_043_000, 2_000}, {1_060_000, 30_000}};
        BookView book = new BookView(
                state,
                reason,
                NOW - 1_800_000_000L,
                state == BookView.State.LIVE ? 0 : 2,
                NOW - 40_000_000,
                1,
                Views.book(bids, asks, 1_000_000, 1_090_000),
                BookView.Counters.NONE);
        Trade trade = new Trade(BTC, NOW, NOW / 1_000_000, 1, 1, TakerSide.BUY, 1, 3, Views.scaled(LAST), 10);
        return desk(venue(BTC, book, trade));
    }

    private static VenueView venue(InstrumentId id, BookView book, Trade trade) {
        return new VenueView(
                id,
                null,
                book,
                TradedVolume.EMPTY,
                trade,
                1_042_180,
                null,
                null,
                null,
                null,
                null,
                null,
                FeedView.EMPTY);
    }

    private static DeskView desk(VenueView... venues) {
        return new DeskView("BTCUSDT", NOW, List.of(venues), Views.history(List.of(), List.of(), List.of()), null);
    }

    /** Binance with a small bid at 103,000, its largest row, and Bybit with large rows at the best prices only. */
    private static DeskView twoVenues(long bybitFloor) {
        BookDepth small = Views.book(
                new long[][] {{1_042_183, 30}, {1_030_000, 50}}, new long[][] {{1_042_185, 7}}, 1_000_000, 1_090_000);
        BookDepth large = Views.book(
                new long[][] {{1_042_183, 9_000_000}}, new long[][] {{1_042_185, 9_000_000}}, bybitFloor, 1_090_000);
        return desk(live(Venue.BINANCE, small), live(Venue.BYBIT, large));
    }

    private static VenueView live(Venue venue, BookDepth depth) {
        InstrumentId id = new InstrumentId(venue, "BTCUSDT");
        BookView book = new BookView(
                BookView.State.LIVE, "", NOW - 1_800_000_000L, 0, NOW - 40_000_000, 1, depth, BookView.Counters.NONE);
        return venue(id, book, new Trade(id, NOW, NOW / 1_000_000, 1, 1, TakerSide.BUY, 1, 3, Views.scaled(LAST), 10));
    }

    private Region rows() {
        return (Region) ((VBox) panel.node()).getChildren().get(2);
    }

    private void wheel(int notches, boolean shift, boolean control) {
        onFx(() -> {
            Point2D at = rows().localToScreen(50, 200);
            Event.fireEvent(
                    rows(),
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            50,
                            200,
                            at.getX(),
                            at.getY(),
                            shift,
                            control,
                            false,
                            false,
                            false,
                            false,
                            0,
                            notches * 40.0,
                            0,
                            notches * 40.0,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            null));
            return true;
        });
    }

    @Test
    void theLastPricesRowStandsOnTheHeatmapsPixels() {
        for (double top : new double[] {PLOT_TOP, PLOT_TOP + 0.4, PLOT_TOP + 13}) {
            onFx(() -> {
                axes.price().place(top, PLOT_HEIGHT);
                return true;
            });
            pulse(live());
            WritableImage image = onFx(() -> panel.node().getScene().snapshot(null));
            PriceAxis axis = axes.price();
            double rowStart = Math.floor(LAST / axis.grouping()) * axis.grouping();
            double expected = axis.sceneTop() + axis.y(rowStart + axis.grouping());

            assertThat(firstBright(image)).as("plot at %s", top).isCloseTo(expected, within(0.5 + 1e-9));
        }
    }

    /** The first line of the only cell that is drawn inverted: its left edge has no letters. */
    private double firstBright(WritableImage image) {
        double price = onFx(() -> {
            LadderColumns columns = LadderColumns.of(rows().getWidth());
            return rows().localToScene(columns.priceLeft() + 2, 0).getX();
        });
        for (int y = 130; y < image.getHeight(); y++) {
            if (image.getPixelReader().getColor((int) price, y).getBrightness() > 0.9) {
                return y;
            }
        }
        throw new AssertionError("no inverted cell");
    }

    @Test
    void theWheelScrollsRowsAndShiftTenAtATime() {
        long low = axes.price().lowRow();

        wheel(2, false, false);
        assertThat(axes.price().lowRow()).isEqualTo(low + 2);
        wheel(-1, true, false);
        assertThat(axes.price().lowRow()).isEqualTo(low - 8);
    }

    @Test
    void controlAndWheelChangeTheGrouping() {
        double grouping = axes.price().grouping();
        double coarser = axes.price().groupingAt(1);

        wheel(-1, false, true);
        assertThat(axes.price().grouping()).isEqualTo(coarser);
        wheel(1, false, true);
        assertThat(axes.price().grouping()).isEqualTo(grouping);
    }

    @Test
    void aDoubleClickBringsTheLastPriceBackToTheMiddle(FxRobot robot) {
        wheel(9, true, false);
        assertThat(axes.price().follows()).isFalse();

        Point2D at = onFx(() -> rows().localToScreen(60, 200));
        robot.moveTo(at);
        robot.doubleClickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(axes.price().follows()).isTrue();
        assertThat(axes.price().y(LAST))
                .isCloseTo(PLOT_HEIGHT / 2, within((double) axes.price().rowHeight()));
    }

    @Test
    void theMouseLeadsTheCrosshairAndHoldsTheRows(FxRobot robot) {
        Point2D at = onFx(() -> rows().localToScreen(60, 200));
        robot.moveTo(at);
        WaitForAsyncUtils.waitForFxEvents();

        double inPlot = onFx(() -> rows().localToScene(60, 200).getY()) - PLOT_TOP;
        assertThat(axes.crosshair().price())
                .isCloseTo(
                        axes.price().price(inPlot),
                        within(axes.price().grouping() / axes.price().rowHeight()));
        long low = axes.price().lowRow();
        onFx(() -> {
            axes.price().keepInView(LAST * 1.02);
            return true;
        });
        assertThat(axes.price().lowRow()).as("never under the mouse").isEqualTo(low);
    }

    @Test
    void aDragScrollsByWholeRows(FxRobot robot) {
        long low = axes.price().lowRow();
        Point2D at = onFx(() -> rows().localToScreen(60, 200));

        robot.moveTo(at).press(MouseButton.PRIMARY);
        robot.moveTo(at.add(0, 3.5 * axes.price().rowHeight())).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(axes.price().lowRow()).isEqualTo(low + 3);
    }

    @Test
    void aCloseUpHasItsOwnGroupingOnTheSamePixels() {
        double shared = axes.price().grouping();
        assertThat(panel.slice()).isEmpty();

        onFx(() -> {
            panel.toggleLink();
            return true;
        });
        pulse(live());

        LadderPanel.Slice slice = panel.slice().orElseThrow();
        assertThat(slice.low()).isBetween(axes.price().low(), LAST);
        assertThat(slice.high()).isBetween(LAST, axes.price().high());
        onFx(() -> {
            panel.finer();
            panel.scroll(4);
            return true;
        });
        assertThat(axes.price().grouping()).as("the heatmap's rows stay").isEqualTo(shared);
        onFx(() -> {
            panel.toggleLink();
            return true;
        });
        assertThat(panel.slice()).isEmpty();
    }

    @Test
    void aPanelMadeAnewKeepsTheCloseUpItsGroupingAndTheVenue() {
        onFx(() -> {
            panel.toggleLink();
            panel.finer();
            panel.nextVenue();
            return true;
        });
        LadderPanel.Slice slice = panel.slice().orElseThrow();

        LadderPanel next = onFx(() -> {
            LadderPanel made = new LadderPanel(axes, Palette.DARK);
            made.continueFrom(panel);
            return made;
        });

        assertThat(next.slice()).contains(slice);
        assertThat(next.only()).isEqualTo(panel.only());
        assertThat(next.active().grouping()).isEqualTo(panel.active().grouping());
    }

    @Test
    void keysFinerAndCoarserWorkOnTheLinkedAxis() {
        double grouping = axes.price().grouping();
        double finer = axes.price().groupingAt(-1);

        onFx(() -> {
            panel.finer();
            return true;
        });
        assertThat(axes.price().grouping()).isEqualTo(finer);
        onFx(() -> {
            panel.coarser();
            return true;
        });
        assertThat(axes.price().grouping()).isEqualTo(grouping);
        assertThat(axes.price().y(LAST)).isBetween(0.0, PLOT_HEIGHT);
    }

    @Test
    void aBookOutOfStepSaysSoAndLeavesTheSums() {
        pulse(view(BookView.State.RESYNCING, "gap 14:26:03"));

        assertThat(panel.node().lookupAll(".chip"))
                .extracting(chip -> ((Labeled) chip).getText())
                .containsExactly("RESYNC 1.8 s · attempt 2");
        assertThat(rows().getAccessibleText()).isEqualTo("Ladder, RESYNC 1.8 s · gap 14:26:03 · attempt 2");
        assertThat(panel.asText()).contains("book not live: RESYNC 1.8 s · gap 14:26:03 · attempt 2");
    }

    @Test
    void theTableToCopySaysHowOldABookIsThatHasNotChangedForSeconds() {
        onFx(() -> {
            panel.pulse(new Pulse(live(), Session.Mode.LIVE, NOW + 12_000_000_000L));
            return true;
        });

        assertThat(panel.asText()).contains("book not live: STALE 12 s");
    }

    @Test
    void theTableToCopyHasARowForEachPrice() {
        String text = panel.asText();

        assertThat(text)
                .startsWith("Ladder BTCUSDT Binance, rows of ")
                .contains("\nprice\tlongs\tshorts\tbid\task\tsold\tbought\n");
        long rowsShown = axes.price().highRow() - axes.price().lowRow() + 1;
        assertThat(text.lines().count()).isEqualTo(rowsShown + 2);
        assertThat(rows().getAccessibleText())
                .isEqualTo("Ladder, last 104,218.4, best bid 104,218.3, best ask 104,218.5");
    }

    @Test
    void aLostBookSaysWhenItsLastDataCame() {
        pulse(view(BookView.State.LOST, "closed"));

        assertThat(rows().getAccessibleText()).isEqualTo("Ladder, LOST for 1.8 s · last data 14:26:04");
        assertThat(panel.node().lookupAll(".chip"))
                .extracting(chip -> ((Labeled) chip).getText())
                .containsExactly("LOST for 1.8 s");
    }

    @Test
    void drawsTheLastPictureOfALostBookFainterThanOneOutOfStep() {
        pulse(view(BookView.State.RESYNCING, "gap 14:26:03"));
        double outOfStep = brightestBid();
        pulse(view(BookView.State.LOST, "closed"));

        assertThat(brightestBid()).isLessThan(outOfStep * 0.7);
    }

    @Test
    void theOverlayIsGreyWhileAllOfItIsOfTheLastSessionAndTheBookIsNot() {
        double figures = LadderColumns.of(rows().getWidth()).tradedLeft() - 1;
        pulse(over(GRID));
        assertThat(mostSaturated(0, figures)).isGreaterThan(0.3);
        double book = mostSaturated(bidLeft(), cumulativeLeft());

        pulse(over(Modelled.restored(GRID, Venue.BINANCE, Venue.BYBIT)));

        assertThat(mostSaturated(0, figures)).isLessThan(0.16); // grounds of panels are a little blue
        assertThat(mostSaturated(bidLeft(), cumulativeLeft())).isEqualTo(book);

        pulse(over(Modelled.restored(GRID, Venue.BINANCE)));
        assertThat(mostSaturated(0, figures)).as("one venue is live").isGreaterThan(0.3);
    }

    private static DeskView over(GridView grid) {
        DeskView view = live();
        return new DeskView(view.symbol(), view.timeNanos(), view.venues(), view.history(), view.forming(), grid);
    }

    private double bidLeft() {
        return LadderColumns.of(rows().getWidth()).bidLeft();
    }

    private double cumulativeLeft() {
        return LadderColumns.of(rows().getWidth()).cumulativeLeft();
    }

    /** How far the channels of a pixel are apart at most, between two edges of columns. */
    private double mostSaturated(double from, double to) {
        return onFx(() -> {
            WritableImage image = rows().snapshot(null, null);
            double most = 0;
            for (int y = 60; y < 300; y++) {
                for (int x = (int) from; x < to; x++) {
                    Color colour = image.getPixelReader().getColor(x, y);
                    most = Math.max(most, colour.getSaturation() * colour.getBrightness());
                }
            }
            return most;
        });
    }

    /** Brightness of the figure at 103,000, which is clear of the words over the rows. */
    private double brightestBid() {
        return onFx(() -> {
            WritableImage image = panel.node().getScene().snapshot(null);
            LadderColumns columns = LadderColumns.of(rows().getWidth());
            int left = (int) rows().localToScene(columns.bidLeft(), 0).getX() + 1;
            int right = (int) rows().localToScene(columns.priceLeft(), 0).getX() - 1;
            int bottom = (int) (axes.price().sceneTop() + axes.price().y(103_000));
            double brightest = 0;
            for (int x = left; x < right; x++) {
                for (int y = bottom - axes.price().rowHeight() + 1; y < bottom - 1; y++) {
                    brightest = Math.max(
                            brightest, image.getPixelReader().getColor(x, y).getBrightness());
                }
            }
            return brightest;
        });
    }

    @Test
    void dimsARowThatNotEveryVenueIsSeenAtAndWritesItAsALowerBound() {
        pulse(twoVenues(1_000_000));
        double whole = brightestBid();
        assertThat(panel.asText()).contains("merged Binance, Bybit (2 of 2)").doesNotContain("≥");

        pulse(twoVenues(1_040_000));

        assertThat(brightestBid()).isLessThan(whole * 0.9);
        assertThat(panel.asText().lines().filter(line -> line.startsWith("103,000\t")))
                .singleElement()
                .asString()
                .startsWith("103,000\t?\t?\t≥5,150\t");
    }

    @Test
    void theBarsOfAnotherVenueHaveTheirOwnScaleAtOnce() {
        pulse(twoVenues(1_000_000));
        Color merged = farEndOfTheBarAt103000();

        onFx(() -> {
            panel.nextVenue();
            return true;
        });
        pulse(twoVenues(1_000_000));
        assertThat(panel.only()).contains(Venue.BINANCE);
        Color alone = farEndOfTheBarAt103000();
        assertThat(alone).as("the largest row of what is shown now").isNotEqualTo(merged);

        onFx(() -> {
            panel.nextVenue();
            panel.nextVenue();
            return true;
        });
        pulse(twoVenues(1_000_000));
        assertThat(panel.only()).isEmpty();
        assertThat(farEndOfTheBarAt103000()).isEqualTo(merged);
    }

    private Color farEndOfTheBarAt103000() {
        return onFx(() -> {
            WritableImage image = panel.node().getScene().snapshot(null);
            double left = LadderColumns.of(rows().getWidth()).bidLeft();
            int bottom = (int) (axes.price().sceneTop() + axes.price().y(103_000));
            return image.getPixelReader()
                    .getColor(
                            (int) rows().localToScene(left, 0).getX() + 3,
                            bottom - axes.price().rowHeight() / 2);
        });
    }

    private static DeskView modelled() {
        DeskView view = live();
        return new DeskView(view.symbol(), view.timeNanos(), view.venues(), view.history(), view.forming(), GRID);
    }

    /** The row of a price in the table to copy. */
    private String[] row(String price) {
        return panel.asText()
                .lines()
                .filter(line -> line.startsWith(price + "\t"))
                .findFirst()
                .orElseThrow()
                .split("\t");
    }

    @Test
    void eachRowHasWhatTheModelHasAtItsPricesBySide() {
        assertThat(row("102,000")).contains("?");
        pulse(modelled());

        Masses masses = axes.liquidations().masses(GRID);
        double longs = masses.profile().usdBetween(PositionSide.LONG, 102_000, 102_200);
        assertThat(row("102,000")[1]).isEqualTo(Numbers.usdInFull(longs)).isNotEqualTo("0");
        assertThat(row("102,000")[2]).as("no shorts below the mark").isEqualTo("0");
        assertThat(row("106,000")[1]).isEqualTo("0");
        assertThat(row("106,000")[2]).isNotEqualTo("0");

        axes.liquidations().basis(MassBasis.DISCOUNTED);
        pulse(modelled());
        assertThat(row("102,000")[1]).isEqualTo(Numbers.usdInFull(longs * 0.75));
        assertThat(panel.asText()).contains(", liquidations discounted\n");
    }

    @Test
    void drawsTheBarOfARowInTheColoursOfItsTiers() {
        pulse(modelled());

        List<Color> seen = onFx(() -> {
            WritableImage image = panel.node().getScene().snapshot(null);
            LadderColumns columns = LadderColumns.of(rows().getWidth());
            int y = (int) (axes.price().sceneTop() + axes.price().y(102_000))
                    - axes.price().rowHeight() / 2;
            double left = rows().localToScene(columns.tierLeft(), 0).getX();
            List<Color> colours = new ArrayList<>();
            for (int x = 2; x < columns.tradedLeft() - columns.tierLeft(); x++) {
                colours.add(image.getPixelReader().getColor((int) left + x, y));
            }
            return colours;
        });

        assertThat(seen).contains(TierColours.of(Tier.Band.X25), TierColours.of(Tier.Band.X50));
    }

    @Test
    void theTooltipOfWhatIsAtRiskHasTheThreeFigures(FxRobot robot) {
        pulse(modelled());
        robot.moveTo(onFx(() -> rows().localToScreen(
                        30,
                        rows().sceneToLocal(0, PLOT_TOP).getY() + axes.price().y(102_100))));

        org.awaitility.Awaitility.await()
                .until(() -> onFx(() -> {
                    axes.hover().pulse();
                    return axes.hover().layer().lookup(".hover-card").isVisible();
                }));

        List<String> words = onFx(() -> axes.hover().layer().lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList());
        assertThat(words)
                .contains("102,000–102,200", "longs, forced sell", "At risk", "Discounted 25\u00a0%", "Expected forced")
                .contains("  50x")
                .anyMatch(text -> text.endsWith(", 80\u00a0%)"));
    }

    @Test
    void aRangeSumsUpWhatIsAtRiskToo() {
        pulse(modelled());
        LadderMass mass = new LadderMass();
        Masses masses = axes.liquidations().masses(GRID);
        mass.fill(masses, 510, 10, 200);

        Seen sum = mass.between(0, 9);

        assertThat(sum.usd()).isCloseTo(masses.profile().usdBetween(PositionSide.LONG, 102_000, 104_000), within(1.0));
        mass.fill(axes.liquidations().masses(GridView.NONE), 510, 10, 200);
        assertThat(mass.between(0, 9).text()).isEqualTo("?");
    }

    @Test
    void bracketsTheClustersAndDrawsThePathToTheNearest() {
        ClustersView clusters = Modelled.clusters(GRID.grids(), PathState.DEFENDED, PathState.HOLLOW);
        DeskView view = modelled();
        Cluster nearest =
                clusters.side(PositionSide.LONG).nearest().orElseThrow().cluster();
        onFx(() -> {
            axes.price().fit(nearest.lowPrice() - 200, LAST + (LAST - nearest.lowPrice()) + 200);
            return true;
        });
        pulse(new DeskView(
                view.symbol(), view.timeNanos(), view.venues(), view.history(), view.forming(), GRID, clusters));

        Color amber = Palette.DARK.longLiquidation();
        assertThat(markAt(3, nearest.densestPrice())).as("bracket").isEqualTo(amber);
        assertThat(markAt(6, (LAST + nearest.nearPrice()) / 2))
                .as("a solid tube")
                .isEqualTo(amber);
        Cluster above =
                clusters.side(PositionSide.SHORT).nearest().orElseThrow().cluster();
        assertThat(markAt(6, (LAST + above.nearPrice()) / 2)).as("an empty one").isEqualTo(Palette.DARK.panel());
    }

    /** The colour of the leftmost column at that x and price. */
    private Color markAt(double x, double price) {
        return onFx(() -> {
            WritableImage image = panel.node().getScene().snapshot(null);
            return image.getPixelReader()
                    .getColor((int) rows().localToScene(x, 0).getX(), (int)
                            (axes.price().sceneTop() + axes.price().y(price)));
        });
    }

    @Test
    void theFootIsThereOnlyWhereThePlotLeavesRoomUnderIt() {
        assertThat(foot().isManaged())
                .as("rows end 120 px above the panel's edge")
                .isTrue();
        onFx(() -> {
            axes.price().place(PLOT_TOP, 560);
            return true;
        });
        pulse(live());

        assertThat(foot().isManaged()).isFalse();
    }

    private Region foot() {
        return (Region) ((VBox) panel.node()).getChildren().get(3);
    }

    @Test
    void beforeAnyPriceItDrawsNoneAndSaysWhatItWaitsFor() {
        BookView none = new BookView(BookView.State.WAITING, "", NOW, 0, 0, 0, BookDepth.EMPTY, BookView.Counters.NONE);
        VenueView waiting = new VenueView(
                BTC, null, none, TradedVolume.EMPTY, null, 0, null, null, null, null, null, null, FeedView.EMPTY);
        pulse(new DeskView("BTCUSDT", NOW, List.of(waiting), Views.history(List.of(), List.of(), List.of()), null));

        assertThat(rows().getAccessibleText()).isEqualTo("Ladder, waiting for the first book");
        assertThat(panel.asText()).isEqualTo("Ladder: no price yet");
        onFx(() -> {
            panel.toggleLink();
            return true;
        });
        assertThat(panel.linked()).as("there is nothing to close up on").isTrue();
    }

    @Test
    void noVenueIsASentenceNotAFault() {
        pulse(new DeskView("BTCUSDT", NOW, List.of(), Views.history(List.of(), List.of(), List.of()), null));

        assertThat(panel.asText()).isEqualTo("Ladder: no venue switched on");
    }

    @Test
    void theStagesOfACascadeAreDrawnOnTheirRowsInTheCellOfTheOtherBook() {
        List<TapeLabel> labels = new ArrayList<>();
        List<TapeLabel.Kind> kinds = List.of(
                TapeLabel.Kind.CASCADE_BEGAN,
                TapeLabel.Kind.EXHAUSTED,
                TapeLabel.Kind.LONG_WICK,
                TapeLabel.Kind.EDGE_RECLAIMED);
        double grouping = onFx(() -> axes.price().grouping());
        for (TapeLabel.Kind kind : kinds) {
            double price = (Math.floor(LAST / grouping) - 4 - 2 * labels.size() + 0.5) * grouping;
            labels.add(new TapeLabel(kind, NOW / 1_000_000 - 500, price, Side.BID, null, "L1", 3, 4e6));
        }
        pulse(seen(List.of(), List.of()));
        List<Integer> before =
                labels.stream().map(label -> inked(label.price())).toList();

        pulse(seen(List.of(), labels));

        assertThat(before).containsOnly(0);
        assertThat(labels)
                .allSatisfy(label ->
                        assertThat(inked(label.price())).as(label.kind().name()).isGreaterThan(20));
    }

    @Test
    void theEdgesThatPriceFrozeAreDrawnWithALock() {
        double grouping = onFx(() -> axes.price().grouping());
        double near = (Math.floor(LAST / grouping) - 3) * grouping;
        double far = near - 4 * grouping;
        pulse(seen(List.of(), List.of()));
        int before = bright(near, far);

        pulse(seen(List.of(sweep(near, far, 0)), List.of()));
        assertThat(bright(near, far)).as("the lock").isGreaterThanOrEqualTo(before + 15);

        pulse(seen(List.of(sweep(near, far, NOW / 1_000_000)), List.of()));
        assertThat(bright(near, far)).as("price is out again").isEqualTo(before);
    }

    private static SweepView sweep(double near, double far, long leftMillis) {
        return new SweepView(
                3,
                "L1",
                PositionSide.LONG,
                near,
                far,
                NOW / 1_000_000 - 9_000,
                near,
                leftMillis,
                5e6,
                false,
                new Absorption(false, .1, .1),
                .4,
                false,
                true,
                near);
    }

    /** The live market without a cluster, with what is seen on its tape. */
    private static DeskView seen(List<SweepView> sweeps, List<TapeLabel> labels) {
        DeskView view = live();
        ClustersView none = ClustersView.NONE;
        ClustersView clusters = new ClustersView(
                true,
                0,
                NOW / 1_000_000,
                NOW / 1_000_000,
                none.rules(),
                LAST,
                LAST,
                none.sides(),
                none.asymmetry(),
                none.market(),
                none.funding(),
                none.venues(),
                none.walls(),
                sweeps,
                Views.log(labels),
                none.events());
        return new DeskView(
                view.symbol(),
                view.timeNanos(),
                view.venues(),
                view.history(),
                view.forming(),
                GridView.NONE,
                clusters);
    }

    /** How many pixels of the ask's cell differ from its ground, in the row of that price. */
    private int inked(double price) {
        return onFx(() -> {
            LadderColumns columns = LadderColumns.of(rows().getWidth());
            double left = rows().localToScene(columns.askLeft() + 4, 0).getX();
            double right = rows().localToScene(columns.askLeft() + 60, 0).getX();
            return count(left, right, price, price, Palette.DARK.panel(), false);
        });
    }

    /** How many pixels of the leftmost column are as bright as text, between those prices. */
    private int bright(double high, double low) {
        return onFx(() -> {
            double left = rows().localToScene(0, 0).getX();
            return count(left, left + 14, high, low, Palette.DARK.text(), true);
        });
    }

    private int count(double left, double right, double high, double low, Color colour, boolean same) {
        WritableImage image = panel.node().getScene().snapshot(null);
        PriceAxis axis = axes.price();
        double rowHigh = Math.floor(high / axis.grouping() + 1e-9) * axis.grouping();
        double rowLow = Math.floor(low / axis.grouping() + 1e-9) * axis.grouping();
        int top = (int) Math.ceil(axis.sceneTop() + axis.y(rowHigh + axis.grouping())) + 2;
        int bottom = (int) Math.floor(axis.sceneTop() + axis.y(rowLow)) - 2;
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = (int) left; x < (int) right; x++) {
                Color seen = image.getPixelReader().getColor(x, y);
                double way = Math.abs(seen.getRed() - colour.getRed())
                        + Math.abs(seen.getGreen() - colour.getGreen())
                        + Math.abs(seen.getBlue() - colour.getBlue());
                if (way < 0.15 == same) {
                    count++;
                }
            }
        }
        return count;
    }
}
