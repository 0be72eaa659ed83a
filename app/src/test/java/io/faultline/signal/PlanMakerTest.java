package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.cluster.Cluster;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanMakerTest {
    private final PlanZone zone = new PlanZone(PositionSide.LONG, 92_000, 91_500, 94_500.0, 90_000.0);
    private final PlanMarket market = new PlanMarket(93_000, 0.1, false, 93_500.0, null, null);

    @Test
    void goesWithThePriceToTheNearEdge() {
        PlanLevels levels = PlanMaker.levels(PlanStyle.MAGNET, zone, market);
        assertThat(levels.order()).isEqualTo(TakerSide.SELL);
        assertThat(levels.entry()).isEqualTo(93_000);
        assertThat(levels.stop()).isEqualTo(93_593.5);
        assertThat(levels.target()).isEqualTo(92_000);
        assertThat(levels.secondTarget()).isEqualTo(91_500);
    }

    @Test
    void buysTowardsShortsAbove() {
        PlanZone shorts = new PlanZone(PositionSide.SHORT, 94_000, 94_500, null, null);
        PlanLevels levels =
                PlanMaker.levels(PlanStyle.MAGNET, shorts, new PlanMarket(93_000, 0.1, true, 92_500.0, null, null));
        assertThat(levels.order()).isEqualTo(TakerSide.BUY);
        assertThat(levels.stop()).as("0.1 % and the weekend's 0.5 %").isEqualTo(91_945);
    }

    @Test
    void namesTheNextClusterAsSecondTargetIfItIsNear() {
        assertThat(PlanMaker.levels(PlanStyle.AHEAD, zone, market).secondTarget())
                .isEqualTo(90_000);
        PlanZone far = new PlanZone(PositionSide.LONG, 92_000, 91_500, 94_500.0, 89_000.0);
        assertThat(PlanMaker.levels(PlanStyle.AHEAD, far, market).secondTarget())
                .isNull();
    }

    @Test
    void entersInFrontOfTheWallThatCatchesTheFall() {
        PlanMarket caught = new PlanMarket(93_000, 0.1, false, null, 91_450.0, 91_800.0);
        PlanLevels levels = PlanMaker.levels(PlanStyle.AFTERMATH, zone, caught);
        assertThat(levels.order()).isEqualTo(TakerSide.BUY);
        assertThat(levels.entry()).isEqualTo(91_450.1);
        assertThat(levels.secondTarget()).isEqualTo(91_800);
    }

    @Test
    void makesNoPlanOfPricesThatMakeNoSense() {
        PlanMarket past = new PlanMarket(91_000, 0.1, false, 91_500.0, null, null);
        assertThat(PlanMaker.plan(PlanStyle.MAGNET, zone, past, 10_000, 0.01)).isEmpty();
        PlanMarket stopAhead = new PlanMarket(93_000, 0.1, false, 92_500.0, null, null);
        assertThat(PlanMaker.plan(PlanStyle.MAGNET, zone, stopAhead, 10_000, 0.01))
                .isEmpty();
    }

    @Test
    void neverRisksMoreThanTwoPercent() {
        for (double bad : new double[] {0, 0.0201, Double.NaN}) {
            assertThatThrownBy(() -> PlanMaker.plan(PlanStyle.AHEAD, zone, market, 10_000, bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        SessionPlan plan =
                PlanMaker.plan(PlanStyle.AHEAD, zone, market, 10_000, 0.02).orElseThrow();
        assertThat(plan.quantity() * plan.levels().loss()).isCloseTo(200, within(1e-9));
    }

    @Test
    void warnsOfAllThatAppliesToAPlan() {
        SessionPlan plan =
                PlanMaker.plan(PlanStyle.AHEAD, zone, market, 10_000, 0.02).orElseThrow();
        Cluster atStop = SignalClusters.of(PositionSide.SHORT, plan.levels().stop() * 0.999, 6, 1e6);
        PlanWarning.Context context = new PlanWarning.Context(
                List.of(atStop), plan.levels().stop(), Trend.UP, Timeframe.SCALP, Timeframe.SWING);
        assertThat(PlanWarning.of(plan, context))
                .containsExactly(
                        PlanWarning.REWARD_BELOW_RISK,
                        PlanWarning.STOP_IN_CLUSTER,
                        PlanWarning.LIQUIDATION_IN_CLUSTER,
                        PlanWarning.AGAINST_TREND,
                        PlanWarning.OTHER_TIMEFRAME);
    }

    @Test
    void warnsOfLeverage() {
        assertThat(warnings(2.9)).isEmpty();
        assertThat(warnings(3.1)).containsExactly(PlanWarning.HIGH_LEVERAGE);
        assertThat(warnings(5.1)).containsExactly(PlanWarning.EXTREME_LEVERAGE);
    }

    private static Set<PlanWarning> warnings(double leverage) {
        SessionPlan plan = new SessionPlan(
                PlanStyle.MAGNET, new PlanLevels(TakerSide.BUY, 100, 99, 102, null), 1, 100, 1, leverage, 2);
        return PlanWarning.of(plan, new PlanWarning.Context(List.of(), null, Trend.UP, Timeframe.DAY, Timeframe.DAY));
    }
}
