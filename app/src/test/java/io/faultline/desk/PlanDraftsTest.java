package io.faultline.desk;

import static io.faultline.desk.SignalStory.BINANCE;
import static io.faultline.desk.SignalStory.BYBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.signal.BookPicture;
import io.faultline.signal.OwnPosition;
import io.faultline.signal.PaperResult;
import io.faultline.signal.PaperTerms;
import io.faultline.signal.PaperTrade;
import io.faultline.signal.PathState;
import io.faultline.signal.PlanStyle;
import io.faultline.signal.PlanWarning;
import io.faultline.signal.SessionPlan;
import io.faultline.signal.Timeframe;
import java.util.List;
import java.util.Objects;
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
    void tradesAPlanOnPaperOnTheTapeOfItsVenue() {
        story.list(BINANCE, "0.1");
        story.pass(100);
        SessionPlan plan = draft(PlanStyle.AFTERMATH, false).plan().orElseThrow();
        story.desk.signals().papers().arm(plan, PaperTerms.at(Venue.BINANCE));
        story.pass(40_000);
        assertThat(paper().result().stage()).isEqualTo(PaperTrade.Stage.WAITING);

        story.trade(BYBIT, plan.levels().entry() - 5, 1_000, TakerSide.SELL);
        assertThat(paper().result().fills()).isEmpty();
        story.trade(BINANCE, plan.levels().entry() - 5, 1_000, TakerSide.SELL);

        PaperResult open = paper().result();
        assertThat(open.stage()).isEqualTo(PaperTrade.Stage.OPEN);
        assertThat(open.fills().get(0).price()).isEqualTo(plan.levels().entry());
        BookPicture before = open.before().orElseThrow();
        assertThat(story.now() - before.millis()).isBetween(30_000L, 32_000L);
        assertThat(before.bids().usdAt(Bins.of(59_990))).isPositive();

        long settled = story.now() + 1_000;
        story.pass(2_000);
        story.settled(BINANCE, settled, "0.0001");
        story.settled(BINANCE, settled, "0.0001");
        assertThat(paper().result().fundingUsd()).isCloseTo(-0.0001 * plan.quantity() * 60_000, within(1e-9));

        story.trade(BINANCE, plan.levels().target() + 5, 1_000, TakerSide.BUY);
        assertThat(paper().result().stage()).isEqualTo(PaperTrade.Stage.DONE);
        assertThat(paper().result().netR()).isBetween(0.0, plan.rewardRisk());
        story.desk.signals().papers().close(paper().id());
        assertThat(story.desk.view().papers()).isEmpty();
    }

    private PaperView paper() {
        return story.desk.view().papers().get(0);
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
        double price = Objects.requireNonNull(way.liquidationPrice());
        assertThat(story.view().clusters())
                .noneMatch(cluster -> cluster.cluster().contains(price));
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
