package io.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.desk.DeskView;
import io.faultline.desk.GridView;
import io.faultline.desk.Session;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.market.Venue;
import io.faultline.ui.Modelled;
import io.faultline.ui.SyntheticMarket;
import io.faultline.ui.panel.LiquidationControl;
import io.faultline.ui.panel.MassBasis;
import io.faultline.ui.panel.Pulse;
import io.faultline.ui.panel.Shared;
import io.faultline.ui.panel.VenueControl;
import io.faultline.ui.theme.Palette;
import io.faultline.ui.theme.Theme;
import io.faultline.ui.theme.TierColours;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
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
class MapPanelTest {
    private static final double MARK = 61_660;
    private static final GridView GRID = Modelled.view(MARK, Venue.BINANCE, Venue.BYBIT);
    private static final GridView EARLIER = Modelled.view(MARK * 1.01, Venue.BINANCE);
    private static final double PLOT_TOP = 80;

    private final SyntheticMarket market =
            new SyntheticMarket(7, "BTCUSDT", Venue.BINANCE, Venue.BYBIT).open().run(3);
    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private final CompletableFuture<List<GridSnapshot>> past = new CompletableFuture<>();
    private final Shared axes = Shared.create(VenueControl.none(), new LiquidationControl(choice -> {}, millis -> {
        asked.add(millis);
        return past;
    }));

    @SuppressWarnings("NullAway.Init") // set in start, on the JavaFX thread
    private MapPanel panel;

    @Start
    void start(Stage stage) {
        Theme.install();
        axes.price().tick(0.1);
        axes.price().place(PLOT_TOP, 400);
        axes.price().fit(MARK * 0.97, MARK * 1.03);
        panel = new MapPanel(axes, Palette.DARK);
        panel.node().setMaxSize(98, Region.USE_COMPUTED_SIZE);
        Scene scene = new Scene(new StackPane(panel.node(), axes.hover().layer()), 500, 560);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void pulseOnce() {
        WaitForAsyncUtils.waitForFxEvents();
        pulse(GRID);
        WaitForAsyncUtils.waitForFxEvents();
        pulse(GRID);
    }

    private void pulse(GridView grid) {
        DeskView view = market.view();
        DeskView with =
                new DeskView(view.symbol(), view.timeNanos(), view.venues(), view.history(), view.forming(), grid);
        fx(() -> {
            axes.time().now(market.nowNanos());
            panel.pulse(new Pulse(with, Session.Mode.LIVE, market.nowNanos()));
            axes.hover().pulse();
            return true;
        });
    }

    @Test
    void drawsBarsInTheColoursOfTheirTiersAtTheirPrices() {
        WritableImage image = fx(() -> panel.node().getScene().snapshot(null));
        List<Color> seen = new ArrayList<>();
        double left = fx(() -> panel.node().localToScene(0, 0).getX());
        int y = (int) (PLOT_TOP + axes.price().y(MARK * 0.985));
        for (int x = 0; x < 98; x++) {
            seen.add(image.getPixelReader().getColor((int) left + x, y));
        }

        assertThat(seen).contains(TierColours.of(io.faultline.liquidation.Tier.Band.X50));
        Color atTheMark = image.getPixelReader()
                .getColor((int) left + 30, (int) (PLOT_TOP + axes.price().y(MARK)) + 2);
        assertThat(atTheMark).as("nothing is liquidated at the mark").isEqualTo(Palette.DARK.bg());
    }

    @Test
    void isGreyWhileAllThatItShowsIsOfTheLastSession() {
        assertThat(mostSaturated()).isGreaterThan(0.3);

        pulse(Modelled.restored(GRID, Venue.BINANCE, Venue.BYBIT));
        assertThat(mostSaturated()).isLessThan(0.01);

        pulse(Modelled.restored(GRID, Venue.BYBIT));
        assertThat(mostSaturated()).as("one venue is live").isGreaterThan(0.3);
    }

    /** Of what is drawn in the plot, above the foot. */
    private double mostSaturated() {
        WritableImage image = fx(() -> plot().snapshot(null, null));
        double most = 0;
        int low = (int) (plotTop() + axes.price().y(MARK * 0.99));
        int lower = (int) (plotTop() + axes.price().y(MARK * 0.98));
        for (int y = low; y < lower; y++) {
            for (int x = 2; x < 90; x++) {
                Color colour = image.getPixelReader().getColor(x, y);
                most = Math.max(most, colour.getSaturation() * colour.getBrightness());
            }
        }
        return most;
    }

    @Test
    void theTableToCopySaysBasisSumsAndEveryBar() {
        String text = panel.asText();

        assertThat(text)
                .startsWith(
                        "Liquidation map BTCUSDT, At risk, USD, mark 61,660.0, bars of 5 bp\nwithin 5.0\u00a0%, at risk: longs ")
                .contains("from\tto\tall\t5x\t10x\t25x\t50x\t100x\tlongs from the mark\tshorts from the mark\n");
        assertThat(text.lines().count()).isGreaterThan(100);
        axes.liquidations().basis(MassBasis.EXPECTED);
        axes.liquidations().mapByVenue(true);
        pulse(GRID);
        assertThat(panel.asText()).contains(", Expected forced, USD").contains("all\tBinance\tBybit\t");
    }

    @Test
    void theTooltipShowsThreeFiguresOfTheBarAndFromTheMarkToIt(FxRobot robot) {
        Point2D at = fx(() -> plot().localToScreen(30, plotTop() + axes.price().y(MARK * 0.985)));
        robot.moveTo(at);

        await().until(() -> {
            pulse(GRID);
            return !card().isEmpty();
        });

        assertThat(card())
                .contains(
                        "longs, forced sell",
                        "At risk",
                        "Discounted 25\u00a0%",
                        "Expected forced",
                        "a bar is 5 bp, shown: at risk")
                .anyMatch(words -> words.endsWith(", 80\u00a0%)"))
                .anyMatch(words -> words.startsWith("From the mark to here, −1."));
        assertThat(axes.crosshair().price()).as("it leads the crosshair").isBetween(MARK * 0.984, MARK * 0.986);
        robot.moveTo(fx(() -> panel.node().getScene().getWindow().getX() + 5), 5);
        await().until(() -> {
            pulse(GRID);
            return card().isEmpty();
        });
    }

    @Test
    void showsThePastWhereTheCrosshairRestsAndNowAgainWhenItLeaves() {
        String now = panel.asText();
        fx(() -> {
            axes.crosshair().move(MARK, market.nowNanos() - 120_000_000_000L);
            return true;
        });
        await().until(() -> {
            pulse(GRID);
            return asked.size() == 1;
        });
        assertThat(asked.get(0)).isEqualTo((market.nowNanos() / 1_000_000 - 120_000) / 10_000 * 10_000);
        assertThat(panel.asText()).as("until the answer is there").isEqualTo(now);

        past.complete(EARLIER.grids());
        await().until(() -> {
            pulse(GRID);
            return panel.asText().startsWith("Liquidation map BTCUSDT as it stood ");
        });
        assertThat(panel.asText()).contains("mark 62,276.6");

        fx(() -> {
            axes.crosshair().leave();
            return true;
        });
        pulse(GRID);
        assertThat(panel.asText()).isEqualTo(now);
        assertThat(asked).as("one question").hasSize(1);
    }

    @Test
    void aPastThatIsNotKnownIsNoEmptyMap() {
        past.complete(List.of());
        fx(() -> {
            axes.crosshair().move(MARK, market.nowNanos() - 120_000_000_000L);
            return true;
        });

        await().until(() -> {
            pulse(GRID);
            return panel.asText().equals("Liquidation map: nothing is modelled as of 14:19:40");
        });
    }

    @Test
    void saysThatNothingIsModelledInsteadOfDrawingZeroes() {
        pulse(GridView.NONE);

        assertThat(panel.asText()).isEqualTo("Liquidation map: nothing is modelled");
        assertThat(plot().getAccessibleText()).isEqualTo("Liquidation map, nothing is modelled");
    }

    @Test
    void aDragScrollsTheSharedAxisByWholeRowsAndADoubleClickRecentres(FxRobot robot) {
        long low = axes.price().lowRow();
        Point2D at = fx(() -> plot().localToScreen(30, plotTop() + 200));
        robot.moveTo(at).press(MouseButton.PRIMARY);
        robot.moveTo(at.add(0, 3.5 * axes.price().rowHeight())).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(axes.price().lowRow()).isEqualTo(low + 3);

        robot.doubleClickOn(at);
        assertThat(axes.price().follows()).isTrue();
    }

    private Region plot() {
        return (Region) ((VBox) panel.node()).getChildren().get(2);
    }

    private double plotTop() {
        return plot().sceneToLocal(0, PLOT_TOP).getY();
    }

    /** What the tooltip says; empty while there is none. */
    private List<String> card() {
        return fx(() -> {
            Node card = axes.hover().layer().lookup(".hover-card");
            List<String> words = new ArrayList<>();
            if (card != null && card.isVisible()) {
                for (Node label : ((Region) card).getChildrenUnmodifiable()) {
                    if (label.isVisible() && !((Label) label).getText().isEmpty()) {
                        words.add(((Label) label).getText());
                    }
                }
            }
            return words;
        });
    }

    private static <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
