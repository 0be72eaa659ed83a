package io.faultline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten coins of a plan that risks 1 000 USD: bought at 9 900, stopped at 9 800, sold at 10 100. */
class PaperTradeTest {
    private static final PaperTerms TERMS = PaperTerms.at(Venue.BYBIT);
    private final PaperBook book = book(9_990, 10_010, 5);
    private final PaperTrade trade = armed(TERMS, null);

    @Test
    void isFilledWhenATradePrintsThroughItsPrice() {
        tape(trade, 9_900.1, 1e6);
        assertThat(trade.result(10_000).stage()).isEqualTo(PaperTrade.Stage.WAITING);
        tape(trade, 9_899.9, 100);
        PaperResult result = trade.result(9_900);
        assertThat(result.stage()).isEqualTo(PaperTrade.Stage.OPEN);
        PaperFill entry = result.fills().get(0);
        assertThat(entry.price()).isEqualTo(9_900);
        assertThat(entry.feeUsd()).isCloseTo(0.0002 * 99_000, within(1e-9));
        assertThat(result.grossUsd()).isZero();
    }

    @Test
    void isFilledAtItsPriceOnlyOnceMoreWasTradedThanRestedThere() {
        tape(trade, 9_900, 5 * 9_900);
        assertThat(trade.result(0).fills()).as("as much as rested before it").isEmpty();
        tape(trade, 9_900, 1);
        assertThat(trade.result(9_900).fills()).hasSize(1);
    }

    @Test
    void isNotFilledByTheTapeOfAnotherVenueNorByTakersOfItsOwnSide() {
        trade.onTrade(Venue.OKX, 1, 9_000, 1e6, TakerSide.SELL, () -> book);
        trade.onTrade(Venue.BYBIT, 1, 9_900, 1e6, TakerSide.BUY, () -> book);
        assertThat(trade.result(10_000).fills()).isEmpty();
    }

    @Test
    void waitsForAPrintThroughWhereNobodyKnowsWhatRested() {
        PaperTrade blind = new PaperTrade(plan(9_900, null), TERMS, 0, 10_000, PaperBook.NONE);
        tape(blind, 9_900, 1e9);
        assertThat(blind.result(10_000).fills()).isEmpty();
        tape(blind, 9_899, 1);
        assertThat(blind.result(10_000).fills()).hasSize(1);
    }

    @Test
    void earnsTheTargetLessFeesAndFunding() {
        tape(trade, 9_899, 1);
        trade.onSettlement(Venue.BYBIT, 0, 10_000, 0.01); // before the entry
        trade.onSettlement(Venue.OKX, 2, 10_000, 0.01);
        trade.onTrade(Venue.BYBIT, 5, 10_101, 1, TakerSide.BUY, () -> book);
        trade.onSettlement(Venue.BYBIT, 3, 10_000, 0.0001); // told late
        trade.onSettlement(Venue.BYBIT, 6, 10_000, 0.01); // after the exit
        PaperResult result = trade.result(0);
        assertThat(result.stage()).isEqualTo(PaperTrade.Stage.DONE);
        assertThat(result.grossUsd()).isCloseTo(2_000, within(1e-9));
        assertThat(result.feesUsd()).isCloseTo(0.0002 * (99_000 + 101_000), within(1e-9));
        assertThat(result.fundingUsd()).isCloseTo(-10, within(1e-9));
        assertThat(result.netR()).isCloseTo((2_000 - 40 - 10) / 1_000.0, within(1e-9));
    }

    @Test
    void losesByTheBooksThatTheStopMeets() {
        tape(trade, 9_899, 1);
        PaperBook thin = new PaperBook(
                new PaperBook.Own(BookLevels.EMPTY, BookLevels.EMPTY),
                List.of(side(9_795, -5, 4), side(9_794, -10, 3)),
                List.of());
        trade.onMark(2, 9_801, () -> thin);
        assertThat(trade.result(9_801).stage()).isEqualTo(PaperTrade.Stage.OPEN);
        trade.onMark(3, 9_800, () -> thin);
        PaperResult result = trade.result(0);
        PaperFill stop = result.fills().get(1);
        assertThat(stop.reason()).isEqualTo(PaperFill.Reason.STOP);
        assertThat(stop.price()).isCloseTo((4 * 9_795 + 3 * 9_794 + 3 * 9_790) / 10.0, within(1e-9));
        assertThat(stop.feeUsd()).isCloseTo(0.0005 * 10 * stop.price(), within(1e-9));
        assertThat(stop.beyondBook()).isFalse();
    }

    @Test
    void countsTheRestAtTheWorstPriceSeenAndSaysSo() {
        tape(trade, 9_899, 1);
        PaperBook thin = new PaperBook(
                new PaperBook.Own(BookLevels.EMPTY, BookLevels.EMPTY), List.of(side(9_795, -5, 1)), List.of());
        trade.onMark(3, 9_790, () -> thin);
        PaperFill stop = trade.result(0).fills().get(1);
        assertThat(stop.beyondBook()).isTrue();
        assertThat(stop.price()).isLessThan(9_795);
    }

    @Test
    void entersByAStopWhereTheEntryLiesBehindPrice() {
        SessionPlan ahead = new SessionPlan(
                PlanStyle.AHEAD, new PlanLevels(TakerSide.SELL, 9_900, 10_000, 9_700, null), 10, 99_000, 1_000, 1, 2);
        PaperTrade sell = new PaperTrade(ahead, TERMS, 0, 10_000, book);
        tape(sell, 9_500, 1e6);
        assertThat(sell.result(0).fills()).isEmpty();
        sell.onMark(1, 9_899, () -> book(9_895, 9_905, 20));
        assertThat(sell.result(0).fills().get(0).price()).isEqualTo(9_895);
        assertThat(sell.result(9_895).grossUsd()).isCloseTo(0, within(1e-9));
        assertThat(sell.result(9_795).grossUsd()).isCloseTo(1_000, within(1e-6));
    }

    @Test
    void keepsHalfForTheSecondTargetIfWanted() {
        PaperTrade half = armed(new PaperTerms(Venue.BYBIT, 0, 0, true), 10_300.0);
        tape(half, 9_899, 1);
        tape(half, 10_101, 1);
        assertThat(half.result(10_101).stage()).isEqualTo(PaperTrade.Stage.OPEN);
        tape(half, 10_301, 1);
        assertThat(half.result(0).stage()).isEqualTo(PaperTrade.Stage.DONE);
        assertThat(half.result(0).netUsd()).isCloseTo(5 * 200 + 5 * 400, within(1e-9));
    }

    @Test
    void keepsWhatTheBookWasLikeHalfAMinuteBeforeTheEntry() {
        for (int second = 0; second <= 60; second++) {
            trade.onPicture(new BookPicture(second * 1_000L, 10_000, SideBins.EMPTY, SideBins.EMPTY));
        }
        assertThat(trade.result(0).before()).isEmpty();
        tape(trade, 9_899, 1);
        assertThat(trade.result(0).before().orElseThrow().millis()).isEqualTo(30_000);
    }

    @Test
    void isTakenBackBeforeTheEntryAndClosedAtOnceAfterIt() {
        trade.close(1, 10_000, book);
        assertThat(trade.result(0).stage()).isEqualTo(PaperTrade.Stage.CANCELLED);
        assertThat(trade.result(0).netUsd()).isZero();
        PaperTrade open = armed(TERMS, null);
        tape(open, 9_899, 1);
        open.close(2, 10_000, book(9_990, 10_010, 20));
        assertThat(open.result(0).fills().get(1).reason()).isEqualTo(PaperFill.Reason.CLOSED);
        assertThat(open.result(0).grossUsd()).isCloseTo(900, within(1e-9));
    }

    private PaperTrade armed(PaperTerms terms, @Nullable Double secondTarget) {
        return new PaperTrade(plan(9_900, secondTarget), terms, 0, 10_000, book);
    }

    private static SessionPlan plan(double entry, @Nullable Double secondTarget) {
        PlanLevels levels = new PlanLevels(TakerSide.BUY, entry, 9_800, 10_100, secondTarget);
        return new SessionPlan(PlanStyle.AFTERMATH, levels, 10, 99_000, 1_000, 1, 2);
    }

    private void tape(PaperTrade of, double price, double usd) {
        TakerSide taker = price < 10_000 ? TakerSide.SELL : TakerSide.BUY;
        of.onTrade(Venue.BYBIT, 1, price, usd, taker, () -> book);
    }

    /** Bids and asks of one venue: so many coins at every 10 USD, twenty levels a side. */
    private static PaperBook book(double bid, double ask, double coins) {
        BookLevels bids = side(bid, -10, coins);
        BookLevels asks = side(ask, 10, coins);
        return new PaperBook(new PaperBook.Own(bids, asks), List.of(bids), List.of(asks));
    }

    private static BookLevels side(double best, double step, double coins) {
        int count = Math.abs(step) == 5 ? 2 : 20;
        double[] prices = new double[count];
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            prices[i] = best + i * step;
            sizes[i] = coins;
        }
        return new BookLevels(prices, sizes);
    }
}
