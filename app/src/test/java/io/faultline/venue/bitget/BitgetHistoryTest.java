package io.faultline.venue.bitget;

import static org.assertj.core.api.Assertions.assertThat;

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

class BitgetHistoryTest {
    private static final String BARS = """
            {"code":"00000","msg":"success","requestTime":1730969652411,"data":[
              ["1730969520000","75011.5","75020","75000.1","75010.0","12.5","937625.75"],
              ["1730969580000","75010","75010","75001","75001","1","75005"],
              ["1730969640000","75001","75001","75001","75001","0","0"]]}
            """;

    private final BitgetHistory history = new BitgetHistory(BitgetEndpoints.LIVE);
    private final PastAnswers answers = new PastAnswers(history, Venue.BITGET, "BTCUSDT");
    private final HistoryQuery twoMinutes =
            answers.query(HistoryKind.BARS, Timeframe.MINUTE, 1_730_969_520_000L, 1_730_969_640_000L);

    @Test
    void readsBarsInEitherOrder() throws MalformedException {
        assertThat(answers.rows(twoMinutes, BARS))
                .containsExactly(
                        "1730969520000 75011.5 75020 75000.1 75010 usd 937625.75 bought NaN",
                        "1730969580000 75010 75010 75001 75001 usd 75005.00 bought NaN");
        String newestFirst = """
                {"code":"00000","msg":"success","requestTime":1,"data":[
                  ["1730969580000","75010","75010","75001","75001","1","75005"],
                  ["1730969520000","75011.5","75020","75000.1","75010.0","12.5","937625.75"]]}
                """;
        assertThat(answers.rows(twoMinutes, newestFirst)).isEqualTo(answers.rows(twoMinutes, BARS));
    }

    @Test
    void asksInTheVenuesOwnWords() {
        assertThat(answers.path(twoMinutes))
                .isEqualTo("/api/v3/market/candles?category=USDT-FUTURES&symbol=BTCUSDT&interval=1m&type=MARKET"
                        + "&startTime=1730969520000&endTime=1730969640000&limit=1000");
        assertThat(answers.path(answers.query(HistoryKind.MARK_BARS, Timeframe.HOUR, 0, 3_600_000)))
                .contains("interval=1H&type=MARK&");
        assertThat(answers.path(answers.query(HistoryKind.TAKER_SPLIT, Timeframe.FIVE_MINUTES, 0, 300_000)))
                .isEqualTo("/api/v2/mix/market/taker-buy-sell?symbol=BTCUSDT&period=5m");
        assertThat(history.terms(HistoryKind.OPEN_INTEREST, Timeframe.HOUR)).isEmpty();
    }

    @Test
    void writesASymbolInAnyScriptAsAUrlCan() {
        PastAnswers chinese = new PastAnswers(history, Venue.BITGET, "币安人生USDT");
        assertThat(chinese.path(chinese.query(HistoryKind.FUNDING, Timeframe.MOMENT, 0, 1)))
                .isEqualTo("/api/v3/market/history-fund-rate?category=USDT-FUTURES"
                        + "&symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&cursor=1&limit=100");
    }

    @Test
    void readsTakerVolumesInAnyOrder() throws MalformedException {
        String body = """
                {"code":"00000","msg":"success","requestTime":1,"data":[
                  {"buyVolume":"20.5","sellVolume":"10.25","ts":"1730969700000"},
                  {"sellVolume":"30","buyVolume":"40","ts":"1730969400000"}]}
                """;
        HistoryQuery query =
                answers.query(HistoryKind.TAKER_SPLIT, Timeframe.FIVE_MINUTES, 1_730_969_400_000L, 1_730_970_000_000L);
        assertThat(answers.rows(query, body))
                .containsExactly("1730969400000 bought 40.000 sold 30.000", "1730969700000 bought 20.500 sold 10.250");
    }

    @Test
    void readsSettlementsPageByPage() throws MalformedException {
        HistoryQuery query =
                answers.query(HistoryKind.FUNDING, Timeframe.MOMENT, 1_000_000_000_000L, 1_800_000_000_000L);
        HistoryPage first = answers.page(query, settlements(100));
        assertThat(first.rows()).hasSize(100);
        assertThat(PastAnswers.words(first.rows().get(99))).isEqualTo("1743062400000 funding 0.000071");
        assertThat(first.older().orElseThrow().uri().getQuery()).contains("cursor=2&");
        HistoryPage last = answers.page(query, first.older().orElseThrow(), settlements(7));
        assertThat(last.rows()).hasSize(7);
        assertThat(last.older()).isEmpty();
    }

    private static String settlements(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.000071\",\"fundingRateTimestamp\":\""
                        + (1_743_062_400_000L - 28_800_000L * i) + "\"}")
                .collect(Collectors.joining(
                        ",",
                        "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1,\"data\":{\"resultList\":[",
                        "]}}"));
    }

    @Test
    void readsLiquidationsInBaseWhileTheVenueNamesAnotherPage() throws MalformedException {
        String body = """
                {"code":"00000","msg":"success","requestTime":1,"data":{"list":[
                  {"symbol":"BTCUSDT","side":"buy","price":"50000","amount":"25000","ts":"1777358886549"},
                  {"symbol":"BTCUSDT","side":"sell","price":"40000","amount":"10000","ts":"1777358876983"}],"cursor":"77a"}}
                """;
        HistoryQuery query =
                answers.query(HistoryKind.LIQUIDATIONS, Timeframe.MOMENT, 1_777_300_000_000L, 1_777_400_000_000L);
        HistoryPage page = answers.page(query, body);
        assertThat(page.rows().stream().map(PastAnswers::words))
                .containsExactly(
                        "1777358876983 SHORT 40000 0.25 LOWER_BOUND", "1777358886549 LONG 50000 0.5 LOWER_BOUND");
        assertThat(page.older().orElseThrow().uri().getQuery()).endsWith("cursor=77a");
        assertThat(answers.page(query, body.replace("77a", "")).older()).isEmpty();
    }

    @Test
    void survivesMutations() {
        answers.survivesMutations(twoMinutes, BARS, 5);
    }
}
