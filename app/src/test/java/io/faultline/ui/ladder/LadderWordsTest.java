package io.faultline.ui.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faultline.desk.BookDepth;
import io.faultline.desk.Views;
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
    void columnsCollapseInOrder() {
        assertThat(LadderColumns.of(444).showsCumulative()).isTrue();
        assertThat(LadderColumns.of(300).showsCumulative()).isFalse();
        assertThat(LadderColumns.of(300).splitsTraded()).isTrue();
        assertThat(LadderColumns.of(240).splitsTraded()).isFalse();
    }

    @Test
    void depthNearMidIsUnknownWhereTheBookIsNotSeen() {
        BookDepth book = Views.book(
                new long[][] {{9999, 1000}, {9960, 2000}, {9850, 4000}},
                new long[][] {{10_001, 1000}, {10_090, 3000}},
                9850,
                10_200);
        NearDepth near = new NearDepth();

        near.fill(book);

        assertThat(near.bid(0)).isCloseTo(999.9 + 2 * 996, within(1e-6));
        assertThat(near.bid(1)).isCloseTo(near.bid(0), within(1e-6));
        assertThat(near.bid(2)).isNaN();
        assertThat(near.ask(0)).isCloseTo(1000.1, within(1e-6));
        assertThat(near.ask(2)).isCloseTo(1000.1 + 3 * 1009, within(1e-6));
        assertThat(near.balance(0)).isCloseTo((2991.9 - 1000.1) / (2991.9 + 1000.1), within(1e-9));
        assertThat(near.balance(2)).isNaN();
    }
}
