package io.faultline.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.BookDepth;
import io.faultline.desk.Views;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderWordsTest {
    @Test
    void rowLabelsHaveTheDecimalsOfTheGrouping() {
        assertThat(RowTexts.decimals(200)).isZero();
        assertThat(RowTexts.decimals(0.5)).isEqualTo(1);
        assertThat(RowTexts.decimals(0.1 * 3)).isEqualTo(1);
        assertThat(RowTexts.decimals(0.0005)).isEqualTo(4);
        assertThat(RowTexts.decimals(1e-10)).isEqualTo(10);
    }

    @Test
    void rowLabelsFollowTheAxis() {
        RowTexts texts = new RowTexts();

        assertThat(texts.price(1, 521, 200, 3)).isEqualTo("104,400");
        assertThat(texts.price(1, 522, 200, 3)).isEqualTo("104,600");
        assertThat(texts.price(1, 522, 0.5, 3)).isEqualTo("261.5");
        assertThat(texts.price(0, -1, 0.5, 3)).as("no price below zero").isEmpty();
    }

    @Test
    void roundPricesAreTheNextPowerOfTenFiveRowsAwayOrMore() {
        assertThat(LadderPainter.roundRows(1)).isEqualTo(10);
        assertThat(LadderPainter.roundRows(2)).isEqualTo(5);
        assertThat(LadderPainter.roundRows(5)).isEqualTo(20);
        assertThat(LadderPainter.roundRows(2000)).isEqualTo(5);
    }

    @Test
    void reachIsWrittenInBasisPointsOrPerCent() {
        assertThat(LadderPainter.distance(0.0035)).isEqualTo("35 bp");
        assertThat(LadderPainter.distance(0.25)).isEqualTo("25\u00a0%");
    }

    @Test
    void aLowerBoundReadsSoAndNothingSeenIsUnknown() {
        assertThat(new Seen(23_100_000, true).text()).isEqualTo("23.1M");
        assertThat(new Seen(23_100_000, false).text()).isEqualTo("≥23.1M");
        assertThat(new Seen(23_100_000, false).inFull()).isEqualTo("≥23,100,000");
        assertThat(new Seen(0, true).text()).isEqualTo("0");
        assertThat(new Seen(0, false).text()).isEqualTo("?");
        assertThat(Seen.UNKNOWN.text()).isEqualTo("?");
    }

    @Test
    void aFigureThatBecomesALowerBoundIsWrittenAnew() {
        RowTexts texts = new RowTexts();

        assertThat(texts.bid.usd(0, 1000, true)).isEqualTo("1.00k");
        assertThat(texts.bid.usd(0, 1000, false)).isEqualTo("≥1.00k");
        assertThat(texts.bid.usd(0, 0, false)).isEqualTo("?");
    }

    @Test
    void columnsCollapseInOrder() {
        LadderColumns wide = LadderColumns.of(444);
        assertThat(wide.showsCumulative()).isTrue();
        assertThat(wide.splitsTraded()).isTrue();
        LadderColumns roomy = LadderColumns.of(400);
        assertThat(roomy.showsCumulative()).isFalse();
        assertThat(roomy.splitsTraded()).isTrue();
        LadderColumns laptop = LadderColumns.of(350);
        assertThat(laptop.splitsTraded()).isFalse();
        assertThat(laptop.showsTraded()).isTrue();
        assertThat(laptop.showsTiers()).isTrue();
        LadderColumns small = LadderColumns.of(312);
        assertThat(small.showsTraded()).isFalse();
        assertThat(small.showsTiers()).isTrue();
        LadderColumns least = LadderColumns.of(240);
        assertThat(least.showsTiers()).isFalse();
        assertThat(least.tierLeft() - least.riskLeft()).as("the figure stays").isEqualTo(40);
        for (LadderColumns columns : List.of(wide, roomy, laptop, small, least)) {
            assertThat(columns.right()).isEqualTo(columns.width());
        }
    }

    @Test
    void theRowOfALaptopIsTheDesigns() {
        LadderColumns columns = LadderColumns.of(350);
        assertThat(columns.riskLeft()).isEqualTo(14);
        assertThat(columns.tierLeft()).isEqualTo(54);
        assertThat(columns.tradedLeft()).isEqualTo(126);
        assertThat(columns.bidLeft()).isEqualTo(164);
        assertThat(columns.priceLeft()).isEqualTo(228);
        assertThat(columns.askLeft()).isEqualTo(286);
    }

    @Test
    void depthNearMidIsALowerBoundWhereTheBookIsNotSeen() {
        BookDepth book = Views.book(
                new long[][] {{9999, 1000}, {9960, 2000}, {9850, 4000}},
                new long[][] {{10_001, 1000}, {10_090, 3000}},
                9850,
                10_200);
        NearDepth near = new NearDepth();

        near.fill(List.of(book), 1, book.mid());

        assertThat(near.bid(0).usd()).isCloseTo(999.9 + 2 * 996, within(1e-6));
        assertThat(near.bid(0).all()).isTrue();
        assertThat(near.bid(1)).isEqualTo(near.bid(0));
        assertThat(near.bid(2).all()).isFalse();
        assertThat(near.bid(2).text()).isEqualTo("≥6.93k");
        assertThat(near.ask(0).usd()).isCloseTo(1000.1, within(1e-6));
        assertThat(near.ask(2)).isEqualTo(new Seen(1000.1 + 3 * 1009, true));
        assertThat(near.balance(0)).isCloseTo((2991.9 - 1000.1) / (2991.9 + 1000.1), within(1e-9));
        assertThat(near.balance(2)).isNaN();
    }

    @Test
    void depthNearMidSaysHowManyVenuesAreSeenThatFar() {
        BookDepth near = Views.book(new long[][] {{9999, 1000}}, new long[][] {{10_001, 1000}}, 9940, 10_060);
        BookDepth far = Views.book(new long[][] {{9998, 1000}}, new long[][] {{10_002, 1000}}, 9850, 10_150);
        NearDepth depth = new NearDepth();

        depth.fill(List.of(near, far), 2, 1000);

        assertThat(depth.counted()).isEqualTo(2);
        assertThat(new int[] {depth.seen(0), depth.seen(1), depth.seen(2)}).containsExactly(2, 1, 0);
        assertThat(depth.bid(0).usd()).isCloseTo(999.9 + 999.8, within(1e-6));
        assertThat(depth.bid(0).all()).isTrue();
        assertThat(depth.bid(2).text()).startsWith("≥");
    }

    @Test
    void depthNearMidIsALowerBoundUnlessEveryVenueIsSeenThatFarOnThatSide() {
        BookDepth far = Views.book(new long[][] {{9999, 1000}}, new long[][] {{10_001, 1000}}, 9700, 10_300);
        BookDepth ends = Views.book(new long[][] {{9998, 1000}}, new long[][] {{10_002, 1000}}, 9930, 10_120);
        NearDepth depth = new NearDepth();

        depth.fill(List.of(far, far, far, ends), 4, 1000);

        assertThat(depth.bid(0).all() && depth.ask(0).all()).isTrue();
        assertThat(depth.balance(0)).isFinite();
        assertThat(depth.bid(1).text()).as("one of four ends at 0.7 % below").isEqualTo("≥4.00k");
        assertThat(depth.ask(1).all()).as("and at 1.2 % above").isTrue();
        assertThat(depth.balance(1)).isNaN();
        assertThat(depth.ask(2).text()).isEqualTo("≥4.00k");
        assertThat(new int[] {depth.seen(0), depth.seen(1), depth.seen(2)}).containsExactly(4, 3, 3);
    }

    @Test
    void aVenueThatCountsButHasNoBookMakesDepthNearMidALowerBound() {
        BookDepth book = Views.book(new long[][] {{9999, 1000}}, new long[][] {{10_001, 1000}}, 9700, 10_300);
        BookDepth asksOnly = Views.book(new long[0][], new long[][] {{10_001, 1000}}, 0, 10_300);
        NearDepth depth = new NearDepth();

        depth.fill(List.of(book), 2, 1000);
        assertThat(depth.bid(0).text()).isEqualTo("≥1.00k");
        assertThat(depth.balance(0)).isNaN();

        depth.fill(List.of(book, asksOnly), 2, 1000);
        assertThat(depth.bid(0).text()).isEqualTo("≥1.00k");
        assertThat(depth.counted()).isEqualTo(2);
    }
}
