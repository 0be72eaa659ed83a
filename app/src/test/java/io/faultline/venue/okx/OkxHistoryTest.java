package io.faultline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.HistoryPage;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.MalformedException;
import io.faultline.venue.PastAnswers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OkxHistoryTest {
    private static final String BARS = """
            {"code":"0","msg":"","data":[
              ["1597026480000","11966.2","11966.2","11966.2","11966.2","0","0","0","0"],
              ["1597026420000","11969","11969.5","11966.1","11966.2","340","3.4","40691.5","1"],
              ["1597026360000","11966.2","11969","11966.2","11969","100","1","11968","1"]]}
            """;

    private final OkxHistory history = new OkxHistory(OkxEndpoints.LIVE);
    private final PastAnswers answers = new PastAnswers(history, Venue.OKX, "BTC-USDT-SWAP");
    private final HistoryQuery threeMinutes =
            answers.query(HistoryKind.BARS, Timeframe.MINUTE, 1_597_026_360_000L, 1_597_026_540_000L);

    @Test
    void takesTheVolumeInQuoteAndLeavesOutTheBarThatIsNotConfirmed() throws MalformedException {
        assertThat(answers.rows(threeMinutes, BARS))
                .containsExactly(
                        "1597026360000 11966.2 11969 11966.2 11969 usd 11968.00 bought NaN",
                        "1597026420000 11969 11969.5 11966.1 11966.2 usd 40691.50 bought NaN");
    }

    @Test
    void asksInTheVenuesOwnWords() {
        assertThat(answers.path(threeMinutes))
                .isEqualTo("/api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1m&after=1597026540000"
                        + "&before=1597026359999&limit=300");
        assertThat(answers.path(answers.query(HistoryKind.MARK_BARS, Timeframe.HOUR, 3_600_000, 7_200_000)))
                .isEqualTo("/api/v5/market/mark-price-candles?instId=BTC-USDT-SWAP&bar=1H&after=7200000"
                        + "&before=3599999&limit=100");
        assertThat(answers.path(answers.query(HistoryKind.TAKER_SPLIT, Timeframe.FIVE_MINUTES, 300_000, 600_000)))
                .isEqualTo("/api/v5/rubik/stat/taker-volume-contract?instId=BTC-USDT-SWAP&period=5m&unit=2"
                        + "&begin=299999&end=599999&limit=100");
        assertThat(answers.path(answers.query(HistoryKind.LIQUIDATIONS, Timeframe.MOMENT, 1, 600_000)))
                .isEqualTo("/api/v5/public/liquidation-orders?instType=SWAP&instFamily=BTC-USDT&state=filled"
                        + "&after=600000&limit=100");
    }

    @Test
    void readsMarkBars() throws MalformedException {
        String body = """
                {"code":"0","msg":"","data":[["1597026420000","3.721","3.743","3.677","3.708","1"],
                                             ["1597026360000","3.731","3.799","3.494","3.72","1"]]}
                """;
        HistoryQuery query =
                answers.query(HistoryKind.MARK_BARS, Timeframe.MINUTE, 1_597_026_360_000L, 1_597_026_480_000L);
        assertThat(answers.rows(query, body))
                .containsExactly(
                        "1597026360000 mark 3.731 3.799 3.494 3.72", "1597026420000 mark 3.721 3.743 3.677 3.708");
    }

    @Test
    void readsWhatTakersSoldBeforeWhatTheyBought() throws MalformedException {
        String body = """
                {"code":"0","data":[["1597026600000","200","380"],["1597026300000","110.5","120.25"]],"msg":""}
                """;
        HistoryQuery query =
                answers.query(HistoryKind.TAKER_SPLIT, Timeframe.FIVE_MINUTES, 1_597_026_300_000L, 1_597_026_900_000L);
        assertThat(answers.rows(query, body))
                .containsExactly(
                        "1597026300000 bought 120.250 sold 110.500", "1597026600000 bought 380.000 sold 200.000");
    }

    @Test
    void readsOpenInterestInBase() throws MalformedException {
        String body = """
                {"code":"0","data":[["1701417600000","731377.57500501","7313.7757500501","268100000.5"],
                                    ["1701417300000","731377","7313.77","268100000"]],"msg":""}
                """;
        HistoryQuery query = answers.query(
                HistoryKind.OPEN_INTEREST, Timeframe.FIVE_MINUTES, 1_701_417_300_000L, 1_701_417_900_000L);
        assertThat(answers.rows(query, body))
                .containsExactly("1701417300000 open interest 7313.77", "1701417600000 open interest 7313.77575005");
    }

    @Test
    void readsTheRateThatWasRealised() throws MalformedException {
        String body = """
                {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP","fundingRate":"0.0001515032","realizedRate":"0.00015","fundingTime":"1704067200000"}]}
                """;
        HistoryQuery query =
                answers.query(HistoryKind.FUNDING, Timeframe.MOMENT, 1_704_000_000_000L, 1_704_100_000_000L);
        assertThat(answers.rows(query, body)).containsExactly("1704067200000 funding 0.00015");
    }

    @Test
    void asksForOlderLiquidationsWhileAPageIsFull() throws MalformedException {
        HistoryQuery query =
                answers.query(HistoryKind.LIQUIDATIONS, Timeframe.MOMENT, 1_723_038_000_000L, 1_723_038_200_000L);
        HistoryPage full = answers.page(query, liquidations(100));
        assertThat(full.rows()).hasSize(100);
        assertThat(PastAnswers.words(full.rows().get(0))).isEqualTo("1723038100000 LONG 57102.9 1 LOWER_BOUND");
        assertThat(full.older().orElseThrow().uri().getQuery()).contains("after=1723038100000&");
        assertThat(answers.page(query, full.older().orElseThrow(), liquidations(3))
                        .older())
                .isEmpty();
    }

    private static String liquidations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"bkLoss\":\"0\",\"bkPx\":\"57102.9\",\"ccy\":\"\",\"posSide\":\"long\",\"side\":\"sell\",\"sz\":\""
                                + (i + 1) + "\",\"ts\":\"" + (1_723_038_100_000L + 10L * i) + "\"}")
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"details\":[",
                                "],\"instFamily\":\"BTC-USDT\",\"instId\":\"BTC-USDT-SWAP\",\"instType\":\"SWAP\",\"uly\":\"BTC-USDT\"}]}"));
    }

    @Test
    void refusesAnAnswerWithoutData() {
        assertThatThrownBy(answers.reading(threeMinutes, "{\"code\":\"0\",\"msg\":\"\"}"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("data");
    }

    @Test
    void survivesMutations() {
        answers.survivesMutations(threeMinutes, BARS, 3);
        answers.survivesMutations(
                answers.query(HistoryKind.LIQUIDATIONS, Timeframe.MOMENT, 1_723_038_000_000L, 1_723_038_200_000L),
                liquidations(3),
                4);
    }
}
