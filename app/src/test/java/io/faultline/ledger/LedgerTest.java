package io.faultline.ledger;

import static io.faultline.ledger.LedgerMarket.HOUR;
import static io.faultline.ledger.LedgerMarket.MINUTE;
import static io.faultline.ledger.LedgerMarket.SECOND;
import static io.faultline.ledger.LedgerMarket.T0;
import static io.faultline.ledger.LedgerMarket.cluster;
import static io.faultline.ledger.LedgerMarket.far;
import static io.faultline.ledger.LedgerMarket.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.liquidation.Asymmetry;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.cluster.TrackState;
import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LedgerTest {
    /** About 1 % to 1.25 % below 1,000. */
    private static final SeenCluster LONGS = cluster(1, PositionSide.LONG, 20, 25, 6e6);

    /** About 2 % to 2.5 % above 1,000. */
    private static final SeenCluster SHORTS = cluster(2, PositionSide.SHORT, 40, 50, 60e6);

    private final LedgerMarket market = new LedgerMarket();

    private ReachRecord onlyReach() {
        assertThat(market.written(ReachRecord.class)).hasSize(1);
        return market.written(ReachRecord.class).get(0);
    }

    @Test
    void writesAPredictionDownWhenItsDayIsOver() {
        market.sees(LONGS);
        market.staysMinutes(995, 24 * HOUR - MINUTE);
        assertThat(market.written(ReachRecord.class)).isEmpty();
        assertThat(market.ledger.openPredictions()).hasSize(1);
        market.staysMinutes(995, 24 * HOUR);
        ReachRecord reach = onlyReach();
        assertThat(reach.outcome()).isEqualTo(ReachRecord.Outcome.UNTOUCHED);
        assertThat(reach.isTouched()).isFalse();
        assertThat(reach.name()).isEqualTo("L1");
        assertThat(reach.atMillis()).isEqualTo(T0);
        assertThat(reach.near()).isEqualTo(near(LONGS));
        assertThat(reach.distance()).isCloseTo(.01, within(.001));
        assertThat(reach.band()).isEqualTo(DistanceBand.ACTIONABLE);
        assertThat(reach.size()).isEqualTo(SizeBand.MODERATE);
        assertThat(reach.path()).isEqualTo(PathState.UNKNOWN);
        assertThat(reach.squeeze()).isEqualTo(FundingFlag.UNKNOWN);
        assertThat(market.ledger.openPredictions()).isEmpty();
    }

    @Test
    void knowsWhenTheNearEdgeWasTouched() {
        market.sees(LONGS, SHORTS);
        market.staysMinutes(1000, 3 * HOUR);
        market.staysMinutes(near(LONGS), 3 * HOUR + MINUTE);
        market.staysMinutes(1000, 5 * HOUR);
        market.staysMinutes(near(SHORTS), 5 * HOUR + MINUTE);
        market.staysMinutes(1000, 24 * HOUR);
        List<ReachRecord> reaches = market.written(ReachRecord.class);
        assertThat(reaches).extracting(ReachRecord::side).containsExactly(PositionSide.LONG, PositionSide.SHORT);
        assertThat(reaches.get(0).touchedMillis()).isEqualTo(T0 + 3 * HOUR + MINUTE);
        assertThat(reaches)
                .extracting(reach -> reach.isTouchedWithin(Horizon.H4))
                .containsExactly(true, false);
        assertThat(reaches)
                .extracting(reach -> reach.isTouchedWithin(Horizon.H24))
                .containsExactly(true, true);
    }

    @Test
    void isNotTouchedAfterItsDay() {
        market.sees(LONGS);
        market.staysMinutes(1000, 24 * HOUR);
        market.staysMinutes(900, 25 * HOUR);
        assertThat(onlyReach().isTouched()).isFalse();
    }

    @Test
    void tellsPassedFromTurned() {
        SeenCluster passed = cluster(1, PositionSide.LONG, 20, 25, 6e6);
        SeenCluster turned = cluster(2, PositionSide.LONG, 30, 60, 6e6);
        SeenCluster undecided = cluster(3, PositionSide.SHORT, 20, 60, 6e6);
        market.sees(passed, turned, undecided);
        market.staysMinutes(near(turned), HOUR);
        market.staysMinutes(near(turned) * 1.002, HOUR + MINUTE);
        market.staysMinutes(near(undecided), 2 * HOUR);
        market.staysMinutes(near(undecided) * .999, 24 * HOUR);
        assertThat(market.written(ReachRecord.class))
                .extracting(ReachRecord::outcome)
                .containsExactly(ReachRecord.Outcome.THROUGH, ReachRecord.Outcome.REVERSED, ReachRecord.Outcome.INSIDE);
    }

    @Test
    void keepsTheEdgesAsTheyWereWhenItWasShown() {
        market.sees(LONGS);
        market.staysMinutes(1000, HOUR);
        market.sees(cluster(1, PositionSide.LONG, 5, 10, 6e6));
        market.staysMinutes(996, 24 * HOUR);
        assertThat(onlyReach().isTouched()).isFalse();
    }

    @Test
    void predictsEachClusterOnceAndOnlyWhenItIsShownAheadOfPrice() {
        SeenCluster candidate = cluster(1, PositionSide.LONG, 20, 25, 6e6, TrackState.CANDIDATE, null);
        SeenCluster around = cluster(7, PositionSide.LONG, -5, 25, 6e6);
        SeenCluster later = cluster(3, PositionSide.SHORT, 20, 25, 6e6, TrackState.FADING, null);
        market.sees(candidate, around, later);
        assertThat(market.ledger.openPredictions()).isEmpty();
        market.sees(LONGS, SHORTS);
        market.sees(LONGS, SHORTS);
        assertThat(market.ledger.openPredictions())
                .extracting(ReachRecord::name)
                .containsExactly("L1", "S2");
    }

    @Test
    void predictsAgainWhenThePathCanBeJudged() {
        market.sees(LONGS);
        market.staysMinutes(995, HOUR);
        market.sees(cluster(1, PositionSide.LONG, 21, 25, 6e6, TrackState.LIVE, PathState.HOLLOW));
        market.sees(cluster(1, PositionSide.LONG, 21, 25, 6e6, TrackState.LIVE, PathState.OPEN));
        market.staysMinutes(995, 25 * HOUR);
        List<ReachRecord> reaches = market.written(ReachRecord.class);
        assertThat(reaches)
                .extracting(ReachRecord::basis)
                .containsExactly(ReachRecord.Basis.SHOWN, ReachRecord.Basis.PATH_JUDGED);
        assertThat(reaches.get(1).path()).isEqualTo(PathState.HOLLOW);
        assertThat(reaches.get(1).mark()).isEqualTo(995);
        assertThat(reaches.get(1).atMillis()).isEqualTo(T0 + HOUR);
    }

    @Test
    void holdsFundingAgainstTheSideOfTheCluster() {
        market.funding = OptionalDouble.of(.0005);
        market.sees(LONGS, SHORTS);
        assertThat(market.ledger.openPredictions())
                .extracting(ReachRecord::squeeze)
                .containsExactly(FundingFlag.AGREE, FundingFlag.CONTRADICT);
    }

    @Test
    void dropsWhatNobodyWatched() {
        market.sees(LONGS);
        market.staysMinutes(1000, HOUR);
        market.ledger.mark(MarkSpan.at(market.millis + 6 * MINUTE, 1000));
        assertThat(market.ledger.openPredictions()).isEmpty();
        assertThat(market.ledger.interrupted()).isEqualTo(1 + 7);
        market.millis += 6 * MINUTE;
        market.staysMinutes(1000, 26 * HOUR);
        assertThat(market.written(ReachRecord.class)).isEmpty();
    }

    @Test
    void goesOnOverAGapOfWhichABarIsKnown() {
        market.sees(LONGS);
        market.staysMinutes(1000, HOUR);
        market.ledger.mark(new MarkSpan(T0 + HOUR, T0 + 3 * HOUR, near(LONGS), 1001, 1000));
        market.millis = T0 + 3 * HOUR;
        market.staysMinutes(1000, 24 * HOUR);
        assertThat(onlyReach().outcome()).isEqualTo(ReachRecord.Outcome.REVERSED);
        assertThat(onlyReach().touchedMillis()).isEqualTo(T0 + 3 * HOUR);
    }

    @Test
    void samplesHowFarPriceGoesFromMomentsThatNobodyChose() {
        market.staysMinutes(1000, 24 * HOUR);
        market.staysMinutes(1030, 27 * HOUR);
        market.staysMinutes(960, 30 * HOUR);
        market.staysMinutes(1000, 54 * HOUR);
        List<LevelSample> samples = market.written(LevelSample.class);
        assertThat(samples)
                .extracting(LevelSample::atMillis)
                .startsWith(T0 + MINUTE, T0 + 10 * MINUTE, T0 + 20 * MINUTE);
        LevelSample first = samples.get(0);
        assertThat(first.dayHigh()).isNaN();
        assertThat(first.up(Horizon.H24)).as("the last minute of its day").isCloseTo(.03, within(1e-12));
        assertThat(first.up(Horizon.H4)).isZero();
        LevelSample later = samples.stream()
                .filter(sample -> sample.atMillis() == T0 + 25 * HOUR)
                .findFirst()
                .orElseThrow();
        assertThat(later.mark()).isEqualTo(1030);
        assertThat(later.dayHigh()).isEqualTo(1030);
        assertThat(later.dayLow()).isEqualTo(1000);
        assertThat(later.down(Horizon.H4)).isCloseTo(1 - 960 / 1030.0, within(1e-12));
        assertThat(later.up(Horizon.H24)).isZero();
    }

    @Test
    void asksEachHourWhichSideIsTouchedFirst() {
        market.asymmetry = new Asymmetry(Asymmetry.Lean.UP, 3);
        market.sees(LONGS, SHORTS);
        market.sees(LONGS, SHORTS);
        market.staysMinutes(1000, 30 * MINUTE);
        market.staysMinutes(near(LONGS) - .1, 31 * MINUTE);
        market.staysMinutes(1000, 40 * MINUTE);
        market.staysMinutes(1000 * 1000 / near(LONGS) + .1, 41 * MINUTE);
        market.staysMinutes(1000, HOUR);
        market.asymmetry = new Asymmetry(Asymmetry.Lean.BALANCED, 1.9);
        market.sees(LONGS, SHORTS);
        List<HeavierFirst> hours = market.written(HeavierFirst.class);
        assertThat(hours).hasSize(1);
        assertThat(hours.get(0).heavier()).isEqualTo(PositionSide.SHORT);
        assertThat(hours.get(0).first()).isEqualTo(HeavierFirst.First.LONG);
        assertThat(hours.get(0).mirrored()).as("the nearer one, above").isEqualTo(HeavierFirst.First.LONG);
        assertThat(hours.get(0).isHeavier(hours.get(0).first())).isFalse();
    }

    @Test
    void doesNotGuessWhichWasFirstInABar() {
        market.asymmetry = new Asymmetry(Asymmetry.Lean.UP, 3);
        market.sees(LONGS, SHORTS);
        market.ledger.mark(new MarkSpan(T0, T0 + HOUR, 900, 1100, 1000));
        assertThat(market.written(HeavierFirst.class))
                .extracting(HeavierFirst::first)
                .containsExactly(HeavierFirst.First.NOT_KNOWN);
    }

    @Test
    void writesAReceiptOfAClusterThatWasEntered() {
        market.stays(1000, 10 * MINUTE);
        SeenCluster before = cluster(1, PositionSide.LONG, 20, 30, 8e6, TrackState.LIVE, PathState.HOLLOW);
        market.sees(before);
        market.stays(995, 10 * MINUTE + 20 * SECOND);
        SeenCluster atEntry = cluster(1, PositionSide.LONG, 20, 30, 9e6, TrackState.LIVE, PathState.OPEN);
        market.sees(atEntry);
        market.stays(992, 10 * MINUTE + 40 * SECOND);
        market.stays(near(atEntry), 10 * MINUTE + 41 * SECOND);
        market.ledger.forced(PositionSide.LONG, market.millis, 100_000, 990);
        market.ledger.forced(PositionSide.LONG, market.millis, 150_000, 988);
        market.ledger.forced(PositionSide.SHORT, market.millis, 7_000, 990);
        market.ledger.swept(PositionSide.LONG, market.millis, 3e6);
        market.stays(far(atEntry) - 1, 12 * MINUTE);
        market.ledger.forced(PositionSide.LONG, T0 + 26 * MINUTE, 9_999, 980);
        assertThat(market.ledger.openReceipts()).hasSize(1);
        assertThat(market.ledger.openReceipts().get(0).isWhole()).isFalse();
        assertThat(market.ledger.openReceipts().get(0).reportedUsd()).isEqualTo(250_000);
        market.stays(1000, 41 * MINUTE);

        assertThat(market.written(Receipt.class)).hasSize(1);
        Receipt receipt = market.written(Receipt.class).get(0);
        assertThat(receipt.isWhole()).isTrue();
        assertThat(receipt.atMillis()).isEqualTo(T0 + 10 * MINUTE + 41 * SECOND);
        assertThat(receipt.mark()).isEqualTo(near(atEntry));
        assertThat(receipt.massUsd()).as("when last seen").isEqualTo(9e6);
        assertThat(receipt.path().state()).as("half a minute before").isEqualTo(PathState.HOLLOW);
        assertThat(receipt.beforeMillis()).isEqualTo(T0 + 10 * MINUTE);
        assertThat(receipt.path().pathUsd()).isEqualTo(8e5);
        assertThat(receipt.reportedUsd()).isEqualTo(250_000);
        assertThat(receipt.reportedPrice()).isCloseTo(988, within(.3));
        assertThat(receipt.sweptUsd()).isEqualTo(3e6);
        assertThat(receipt.throughMillis()).isEqualTo(T0 + 10 * MINUTE + 42 * SECOND);
        assertThat(receipt.turnedMillis()).isZero();
        assertThat(receipt.isFullySwept()).isTrue();
        assertThat(receipt.firedShare()).isCloseTo(250_000 / 9e6, within(1e-12));
        assertThat(receipt.extremeReturn()).isCloseTo((far(atEntry) - 1) / near(atEntry) - 1, within(1e-12));
        assertThat(receipt.wasAbsorbed()).isFalse();
        // Five minutes before the entry it stood at 1,000; the usual way in five minutes was none.
        assertThat(receipt.approachBpsPerMinute()).isCloseTo((1000 - near(atEntry)) / 1000 * 1e4 / 5, within(1e-9));
        assertThat(receipt.cameFast()).isFalse();
    }

    @Test
    void notesThatPriceTurnedInACluster() {
        market.sees(LONGS);
        market.stays(near(LONGS) - .1, MINUTE);
        market.stays(near(LONGS) * 1.002, 2 * MINUTE);
        market.stays(900, 3 * MINUTE);
        market.stays(1000, 32 * MINUTE);
        Receipt receipt = market.written(Receipt.class).get(0);
        assertThat(receipt.turnedMillis()).isEqualTo(T0 + MINUTE + SECOND);
        assertThat(receipt.throughMillis()).isZero();
        assertThat(receipt.isFullySwept()).isFalse();
        assertThat(receipt.extremeReturn()).isCloseTo(900 / (near(LONGS) - .1) - 1, within(1e-3));
    }

    @Test
    void doesNotKnowWhatWasReportedWithoutAFeed() {
        market.feed = ReportFeed.NONE;
        market.sees(LONGS);
        market.stays(near(LONGS) - .1, MINUTE);
        market.stays(1000, 32 * MINUTE);
        assertThat(market.written(Receipt.class).get(0).reportedUsd()).isNaN();
        assertThat(market.written(Receipt.class).get(0).isReportKnown()).isFalse();
    }

    @Test
    void writesAnotherReceiptOnlyAfterPriceWasOut() {
        market.sees(LONGS);
        market.stays(near(LONGS) - .1, MINUTE);
        market.stays(near(LONGS) + .5, 2 * MINUTE);
        market.sees(LONGS);
        market.stays(near(LONGS) - .1, 3 * MINUTE);
        assertThat(market.ledger.openReceipts()).hasSize(1);
        market.stays(near(LONGS) * 1.002, 4 * MINUTE);
        market.sees(LONGS);
        market.stays(near(LONGS) - .1, 5 * MINUTE);
        assertThat(market.ledger.openReceipts()).hasSize(2);
    }

    @Test
    void takesNoReceiptOfAClusterThatAppearedAroundPriceOrIsGone() {
        market.sees(cluster(1, PositionSide.LONG, -5, 25, 6e6), SHORTS);
        market.stays(995, MINUTE);
        market.sees();
        market.stays(near(SHORTS) + 1, 2 * MINUTE);
        assertThat(market.ledger.openReceipts()).isEmpty();
    }

    @Test
    void doesNotCallAReceiptWholeOverAGap() {
        market.sees(LONGS);
        market.stays(near(LONGS) - .1, MINUTE);
        market.ledger.mark(MarkSpan.at(T0 + 40 * MINUTE, 980));
        assertThat(market.written(Receipt.class)).extracting(Receipt::isWhole).containsExactly(false);
    }

    /** The same market, once in one go and once with a restart in the middle. */
    @Test
    void goesOnAfterARestartAsIfNothingHadBeen() {
        LedgerMarket again = new LedgerMarket();
        for (LedgerMarket each : List.of(market, again)) {
            each.asymmetry = new Asymmetry(Asymmetry.Lean.DOWN, 2.5);
            each.sees(LONGS, SHORTS);
            each.staysMinutes(1001, 2 * HOUR);
        }
        String kept = LedgerJson.write("test", again.ledger.state());
        again.ledger = new Ledger(again.rule, LedgerJson.readState(kept), again.entries::add);
        for (LedgerMarket each : List.of(market, again)) {
            each.sees(LONGS, SHORTS);
            each.staysMinutes(near(SHORTS), 3 * HOUR);
            each.staysMinutes(1000, 50 * HOUR);
        }
        assertThat(again.written(ReachRecord.class)).isNotEmpty().isEqualTo(market.written(ReachRecord.class));
        assertThat(again.written(HeavierFirst.class)).isNotEmpty().isEqualTo(market.written(HeavierFirst.class));
        assertThat(again.written(LevelSample.class))
                .hasSameSizeAs(market.written(LevelSample.class))
                .first()
                .isEqualTo(market.written(LevelSample.class).get(0));
    }

    @Test
    void goesOnWithWhatAnotherLedgerHadNotFinishedThroughTheTimeBetween() {
        SeenCluster cluster = LedgerMarket.cluster(7, PositionSide.LONG, 20, 30, 6e6);
        market.sees(cluster);
        market.stays(1000, LedgerMarket.MINUTE);
        LedgerState kept = market.ledger.state();
        long end = market.millis;

        market.ledger = new Ledger(market.rule, market.entries::add);
        market.millis = end + LedgerMarket.HOUR;
        market.stays(1000, LedgerMarket.HOUR + 2 * LedgerMarket.MINUTE);
        double near = LedgerMarket.near(cluster);
        List<MarkSpan> between = new ArrayList<>();
        for (long millis = end; millis < end + LedgerMarket.HOUR; millis += LedgerMarket.MINUTE) {
            double low = millis == end + 30 * LedgerMarket.MINUTE ? near - .1 : 999;
            between.add(new MarkSpan(millis, millis + LedgerMarket.MINUTE, low, 1001, 1000));
        }
        market.ledger.resume(kept, between);

        assertThat(market.ledger.interrupted()).isZero();
        assertThat(market.ledger.openPredictions())
                .singleElement()
                .satisfies(reach -> assertThat(reach.touchedMillis()).isEqualTo(end + 31 * LedgerMarket.MINUTE));
        market.staysMinutes(1000, 25 * LedgerMarket.HOUR);
        assertThat(market.written(ReachRecord.class))
                .singleElement()
                .satisfies(reach -> assertThat(reach.outcome()).isEqualTo(ReachRecord.Outcome.REVERSED));
    }

    @Test
    void dropsWhatAnotherLedgerHadNotFinishedWhereNobodyKnowsWhatCameBetween() {
        market.sees(LedgerMarket.cluster(7, PositionSide.LONG, 20, 30, 6e6));
        market.stays(1000, LedgerMarket.MINUTE);
        LedgerState kept = market.ledger.state();
        long end = market.millis;

        market.ledger = new Ledger(market.rule, market.entries::add);
        market.millis = end + LedgerMarket.HOUR;
        market.stays(1000, LedgerMarket.HOUR + 2 * LedgerMarket.MINUTE);
        market.ledger.resume(kept, List.of(MarkSpan.at(end + 30 * LedgerMarket.MINUTE, 1000)));

        assertThat(market.ledger.openPredictions()).isEmpty();
        assertThat(market.ledger.interrupted()).isEqualTo(kept.pending().size());
    }

    @Test
    void handsOutAReceiptThatARestartCutShortAsItStood() {
        SeenCluster cluster = LedgerMarket.cluster(7, PositionSide.LONG, 20, 30, 6e6);
        market.stays(1000, LedgerMarket.MINUTE);
        market.sees(cluster);
        market.stays(LedgerMarket.near(cluster) - .1, 2 * LedgerMarket.MINUTE);
        market.ledger.forced(PositionSide.LONG, market.millis, 100_000, 990);
        LedgerState kept = LedgerJson.readState(LedgerJson.write("test", market.ledger.state()));

        market.ledger = new Ledger(market.rule, market.entries::add);
        market.ledger.resume(kept, List.of());

        assertThat(market.written(Receipt.class)).singleElement().satisfies(receipt -> {
            assertThat(receipt.isWhole()).isFalse();
            assertThat(receipt.reportedUsd()).isEqualTo(100_000);
            assertThat(receipt.trackId()).isEqualTo(7);
        });
    }
}
