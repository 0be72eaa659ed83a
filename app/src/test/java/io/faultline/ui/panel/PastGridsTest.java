package io.faultline.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.GridView;
import io.faultline.liquidation.GridSnapshot;
import io.faultline.liquidation.LookBack;
import io.faultline.market.Venue;
import io.faultline.ui.Modelled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PastGridsTest {
    private static final GridView NOW = Modelled.view(60_000, Venue.BINANCE);
    private static final List<GridSnapshot> ONE =
            Modelled.view(61_000, Venue.BINANCE).grids();
    private static final List<GridSnapshot> OTHER =
            Modelled.view(62_000, Venue.BINANCE).grids();

    private record Question(long millis, CompletableFuture<List<GridSnapshot>> answer) {}

    private final List<Question> asked = new ArrayList<>();
    private final LiquidationControl control = new LiquidationControl(choice -> {}, this::answeredNewestOnly);

    /** As a session does. */
    private CompletableFuture<List<GridSnapshot>> answeredNewestOnly(long millis) {
        asked.forEach(question -> question.answer().cancel(false));
        Question next = new Question(millis, new CompletableFuture<>());
        asked.add(next);
        return next.answer();
    }

    private void answer(List<GridSnapshot> grids) {
        asked.get(asked.size() - 1).answer().complete(grids);
    }

    @Test
    void answersTwoPanelsThatLookAtTwoMoments() {
        assertThat(control.gridsAt(100, NOW)).isNull();
        assertThat(control.gridsAt(200, NOW)).as("waits for its turn").isNull();
        long before = control.pastVersion();
        answer(ONE);
        assertThat(control.pastVersion()).isGreaterThan(before);
        assertThat(control.gridsAt(200, NOW)).isNull();
        assertThat(control.gridsAt(100, NOW)).isSameAs(ONE);
        answer(OTHER);
        assertThat(control.gridsAt(100, NOW)).isSameAs(ONE);
        assertThat(control.gridsAt(200, NOW)).isSameAs(OTHER);
        assertThat(asked).extracting(Question::millis).containsExactly(100L, 200L);
    }

    @Test
    void asksOnceForAMomentThatTwoPanelsLookAt() {
        assertThat(control.gridsAt(100, NOW)).isNull();
        assertThat(control.gridsAt(100, NOW)).isNull();
        answer(ONE);
        assertThat(control.gridsAt(100, NOW)).isSameAs(ONE);
        assertThat(control.gridsAt(100, NOW)).isSameAs(ONE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksAgainWhereWhoWasToAnswerHasEnded() {
        assertThat(control.gridsAt(100, NOW)).isNull();
        asked.get(0).answer().cancel(false);
        assertThat(control.gridsAt(100, NOW)).as("not unknown").isNull();
        answer(ONE);
        assertThat(control.gridsAt(100, NOW)).isSameAs(ONE);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatCannotBeComputedIsUnknown() {
        assertThat(control.gridsAt(100, NOW)).isNull();
        asked.get(0).answer().completeExceptionally(new IllegalStateException("a bug"));
        assertThat(control.gridsAt(100, NOW)).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksAnewUnderOtherParametersAndOfOtherPositions() {
        assertThat(control.gridsAt(100, NOW)).isNull();
        answer(ONE);
        assertThat(control.gridsAt(100, NOW)).isSameAs(ONE);
        GridView anew = new GridView(
                NOW.grids(),
                NOW.venues(),
                NOW.heat(),
                NOW.swept(),
                NOW.parameters(),
                NOW.knownFromMillis(),
                NOW.liveSinceMillis(),
                new GridView.Epoch(1, 50));
        assertThat(control.gridsAt(100, anew)).isNull();
        answer(OTHER);
        assertThat(control.gridsAt(100, anew)).isSameAs(OTHER);
        control.lookBack(LookBack.BUILT_IN_WINDOW);
        assertThat(control.gridsAt(100, anew)).isNull();
        assertThat(asked).hasSize(3);
    }
}
