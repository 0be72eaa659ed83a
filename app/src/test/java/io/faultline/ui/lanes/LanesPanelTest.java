package io.faultline.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.Session;
import io.faultline.market.Venue;
import io.faultline.ui.SyntheticMarket;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LanesPanelTest {
    private static final double PLOT_LEFT = 40;
    private static final double PLOT_WIDTH = 600;

    private final SyntheticMarket market =
            new SyntheticMarket(7, "BTCUSDT", Venue.BINANCE, Venue.BYBIT).open().run(240);
    private final Shared axes = Shared.create();

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private LanesPanel panel;

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        Theme.install();
        panel = new LanesPanel(axes, Palette.DARK);
        Scene scene = new Scene(new StackPane(panel.node()), 800, 120);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        stage.sizeToScene();
        axes.time().place(PLOT_LEFT, PLOT_WIDTH, 64);
    }

    @BeforeEach
    void pulseOnce() {
        WaitForAsyncUtils.waitForFxEvents();
        pulse();
    }

    private void pulse() {
        fx(() -> {
            axes.time().now(market.nowNanos());
            panel.pulse(new Pulse(market.view(), Session.Mode.LIVE, market.nowNanos()));
            return true;
        });
    }

    @Test
    void saysTheFiguresOfTheThreeLanesAndWhatTheyAreAbout() {
        assertThat(panel.node().getAccessibleText())
                .matches("Lanes, CVD, USD [+−].*, Open interest, USD 9.*B, Volume, USD .*M");
        String text = panel.asText();
        assertThat(text).startsWith("Lanes BTCUSDT\nCVD, USD\t").contains("\tin view\n");
        assertThat(text.lines().count()).isGreaterThan(200);
    }

    @Test
    void losesTheVolumeFirstAndThenOpenInterestWhereItIsLow() {
        fx(() -> {
            stage.getScene().getWindow().setHeight(68);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        pulse();

        assertThat(panel.node().getAccessibleText())
                .contains("CVD")
                .contains("Open interest")
                .doesNotContain("Volume");
    }

    @Test
    void leadsTheSharedTimeOverThePlotAlone(FxRobot robot) {
        Point2D middle = fx(() -> panel.node().localToScreen(PLOT_LEFT + PLOT_WIDTH / 2, 30));
        robot.moveTo(middle);

        long half = axes.time().endNanos() - axes.time().spanNanos() / 2;
        assertThat(Math.abs(axes.crosshair().timeNanos() - half))
                .isLessThan(axes.time().spanNanos() / 100);
        robot.moveTo(middle.add(PLOT_WIDTH / 2 + 30, 0));
        assertThat(axes.crosshair().timeNanos()).isZero();
    }

    @Test
    void aWindowOfThePastIsSaidSo() {
        fx(() -> {
            axes.time().goTo(market.nowNanos() - 60_000_000_000L);
            return true;
        });
        pulse();

        assertThat(panel.asText()).contains("\tuntil 14:24:40");
    }

    private static <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
