package io.faultline.desk;

import static io.faultline.desk.BookStory.SECOND;
import static io.faultline.desk.BookStory.START;
import static io.faultline.desk.BookStory.bid;
import static io.faultline.desk.BookStory.lost;
import static io.faultline.desk.BookStory.snapshot;
import static io.faultline.desk.BookStory.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.book.SnapshotRequests;
import io.faultline.market.FeedStatus;
import io.faultline.market.FrameRefused;
import io.faultline.market.FundingSettlement;
import io.faultline.market.FundingTerms;
import io.faultline.market.Liquidation;
import io.faultline.market.MarkPrice;
import io.faultline.market.MarketEvent;
import io.faultline.market.OpenInterest;
import io.faultline.market.PositionSide;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeskTest {
    private final List<String> asked = new ArrayList<>();
    private final Desk desk = new Desk("BTCUSDT", (instrument, attempt) -> asked.add(instrument + " " + attempt));

    @Test
    void showsNoBookAsLiveBeforeASnapshotAndAChangeHaveJoined() {
        apply(bid(START, 10, 11, 1000, 5_000));
        assertThat(book().state()).isEqualTo(BookView.State.RESYNCING);
        assertThat(asked).containsExactly("binance:BTCUSDT 1");

        apply(snapshot(START + 1, 11));

        assertThat(book().live()).isTrue();
        assertThat(book().depth().bidPrice(0)).isEqualTo(1000);
        assertThat(book().depth().bidSize(0)).isEqualTo(5_000);
        assertThat(book().depth().bidUsd(0)).isEqualTo(500);
    }

    @Test
    void tellsHowTheFeedOfAnExpectedContractDoesBeforeAnythingCame() {
        desk.expect(BookStory.BTC);

        apply(lost(START, Topic.BOOK));

        assertThat(book().state()).isNotEqualTo(BookView.State.LIVE);
        assertThat(desk.view().venues().get(0).feed().connections()).hasSize(1);
    }

    @Test
    void emptiesTheBookAndAsksAgainAtAGap() {
        goLive();

        apply(bid(START + 2, 15, 16, 1000, 1));

        assertThat(book().state()).isEqualTo(BookView.State.RESYNCING);
        assertThat(book().reason()).contains("gap");
        assertThat(book().depth().bids()).isZero();
        assertThat(book().counters().gaps()).isEqualTo(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void losesTheBookWithTheConnectionThatCarriesItAndOnlyWithThat() {
        goLive();

        apply(lost(START + 2, Topic.TRADES));
        assertThat(book().live()).isTrue();

        apply(lost(START + 3, Topic.BOOK));
        assertThat(book().state()).isEqualTo(BookView.State.LOST);
        assertThat(book().reason()).isEqualTo("cut");
    }

    @Test
    void isLiveAgainWithNothingLostWhenTheChainGoesOnAfterACut() {
        goLive();
        apply(lost(START + 2, Topic.BOOK));

        apply(bid(START + 3, 11, 12, 999, 0));

        assertThat(book().live()).isTrue();
        assertThat(book().counters().gaps()).isZero();
    }

    @Test
    void writesDepthColumnsWhileLiveAndGapsWhileNot() {
        goLive();
        apply(bid(START + SECOND / 2, 11, 12, 999, 7_000));
        apply(bid(START + SECOND + 1, 12, 13, 999, 8_000));
        apply(lost(START + SECOND + 2, Topic.BOOK));
        apply(trade(START + 2 * SECOND + 1, 1, 1000, 1, TakerSide.BUY));

        TimeLog<DepthColumn> log = desk.view().history().depth().get(0);
        assertThat(log.end()).isEqualTo(2);
        assertThat(Objects.requireNonNull(log.get(0)).gap()).isFalse();
        assertThat(Objects.requireNonNull(log.get(1)).gap()).isTrue();
    }

    @Test
    void writesGapsOnceALiveBookHasBeenQuietForLong() {
        goLive();
        apply(trade(START + 10 * SECOND, 1, 1000, 1, TakerSide.BUY));

        TimeLog<DepthColumn> log = desk.view().history().depth().get(0);
        assertThat(Objects.requireNonNull(log.get(3)).gap()).isFalse();
        assertThat(Objects.requireNonNull(log.get(8)).gap()).isTrue();
    }

    @Test
    void countsATradeOnceHoweverOftenItIsSent() {
        apply(trade(START, 7, 1000, 1_000, TakerSide.BUY));
        apply(trade(START + 1, 7, 1000, 1_000, TakerSide.BUY));

        Bar bar = Objects.requireNonNull(desk.view().forming());
        assertThat(bar.buyUsd()).isEqualTo(100);
    }

    @Test
    void remembersTheLastOtherPriceForTheDirectionOfTheLast() {
        apply(trade(START, 1, 1000, 1, TakerSide.BUY));
        apply(trade(START + 1, 2, 1003, 1, TakerSide.BUY));
        apply(trade(START + 2, 3, 1003, 1, TakerSide.SELL));

        assertThat(venue().previousPrice()).isEqualTo(1000);
    }

    @Test
    void keepsReportedLiquidationsOnceEach() {
        Liquidation liquidation = new Liquidation(
                BookStory.BTC,
                START,
                5,
                PositionSide.LONG,
                Liquidation.PriceKind.AVERAGE_FILL,
                new BigDecimal("100.0"),
                new BigDecimal("0.5"),
                Liquidation.Completeness.LOWER_BOUND);
        apply(liquidation);
        apply(liquidation);

        assertThat(desk.view().history().liquidations().end()).isEqualTo(1);
    }

    @Test
    void keepsPublishedFundingTermsOverTheDefault() {
        apply(new FundingTerms(BookStory.BTC, START, 4 * 3_600_000L, null, null, FundingTerms.Source.PUBLISHED));
        apply(new FundingTerms(BookStory.BTC, START, 8 * 3_600_000L, null, null, FundingTerms.Source.DEFAULT));

        assertThat(Objects.requireNonNull(venue().terms()).intervalMillis()).isEqualTo(4 * 3_600_000L);
    }

    @Test
    void sortsHistoryThatArrivesAfterTheFirstLiveFigures() {
        apply(openInterest(500_000, "3"));
        apply(openInterest(100_000, "1"));
        apply(openInterest(200_000, "2"));
        apply(new FundingSettlement(BookStory.BTC, START, new BigDecimal("0.0002"), 9_000));
        apply(new FundingSettlement(BookStory.BTC, START, new BigDecimal("0.0001"), 4_000));

        TimeLog<History.OpenInterestSample> log = desk.view().history().openInterest();
        assertThat(List.of(base(log, 0), base(log, 1), base(log, 2))).containsExactly(1.0, 2.0, 3.0);
        assertThat(Objects.requireNonNull(venue().openInterest()).base()).isEqualByComparingTo("3");
        assertThat(Objects.requireNonNull(venue().settled()).rate()).isEqualByComparingTo("0.0002");
    }

    @Test
    void keepsTheIndexWhenAMessageCarriesOnlyTheMark() {
        apply(new MarkPrice(BookStory.BTC, START, 0, new BigDecimal("100"), new BigDecimal("99")));
        apply(new MarkPrice(BookStory.BTC, START + 1, 0, new BigDecimal("101"), null));

        MarkPrice mark = Objects.requireNonNull(venue().mark());
        assertThat(mark.mark()).isEqualByComparingTo("101");
        assertThat(Objects.requireNonNull(mark.index())).isEqualByComparingTo("99");
    }

    @Test
    void countsReconnectsRefusedFramesAndLoss() {
        goLive();
        apply(lost(START + 2, Topic.BOOK));
        apply(new FeedStatus(Venue.BINANCE, START + 3, "public", FeedStatus.State.UP, "", 0, 0, Set.of(Topic.BOOK)));
        apply(new FrameRefused(Venue.BINANCE, START + 4, "public", "no JSON"));

        FeedView feed = desk.view(venue -> 3).venues().get(0).feed();
        assertThat(feed.reconnects()).isEqualTo(1);
        assertThat(feed.undecodable()).isEqualTo(1);
        assertThat(feed.lost()).isEqualTo(3);
    }

    @Test
    void hasTheSameHashForTheSameEventsAndAnotherForOthers() {
        Desk same = new Desk("BTCUSDT", SnapshotRequests.NONE);
        Desk other = new Desk("BTCUSDT", SnapshotRequests.NONE);
        for (Desk each : List.of(desk, same, other)) {
            each.apply(bid(START, 10, 11, 1000, 5_000));
            each.apply(snapshot(START + 1, 11));
            each.apply(trade(START + 2, 1, 1000, each == other ? 2 : 1, TakerSide.BUY));
        }

        assertThat(same.stateHash()).isEqualTo(desk.stateHash());
        assertThat(other.stateHash()).isNotEqualTo(desk.stateHash());
    }

    @Test
    void showsABookAsLiveOnlyWhileItIsNotCrossed() {
        goLive();

        apply(bid(START + 2, 11, 12, 1001, 1));

        assertThat(book().live()).isFalse();
        assertThat(book().reason()).isEqualTo("crossed: bid 100.1, ask 100.1");
        assertThat(book().sinceNanos()).isEqualTo(START + 2);
        apply(bid(START + 3, 12, 13, 1001, 0));
        assertThat(book().live()).isTrue();
    }

    @Test
    void recordsNoCrossedBook() {
        goLive();

        apply(bid(START + SECOND - 1, 11, 12, 1001, 1));
        apply(trade(START + SECOND, 1, 1000, 1, TakerSide.BUY));

        TimeLog<DepthColumn> seconds = desk.view().history().depth().get(0);
        assertThat(Objects.requireNonNull(seconds.newest()).gap()).isTrue();
    }

    @Test
    void countsAsReconnectsOnlyWhatWasAConnectionAndNotARequest() {
        desk.expect(BookStory.BTC);
        for (FeedStatus.State state : List.of(FeedStatus.State.ERROR, FeedStatus.State.UP)) {
            int attempt = state == FeedStatus.State.UP ? 0 : 1;
            apply(new FeedStatus(Venue.BINANCE, START, "rest", state, "no answer", attempt, 0));
        }

        assertThat(venue().feed().reconnects()).isZero();
    }

    private void goLive() {
        apply(bid(START, 10, 11, 1000, 5_000));
        apply(snapshot(START + 1, 11));
        assertThat(book().live()).isTrue();
    }

    private void apply(MarketEvent event) {
        desk.apply(event);
    }

    private VenueView venue() {
        return desk.view().venues().get(0);
    }

    private BookView book() {
        return venue().book();
    }

    private static double base(TimeLog<History.OpenInterestSample> log, long number) {
        return Objects.requireNonNull(log.get(number)).base();
    }

    private static OpenInterest openInterest(long millis, String base) {
        return new OpenInterest(BookStory.BTC, START, millis, new BigDecimal(base));
    }
}
