package io.faultline.ui.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.BookDepth;
import io.faultline.desk.BookView;
import io.faultline.desk.FeedView;
import io.faultline.desk.History.OpenInterestSample;
import io.faultline.desk.TradedVolume;
import io.faultline.desk.VenueHistory;
import io.faultline.desk.VenueView;
import io.faultline.desk.Views;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarkPrice;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterestTrackTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long START = 1_000 * 60 * MINUTE;
    private static final long END = START + 240 * MINUTE;

    private final InterestTrack interest = new InterestTrack();

    /** A sample every five minutes from a moment on, one coin more each time. */
    private static VenueView venue(Venue venue, double price, double first, long from, long until) {
        List<OpenInterestSample> samples = new ArrayList<>();
        for (long at = from; at <= until; at += 5 * MINUTE) {
            samples.add(new OpenInterestSample(at, first + samples.size()));
        }
        InstrumentId id = new InstrumentId(venue, "BTCUSDT");
        return new VenueView(
                id,
                null,
                new BookView(BookView.State.WAITING, "", START, 0, 0, 0, BookDepth.EMPTY, BookView.Counters.NONE),
                TradedVolume.EMPTY,
                null,
                0,
                new MarkPrice(id, END, END / 1_000_000, BigDecimal.valueOf(price), null),
                null,
                null,
                null,
                null,
                null,
                FeedView.EMPTY,
                new VenueHistory(
                        Views.log(List.of()),
                        Views.log(samples),
                        Views.log(List.of()),
                        Views.log(List.of()),
                        VenueHistory.Flow.NONE));
    }

    @Test
    void sumsWhatHeldAtEachMomentAtThePriceOfNow() {
        VenueView binance = venue(Venue.BINANCE, 100, 10, START - 5 * MINUTE, END);
        VenueView okx = venue(Venue.OKX, 200, 50, START - 5 * MINUTE, END);

        interest.fill(List.of(binance, okx), START, END, 10 * MINUTE);

        assertThat(interest.missing()).isEmpty();
        assertThat(interest.track().first()).isEqualTo(11 * 100 + 51 * 200);
        assertThat(interest.track().at(START + 12 * MINUTE)).isEqualTo(13 * 100 + 53 * 200);
        assertThat(interest.track().last()).isEqualTo(59 * 100 + 99 * 200);
        assertThat(interest.change()).isEqualTo((59 * 100 + 99 * 200) / (11.0 * 100 + 51 * 200) - 1);
    }

    @Test
    void aVenueThatComesInLaterIsNamedAndNotTakenForARise() {
        VenueView binance = venue(Venue.BINANCE, 100, 10, START, END);
        VenueView late = venue(Venue.BYBIT, 100, 1000, START + 120 * MINUTE, END);

        interest.fill(List.of(binance, late), START, END, 10 * MINUTE);

        assertThat(interest.missing()).containsExactly(Venue.BYBIT);
        assertThat(interest.track().last()).isLessThan(10_000);
    }

    @Test
    void aHistoryThatBeganWithinTheStretchIsShownFromThereOn() {
        VenueView young = venue(Venue.BINANCE, 100, 10, START + 200 * MINUTE, END);

        interest.fill(List.of(young), START, END, 10 * MINUTE);

        assertThat(interest.track().at(START + 100 * MINUTE)).isNaN();
        assertThat(interest.track().first()).isEqualTo(1000);
        assertThat(interest.change())
                .as("it is not known what was open at the beginning")
                .isNaN();
    }

    @Test
    void whatIsOlderThanAnHourHoldsNoMore() {
        VenueView stopped = venue(Venue.BINANCE, 100, 10, START, START + 60 * MINUTE);

        interest.fill(List.of(stopped), START, END, 10 * MINUTE);

        assertThat(interest.track().at(START + 120 * MINUTE)).isEqualTo(2200);
        assertThat(interest.track().at(START + 140 * MINUTE)).isNaN();
    }
}
