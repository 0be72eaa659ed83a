package io.faultline.ui.heatmap;

import static io.faultline.ui.heatmap.SyntheticMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.DeskView;
import io.faultline.desk.Session;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HeatmapPanelTest {
    /** What the workspace gives the heads of a narrow plot: 32 pixels, and twice 20. */
    private static final double HEADS = 72;

    private final SyntheticMarket market = new SyntheticMarket(3);
    private final Shared axes = Shared.create();
    private final DeskView view = market.snapshot().play(330 * SECOND).view();

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private HeatmapPanel panel;

    @Start
    void start(Stage stage) {
        Theme.install();
        axes.liquidations().liquidations(false);
        panel = new HeatmapPanel(axes, Palette.DARK);
        Scene scene = new Scene(panel.node(), 900, 620);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // the stage is shared by all tests of a process, and keeps the size that one has set
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
        onFx(() -> {
            panel.pulse(new Pulse(view, Session.Mode.LIVE, market.now()));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    /** A point of the plot, by pixels from its top left, on the screen. */
    private Point2D plot(double x, double y) {
        return onFx(() -> panel.plot().canvas().localToScreen(x, y));
    }

    /** Turns the wheel over a point of the plot, away from the user when positive. */
    private void wheel(int notches, KeyCode held) {
        boolean shift = held == KeyCode.SHIFT;
        // With shift held the toolkit turns the wheel into a horizontal one.
        double delta = 40 * notches;
        onFx(() -> {
            Node surface = panel.plot().chart().getParent();
            Point2D scene = panel.plot().canvas().localToScene(300, 200);
            surface.fireEvent(new ScrollEvent(
                    null,
                    surface,
                    ScrollEvent.SCROLL,
                    scene.getX(),
                    scene.getY(),
                    0,
                    0,
                    shift,
                    held == KeyCode.CONTROL,
                    false,
                    false,
                    false,
                    false,
                    shift ? delta : 0,
                    shift ? 0 : delta,
                    shift ? delta : 0,
                    shift ? 0 : delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
            return true;
        });
    }

    private Bounds plotBounds() {
        return onFx(() -> panel.plot().canvas().getLayoutBounds());
    }

    private Node pill() {
        return panel.node().lookup(".live-pill");
    }

    @Test
    void tellsTheSharedAxisWhereThePlotStands() {
        // The window takes its size when the toolkit gets to it.
        await().until(() -> plotBounds().getWidth() == 900 - PlotChart.PRICE_AXIS_WIDTH);
        assertThat(axes.price().height()).isEqualTo(plotBounds().getHeight());
        assertThat(axes.price().sceneTop())
                .isEqualTo(onFx(() -> panel.plot().canvas().localToScene(0, 0).getY()))
                .isEqualTo(HEADS);
        assertThat(plotBounds().getHeight()).isEqualTo(620 - HEADS - PlotChart.TIME_AXIS_HEIGHT);
    }

    @Test
    void drawsAPriceWhereTheSharedAxisHasIt() {
        for (int zoom = 0; zoom < 12; zoom++) {
            // The chart's axis takes the new range over when it is laid out.
            await().until(() -> Math.abs(
                            onFx(() -> panel.plot().displayPosition(axes.price().low()))
                                    - axes.price().height())
                    < 0.5);
            for (double price = axes.price().low(); price < axes.price().high(); price += 23.7) {
                double shown = price;
                assertThat(onFx(() -> panel.plot().displayPosition(shown)))
                        .as("%s", price)
                        .isCloseTo(axes.price().y(price), within(0.5));
            }
            onFx(() -> {
                panel.zoomPrice(1);
                return true;
            });
            pulse();
        }
    }

    @Test
    void wheelZoomsTimeAndStaysLive() {
        long span = axes.time().spanNanos();
        wheel(1, KeyCode.UNDEFINED);
        assertThat(axes.time().spanNanos()).isLessThan(span);
        assertThat(axes.time().follows()).isTrue();
        wheel(-1, KeyCode.UNDEFINED);
        wheel(-1, KeyCode.UNDEFINED);
        assertThat(axes.time().spanNanos()).isGreaterThan(span);
    }

    @Test
    void wheelKeepsTheInstantUnderThePointerOnceItIsNotLive() {
        onFx(() -> {
            panel.panTime(-0.2);
            return true;
        });
        pulse();
        double width = plotBounds().getWidth();
        HeatView before = HeatView.of(axes.time(), axes.price(), width, 500, 122, 1);
        long under = before.nanos(300);
        wheel(1, KeyCode.UNDEFINED);
        HeatView after = HeatView.of(axes.time(), axes.price(), width, 500, 122, 1);
        assertThat(after.nanosPerColumn()).isLessThan(before.nanosPerColumn());
        assertThat(after.x(under)).isCloseTo(300, within(2.0));
    }

    @Test
    void controlWheelZoomsPriceAndShiftWheelPansTime() {
        double range = axes.price().high() - axes.price().low();
        wheel(1, KeyCode.CONTROL);
        assertThat(axes.price().high() - axes.price().low()).isLessThan(range);

        long end = axes.time().endNanos();
        wheel(1, KeyCode.SHIFT);
        assertThat(axes.time().endNanos()).isLessThan(end);
        assertThat(axes.time().follows()).isFalse();
    }

    @Test
    void dragPansBothLeavesLiveAndThePillReturnsKeepingTheZoom(FxRobot robot) {
        assertThat(pill().isVisible()).isFalse();
        long end = axes.time().endNanos();
        long low = axes.price().lowRow();
        robot.drag(plot(300, 200), MouseButton.PRIMARY).dropTo(plot(400, 280));
        pulse();

        assertThat(axes.time().endNanos()).isLessThan(end);
        assertThat(axes.price().lowRow()).isGreaterThan(low);
        assertThat(axes.price().follows()).isFalse();
        assertThat(pill().isVisible()).isTrue();

        long span = axes.time().spanNanos();
        robot.clickOn(pill());
        pulse();
        assertThat(axes.time().follows()).isTrue();
        assertThat(axes.time().spanNanos()).isEqualTo(span);
        assertThat(axes.time().endNanos()).isEqualTo(market.now());
        assertThat(pill().isVisible()).isFalse();
    }

    @Test
    void dragMovesThePictureWithThePointer(FxRobot robot) {
        double width = plotBounds().getWidth();
        HeatView before = HeatView.of(axes.time(), axes.price(), width, 500, 122, 1);
        long under = before.nanos(300);
        robot.drag(plot(300, 200), MouseButton.PRIMARY).dropTo(plot(420, 200));
        HeatView after = HeatView.of(axes.time(), axes.price(), width, 500, 122, 1);
        assertThat(after.x(under)).isCloseTo(420, within(2.0));
    }

    @Test
    void shiftDragMeasuresAndPansNothing(FxRobot robot) {
        long end = axes.time().endNanos();
        long low = axes.price().lowRow();
        robot.press(KeyCode.SHIFT).drag(plot(200, 200), MouseButton.PRIMARY).dropTo(plot(330, 300));
        robot.release(KeyCode.SHIFT);
        assertThat(axes.time().endNanos()).isEqualTo(end);
        assertThat(axes.price().lowRow()).isEqualTo(low);
        assertThat(axes.time().follows()).isTrue();
    }

    @Test
    void dragOnAnAxisStretchesOnlyThatOne(FxRobot robot) {
        double width = plotBounds().getWidth();
        double height = plotBounds().getHeight();
        long span = axes.time().spanNanos();
        double range = axes.price().high() - axes.price().low();

        robot.drag(plot(width + 30, 200), MouseButton.PRIMARY).dropTo(plot(width + 30, 300));
        assertThat(axes.price().high() - axes.price().low()).isGreaterThan(range);
        assertThat(axes.time().spanNanos()).isEqualTo(span);

        range = axes.price().high() - axes.price().low();
        robot.drag(plot(300, height + 10), MouseButton.PRIMARY).dropTo(plot(400, height + 10));
        assertThat(axes.time().spanNanos()).isLessThan(span);
        assertThat(axes.price().high() - axes.price().low()).isEqualTo(range);
    }

    @Test
    void doubleClickRefitsAndFollows(FxRobot robot) {
        onFx(() -> {
            panel.panTime(-2);
            panel.panPrice(500);
            return true;
        });
        pulse();
        robot.moveTo(plot(300, 200)).doubleClickOn(MouseButton.PRIMARY);
        pulse();
        assertThat(axes.time().follows()).isTrue();
        assertThat(axes.price().follows()).isTrue();
        double last = Frame.of(HeatView.of(axes.time(), axes.price(), 10, 10, 1, 1), view, VenueControl.none(), 0)
                .last();
        assertThat(axes.price().y(last)).isBetween(0.0, axes.price().height());
    }

    @Test
    void mouseLeadsTheCrosshairWithoutDrawingTheHeatAgain(FxRobot robot) {
        robot.moveTo(plot(310, 205)).moveTo(plot(320, 210));
        assertThat(axes.crosshair().price()).isCloseTo(axes.price().price(210), within(2.0));
        assertThat(axes.time()
                        .x(
                                axes.crosshair().timeNanos(),
                                plotBounds().getWidth()
                                        - NowMargin.width(plotBounds().getWidth())))
                .isCloseTo(320, within(2.0));

        boolean clean = onFx(() -> {
            panel.pulse(new Pulse(view, Session.Mode.LIVE, market.now()));
            return panel.plot().chart().getBitState().isClean();
        });
        assertThat(clean).isTrue();

        robot.moveTo(plot(-20, -30));
        assertThat(axes.crosshair().timeNanos()).isZero();
    }

    @Test
    void clickPinsTheCrosshair(FxRobot robot) {
        robot.moveTo(plot(320, 210)).clickOn(MouseButton.PRIMARY);
        assertThat(axes.crosshair().pinned()).isTrue();
        double price = axes.crosshair().price();
        robot.moveTo(plot(100, 100));
        assertThat(axes.crosshair().price()).isEqualTo(price);
    }

    @Test
    void showsWhichSpanIsChosen() {
        onFx(() -> {
            panel.setSpan(Duration.ofHours(1));
            return true;
        });
        pulse();
        assertThat(axes.time().spanNanos()).isEqualTo(3600 * SECOND);
        assertThat(panel.node().lookupAll("#heat-spans .segment").stream()
                        .map(ToggleButton.class::cast)
                        .filter(ToggleButton::isSelected)
                        .map(ToggleButton::getText))
                .containsExactly("1h");
    }

    @Test
    void movesTheCrosshairByCellsFromTheLastPrice() {
        onFx(() -> {
            panel.crosshairBy(1, 1);
            return true;
        });
        double price = axes.crosshair().price();
        long time = axes.crosshair().timeNanos();
        assertThat(time).isEqualTo(market.now());

        onFx(() -> {
            panel.crosshairBy(-10, 2);
            return true;
        });
        assertThat(axes.crosshair().price()).isCloseTo(price + 2 * axes.price().grouping(), within(1e-6));
        assertThat(axes.crosshair().timeNanos()).isEqualTo(time - 10 * SECOND);
    }

    @Test
    void marksOnThePriceAxisWhatTheLadderShowsCloseUp() {
        double at = axes.price().price(60);
        assertThat(lineAcrossTheAxis(60)).isFalse();

        onFx(() -> {
            panel.slice(axes.price().price(130), at);
            return true;
        });
        pulse();
        assertThat(lineAcrossTheAxis(60)).isTrue();
        assertThat(lineAcrossTheAxis(130)).isTrue();

        onFx(() -> {
            panel.slice(Double.NaN, Double.NaN);
            return true;
        });
        pulse();
        assertThat(lineAcrossTheAxis(60)).isFalse();
    }

    /** Whether the axis has the focus's colour at that height of the plot, beside its labels. */
    private boolean lineAcrossTheAxis(int y) {
        return onFx(() -> {
            Point2D point = panel.plot().canvas().localToScene(plotWidth() + 8, y);
            PixelReader pixels = panel.node().getScene().snapshot(null).getPixelReader();
            return pixels.getColor((int) point.getX(), (int) point.getY()).equals(Palette.DARK.focus());
        });
    }

    private double plotWidth() {
        return panel.plot().canvas().getLayoutBounds().getWidth();
    }

    @Test
    void beforeAnyPriceItSaysSoAndNamesNone() {
        DeskView silent = new SyntheticMarket(3).view();
        onFx(() -> {
            panel.pulse(new Pulse(silent, Session.Mode.LIVE, SyntheticMarket.START));
            return true;
        });

        assertThat(onFx(panel::asText)).contains("waiting for the first book").endsWith("resting USD\n");
        axes.crosshair().leave();
        onFx(() -> {
            panel.crosshairBy(1, 1);
            return true;
        });
        assertThat(axes.crosshair().price()).isNaN();
    }

    @Test
    void saysInTextWhatItShows() {
        String text = onFx(panel::asText);
        assertThat(text).startsWith("Heatmap, BTCUSDT, last 10").contains("USD a cell");
        assertThat(text.lines().count()).isGreaterThan(20);
    }

    @Test
    void costsNextToNothingWhenNothingHasChanged() {
        boolean clean = onFx(() -> {
            panel.pulse(new Pulse(view, Session.Mode.LIVE, market.now()));
            return panel.plot().chart().getBitState().isClean();
        });
        assertThat(clean).isTrue();
    }
}
