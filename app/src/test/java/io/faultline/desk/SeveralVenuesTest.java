package io.faultline.desk;

import static io.faultline.desk.BookStory.SECOND;
import static io.faultline.desk.BookStory.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.book.SnapshotRequests;
import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.FeedStatus;
import io.faultline.market.Funding;
import io.faultline.market.FundingTerms;
import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.InstrumentListing;
import io.faultline.market.MarkPrice;
import io.faultline.market.OpenInterest;
import io.faultline.market.TakerSide;
import io.faultline.market.Topic;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.market.VenueTraffic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One symbol on two venues: Bybit counts base units, OKX contracts of a hundredth. */
class SeveralVenuesTest {
    private static final InstrumentId BYBIT = new InstrumentId(Venue.BYBIT, "BTCUSDT");
    private static final InstrumentId OKX = new InstrumentId(Venue.OKX, "BTC-USDT-SWAP");
    private static final long HOUR_MILLIS = 3_600_000;

    private final Desk desk = new Desk("BTCUSDT", SnapshotRequests.NONE);

    @Test
    void sumsTradesOfEveryVenueInUsd() {
        list(OKX, "0.01");
        trade(BYBIT, START, 1, 1000, 2);
        trade(OKX, START + 1, 1, 1000, 300);

        Bar bar = Objects.requireNonNull(desk.view().forming());
        assertThat(bar.buyUsd()).isCloseTo(200 + 300, within(1e-6));
        assertThat(desk.view().history().tape().end()).isEqualTo(2);
    }

    @Test
    void countsNoVolumeOfContractsWhoseSizeNobodyHasSaid() {
        trade(OKX, START, 1, 1000, 300);

        assertThat(Objects.requireNonNull(desk.view().forming()).buyUsd()).isZero();
        assertThat(venue(OKX).traded().sinceNanos()).isZero();
    }

    @Test
    void takesThePriceOfBarsFromTheVenueWithTheLargestOpenInterest() {
        list(OKX, "0.01");
        openInterest(BYBIT, START, 1_000, 10);
        openInterest(OKX, START, 1_000, 50);
        trade(BYBIT, START + 1, 1, 1000, 1);
        trade(OKX, START + 2, 1, 1010, 1);
        trade(BYBIT, START + 3, 2, 990, 1);

        Bar bar = Objects.requireNonNull(desk.view().forming());
        assertThat(bar.close()).isEqualTo(101);
        trade(OKX, START + 4, 2, 1011, 1);
        bar = Objects.requireNonNull(desk.view().forming());
        assertThat(bar.close()).isEqualTo(101.1);
        assertThat(bar.low()).isGreaterThan(99.9);
    }

    @Test
    void takesAnotherVenuesPriceWhenTheLeadingOneFallsSilent() {
        list(OKX, "0.01");
        openInterest(OKX, START, 1_000, 50);
        trade(OKX, START, 1, 1010, 1);
        trade(BYBIT, START + 20 * SECOND, 1, 1000, 1);

        assertThat(Objects.requireNonNull(desk.view().forming()).close()).isEqualTo(100);
    }

    @Test
    void keepsTheLastLeadingPriceWhereOnlyOthersTraded() {
        list(OKX, "0.01");
        openInterest(OKX, START, 1_000, 50);
        trade(OKX, START, 1, 1010, 1);
        trade(BYBIT, START + SECOND, 1, 1000, 1);

        Bar bar = Objects.requireNonNull(desk.view().forming());
        assertThat(bar.high()).isEqualTo(101);
        assertThat(bar.low()).isEqualTo(101);
        assertThat(bar.buyUsd()).isCloseTo(100, within(1e-6));
    }

    @Test
    void marksAColumnThatAVenueIsMissingFrom() {
        list(OKX, "0.01");
        book(BYBIT, START, 1);
        book(OKX, START, 1);
        change(BYBIT, START + SECOND, 1);
        lose(OKX, START + SECOND + 1, FeedStatus.State.LOST);
        change(BYBIT, START + 2 * SECOND, 2);
        change(BYBIT, START + 3 * SECOND, 3);

        DepthColumn both = second(0);
        DepthColumn one = second(1);
        assertThat(both.venues()).isEqualTo(2);
        assertThat(both.complete()).isTrue();
        assertThat(one.venues()).isEqualTo(1);
        assertThat(one.expectedVenues()).isEqualTo(2);
        assertThat(one.misses(Venue.OKX)).isTrue();
        assertThat(one.known(0)).isFalse();
    }

    @Test
    void missesNoVenueThatWasSwitchedOff() {
        list(OKX, "0.01");
        book(BYBIT, START, 1);
        book(OKX, START, 1);
        change(BYBIT, START + SECOND, 1);
        lose(OKX, START + SECOND + 1, FeedStatus.State.OFF);
        change(BYBIT, START + 2 * SECOND, 2);

        assertThat(second(1).complete()).isTrue();
        assertThat(second(1).venues()).isEqualTo(1);
    }

    @Test
    void leavesSecondsWithAMissingVenueOutOfLongerColumns() {
        list(OKX, "0.01");
        book(BYBIT, START, 1);
        book(OKX, START, 1);
        long id = 1;
        for (int s = 1; s <= 11; s++) {
            change(BYBIT, START + s * SECOND, id);
            if (s == 5) {
                lose(OKX, START + s * SECOND + 1, FeedStatus.State.LOST);
            } else if (s > 5) {
                book(OKX, START + s * SECOND + 2, id);
            } else {
                change(OKX, START + s * SECOND + 1, id);
            }
            id++;
        }

        DepthColumn ten =
                Objects.requireNonNull(desk.view().history().depth().get(1).newest());
        DepthColumn first = second(0);
        assertThat(ten.venues()).isEqualTo(2);
        assertThat(ten.usd(0)).isCloseTo(first.usd(0), within(first.usd(0) * 0.01));
    }

    @Test
    void weighsFundingByOpenInterestWhateverTheInterval() {
        list(OKX, "0.01");
        funding(BYBIT, "0.0001", 8 * HOUR_MILLIS);
        funding(OKX, "0.0002", 4 * HOUR_MILLIS);
        openInterest(BYBIT, START, 1_000, 30);
        openInterest(OKX, START, 1_000, 10);

        FundingAggregate none = FundingAggregate.of(desk.view().venues());
        assertThat(none.missing()).containsExactly(Venue.BYBIT, Venue.OKX);
        assertThat(none.per8Hours()).isNaN();
        mark(BYBIT, "100");
        mark(OKX, "100");

        FundingAggregate both = FundingAggregate.of(desk.view().venues());
        assertThat(both.per8Hours()).isCloseTo((0.0001 * 30 + 0.0004 * 10) / 40, within(1e-12));
        assertThat(both.annualised()).isCloseTo(both.per8Hours() * 3 * 365, within(1e-9));
        assertThat(both.openInterestUsd()).isCloseTo(4_000, within(1e-6));
    }

    @Test
    void tellsHowOpenInterestHasChangedOverAWindow() {
        long now = START / 1_000_000;
        mark(BYBIT, "100");
        openInterest(BYBIT, START, now - HOUR_MILLIS, 40);
        openInterest(BYBIT, START, now, 50);

        Positioning positioning = Positioning.of(desk.view().venues(), START, HOUR_MILLIS * 1_000_000);

        assertThat(positioning.openInterestUsd()).isCloseTo(5_000, within(1e-6));
        assertThat(positioning.change()).isCloseTo(0.25, within(1e-9));
        assertThat(positioning.changeUsd()).isCloseTo(1_000, within(1e-6));
    }

    @Test
    void sumsWhatTakersBoughtMoreThanSoldByVenueAndInAll() {
        trade(BYBIT, START, 1, 1000, 5);
        trade(BYBIT, START + 60 * SECOND, 2, 1000, 3);
        desk.apply(new Trade(BYBIT, START + 61 * SECOND, 0, 3, 1, TakerSide.SELL, 1, 0, 1000, 1));

        long now = START + 62 * SECOND;
        Positioning all = Positioning.of(desk.view().venues(), now, 62 * SECOND);
        assertThat(all.venues().get(0).cvdSinceStartUsd()).isCloseTo(700, within(1e-6));
        assertThat(Positioning.of(desk.view().venues(), now, 30 * SECOND).cvdUsd())
                .isCloseTo(200, within(1e-6));
        assertThat(Positioning.of(desk.view().venues(), now, 900 * SECOND).cvdUsd())
                .isNaN();
    }

    @Test
    void saysInWordsThatASubscribedTopicIsSilent() {
        desk.expect(BYBIT, Map.of(Topic.TRADES, Duration.ofSeconds(20)));
        desk.apply(new FeedStatus(
                Venue.BYBIT, START, "public", FeedStatus.State.UP, "", 0, 0, Set.of(Topic.TRADES, Topic.BOOK)));

        FeedView.TopicView topic = venue(BYBIT).feed().topics().stream()
                .filter(each -> each.topic() == Topic.TRADES)
                .findFirst()
                .orElseThrow();
        assertThat(topic.silence(START + 19 * SECOND)).isEmpty();
        assertThat(topic.silence(START + 540 * SECOND))
                .isEqualTo("subscribed, nothing for 9 min, expected one per 20 s");
    }

    @Test
    void tellsTheTrafficOfAVenueUntilItCeases() {
        trade(BYBIT, START, 1, 1000, 1);
        desk.apply(new VenueTraffic(Venue.BYBIT, START, 2 * SECOND, 100, 50_000));

        assertThat(venue(BYBIT).feed().traffic().bytesPerSecond()).isEqualTo(25_000);
        trade(BYBIT, START + 10 * SECOND, 2, 1000, 1);
        assertThat(venue(BYBIT).feed().traffic().bytesPerSecond()).isZero();
        assertThat(venue(BYBIT).feed().traffic().bytes()).isEqualTo(50_000);
    }

    @Test
    void isTheSameStateWhetherOrNotASilentVenueWasExpected() {
        Desk other = new Desk("BTCUSDT", SnapshotRequests.NONE);
        other.expect(OKX);
        for (Desk each : new Desk[] {desk, other}) {
            each.apply(new Trade(BYBIT, START, 0, 1, 1, TakerSide.BUY, 1, 0, 1000, 1));
        }

        assertThat(other.stateHash()).isEqualTo(desk.stateHash());
    }

    private DepthColumn second(long number) {
        return Objects.requireNonNull(desk.view().history().depth().get(0).get(number));
    }

    private VenueView venue(InstrumentId instrument) {
        return desk.view().venues().stream()
                .filter(each -> each.instrument().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private void list(InstrumentId id, String contractSize) {
        desk.apply(new InstrumentListing(
                START,
                new Instrument(
                        id,
                        "BTCUSDT",
                        "BTC",
                        "USDT",
                        new BigDecimal("0.1"),
                        BigDecimal.ONE,
                        new BigDecimal(contractSize),
                        Instrument.Status.TRADING)));
    }

    private void trade(InstrumentId id, long nanos, long number, long price, long size) {
        desk.apply(new Trade(id, nanos, 0, number, 1, TakerSide.BUY, 1, 0, price, size));
    }

    private void openInterest(InstrumentId id, long nanos, long millis, long base) {
        desk.apply(new OpenInterest(id, nanos, millis, BigDecimal.valueOf(base)));
    }

    private void mark(InstrumentId id, String price) {
        desk.apply(new MarkPrice(id, START, 0, new BigDecimal(price), null));
    }

    private void funding(InstrumentId id, String rate, long intervalMillis) {
        desk.apply(new Funding(id, START, 0, new BigDecimal(rate), 0));
        desk.apply(new FundingTerms(id, START, intervalMillis, null, null, FundingTerms.Source.PUBLISHED));
    }

    private void book(InstrumentId id, long nanos, long lastId) {
        BookSnapshot.Levels bids = new BookSnapshot.Levels(new long[] {1000, 999}, new long[] {100, 200});
        BookSnapshot.Levels asks = new BookSnapshot.Levels(new long[] {1001, 1002}, new long[] {300, 400});
        desk.apply(new BookSnapshot(id, nanos, 0, lastId, 1, 0, bids, asks));
    }

    private void change(InstrumentId id, long nanos, long previousId) {
        BookDelta delta = BookDelta.unpooled();
        delta.begin(id, nanos, 0, previousId + 1, previousId + 1, previousId, 1, 0);
        delta.addAsk(1002, 400);
        desk.apply(delta);
    }

    private void lose(InstrumentId id, long nanos, FeedStatus.State state) {
        desk.apply(new FeedStatus(id.venue(), nanos, "public", state, "cut", 0, 0, Set.of(Topic.BOOK)));
    }
}
