package io.faultline.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.ui.theme.HeatColours;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ColourBarTest {
    /** The bar begins after its label, and shows three tenths of the handles' distance on either side. */
    private static final double LEFT = 41;

    private static final double WIDTH = 116;

    private final Contrast contrast = new Contrast();
    private final AtomicInteger changes = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private ColourBar bar;

    @Start
    void start(Stage stage) {
        Theme.install();
        Legend legend = new Legend(contrast, List.of(HeatScale.of(HeatColours.TIDE, 0)), "resting depth", false);
        bar = new ColourBar(new Ink(Palette.DARK), legend, () -> {
            changes.incrementAndGet();
            bar.draw();
        });
        Scene scene = new Scene(new StackPane(bar), 400, 100);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private Point2D at(double usd) {
        Handles handles = contrast.handles();
        double spare = Math.pow(handles.high() / handles.low(), 0.3);
        double from = handles.low() / spare;
        double to = handles.high() * spare;
        double x = LEFT + Math.log(usd / from) / Math.log(to / from) * WIDTH;
        return onFx(() -> bar.localToScreen(x, 11));
    }

    @Test
    void dragSetsTheNearerHandleAndClosesThePadlock(FxRobot robot) {
        Handles before = contrast.handles();
        Point2D target = at(before.low() * 3);
        robot.drag(at(before.low()), MouseButton.PRIMARY).dropTo(target);

        assertThat(contrast.handles().high()).isEqualTo(before.high());
        assertThat(contrast.handles().low() / before.low()).isCloseTo(3, within(0.4));
        assertThat(contrast.auto()).isFalse();
        assertThat(changes.get()).isPositive();
    }

    @Test
    void doubleClickOpensThePadlock(FxRobot robot) {
        onFx(() -> {
            contrast.set(new Handles(1_000, 1_000_000));
            bar.draw();
            return true;
        });
        robot.moveTo(at(30_000)).doubleClickOn(MouseButton.PRIMARY);
        assertThat(contrast.auto()).isTrue();
    }

    @Test
    void keysChooseAndMoveAHandle(FxRobot robot) {
        Handles before = contrast.handles();
        robot.interact(bar::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(contrast.handles().low()).isCloseTo(before.low() * 1.05, within(1e-6));
        robot.type(KeyCode.UP, KeyCode.LEFT);
        assertThat(contrast.handles().high()).isCloseTo(before.high() / 1.05, within(1e-6));
        robot.type(KeyCode.SPACE);
        assertThat(contrast.auto()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(contrast.auto()).isFalse();
    }

    @Test
    void neverLetsTheHandlesCross(FxRobot robot) {
        Handles before = contrast.handles();
        robot.drag(at(before.low()), MouseButton.PRIMARY).dropTo(at(before.high() * 3));
        assertThat(contrast.handles().low())
                .isLessThanOrEqualTo(contrast.handles().high() / 2);
    }
}
