package io.faultline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.BestBidOffer;
import io.faultline.market.BookDelta;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BestBidOfferCheckTest {
    private final OrderBook book = new OrderBook(Books.BTCUSDT);
    private final BestBidOfferCheck check = new BestBidOfferCheck();

    @BeforeEach
    void fillTheBook() throws UnusableLevelsException {
        book.replace(Books.snapshot(1, Books.levels(100, 5), Books.levels(101, 4)));
    }

    @Test
    void waitsForTheChangeThatItSpeaksOf() {
        check.onBestBidOffer(witness(12, 100, 5, 101, 4));
        assertThat(check.passed()).isZero();
        applied(10);
        applied(12);
        assertThat(check.passed()).isEqualTo(1);
        assertThat(check.failed()).isZero();
    }

    @Test
    void comparesAtOnceWhenTheChangeCameFirst() {
        applied(12);
        check.onBestBidOffer(witness(12, 100, 5, 101, 4));
        assertThat(check.passed()).isEqualTo(1);
    }

    @Test
    void failsOnAnyOfFourDifferences() {
        applied(12);
        check.onBestBidOffer(witness(12, 99, 5, 101, 4));
        check.onBestBidOffer(witness(12, 100, 6, 101, 4));
        check.onBestBidOffer(witness(12, 100, 5, 102, 4));
        check.onBestBidOffer(witness(12, 100, 5, 101, 3));
        assertThat(check.failed()).isEqualTo(4);
        assertThat(check.passed()).isZero();
    }

    @Test
    void saysNothingOfWhatFallsBetweenTwoChanges() {
        check.onBestBidOffer(witness(11, 1, 1, 2, 2));
        applied(10);
        applied(12);
        check.onBestBidOffer(witness(11, 1, 1, 2, 2));
        assertThat(check.passed() + check.failed()).isZero();
    }

    @Test
    void comparesValuesWhateverTheirDecimals() {
        applied(12);
        check.onBestBidOffer(new BestBidOffer(Books.BTCUSDT, 0, 0, 12, 3, 5, 10_000, 500, 10_100, 400));
        check.onBestBidOffer(new BestBidOffer(Books.BTCUSDT, 0, 0, 12, 0, 3, 10, 5, 10, 4));
        assertThat(check.passed()).isEqualTo(1);
        assertThat(check.failed()).isEqualTo(1);
    }

    @Test
    void agreesThatASideIsEmpty() throws UnusableLevelsException {
        BookDelta delta = Books.delta(BookDelta.unpooled(), 0, 2, 12, 1);
        delta.addBid(100, 0);
        book.apply(delta);
        applied(12);
        check.onBestBidOffer(witness(12, 0, 0, 101, 4));
        check.onBestBidOffer(witness(12, 100, 5, 101, 4));
        assertThat(check.passed()).isEqualTo(1);
        assertThat(check.failed()).isEqualTo(1);
    }

    @Test
    void keepsOnlySoManyThatWait() {
        for (int i = 0; i < BestBidOfferCheck.WAITING_LIMIT + 1; i++) {
            check.onBestBidOffer(witness(100 + i, 100, 5, 101, 4));
        }
        applied(100);
        assertThat(check.passed()).isZero();
        applied(101);
        assertThat(check.passed()).isEqualTo(1);
    }

    private void applied(long lastId) {
        check.deltaApplied(book, lastId);
    }

    private static BestBidOffer witness(long id, long bid, long bidSize, long ask, long askSize) {
        return new BestBidOffer(Books.BTCUSDT, 0, 0, id, 1, 3, bid, bidSize, ask, askSize);
    }
}
