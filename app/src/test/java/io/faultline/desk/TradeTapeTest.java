package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.InstrumentId;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import org.junit.jupiter.api.Test;

class TradeTapeTest {
    private static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");

    private final TradeTape tape = new TradeTape();

    @Test
    void knowsThePriceBeforeInTheScaleOfTheLast() {
        tape.add(trade(1, 1, 600_000), 1);
        tape.add(trade(2, 2, 6_000_010), 1);

        assertThat(tape.previousPrice()).isEqualTo(6_000_000);
    }

    @Test
    void knowsNoPriceBeforeWhereNoScaleHoldsBoth() {
        tape.add(trade(1, 1, 600_000), 1);

        tape.add(trade(2, 18, 1), 1);
        assertThat(tape.previousPrice()).isZero();

        tape.add(trade(3, 1, 600_000), 1);
        tape.add(trade(4, 1, 600_010), 1);
        assertThat(tape.previousPrice()).isEqualTo(600_000);
    }

    private static Trade trade(long id, int priceScale, long price) {
        return new Trade(BTC, 1, 1, id, 1, TakerSide.BUY, priceScale, 3, price, 1);
    }
}
