package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.PictureChoice;
import io.faultline.desk.Session;
import io.faultline.liquidation.Basis;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Tier;
import io.faultline.liquidation.Window;
import io.faultline.market.Venue;
import io.faultline.ui.Modelled;
import io.faultline.ui.paint.HelpRequest;
import io.faultline.ui.panel.HeatType;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The panel with its liquidation layer, on a made-up market. */
@ExtendWith(ApplicationExtension.class)
class LiquidationHeatmapTest {
    private static final ModelledMarket MARKET = ModelledMarket.ONE;
    private static final DeskView VIEW = MARKET.view(PictureChoice.DEFAULT);

    private final List<PictureChoice> wanted = new ArrayList<>();
    private final LiquidationControl control =
            new LiquidationControl(wanted::add, millis -> CompletableFuture.completedFuture(MARKET.grids(millis)));
    private final Shared axes = Shared.create(VenueControl.none(), control);

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private HeatmapPanel panel;

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private Stage stage;

    @Start
    void start(Stage shown) {
        Theme.install();
        stage = shown;
        control.window(Window.H24);
        wanted.clear();
        panel = new HeatmapPanel(axes, Palette.DARK);
        Scene scene = new Scene(panel.node(), 1058, 734);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.setWidth(1058); // another test may have made it narrower
        stage.show();
    }

    @BeforeEach
    void drawTwice() {
        WaitForAsyncUtils.waitForFxEvents();
        pulse();
        pulse();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private void pulse() {
        pulse(VIEW);
    }

    private void pulse(DeskView view) {
        onFx(() -> {
            panel.pulse(new Pulse(view, Session.Mode.LIVE, MARKET.nowNanos()));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    private HeatView view() {
        Bounds plot = panel.plot().canvas().getLayoutBounds();
        double margin = NowMargin.width(plot.getWidth());
        return HeatView.of(axes.time(), axes.price(), plot.getWidth(), plot.getHeight(), margin, 1);
    }

    /** Asks for the menu of a point in the plot, as the right button does, and takes what has those words. */
    private void choose(FxRobot robot, String words) {
        onFx(() -> {
            Node surface = panel.plot().chart().getParent();
            Point2D scene = panel.plot().canvas().localToScene(300, 200);
            Point2D screen = panel.plot().canvas().localToScreen(300, 200);
            surface.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    scene.getX(),
                    scene.getY(),
                    screen.getX(),
                    screen.getY(),
                    false,
                    null));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(words);
    }

    private Node segment(String row, int number) {
        return onFx(() -> panel.node().lookupAll("#" + row + " .segment").stream()
                .toList()
                .get(number));
    }

    private String lit(String row) {
        return onFx(() -> panel.node().lookupAll("#" + row + " .segment").stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(Labeled::getText)
                .reduce("", String::concat));
    }

    private String words(String id) {
        return onFx(() -> ((Label) panel.node().lookup("#" + id)).getText());
    }

    @Test
    void opensWithTheCumulativeHeatmapOfADay() {
        assertThat(lit("heat-types")).isEqualTo("1 Cumulative");
        assertThat(lit("heat-spans")).isEqualTo("24h");
        assertThat(lit("heat-layers")).isEqualTo("Liquidations");
        assertThat(lit("heat-bases")).isEqualTo("At risk");
        assertThat(words("heat-what")).startsWith("24h · 1 min × 5 bp · USD at risk");
        assertThat(words("heat-source")).startsWith("history to 20:00, live since");
        assertThat(onFx(() -> panel.heat().kind(view().firstColumn() + 1))).isEqualTo(HeatLayer.Kind.SHOWN);
    }

    @Test
    void changesTypeByAPressWithoutAnotherPictureOnTheScreen(FxRobot robot) {
        robot.clickOn(segment("heat-types", 4));
        pulse();
        assertThat(control.type()).isEqualTo(HeatType.DELTA);
        assertThat(words("heat-what")).startsWith("net ");
        assertThat(onFx(() -> panel.shows("24 h"))).isEqualTo("Delta · 24 h · at risk");

        robot.clickOn(segment("heat-types", 1));
        pulse();
        assertThat(words("heat-what")).contains("reported 1 h L ");
    }

    @Test
    void changesTheLayerAndGoesBack(FxRobot robot) {
        robot.clickOn(segment("heat-layers", 1));
        pulse();
        assertThat(onFx(() -> panel.heat() instanceof DepthLayer)).isTrue();
        assertThat(onFx(() -> panel.node().lookup("#heat-bases").getParent().isVisible()))
                .isFalse();
        assertThat(onFx(panel::asText)).contains("resting depth, colours from");
        assertThat(lit("heat-types")).as("no type of liquidations").isEmpty();

        robot.clickOn(segment("heat-types", 2));
        pulse();
        assertThat(onFx(() -> panel.heat() instanceof MassLayer)).isTrue();
        assertThat(control.type()).isEqualTo(HeatType.TIERS);
    }

    @Test
    void aWindowAsksForItsPictureAndStretchesTheTimeAxis(FxRobot robot) {
        robot.clickOn(segment("heat-spans", 6));
        pulse();
        assertThat(lit("heat-spans")).isEqualTo("3d");
        assertThat(axes.time().spanNanos()).isEqualTo(Duration.ofDays(3).toNanos());
        assertThat(wanted).extracting(PictureChoice::window).containsExactly(Window.D3);

        onFx(() -> {
            panel.longer(1);
            panel.longer(1);
            panel.longer(1);
            return true;
        });
        assertThat(control.window()).isEqualTo(Window.D30);
        assertThat(axes.time().spanNanos()).isEqualTo(Duration.ofDays(30).toNanos());
    }

    @Test
    void takesTheNextBasisAndSaysWhichIsShownMeanwhile() {
        onFx(() -> {
            panel.nextBasis();
            return true;
        });
        pulse();
        assertThat(control.basis()).isEqualTo(MassBasis.DISCOUNTED);
        assertThat(words("heat-what")).contains("USD discounted");
        onFx(() -> {
            panel.nextBasis();
            return true;
        });
        pulse();
        assertThat(wanted.get(wanted.size() - 1).basis()).isEqualTo(Basis.EXPECTED_FORCED);
        assertThat(words("heat-what")).as("still the old picture").contains("USD at risk");
    }

    @Test
    void takesABandOutByItsChip(FxRobot robot) {
        Node chip = onFx(() -> panel.node().lookupAll("#tier-chips .venue-chip").stream()
                .toList()
                .get(4));
        robot.clickOn(chip);
        pulse();
        assertThat(control.bands()).doesNotContain(Tier.Band.X100);
        assertThat(chip.getStyleClass()).contains("off");
        assertThat(wanted).hasSize(1);
    }

    @Test
    void takesAVenueOutOfThePictureOfExchanges(FxRobot robot) {
        robot.clickOn(segment("heat-types", 3));
        pulse();
        onFx(() -> {
            control.toggle(Venue.BYBIT);
            return true;
        });
        pulse();
        Node chip = onFx(() -> panel.node().lookup("#chip-binance"));
        robot.clickOn(chip);
        pulse();
        assertThat(control.venues()).doesNotContain(Venue.BINANCE, Venue.BYBIT);
        assertThat(chip.getStyleClass()).contains("off");
        assertThat(words("heat-what")).startsWith("OK BG = ");
    }

    @Test
    void readsTheCellUnderThePinnedCrosshair() {
        onFx(() -> {
            axes.crosshair()
                    .place(106_000, MARKET.nowNanos() - Duration.ofHours(3).toNanos());
            panel.togglePin();
            return true;
        });
        pulse();
        pulse();
        assertThat(onFx(() -> panel.heat()
                        .reading(
                                Frame.of(
                                        HeatView.of(axes.time(), axes.price(), 992, 600, 128, 1),
                                        VIEW,
                                        VenueControl.none(),
                                        MARKET.nowNanos()),
                                new Candles(),
                                axes.crosshair().timeNanos(),
                                106_000)
                        .asText()))
                .contains("at risk\t", "discounted −25\u00a0%\t", "expected forced\t", "there since\t");
    }

    @Test
    void offersColdZonesLookBackAndDiscountByTheRightButton(FxRobot robot) {
        choose(robot, "Cold zones (D)");
        assertThat(control.coldZones()).isTrue();

        choose(robot, "Only those opened in the window (Shift+B)");
        assertThat(wanted.get(wanted.size() - 1).lookBack()).isEqualTo(LookBack.BUILT_IN_WINDOW);

        choose(robot, "Discount −30\u00a0%");
        assertThat(control.discount()).isEqualTo(0.30);
        pulse();
    }

    @Test
    void countsOnlyWhatWasOpenedInTheWindowByAPressAndAllByAnother(FxRobot robot) {
        Labeled chip = (Labeled) panel.node().lookup("#positions");
        assertThat(chip.getText()).isEqualTo("all positions");

        robot.clickOn(chip);
        pulse();

        assertThat(control.choice().lookBack()).isEqualTo(LookBack.BUILT_IN_WINDOW);
        assertThat(chip.getText()).isEqualTo("opened in 24h");
        robot.clickOn(chip);
        assertThat(control.choice().lookBack()).isEqualTo(LookBack.ALL_POSITIONS);
    }

    @Test
    void choosesTheBarsAndNamesThemInTheHead(FxRobot robot) {
        Labeled menu = (Labeled) panel.node().lookup("#chart-menu");
        assertThat(menu.getText()).isEqualTo("bars 15 min");

        onFx(() -> axes.chart().bars(3600));
        pulse();
        assertThat(menu.getText()).isEqualTo("bars 1 h");

        onFx(() -> axes.chart().bars(1)); // a second is no bar on a day's picture
        pulse();
        assertThat(menu.getText()).isEqualTo("bars 5 min");
        robot.clickOn(menu).clickOn("Volume by price (Shift+H)");
        pulse();

        assertThat(axes.chart().look().volume()).isTrue();
        assertThat(panel.node().lookup("#volume-by-price").isVisible()).isTrue();
        assertThat(inked(panel.node().lookup("#volume-by-price"))).isTrue();
    }

    @Test
    void theHeatIsGreyWhileAllOfItIsOfTheLastSession() {
        assertThat(mostSaturated()).isGreaterThan(0.3);

        GridView grid = VIEW.grid();
        Venue[] all = grid.venues().keySet().toArray(new Venue[0]);
        pulse(MARKET.view(Modelled.restored(grid, all)));
        assertThat(mostSaturated()).isLessThan(0.01);

        pulse(MARKET.view(Modelled.restored(grid, all[0])));
        assertThat(mostSaturated()).as("others are live").isGreaterThan(0.3);
    }

    /** Of the colours of the cells on screen, bright ones: the grounds of the plot are a little blue. */
    private double mostSaturated() {
        double most = 0;
        HeatRing ring = panel.heat().ring();
        HeatView view = view();
        for (long column = view.firstColumn(); column < view.endColumn(); column += 7) {
            for (int row = 0; row < view.rows(); row++) {
                int argb = ring.pixel(column, row);
                javafx.scene.paint.Color colour =
                        javafx.scene.paint.Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
                if (colour.getBrightness() > 0.2) {
                    most = Math.max(most, colour.getSaturation());
                }
            }
        }
        return most;
    }

    private static void onFx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, run);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean inked(Node node) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            javafx.scene.SnapshotParameters clear = new javafx.scene.SnapshotParameters();
            clear.setFill(javafx.scene.paint.Color.TRANSPARENT);
            javafx.scene.image.WritableImage image = node.snapshot(clear, null);
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getPixelReader().getColor(1, y).getOpacity() > 0) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void asksForThePanelsOneHelp(FxRobot robot) {
        List<Event> asked = new ArrayList<>();
        onFx(() -> {
            panel.node().addEventHandler(HelpRequest.ASKED, asked::add);
            return true;
        });
        robot.clickOn("#heat-help-button");
        assertThat(asked).hasSize(1);
    }

    @Test
    void speaksAndCopiesWhatItShows() {
        await().until(() -> {
            pulse();
            String spoken = panel.node().getAccessibleText();
            return spoken != null && spoken.startsWith("Heatmap, BTCUSDT, last 10");
        });
        assertThat(panel.node().getAccessibleText()).contains("liquidations, cumulative", "all tiers", "USD a bin");
        assertThat(onFx(panel::asText)).contains("Zones, not price targets.", "\tshort\t", "feed throttled");
        assertThat(onFx(panel::settings)).containsEntry("Layer", "Cumulative").containsEntry("Basis", "At risk");
    }

    @Test
    void givesTheHeadsTheRoomThereIs() {
        for (double width : new double[] {1058, 784, 538, 420}) {
            onFx(() -> {
                stage.setWidth(width);
                return true;
            });
            await().until(() -> onFx(() -> panel.plot().canvas().getWidth()) == width - PlotChart.PRICE_AXIS_WIDTH);
            pulse();
            for (String id : List.of("#heat-types", "#heat-spans", "#heat-layers", "#heat-bases")) {
                Node row = onFx(() -> panel.node().lookup(id));
                Node menu = onFx(() -> panel.node().lookup(id + "-menu"));
                Node shown = row.isVisible() ? row : menu;
                Bounds bounds = onFx(() -> shown.localToScene(shown.getLayoutBounds()));
                assertThat(shown.isVisible()).as("%s at %f", id, width).isTrue();
                assertThat(bounds.getMaxX()).as("%s at %f", id, width).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void costsNextToNothingWhenNothingHasChanged() {
        boolean clean = onFx(() -> {
            panel.pulse(new Pulse(VIEW, Session.Mode.LIVE, MARKET.nowNanos()));
            return panel.plot().chart().getBitState().isClean();
        });
        assertThat(clean).isTrue();
    }
}
