package io.faultline.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.ClustersView;
import io.faultline.desk.SweepView;
import io.faultline.desk.TapeLabel;
import io.faultline.desk.Views;
import io.faultline.desk.WallView;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import io.faultline.signal.Absorption;
import io.faultline.ui.ladder.RowMarks.Icon;
import io.faultline.ui.ladder.RowMarks.Mark;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RowMarksTest {
    private static final long NOW = 1_778_595_700_000L;
    private static final double GROUPING = 100;

    private static ClustersView view(List<WallView> walls, List<SweepView> sweeps, List<TapeLabel> labels) {
        ClustersView none = ClustersView.NONE;
        return new ClustersView(
                true,
                0,
                NOW,
                NOW,
                none.rules(),
                61_650,
                61_650,
                none.sides(),
                none.asymmetry(),
                none.market(),
                none.funding(),
                none.venues(),
                walls,
                sweeps,
                Views.log(labels),
                none.events());
    }

    private static WallView wall(double price, double usd, long held) {
        return new WallView(Venue.BYBIT, Side.BID, price - 15, price + 15, price, usd, usd, held, 0);
    }

    private static TapeLabel label(TapeLabel.Kind kind, double price, long ago) {
        return new TapeLabel(kind, NOW - ago, price, Side.BID, Venue.BYBIT, "", 0, 4e6);
    }

    private static Map<Long, Mark> marks(ClustersView view) {
        return RowMarks.marks(view, GROUPING);
    }

    @Test
    void aWallSaysHowLongItHoldsOnTheRowOfItsLargestLevel() {
        Mark mark = Objects.requireNonNull(marks(view(List.of(wall(61_210, 9e6, 41 * 60_000)), List.of(), List.of()))
                .get(612L));

        assertThat(mark.words()).isEqualTo("WALL BY holds 41 min");
        assertThat(mark.shorter()).isEqualTo("WALL 41 min");
        assertThat(mark.side()).isEqualTo(Side.BID);
    }

    @Test
    void wordsAreLeftOutWholeWhereThereIsLittleRoom() {
        Mark mark = Objects.requireNonNull(marks(view(List.of(wall(61_210, 9e6, 41 * 60_000)), List.of(), List.of()))
                .get(612L));

        assertThat(mark.fitting(words -> words.length() <= 20)).isEqualTo("WALL BY holds 41 min");
        assertThat(mark.fitting(words -> words.length() <= 19)).isEqualTo("WALL 41 min");
        assertThat(mark.fitting(words -> words.length() <= 8)).isEqualTo("WALL");
    }

    @Test
    void theLargestOfSeveralWallsInARowIsTold() {
        WallView larger = new WallView(Venue.OKX, Side.BID, 61_280, 61_310, 61_290, 20e6, 20e6, 0, 2);

        assertThat(marks(view(List.of(wall(61_210, 9e6, 0), larger), List.of(), List.of())))
                .containsOnlyKeys(612L)
                .hasEntrySatisfying(612L, mark -> assertThat(mark.words()).isEqualTo("WALL OK refilled 2×"));
    }

    @Test
    void whatHappenedStandsBeforeTheWallAndTheNewestBeforeTheOlder() {
        ClustersView view = view(
                List.of(wall(61_210, 9e6, 0)),
                List.of(),
                List.of(label(TapeLabel.Kind.REFILLED, 61_220, 30_000), label(TapeLabel.Kind.PULLED, 61_205, 3_000)));

        Mark mark = Objects.requireNonNull(marks(view).get(612L));

        assertThat(mark.words()).isEqualTo("PULLED 4.00M");
        assertThat(mark.icon()).isEqualTo(Icon.ARROW);
    }

    @Test
    void likeMarksInRowsOneBelowTheOtherAreSaidOnce() {
        Map<Long, Mark> marks = marks(view(
                List.of(),
                List.of(),
                List.of(
                        label(TapeLabel.Kind.PULLED, 61_205, 3_000),
                        label(TapeLabel.Kind.PULLED, 61_305, 2_000),
                        label(TapeLabel.Kind.REFILLED, 61_405, 1_000))));

        Mark lowest = Objects.requireNonNull(marks.get(612L));
        Mark middle = Objects.requireNonNull(marks.get(613L));
        assertThat(lowest.like(middle)).isTrue();
        assertThat(middle.like(Objects.requireNonNull(marks.get(614L)))).isFalse();
    }

    @Test
    void labelsGoAfterAWhileAndEatenWallsLeaveNone() {
        ClustersView view = view(
                List.of(),
                List.of(),
                List.of(
                        label(TapeLabel.Kind.PULLED, 61_205, RowMarks.LASTS_MILLIS + 1),
                        label(TapeLabel.Kind.EATEN, 61_405, 1_000)));

        assertThat(marks(view)).isEmpty();
    }

    @Test
    void absorptionIsMarkedAtTheMarkWhileItLasts() {
        SweepView sweep = new SweepView(
                3,
                "L1",
                PositionSide.LONG,
                61_700,
                61_500,
                NOW - 9_000,
                61_700,
                0,
                5e6,
                false,
                new Absorption(true, .62, .41),
                .4,
                false,
                true,
                61_640);

        assertThat(marks(view(List.of(), List.of(sweep), List.of()))).hasEntrySatisfying(616L, mark -> {
            assertThat(mark.words()).isEqualTo("ABSORB L1");
            assertThat(mark.fresh()).isTrue();
            assertThat(mark.side()).isEqualTo(Side.BID);
        });
    }

    @Test
    void theStagesOfACascadeAreToldOnTheRowsWhereTheyHappened() {
        Map<Long, Mark> marks = marks(view(
                List.of(),
                List.of(),
                List.of(
                        of(TapeLabel.Kind.CASCADE_BEGAN, 61_620, "L1"),
                        of(TapeLabel.Kind.EXHAUSTED, 61_230, "L1"),
                        of(TapeLabel.Kind.LONG_WICK, 61_340, "L1"),
                        of(TapeLabel.Kind.EDGE_RECLAIMED, 61_750, "L1"))));

        assertThat(marks).containsOnlyKeys(616L, 612L, 613L, 617L);
        assertThat(words(marks, 616)).isEqualTo("CASCADE L1 BAD");
        assertThat(words(marks, 612)).isEqualTo("EXHAUSTED L1 OK");
        assertThat(words(marks, 613)).isEqualTo("WICK L1 WARN");
        assertThat(words(marks, 617)).isEqualTo("RECLAIMED L1 OK");
        assertThat(marks.values())
                .as("beside the bids of a long cluster, without the frame of a book that was put back")
                .allSatisfy(mark -> {
                    assertThat(mark.side()).isEqualTo(Side.BID);
                    assertThat(mark.fresh()).isFalse();
                });
    }

    private static TapeLabel of(TapeLabel.Kind kind, double price, String cluster) {
        return new TapeLabel(kind, NOW - 1_000, price, Side.BID, null, cluster, 3, 4e6);
    }

    private static String words(Map<Long, Mark> marks, long row) {
        Mark mark = marks.get(row);
        return mark == null ? "" : mark.words() + " " + mark.tone();
    }
}
