package io.faultline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.InstrumentId;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import org.junit.jupiter.api.Test;

class BarRecorderTest {
    private static final InstrumentId BTC = new InstrumentId(Venue.BINANCE, "BTCUSDT");
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;

    private final BarRecorder recorder = new BarRecorder();

    @Test
    void sumsTheTradesOfASecondIntoOneBar() {
        trade(START, 1000, 10, TakerSide.BUY);
        trade(START + 1, 1020, 10, TakerSide.SELL);
        trade(START + 2, 990, 10, TakerSide.BUY);
        recorder.advance(START + SECOND);

        assertThat(recorder.logs().get(0).newest()).isEqualTo(new Bar(START, SECOND, 100, 102, 99, 99, 1_990, 1_020));
    }

    @Test
    void showsTheBarThatHasNotEnded() {
        trade(START, 1000, 10, TakerSide.BUY);

        assertThat(recorder.forming()).isEqualTo(new Bar(START, SECOND, 100, 100, 100, 100, 1_000, 0));
        recorder.advance(START + SECOND);
        assertThat(recorder.forming()).isNull();
    }

    @Test
    void writesNoBarForAStretchWithoutTrades() {
        trade(START, 1000, 10, TakerSide.BUY);
        recorder.advance(START + 3600 * SECOND);

        assertThat(recorder.logs().get(0).end()).isEqualTo(1);
        assertThat(recorder.logs().get(1).end()).isEqualTo(1);
    }

    private void trade(long nanos, long price, long size, TakerSide taker) {
        recorder.advance(nanos);
        Trade trade = new Trade(BTC, nanos, 0, 1, 1, taker, 1, 0, price, size);
        recorder.add(trade, price / 10.0, price / 10.0 * size, true);
    }
}
