package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.InstrumentId;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import org.junit.jupiter.api.Test;

class LargeTradesTest {
    private static final long MILLI = 1_000_000L;

    private final LargeTrades large = new LargeTrades();
    private long millis = 1_700_000_000_000L;

    @Test
    void keepsWhatIsFarAboveTheUsualAndNothingElse() {
        usual(1_000);
        long at = millis;
        fill(Venue.BINANCE, at, TakerSide.BUY, 100, 500_000);
        millis += 10;
        usual(500);

        assertThat(large.log().end()).isEqualTo(1);
        assertThat(large.log().get(0))
                .isEqualTo(new LargeTrade(at * MILLI, Venue.BINANCE, TakerSide.BUY, 100, 500_000));
    }

    @Test
    void takesTheFillsOfOneMillisecondForOneOrderAtItsMeanPrice() {
        usual(1_000);
        fill(Venue.OKX, millis, TakerSide.SELL, 100, 150_000);
        fill(Venue.BINANCE, millis, TakerSide.BUY, 100, 900);
        fill(Venue.OKX, millis, TakerSide.SELL, 98, 50_000);
        large.advance((millis + 200) * MILLI);

        assertThat(large.log().end()).isEqualTo(1);
        assertThat(large.log().get(0))
                .isEqualTo(new LargeTrade(millis * MILLI, Venue.OKX, TakerSide.SELL, 99.5, 200_000));
    }

    @Test
    void judgesNothingBeforeItKnowsWhatIsUsual() {
        usual(100);
        fill(Venue.BINANCE, millis, TakerSide.BUY, 100, 500_000);
        large.advance((millis + 1_000) * MILLI);

        assertThat(large.log().end()).isZero();
    }

    @Test
    void leavesOutWhatHasNoSizeYet() {
        usual(1_000);
        fill(Venue.BYBIT, millis, TakerSide.BUY, 100, 0);
        fill(Venue.BYBIT, millis, TakerSide.BUY, 100, Double.NaN);
        large.advance((millis + 1_000) * MILLI);

        assertThat(large.log().end()).isZero();
    }

    @Test
    void forgetsWhatWasUsualLongAgo() {
        usual(1_000);
        for (int i = 0; i < 60_000; i++) {
            fill(Venue.BINANCE, millis, TakerSide.BUY, 100, 200_000 + i % 100);
            millis += 10;
        }
        long before = large.log().end();
        fill(Venue.BINANCE, millis, TakerSide.BUY, 100, 200_000);
        large.advance((millis + 1_000) * MILLI);

        assertThat(large.log().end()).isEqualTo(before);
    }

    /** Orders of 900 to 999 USD, 10 ms apart. */
    private void usual(int count) {
        for (int i = 0; i < count; i++) {
            fill(Venue.BINANCE, millis, i % 2 == 0 ? TakerSide.BUY : TakerSide.SELL, 100, 900 + i % 7);
            millis += 10;
        }
        large.advance((millis - 1) * MILLI);
    }

    private void fill(Venue venue, long at, TakerSide taker, double price, double usd) {
        Trade trade = new Trade(new InstrumentId(venue, "BTC"), at * MILLI, at, 1, 1, taker, 0, 0, 1, 1);
        large.add(trade, price, usd);
    }
}
