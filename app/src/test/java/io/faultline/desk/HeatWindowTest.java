package io.faultline.desk;

import static io.faultline.desk.ModelStory.BINANCE;
import static io.faultline.desk.ModelStory.BYBIT;
import static io.faultline.desk.ModelStory.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.liquidation.Basis;
import io.faultline.liquidation.Bins;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.HeatColumn;
import io.faultline.liquidation.LookBack;
import io.faultline.liquidation.Selection;
import io.faultline.liquidation.Window;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The heatmap in view, with a worker that works when it is told to. */
class HeatWindowTest {
    private final ModelStory story = new ModelStory();
    private final Deque<Runnable> worker = new ArrayDeque<>();

    HeatWindowTest() {
        story.desk.model().runBy(new Background(worker::addLast, Runnable::run));
    }

    private GridView.Heat heat() {
        return story.grid().heat();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.removeFirst().run();
        }
    }

    private static PictureChoice window(Window window) {
        return new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.ALL_POSITIONS, window);
    }

    private static double sum(HeatColumn column) {
        double sum = 0;
        for (int bin = column.base(); bin < column.base() + Bins.COUNT; bin++) {
            sum += column.usd(PositionSide.LONG, bin) + column.usd(PositionSide.SHORT, bin);
        }
        return sum;
    }

    @Test
    void paintsADayWithoutBeingAsked() {
        story.calm(BINANCE, 12);
        assertThat(heat().past()).isEmpty();
        work();
        GridView.Heat heat = heat();
        assertThat(heat.choice()).isEqualTo(PictureChoice.DEFAULT);
        assertThat(heat.recomputing()).isFalse();
        assertThat(heat.past().get(0).startMillis())
                .as("nothing is known from before")
                .isEqualTo(START);
        assertThat(sum(heat.past().get(heat.past().size() - 1))).isPositive();
    }

    @Test
    void followsTheMarketAndKeepsTheListUntilAColumnHasEnded() {
        story.calm(BINANCE, 12);
        heat();
        work();
        story.mark(BINANCE, START + 120_100, 60_000);
        GridView.Heat first = heat();
        story.mark(BINANCE, START + 120_400, 60_000);
        GridView.Heat second = heat();
        assertThat(second.past()).isSameAs(first.past());
        assertThat(Objects.requireNonNull(second.forming()).endMillis()).isEqualTo(START + 120_400);
        story.mark(BINANCE, START + 121_100, 60_000);
        GridView.Heat third = heat();
        assertThat(third.past()).hasSize(first.past().size() + 1);
        HeatColumn last = third.past().get(third.past().size() - 1);
        assertThat(last.endMillis()).isEqualTo(START + 121_100);
    }

    @Test
    void keepsTheOldPictureUntilTheNewOneIsThere() {
        story.calm(BINANCE, 12);
        heat();
        work();
        heat();
        story.desk.model().picture(window(Window.H1));
        GridView.Heat between = heat();
        assertThat(between.choice()).isEqualTo(PictureChoice.DEFAULT);
        assertThat(between.recomputing()).isTrue();
        assertThat(between.past()).isNotEmpty();
        work();
        assertThat(heat().choice()).isEqualTo(window(Window.H1));
        assertThat(heat().recomputing()).isFalse();
    }

    @Test
    void givesUpAPictureThatIsNotWantedAnyMore() {
        story.calm(BINANCE, 12);
        heat();
        work();
        heat();
        story.desk.model().picture(window(Window.D30));
        heat();
        story.desk.model().picture(window(Window.H4));
        heat();
        assertThat(worker).hasSize(2);
        work();
        assertThat(heat().choice()).isEqualTo(window(Window.H4));
        assertThat(worker).isEmpty();
    }

    @Test
    void computesAnewWhenAnotherVenueIsThere() {
        story.calm(BINANCE, 12);
        heat();
        work();
        double alone =
                sum(Objects.requireNonNull(heat().past().get(heat().past().size() - 1)));
        for (int i = 12; i < 18; i++) {
            story.step(BYBIT, START + i * 10_000L, 60_000, 50_000 + 10 * i);
        }
        heat();
        work();
        GridView.Heat both = heat();
        assertThat(sum(both.past().get(both.past().size() - 1))).isGreaterThan(1.2 * alone);
    }

    @Test
    void showsTheGridsOfWhatWasBuiltWithinTheWindow() {
        story.calm(BINANCE, 12);
        PictureChoice built = new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.BUILT_IN_WINDOW, Window.H1);
        story.desk.model().picture(built);
        heat();
        work();
        GridView view = story.grid();
        assertThat(view.heat().built()).hasSize(1);
        assertThat(view.counted()).isEqualTo(view.heat().built());
        assertThat(view.counted().get(0).mark()).isEqualTo(60_000);
        story.desk.model().picture(PictureChoice.DEFAULT);
        heat();
        work();
        GridView all = story.grid();
        assertThat(all.counted()).isEqualTo(all.grids()).isNotEmpty();
    }

    @Test
    void movesWhatWasBuiltWithinTheWindowOnWithTime() {
        story.calm(BINANCE, 12);
        story.desk
                .model()
                .picture(new PictureChoice(Selection.ALL, Basis.AT_RISK, LookBack.BUILT_IN_WINDOW, Window.H1));
        heat();
        work();
        for (int i = 12; i < 17; i++) {
            story.step(BINANCE, START + i * 10_000L, 60_000, 81_000);
        }
        heat();
        assertThat(worker).isEmpty();
        for (int i = 17; i < 20; i++) {
            story.step(BINANCE, START + i * 10_000L, 60_000, 81_000);
        }
        heat();
        assertThat(worker).hasSize(1);
    }

    @Test
    void paintsTenSecondsAColumnWhereNobodyLooked() {
        story.calm(BINANCE, 12);
        heat();
        work();
        heat();
        for (int i = 12; i < 24; i++) {
            story.step(BINANCE, START + i * 10_000L, 60_000, 81_000);
        }
        List<HeatColumn> past = heat().past();
        for (int i = 1; i < past.size(); i++) {
            assertThat(past.get(i).startMillis()).isEqualTo(past.get(i - 1).endMillis());
            assertThat(past.get(i).endMillis() - past.get(i).startMillis()).isLessThanOrEqualTo(20_000);
        }
    }

    @Test
    void tellsTheGridsOfAMomentOfThePast() {
        story.calm(BINANCE, 12);
        CompletableFuture<List<GridSnapshot>> answer = new CompletableFuture<>();
        story.desk.model().gridsAt(START + 60_000, answer);
        assertThat(answer).isNotDone();
        work();
        assertThat(answer.join()).hasSize(1);
        assertThat(answer.join().get(0).venue()).isEqualTo(Venue.BINANCE);
        assertThat(answer.join().get(0).exchangeMillis()).isEqualTo(START + 60_000);

        CompletableFuture<List<GridSnapshot>> before = new CompletableFuture<>();
        story.desk.model().gridsAt(START - 1, before);
        work();
        assertThat(before.join()).isEmpty();
    }

    @Test
    void showsNothingOfAVenueThatIsNotChosen() {
        story.calm(BINANCE, 12);
        Selection okx = Selection.ALL.withVenues(EnumSet.of(Venue.OKX));
        story.desk.model().picture(new PictureChoice(okx, Basis.AT_RISK, LookBack.ALL_POSITIONS, Window.H1));
        heat();
        work();
        assertThat(heat().past()).isEmpty();
        assertThat(heat().forming()).isNull();
    }
}
