package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.Instrument;
import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergedDepthTest {
    private static final long NOW = 1_700_000_000_000_000_000L;
    private static final Set<Venue> ALL = EnumSet.allOf(Venue.class);

    private final MergedDepth merged = new MergedDepth();

    @Test
    void sumsBooksOfDifferentTicksLotsAndContracts() {
        // 2 base at 100.1, and 300 contracts of a hundredth at 100.15: one row from 100.0 to below 100.5.
        fill(
                venue(Venue.BINANCE, "BTCUSDT", "0.1", "1", book(1, 3, 1, 1001, 2_000, 1006, 1_000)),
                venue(Venue.OKX, "BTC-USDT-SWAP", "0.05", "0.01", book(2, 0, 0.01, 10_015, 300, 10_060, 100)));

        assertThat(merged.venues()).isEqualTo(2);
        assertThat(merged.bidUsd(0)).isCloseTo(2 * 100.1 + 3 * 100.15, within(1e-6));
        assertThat(merged.bidBase(0)).isCloseTo(5, within(1e-9));
        assertThat(merged.askBase(1)).isCloseTo(2, within(1e-9));
        assertThat(merged.bestBidVenue()).isEqualTo(Venue.OKX);
        assertThat(merged.bestBid()).isEqualTo(100.15);
    }

    @Test
    void leavesOutAndNamesBooksThatAreNotInStep() {
        VenueView resyncing = withBook(
                view(Venue.BYBIT, "BTCUSDT", null),
                new BookView(
                        BookView.State.RESYNCING,
                        "gap: 5 came after 3",
                        NOW,
                        1,
                        NOW,
                        0,
                        book(1, 3, 1, 1002, 9_000, 1003, 9_000),
                        BookView.Counters.NONE));
        DeskView desk = desk(live(Venue.BINANCE, 1001, 1006), resyncing);

        merged.fill(desk, ALL, NOW, 0.5, 200, 4);

        assertThat(merged.venues()).isEqualTo(1);
        assertThat(merged.bestBid()).isEqualTo(100.1);
        assertThat(MergedDepth.leftOut(desk, ALL, NOW))
                .containsExactly(new MergedDepth.LeftOut(Venue.BYBIT, "gap: 5 came after 3"));
    }

    @Test
    void leavesOutABookThatStandsStill() {
        DeskView desk = desk(live(Venue.BINANCE, 1001, 1006));

        merged.fill(desk, ALL, NOW + 60_000_000_000L, 0.5, 200, 4);

        assertThat(merged.venues()).isZero();
        assertThat(merged.bestBid()).isNaN();
        assertThat(MergedDepth.leftOut(desk, ALL, NOW + 60_000_000_000L).get(0).reason())
                .isEqualTo("no change for 60 s");
    }

    @Test
    void leavesOutContractsOfUnknownSize() {
        DeskView desk = desk(venue(Venue.OKX, "BTC-USDT-SWAP", null, "1", book(1, 3, 1, 1001, 1, 1006, 1)));

        merged.fill(desk, ALL, NOW, 0.5, 200, 4);

        assertThat(merged.venues()).isZero();
    }

    @Test
    void showsAnIndicativeBookOnlyWhenItAloneIsChosen() {
        DeskView desk = desk(live(Venue.BINANCE, 1001, 1006), live(Venue.DYDX, 1005, 1002));

        merged.fill(desk, ALL, NOW, 0.5, 200, 4);
        assertThat(merged.venues()).isEqualTo(1);
        assertThat(MergedDepth.leftOut(desk, ALL, NOW))
                .containsExactly(new MergedDepth.LeftOut(Venue.DYDX, "indicative book"));

        merged.fill(desk, EnumSet.of(Venue.DYDX), NOW, 0.5, 200, 4);
        assertThat(merged.venues()).isEqualTo(1);
        assertThat(merged.bestBid()).isEqualTo(100.5);
    }

    @Test
    void takesVenuesThatLockOrCrossEachOtherAsNormal() {
        fill(live(Venue.BINANCE, 1004, 1006), live(Venue.BYBIT, 1001, 1003));

        assertThat(merged.lockedOrCrossed()).isTrue();
        assertThat(merged.bestBid()).isEqualTo(100.4);
        assertThat(merged.bestAsk()).isEqualTo(100.3);
        assertThat(merged.bidUsd(0)).isPositive();
        assertThat(merged.askUsd(0)).isPositive();
        assertThat(merged.askCumulativeUsd(3)).isEqualTo(merged.askUsd(0) + merged.askUsd(1));
    }

    @Test
    void countsTheVenuesThatSeeARow() {
        // Down to 99.5 the first sees every bid, the second to 98.0; rows are of half a unit from 98 on.
        fill(198, reaching(Venue.BINANCE, 995, 1010), reaching(Venue.BYBIT, 980, 1030));

        assertThat(merged.bidVenues(0)).isEqualTo(1);
        assertThat(merged.bidVenues(1)).isEqualTo(2);
        assertThat(merged.askVenues(7)).isEqualTo(1);
        assertThat(merged.askVenues(3)).isEqualTo(2);
    }

    @Test
    void addsUpWhatRestsBetweenTheBestAndTheRows() {
        DeskView desk = desk(live(Venue.BINANCE, 1001, 1006));

        merged.fill(desk, ALL, NOW, 0.5, 190, 4);

        assertThat(merged.bidUsd(3)).isZero();
        assertThat(merged.bidCumulativeUsd(3)).isCloseTo(100.1, within(1e-6));
        assertThat(merged.askCumulativeUsd(3)).isZero();
    }

    private void fill(VenueView... venues) {
        fill(200, venues);
    }

    private void fill(long low, VenueView... venues) {
        merged.fill(desk(venues), ALL, NOW, 0.5, low, 8);
    }

    private static DeskView desk(VenueView... venues) {
        return new DeskView("BTCUSDT", NOW, List.of(venues), Views.history(List.of(), List.of(), List.of()), null);
    }

    private static VenueView live(Venue venue, long bid, long ask) {
        return venue(venue, "BTCUSDT", "0.1", "1", book(1, 3, 1, bid, 1_000, ask, 1_000));
    }

    private static VenueView reaching(Venue venue, long floor, long ceiling) {
        BookDepth depth = new BookDepth(
                1, 3, 1, new long[] {1001}, new long[] {1_000}, new long[] {1002}, new long[] {1_000}, floor, ceiling);
        return venue(venue, "BTCUSDT", "0.1", "1", depth);
    }

    private static BookDepth book(
            int priceScale, int sizeScale, double contractSize, long bid, long bidSize, long ask, long askSize) {
        return new BookDepth(
                priceScale,
                sizeScale,
                contractSize,
                new long[] {bid},
                new long[] {bidSize},
                new long[] {ask},
                new long[] {askSize},
                bid,
                ask);
    }

    private static VenueView venue(
            Venue venue, String name, @Nullable String tick, String contractSize, BookDepth depth) {
        InstrumentId id = new InstrumentId(venue, name);
        Instrument listing = tick == null
                ? null
                : new Instrument(
                        id,
                        "BTCUSDT",
                        "BTC",
                        "USDT",
                        new BigDecimal(tick),
                        BigDecimal.ONE,
                        new BigDecimal(contractSize),
                        Instrument.Status.TRADING);
        BookView book = new BookView(BookView.State.LIVE, "", NOW, 0, NOW, 1, depth, BookView.Counters.NONE);
        return withBook(view(venue, name, listing), book);
    }

    private static VenueView view(Venue venue, String name, @Nullable Instrument listing) {
        BookView none = new BookView(BookView.State.WAITING, "", NOW, 0, 0, 0, BookDepth.EMPTY, BookView.Counters.NONE);
        return new VenueView(
                new InstrumentId(venue, name),
                listing,
                none,
                TradedVolume.EMPTY,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                FeedView.EMPTY);
    }

    private static VenueView withBook(VenueView view, BookView book) {
        return new VenueView(
                view.instrument(),
                view.listing(),
                book,
                TradedVolume.EMPTY,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                FeedView.EMPTY);
    }
}
