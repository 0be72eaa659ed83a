package io.faultline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.desk.DeskView;
import io.faultline.market.InstrumentId;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the top bar says was liquidated within a day. */
class LiquidatedDayTest {
    private final SyntheticMarket market = new SyntheticMarket(7, "BTCUSDT", Venue.BINANCE, Venue.BYBIT);

    @Test
    void isUnknownBeforeAnyFeedOfLiquidationsIsUp() {
        LiquidatedDay day = day();

        assertThat(day.words()).isEqualTo("?");
        assertThat(day.since(market.nowNanos())).isEmpty();
    }

    @Test
    void isALowerBoundWithAThrottledFeedAndSaysSinceWhen() {
        market.open().run(30);
        LiquidatedDay before = day();
        report(PositionSide.LONG, "60000", "2");
        report(PositionSide.SHORT, "60000", "3");

        LiquidatedDay day = day();

        assertThat(day.longsUsd() - before.longsUsd()).isEqualTo(120_000);
        assertThat(day.shortsUsd() - before.shortsUsd()).isEqualTo(180_000);
        assertThat(day.words()).startsWith("≥ L ").contains(" · S ");
        assertThat(day.since(market.nowNanos())).startsWith("since ");
    }

    @Test
    void countsOnlyTheVenuesThatAreOnAndForgetsAfterADay() {
        market.open().run(5);
        report(PositionSide.LONG, "60000", "2");
        DeskView view = market.view();
        var bybit = view.venues().stream()
                .filter(venue -> venue.instrument().venue() == Venue.BYBIT)
                .toList();
        LiquidatedDay all = LiquidatedDay.of(view, view.venues(), market.nowNanos());

        assertThat(LiquidatedDay.of(view, bybit, market.nowNanos()).longsUsd())
                .isLessThanOrEqualTo(all.longsUsd() - 120_000);
        assertThat(LiquidatedDay.of(view, List.of(), market.nowNanos()).words()).isEqualTo("?");
        LiquidatedDay later = LiquidatedDay.of(view, view.venues(), market.nowNanos() + LiquidatedDay.DAY_NANOS + 1);
        assertThat(later.longsUsd()).isZero();
        assertThat(later.shortsUsd()).isZero();
    }

    private LiquidatedDay day() {
        return LiquidatedDay.of(market.view(), market.view().venues(), market.nowNanos());
    }

    private void report(PositionSide side, String price, String size) {
        InstrumentId id = market.view().venues().stream()
                .map(venue -> venue.instrument())
                .filter(each -> each.venue() == Venue.BINANCE)
                .findFirst()
                .orElseThrow();
        long now = market.nowNanos();
        market.desk()
                .apply(new Liquidation(
                        id,
                        now,
                        now / 1_000_000,
                        side,
                        Liquidation.PriceKind.AVERAGE_FILL,
                        new BigDecimal(price),
                        new BigDecimal(size),
                        Liquidation.Completeness.LOWER_BOUND));
    }
}
