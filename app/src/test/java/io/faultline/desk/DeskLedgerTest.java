package io.faultline.desk;

import static io.faultline.desk.SignalStory.BINANCE;
import static io.faultline.desk.SignalStory.BYBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.ledger.FlowRecord;
import io.faultline.ledger.LedgerEntry;
import io.faultline.ledger.LedgerRule;
import io.faultline.ledger.LedgerState;
import io.faultline.ledger.ReachRecord;
import io.faultline.ledger.Receipt;
import io.faultline.liquidation.ReportFeed;
import io.faultline.liquidation.StepListener;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.signal.PathState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DeskLedgerTest {
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final SignalStory story = new SignalStory();

    private DeskLedger keep(Predicate<Venue> tells) {
        DeskLedger ledger =
                new DeskLedger(LedgerRule.standard("test"), LedgerState.EMPTY, tells, entries::add, StepListener.NONE);
        story.desk.keep(ledger);
        return ledger;
    }

    private <T> List<T> written(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private ClusterView nearestLong() {
        return story.view().side(PositionSide.LONG).nearest().orElseThrow();
    }

    @Test
    void writesDownEveryClusterThatIsShown() {
        DeskLedger ledger = keep(venue -> true);
        story.open(BINANCE, BYBIT);
        story.build(8);

        List<ReachRecord> predictions = ledger.state().pending().stream()
                .filter(ReachRecord.class::isInstance)
                .map(ReachRecord.class::cast)
                .toList();
        List<String> shown =
                story.view().clusters().stream().map(ClusterView::name).toList();
        assertThat(predictions)
                .filteredOn(reach -> reach.basis() == ReachRecord.Basis.SHOWN)
                .extracting(ReachRecord::name)
                .containsAll(shown);
        assertThat(predictions)
                .filteredOn(reach -> reach.basis() == ReachRecord.Basis.PATH_JUDGED)
                .isNotEmpty()
                .allMatch(reach -> reach.path() != PathState.UNKNOWN);
        assertThat(predictions).allMatch(reach -> reach.massUsd() > 0 && reach.openInterestUsd() > 1e8);
    }

    @Test
    void writesAReceiptWithTheCardAndPathOfBeforeTheEntry() {
        DeskLedger ledger = keep(venue -> true);
        story.open(BINANCE, BYBIT);
        story.build(8);
        story.pass(60_000);
        ClusterView cluster = nearestLong();
        double near = cluster.cluster().nearPrice();

        story.mark(near - 1);
        story.pass(300);
        story.liquidated(BINANCE, PositionSide.LONG, near - 2, 250_000);
        story.liquidated(BYBIT, PositionSide.LONG, near - 2, 50_000);
        story.liquidated(BYBIT, PositionSide.SHORT, near, 9_000);
        story.pass(2_000);

        Receipt open = ledger.openReceipts().get(0);
        assertThat(open.name()).isEqualTo(cluster.name());
        assertThat(open.near()).isEqualTo(near);
        assertThat(open.reportedUsd()).isCloseTo(300_000, within(1.0));
        assertThat(open.reportedPrice()).isCloseTo(near - 2, within(20.0));
        assertThat(open.feed()).as("Binance reports one a second").isEqualTo(ReportFeed.THROTTLED);
        assertThat(open.atMillis() - open.beforeMillis()).isBetween(30_000L, 45_000L);
        assertThat(open.path().state()).isEqualTo(cluster.path().state());
        assertThat(Objects.requireNonNull(open.card()).massUsd())
                .isCloseTo(open.massUsd(), within(.05 * open.massUsd()));
        assertThat(open.card().confirming()).containsExactly(Venue.BINANCE, Venue.BYBIT);
        assertThat(open.isWhole()).isFalse();

        story.minutes(31, 1e5, 2_400, 0);
        Receipt whole = written(Receipt.class).get(0);
        assertThat(whole.isWhole()).isTrue();
        assertThat(whole.reportedUsd()).isEqualTo(open.reportedUsd());
    }

    @Test
    void writesFiveMinutesOfEachVenueAndKnowsWhoseReportsItHears() {
        keep(venue -> venue == Venue.BYBIT);
        story.open(BINANCE, BYBIT);
        story.build(8);
        story.liquidated(BYBIT, PositionSide.LONG, SignalStory.PRICE, 70_000);
        story.minutes(12, 1e6, 2_400, 0);

        List<FlowRecord> flows = written(FlowRecord.class);
        assertThat(flows).extracting(FlowRecord::venue).contains(Venue.BINANCE, Venue.BYBIT);
        assertThat(flows)
                .filteredOn(flow -> flow.venue() == Venue.BINANCE)
                .noneMatch(flow -> flow.longs().isReportKnown());
        assertThat(flows)
                .filteredOn(flow -> flow.venue() == Venue.BYBIT)
                .first()
                .satisfies(flow -> assertThat(flow.longs().reportedUsd()).isCloseTo(70_000, within(1.0)));
    }

    /** A desk with a ledger says the same as one without. */
    @Test
    void changesNothingOfTheDesk() {
        keep(venue -> true);
        story.open(BINANCE, BYBIT);
        story.build(4);
        SignalStory without = new SignalStory();
        without.open(BINANCE, BYBIT);
        without.build(4);
        assertThat(story.desk.stateHash()).isEqualTo(without.desk.stateHash());
    }
}
