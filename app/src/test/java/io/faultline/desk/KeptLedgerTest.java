package io.faultline.desk;

import static io.faultline.desk.SignalStory.BINANCE;
import static io.faultline.desk.SignalStory.BYBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faultline.ledger.Receipt;
import io.faultline.liquidation.ModelParameters;
import io.faultline.market.ModelChange;
import io.faultline.market.PositionSide;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ledger of a running desk, over restarts and other parameters. */
class KeptLedgerTest {
    private final Records shelf = new MemoryRecords();
    private SignalStory story = new SignalStory();
    private KeptLedger ledger = new KeptLedger("BTCUSDT", venue -> true);

    @AfterEach
    void close() {
        ledger.close();
    }

    private void start() {
        story.desk.keep(ledger);
        ledger.keepIn(shelf);
        story.open(BINANCE, BYBIT);
        story.build(8);
        awaitView(LedgerView::known);
    }

    private LedgerView view() {
        return story.desk.view().ledger();
    }

    private LedgerView awaitView(Predicate<LedgerView> holds) {
        await().atMost(Duration.ofSeconds(5)).until(() -> holds.test(view()));
        return view();
    }

    private void sweep() {
        ClusterView cluster = story.view().side(PositionSide.LONG).nearest().orElseThrow();
        double near = cluster.cluster().nearPrice();
        story.pass(60_000);
        story.mark(near - 1);
        story.pass(300);
        story.liquidated(BINANCE, PositionSide.LONG, near - 2, 250_000);
        story.pass(2_000);
    }

    @Test
    void showsAReceiptWhileItIsOpenAndWhenItIsWhole() {
        start();
        assertThat(view().touched()).isEmpty();
        assertThat(view().waiting()).isPositive();

        sweep();

        LedgerView during = view();
        assertThat(during.open()).hasSize(1);
        assertThat(during.receipts()).isEmpty();
        assertThat(story.desk.view().ledger()).as("nothing has changed").isSameAs(during);

        story.minutes(31, 1e5, 2_400, 0);
        story.pass(2_000);

        LedgerView after = awaitView(now -> now.receipts().size() == 1);
        assertThat(after.open()).isEmpty();
        assertThat(after.receipts().get(0).reportedUsd())
                .isEqualTo(during.open().get(0).reportedUsd());
        assertThat(after.board().sweeps().entered()).isEqualTo(1);
        assertThat(after.flows().inBand().trials()).isPositive();
    }

    @Test
    void goesOnAfterARestart() {
        start();
        sweep();
        story.minutes(31, 1e5, 2_400, 0);
        awaitView(now -> now.receipts().size() == 1);
        Receipt kept = view().receipts().get(0);
        int waiting = view().waiting();
        ledger.close();

        ledger = new KeptLedger("BTCUSDT", venue -> true);
        SignalStory again = new SignalStory();
        again.desk.keep(ledger);
        ledger.keepIn(shelf);
        again.open(BINANCE, BYBIT);
        story = again;
        story.build(1);

        LedgerView restored = awaitView(now -> !now.receipts().isEmpty());
        assertThat(restored.receipts()).containsExactly(kept);
        assertThat(restored.board().sweeps().entered()).isEqualTo(1);
        assertThat(waiting).isPositive();
        story.minutes(12, 1e5, 2_400, 0);
        LedgerView later = awaitView(now -> now.waiting() + now.dropped() >= waiting);
        assertThat(later.waiting() + later.dropped())
                .as("what was not finished is gone on with, or counted as lost")
                .isGreaterThanOrEqualTo(waiting);
    }

    @Test
    void beginsAnotherEpochWithOtherParametersAndPoolsNothing() {
        start();
        sweep();
        story.minutes(31, 1e5, 2_400, 0);
        awaitView(now -> now.receipts().size() == 1);
        LedgerView before = view();

        change(ModelParameters.DEFAULT.withChurnShare(.2));
        story.pass(2_000);

        LedgerView other = awaitView(now -> now.known() && now.epoch().number() == 1);
        assertThat(other.epoch().id()).isNotEqualTo(before.epoch().id());
        assertThat(other.epoch().beganMillis()).isBetween(story.now() - 3_000, story.now());
        assertThat(other.receipts()).isEmpty();
        assertThat(other.dropped()).isGreaterThanOrEqualTo(before.waiting());

        change(ModelParameters.DEFAULT);
        story.pass(2_000);

        LedgerView back =
                awaitView(now -> now.epoch().number() == 2 && !now.receipts().isEmpty());
        assertThat(back.receipts()).as("those parameters' own").isEqualTo(before.receipts());
    }

    private void change(ModelParameters parameters) {
        story.desk
                .model()
                .parameters(
                        parameters,
                        change -> story.desk.apply(new ModelChange(BINANCE, story.now() * 1_000_000, change)));
    }

    @Test
    void leavesTheDeskAsItIs() {
        start();
        SignalStory without = new SignalStory();
        without.open(BINANCE, BYBIT);
        without.build(8);
        assertThat(story.desk.stateHash()).isEqualTo(without.desk.stateHash());
    }
}
