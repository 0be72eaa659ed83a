package io.faultline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.MalformedException;
import io.faultline.venue.PastAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceHistoryTest {
    private static final String BARS = """
            [[1700000040000,"37000.10","37010.00","36990.5","37005.00","12.500",1700000099999,"462500.25",321,"7.25","268250.10","0"],
             [1700000100000,"37005.00","37005.00","37000.00","37001.00","1.000",1700000159999,"37001.00",9,"0","0","0"],
             [1700000160000,"37001.00","37002.00","37001.00","37002.00","0.010",1700000219999,"370.02",1,"0.01","370.02","0"]]
            """;

    private final BinanceHistory history = new BinanceHistory(BinanceEndpoints.LIVE);
    private final PastAnswers answers = new PastAnswers(history, Venue.BINANCE, "BTCUSDT");
    private final HistoryQuery twoMinutes =
            answers.query(HistoryKind.BARS, Timeframe.MINUTE, 1_700_000_040_000L, 1_700_000_160_000L);

    @Test
    void readsBarsWithWhatTakersBoughtAndLeavesOutTheOneThatHasNotEnded() throws MalformedException {
        assertThat(answers.rows(twoMinutes, BARS))
                .containsExactly(
                        "1700000040000 37000.1 37010 36990.5 37005 usd 462500.25 bought 268250.10",
                        "1700000100000 37005 37005 37000 37001 usd 37001.00 bought 0.00");
    }

    @Test
    void asksForASpanAndPaysForItsRows() {
        assertThat(answers.path(twoMinutes))
                .isEqualTo("/fapi/v1/klines?symbol=BTCUSDT&interval=1m&startTime=1700000040000"
                        + "&endTime=1700000159999&limit=2");
        assertThat(history.request(twoMinutes).weight()).isEqualTo(1);
        HistoryQuery day = answers.query(HistoryKind.MARK_BARS, Timeframe.MINUTE, 0, 86_400_000);
        assertThat(history.request(day).weight()).isEqualTo(10);
        assertThat(answers.path(day)).startsWith("/fapi/v1/markPriceKlines?symbol=BTCUSDT&interval=1m&");
        assertThat(answers.path(answers.query(HistoryKind.OPEN_INTEREST, Timeframe.FIVE_MINUTES, 0, 600_000)))
                .isEqualTo("/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&startTime=0&endTime=599999"
                        + "&limit=500");
        assertThat(history.terms(HistoryKind.LIQUIDATIONS, Timeframe.MOMENT)).isEmpty();
        assertThat(history.terms(HistoryKind.OPEN_INTEREST, Timeframe.MINUTE)).isEmpty();
    }

    @Test
    void readsMarkBarsWhoseVolumesAreZero() throws MalformedException {
        String body = "[[1591256460000,\"9653.29201333\",\"9654.56401333\",\"9653.07367333\",\"9653.07367333\",\"0\","
                + "1591256519999,\"0\",60,\"0\",\"0\",\"0\"]]";
        HistoryQuery query =
                answers.query(HistoryKind.MARK_BARS, Timeframe.MINUTE, 1_591_256_460_000L, 1_591_256_520_000L);
        assertThat(answers.rows(query, body))
                .containsExactly("1591256460000 mark 9653.29201333 9654.56401333 9653.07367333 9653.07367333");
    }

    @Test
    void readsOpenInterestWhoseTimeIsATextOrANumber() throws MalformedException {
        String body = """
                [{"symbol":"BTCUSDT","sumOpenInterest":"20403.63700000","sumOpenInterestValue":"150570784.07809979","CMCCirculatingSupply":"165880.538","timestamp":"1583127900000"},
                 {"symbol":"BTCUSDT","sumOpenInterest":"20401.36700000","sumOpenInterestValue":"149940752.14464448","timestamp":1583128200000}]
                """;
        HistoryQuery query = answers.query(
                HistoryKind.OPEN_INTEREST, Timeframe.FIVE_MINUTES, 1_583_127_900_000L, 1_583_128_500_000L);
        assertThat(answers.rows(query, body))
                .containsExactly("1583127900000 open interest 20403.637", "1583128200000 open interest 20401.367");
    }

    @Test
    void readsSettlements() throws MalformedException {
        String body = """
                [{"symbol":"BTCUSDT","fundingRate":"-0.03750000","fundingTime":1570608000000,"markPrice":"34287.54619963","rateType":"x"},
                 {"symbol":"BTCUSDT","fundingRate":"0.00010000","fundingTime":1570636800000,"markPrice":"34287.54619963"}]
                """;
        HistoryQuery query =
                answers.query(HistoryKind.FUNDING, Timeframe.MOMENT, 1_570_600_000_000L, 1_570_700_000_000L);
        assertThat(answers.rows(query, body))
                .containsExactly("1570608000000 funding -0.0375", "1570636800000 funding 0.0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1700000040000,\"1\",\"0.5\",\"0.4\",\"0.45\",\"1\",1,\"1\",1,\"1\",\"1\",\"0\"]]",
                "[[1700000040001,\"1\",\"1\",\"1\",\"1\",\"1\",1,\"1\",1,\"1\",\"1\",\"0\"]]",
                "[[1700000040000,\"1\",\"1\",\"1\",\"1\",\"1\",1,\"1\",1,\"1\",\"2\",\"0\"]]",
                "[[1700000040000,\"1\",\"1\",\"1\"]]",
                "[[1700000040000,\"-1\",\"1\",\"1\",\"1\",\"1\",1,\"1\",1,\"1\",\"1\",\"0\"]]",
                "[[1700000040000,\"1\",\"1\",\"1\",\"1\",\"1\",1,\"\",1,\"1\",\"1\",\"0\"]]",
                "{\"code\":0}"
            })
    void refusesAnAnswerForOneBarThatCannotBe(String body) {
        assertThatThrownBy(answers.reading(twoMinutes, body)).isInstanceOf(MalformedException.class);
    }

    @Test
    void survivesMutations() {
        answers.survivesMutations(twoMinutes, BARS, 1);
    }
}
