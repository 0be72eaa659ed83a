package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.market.Venue;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DepthRecorderTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;

    private final Book book = new Book();
    private final DepthRecorder recorder = new DepthRecorder(book);

    @Test
    void writesTheBookAsItIsAtTheEndOfEachSecond() {
        recorder.advance(START);
        book.bidUsd = 1_000;
        recorder.advance(START + SECOND / 2);
        book.bidUsd = 5_000;
        recorder.advance(START + SECOND);

        DepthColumn column = newest(0);
        assertThat(column.startNanos()).isEqualTo(START);
        assertThat(usdAt(column, 99.99)).isCloseTo(5_000, within(5.0));
    }

    @Test
    void writesAGapWhileNoBookIsInStep() {
        recorder.advance(START);
        book.live = false;
        recorder.advance(START + SECOND);

        assertThat(newest(0).gap()).isTrue();
    }

    @Test
    void writesOneColumnForEverySecondThatAPauseSkipped() {
        recorder.advance(START);
        recorder.advance(START + 5 * SECOND + 1);

        assertThat(recorder.logs().get(0).end()).isEqualTo(5);
    }

    @Test
    void doesNotWriteAWeekOfGapsAfterAPauseLongerThanAnyLogKeeps() {
        recorder.advance(START);
        recorder.advance(START + 100L * 24 * 3600 * SECOND);

        assertThat(recorder.logs().get(0).end()).isZero();
    }

    @Test
    void takesTheMeanOfTheSecondsThatAreNoGapIntoALongerCell() {
        recorder.advance(START);
        for (int second = 1; second <= 10; second++) {
            book.live = second % 2 == 0;
            book.bidUsd = second * 1_000;
            recorder.advance(START + second * SECOND);
        }
        recorder.advance(START + 11 * SECOND);

        DepthColumn ten = newest(1);
        assertThat(ten.lengthNanos()).isEqualTo(10 * SECOND);
        assertThat(usdAt(ten, 99.99)).isCloseTo(6_000, within(10.0));
    }

    @Test
    void cutsAColumnToWhatTheVenueShows() {
        recorder.advance(START);
        recorder.advance(START + SECOND);

        DepthColumn column = newest(0);
        assertThat(column.firstBin() * column.binWidth()).isCloseTo(99.9, within(column.binWidth()));
        assertThat((column.firstBin() + column.bins()) * column.binWidth())
                .isCloseTo(100.1, within(column.binWidth() * 1.01));
    }

    @Test
    void keepsWhatIsSeenBeyondTheVenuesReachAsALowerBound() {
        book.farBidUsd = 9_000;
        recorder.advance(START);
        recorder.advance(START + SECOND);

        DepthColumn column = newest(0);
        assertThat(usdAt(column, 99.5)).isCloseTo(9_000, within(9.0));
        assertThat(column.known(offset(column, 99.5))).isFalse();
        assertThat(column.known(offset(column, 99.7))).isFalse();
        assertThat(column.known(offset(column, 99.95))).isTrue();
        assertThat(column.known(offset(column, 100.05))).isTrue();
    }

    @Test
    void knowsOfALongerCellOnlyWhatEverySecondKnew() {
        recorder.advance(START);
        for (int second = 1; second <= 11; second++) {
            book.floor = second == 5 ? 99.95 : 99.9;
            recorder.advance(START + second * SECOND);
        }

        DepthColumn ten = newest(1);
        assertThat(ten.known(offset(ten, 99.92))).isFalse();
        assertThat(ten.known(offset(ten, 99.97))).isTrue();
    }

    @Test
    void keepsUsdToFourHundredthsOfAPercent() {
        for (double usd : List.of(1.0, 999.0, 123_456.0, 7.89e6, 1.2e9)) {
            DepthColumn column = DepthColumn.of(0, 1, 1, 0, new double[] {usd}, ColumnSight.NONE);

            assertThat(column.usd(0)).isCloseTo(usd, within(usd * 4e-4 + 1e-3));
        }
    }

    private DepthColumn newest(int level) {
        return Objects.requireNonNull(recorder.logs().get(level).newest(), "no column written");
    }

    private static double usdAt(DepthColumn column, double price) {
        return column.usd(offset(column, price));
    }

    private static int offset(DepthColumn column, double price) {
        return (int) (Math.floor(price / column.binWidth() + 1e-6) - column.firstBin());
    }

    private static final class Book implements DepthRecorder.Source {
        private boolean live = true;
        private double bidUsd = 1;
        private double farBidUsd;
        private double floor = 99.9;

        @Override
        public double mid(long nanos) {
            return live ? 100 : Double.NaN;
        }

        @Override
        public double tick() {
            return 0.01;
        }

        @Override
        public void fill(DepthBins bins, long nanos) {
            bins.seen(Venue.BINANCE, floor, 100.1);
            if (farBidUsd > 0) {
                bins.add(99.5, farBidUsd);
            }
            bins.add(99.99, bidUsd);
            bins.add(100.01, 2 * bidUsd);
        }

        @Override
        public int expected() {
            return 1;
        }
    }
}
