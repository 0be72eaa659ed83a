package io.faultline.ledger;

import static io.faultline.ledger.LedgerMarket.HOUR;
import static io.faultline.ledger.LedgerMarket.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.ReportFeed;
import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.DistanceProfile;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.FundingRule;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreboardTest {
    private final List<LedgerEntry> entries = new ArrayList<>();
    private int nextId;

    private Scoreboard board() {
        return Scoreboard.of(entries, DistanceProfile.NARROW);
    }

    /** A cluster 1 % below 1,000, each two hours after the one before. */
    private void reach(ReachRecord.Basis basis, PathState path, FundingFlag squeeze, ReachRecord.Outcome outcome) {
        long at = T0 + 2 * HOUR * nextId;
        boolean isTouched = outcome != ReachRecord.Outcome.UNTOUCHED;
        entries.add(new ReachRecord(
                nextId++,
                "L",
                PositionSide.LONG,
                basis,
                at,
                1000,
                990,
                985,
                5e6,
                1e9,
                3e5,
                SizeBand.MODERATE,
                DistanceBand.ACTIONABLE,
                path,
                squeeze,
                isTouched ? at + 5 * HOUR : 0,
                outcome));
    }

    private void shown(int count, ReachRecord.Outcome outcome) {
        for (int i = 0; i < count; i++) {
            reach(ReachRecord.Basis.SHOWN, PathState.UNKNOWN, FundingFlag.UNKNOWN, outcome);
        }
    }

    /** From each moment price went up by so much and down by so much within the day, none of it within 4 h. */
    private void levels(int count, double up, double down) {
        for (int i = 0; i < count; i++) {
            long at = T0 + 2 * HOUR * i;
            entries.add(new LevelSample(at, 1000, 1005, 992, 1000, 1000, 1000 * (1 + up), 1000 * (1 - down)));
        }
    }

    @Test
    void holdsReachRatesAgainstRandomLevelsAtTheSameDistance() {
        shown(10, ReachRecord.Outcome.THROUGH);
        shown(5, ReachRecord.Outcome.REVERSED);
        shown(25, ReachRecord.Outcome.UNTOUCHED);
        levels(40, .02, .005);
        ReachRow all = board().reach().all().orElseThrow();
        assertThat(all.touched()).isEqualTo(new Proportion(15, 40));
        assertThat(all.through()).isEqualTo(10);
        assertThat(all.reversed()).isEqualTo(5);
        ReachRow.Comparison day = all.byHorizon().getOrDefault(Horizon.H24, comparisonOf(all));
        assertThat(day.randomLevel())
                .as("1 % up was reached each time, 1 % down never")
                .isCloseTo(.5, within(1e-12));
        assertThat(day.overRandom().value()).isCloseTo(15 / 40.0 - .5, within(1e-12));
        assertThat(day.overRandom().interval().low()).isLessThan(-.125);
        assertThat(day.overRandom().interval().high()).isGreaterThan(-.125);
        assertThat(day.recentRange())
                .as("the day's low, .8 % below, was never touched")
                .isZero();
        ReachRow.Comparison four = all.byHorizon().getOrDefault(Horizon.H4, day);
        assertThat(four.touched()).isEqualTo(new Proportion(0, 40));
        assertThat(four.randomLevel()).isZero();
        assertThat(four.isShown()).isFalse();
    }

    private static ReachRow.Comparison comparisonOf(ReachRow row) {
        return row.byHorizon().values().iterator().next();
    }

    @Test
    void comparesOnlyWithMomentsOfTheSameDay() {
        shown(30, ReachRecord.Outcome.UNTOUCHED);
        levels(30, .02, .02);
        // A wilder market long before says nothing of these clusters.
        for (int i = 0; i < 500; i++) {
            entries.add(new LevelSample(T0 - 100 * HOUR - i * HOUR, 1000, 1005, 992, 1000, 1000, 1000, 1000));
        }
        assertThat(comparisonOf(board().reach().all().orElseThrow()).randomLevel())
                .isIn(0.0, 1.0);
        assertThat(board().reach().all().orElseThrow().byHorizon().values())
                .extracting(ReachRow.Comparison::randomLevel)
                .containsExactlyInAnyOrder(0.0, 1.0);
    }

    @Test
    void saysHowManyMoreAreNeeded() {
        shown(12, ReachRecord.Outcome.THROUGH);
        levels(12, 0, 0);
        Scoreboard board = board();
        assertThat(board.reach().rows()).isEmpty();
        assertThat(board.clustersNeeded()).isEqualTo(18);
        assertThat(board.sweepsNeeded()).isEqualTo(10);
        assertThat(board.fundingNeeded()).isEqualTo(30);
        assertThat(board.funding()).isEmpty();
        shown(18, ReachRecord.Outcome.THROUGH);
        assertThat(board().clustersNeeded()).isZero();
    }

    @Test
    void sortsByPathWhenItCouldFirstBeJudged() {
        shown(35, ReachRecord.Outcome.UNTOUCHED);
        int firstId = nextId;
        shown(31, ReachRecord.Outcome.THROUGH);
        nextId = firstId;
        for (int i = 0; i < 31; i++) {
            reach(ReachRecord.Basis.PATH_JUDGED, PathState.HOLLOW, FundingFlag.UNKNOWN, ReachRecord.Outcome.THROUGH);
        }
        levels(66, .02, .02);
        List<ReachRow> rows = board().reach().rows();
        ReachRow hollow = rows.stream()
                .filter(row -> row.path() == PathState.HOLLOW)
                .findFirst()
                .orElseThrow();
        assertThat(hollow.touched()).isEqualTo(new Proportion(31, 31));
        ReachRow unknown = rows.stream()
                .filter(row -> row.path() == PathState.UNKNOWN)
                .findFirst()
                .orElseThrow();
        assertThat(unknown.touched()).as("those whose path never was").isEqualTo(new Proportion(0, 35));
        assertThat(board().reach().all().orElseThrow().touched()).isEqualTo(new Proportion(31, 66));
        assertThat(rows).noneMatch(row -> row.path() == PathState.DEFENDED);
    }

    @Test
    void keepsTheRecordOfBothFundingRules() {
        for (int i = 0; i < 40; i++) {
            boolean agrees = i % 2 == 0;
            reach(
                    ReachRecord.Basis.SHOWN,
                    PathState.UNKNOWN,
                    agrees ? FundingFlag.AGREE : FundingFlag.CONTRADICT,
                    agrees && i % 4 == 0 ? ReachRecord.Outcome.THROUGH : ReachRecord.Outcome.UNTOUCHED);
        }
        shown(20, ReachRecord.Outcome.THROUGH);
        List<FundingScore> scores = board().funding();
        assertThat(scores).extracting(FundingScore::rule).containsExactly(FundingRule.CARRY, FundingRule.SQUEEZE);
        FundingScore squeeze = scores.get(1);
        assertThat(squeeze.agree()).isEqualTo(new Proportion(10, 20));
        assertThat(squeeze.contradict()).isEqualTo(new Proportion(0, 20));
        assertThat(squeeze.difference().value()).isEqualTo(.5);
        assertThat(squeeze.difference().interval().excludesZero()).isTrue();
        FundingScore carry = scores.get(0);
        assertThat(carry.agree()).isEqualTo(squeeze.contradict());
        assertThat(carry.difference().value()).isEqualTo(-.5);
        assertThat(carry.difference().interval().low())
                .isCloseTo(-squeeze.difference().interval().high(), within(1e-12));
    }

    private void receipt(double reportedUsd, double reportedPrice, boolean isSwept, boolean isFast, SizeBand size) {
        entries.add(new Receipt(
                nextId++,
                "L",
                PositionSide.LONG,
                T0,
                990,
                990,
                980,
                985,
                1e6,
                1e9,
                size,
                6e4,
                1e4,
                2e5,
                T0 - 30_000,
                PathLines.NOT_SEEN,
                null,
                5,
                isFast,
                ReportFeed.COMPLETE,
                1e6,
                reportedUsd,
                reportedPrice,
                isSwept ? T0 + 60_000 : 0,
                isSwept ? 0 : T0 + 60_000,
                isSwept ? -.02 : -.001,
                true));
    }

    @Test
    void measuresWhatSweepsGave() {
        for (int i = 1; i <= 11; i++) {
            receipt(i * 1e4, 985 * (1 + i * .001), true, true, SizeBand.LARGE);
        }
        receipt(9e5, Double.NaN, false, false, SizeBand.SMALL);
        receipt(Double.NaN, Double.NaN, true, false, SizeBand.SMALL);
        SweepScores sweeps = board().sweeps();
        assertThat(sweeps.entered()).isEqualTo(13);
        assertThat(sweeps.firedShare().n()).as("swept, and reports known").isEqualTo(11);
        assertThat(sweeps.firedShare().median()).isCloseTo(.06, within(1e-12));
        assertThat(sweeps.firedShare().q1()).isCloseTo(.035, within(1e-12));
        assertThat(sweeps.firedShare().q3()).isCloseTo(.085, within(1e-12));
        assertThat(sweeps.priceError().n()).isEqualTo(11);
        assertThat(sweeps.priceError().median()).isCloseTo(.006, within(1e-9));
        assertThat(sweeps.fast().through()).isEqualTo(new Proportion(11, 11));
        assertThat(sweeps.slow().reversed()).isEqualTo(new Proportion(1, 2));
        assertThat(sweeps.bySize()).containsOnlyKeys(SizeBand.LARGE, SizeBand.SMALL);
        SweepScores.Effect large =
                sweeps.bySize().getOrDefault(SizeBand.LARGE, new SweepScores.Effect(0, new Proportion(0, 0)));
        assertThat(large.medianReturn()).isEqualTo(.02);
        assertThat(large.absorbed()).isEqualTo(new Proportion(0, 11));
        SweepScores.Effect small = sweeps.bySize().getOrDefault(SizeBand.SMALL, large);
        assertThat(small.absorbed()).isEqualTo(new Proportion(1, 2));
        assertThat(sweeps.byPath()).containsOnlyKeys(PathState.UNKNOWN);
        assertThat(board().sweepsNeeded()).isZero();
    }

    @Test
    void holdsTheHeavierSideAgainstTheMirroredLevels() {
        for (int i = 0; i < 40; i++) {
            entries.add(new HeavierFirst(
                    T0 + i * HOUR,
                    PositionSide.LONG,
                    1000,
                    990,
                    1020,
                    i % 4 == 0 ? HeavierFirst.First.SHORT : HeavierFirst.First.LONG,
                    i % 2 == 0 ? HeavierFirst.First.LONG : HeavierFirst.First.NOT_KNOWN));
        }
        HeavierScore heavier = board().heavier();
        assertThat(heavier.heavierFirst()).isEqualTo(new Proportion(30, 40));
        assertThat(heavier.mirrored()).isEqualTo(new Proportion(20, 20));
        assertThat(heavier.difference().value()).isEqualTo(-.25);
        assertThat(heavier.isShown()).as("too few mirrored ones").isFalse();
    }
}
