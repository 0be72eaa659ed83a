package io.faultline.desk;

import static io.faultline.desk.SignalStory.BINANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.signal.OwnPosition;
import io.faultline.signal.PathState;
import io.faultline.signal.PlanStyle;
import io.faultline.signal.PlanWarning;
import io.faultline.signal.SessionPlan;
import io.faultline.signal.Timeframe;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is planned and checked by what a desk shows. */
class PlanDraftsTest {
    private final SignalStory story = SignalStory.built();
    private final ClusterView longs =
            story.view().side(PositionSide.LONG).nearest().orElseThrow();

    @Test
    void plansByTheClusterTheVenueAndTheRiskRule() {
        story.list(BINANCE, "0.1");

        PlanDraft draft = draft(PlanStyle.AHEAD, false);

        SessionPlan plan = draft.plan().orElseThrow();
        assertThat(plan.levels().order()).isEqualTo(TakerSide.SELL);
        assertThat(plan.levels().entry()).isCloseTo(longs.cluster().nearPrice() * 1.004, within(0.06));
        assertThat(plan.levels().target()).isCloseTo(longs.cluster().farPrice(), within(0.06));
        assertThat(plan.levels().secondTarget()).isNotNull();
        assertThat(longs.path().state()).isEqualTo(PathState.HOLLOW);
        assertThat(draft.risk()).as("two venues, and of no great size").isEqualTo(0.01);
        assertThat(plan.riskUsd()).isEqualTo(100);
        assertThat(draft.ownLiquidation()).isGreaterThan(plan.levels().entry());
    }

    @Test
    void halvesTheRiskInAnEventsWindowAndWarns() {
        story.list(BINANCE, "0.1");
        PlanDraft draft = draft(PlanStyle.AFTERMATH, true);
        assertThat(draft.risk()).isEqualTo(0.005);
        assertThat(draft.warnings()).contains(PlanWarning.OTHER_TIMEFRAME);
        assertThat(draft.text("BTCUSDT"))
                .startsWith("BTCUSDT L1 aftermath at Binance\nbuy ")
                .contains("halved for the event", "! meant for another timeframe", "not advice");
    }

    @Test
    void entersInFrontOfTheWallThatCatchesTheFall() {
        story.list(BINANCE, "0.1");
        double wall = Math.rint(longs.cluster().farPrice() - 40);
        story.rest(BINANCE, Side.BID, wall, 20e6);
        story.pass(1_500);

        PlanDraft draft = draft(PlanStyle.AFTERMATH, false);

        assertThat(draft.plan().orElseThrow().levels().entry()).isCloseTo(wall + 0.1, within(1e-6));
    }

    @Test
    void saysWhyThereIsNoPlan() {
        assertThat(draft(PlanStyle.AHEAD, false).problem()).isEqualTo("Binance has not said its tick");
        PlanWish gone = new PlanWish(
                99,
                PlanStyle.AHEAD,
                1_000,
                OptionalDouble.empty(),
                Venue.BINANCE,
                false,
                Timeframe.SCALP,
                CardChoice.DEFAULT);
        assertThat(PlanDrafts.of(story.desk.view(), gone).text("BTCUSDT"))
                .isEqualTo("BTCUSDT: no plan, the cluster is gone");
    }

    @Test
    void findsTheUsersLiquidationPriceInAClusterAndTheWayOut() {
        OwnWish inside = new OwnWish(PositionSide.LONG, 60_000, 0.1, 100, 0, 0);

        OwnVerdict verdict = OwnPositions.check(story.view(), inside).get(0);

        assertThat(verdict.venue()).isEqualTo(Venue.BINANCE);
        assertThat(verdict.openable()).isTrue();
        assertThat(verdict.liquidation()).isBetween(59_500.0, 59_700.0);
        assertThat(verdict.bankruptcy()).isLessThan(verdict.liquidation());
        assertThat(verdict.cluster())
                .hasValueSatisfying(cluster -> assertThat(cluster.name()).isEqualTo("L1"));
        OwnPosition.AtLeverage way = verdict.wayOut().orElseThrow();
        assertThat(way.liquidationPrice()).isNotNull();
        assertThat(story.view().clusters())
                .noneMatch(cluster -> cluster.cluster().contains(way.liquidationPrice()));
    }

    @Test
    void takesTheWholeAccountAsMarginWhereItIsCross() {
        OwnWish cross = new OwnWish(PositionSide.LONG, 60_000, 0.1, 100, 0, 3_000);
        OwnWish isolated = new OwnWish(PositionSide.LONG, 60_000, 0.1, 2, 0, 0);

        OwnVerdict verdict = OwnPositions.check(story.view(), cross).get(0);

        assertThat(verdict.estimate()).isTrue();
        assertThat(verdict.liquidation())
                .isCloseTo(OwnPositions.check(story.view(), isolated).get(0).liquidation(), within(1e-6));
        assertThat(verdict.wayOut()).isEmpty();
    }

    @Test
    void writesTheNearestAndTheLargestOfEachSideOnTheSheet() {
        SessionSheet sheet = SessionSheet.of(story.view(), CardChoice.DEFAULT);

        assertThat(sheet.lines()).anyMatch(line -> line.name().equals("L1") && line.nearest());
        assertThat(sheet.lines()).anyMatch(line -> line.side() == PositionSide.SHORT && line.largest());
        assertThat(sheet.text("BTCUSDT")).startsWith("BTCUSDT mark 60000\nL1 nearest");
    }

    @Test
    void tellsEachLineOfTheCardWithItsBarAndVerdict() {
        var lines = CardLines.of(story.view(), longs, CardChoice.DEFAULT);

        assertThat(lines).extracting(CardLine::item).containsExactly(CardLine.Item.values());
        CardLine share = line(lines, CardLine.Item.OPEN_INTEREST_SHARE);
        assertThat(share.bar()).isEqualTo(0.005);
        assertThat(share.verdict()).isEqualTo(CardLine.Verdict.YES);
        assertThat(line(lines, CardLine.Item.DAILY_SHARE).verdict()).isEqualTo(CardLine.Verdict.UNKNOWN);
        assertThat(line(lines, CardLine.Item.AGE).verdict()).isEqualTo(CardLine.Verdict.NO);
        assertThat(line(lines, CardLine.Item.PATH).word()).isEqualTo("HOLLOW");
        assertThat(line(lines, CardLine.Item.DISTANCE).word()).isEqualTo("ACTIONABLE");
        assertThat(line(lines, CardLine.Item.FUNDING).verdict()).isEqualTo(CardLine.Verdict.UNKNOWN);
    }

    private static CardLine line(List<CardLine> lines, CardLine.Item item) {
        return lines.stream().filter(line -> line.item() == item).findFirst().orElseThrow();
    }

    private PlanDraft draft(PlanStyle style, boolean event) {
        Timeframe shown = event ? Timeframe.SWING : Timeframe.SCALP;
        return PlanDrafts.of(
                story.desk.view(),
                new PlanWish(
                        longs.id(),
                        style,
                        10_000,
                        OptionalDouble.empty(),
                        Venue.BINANCE,
                        event,
                        shown,
                        CardChoice.DEFAULT));
    }
}
