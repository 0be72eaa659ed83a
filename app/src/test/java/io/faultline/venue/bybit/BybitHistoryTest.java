package io.faultline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.MalformedException;
import io.faultline.venue.PastAnswers;
import org.junit.jupiter.api.Test;

class BybitHistoryTest {
    private static final String BARS = """
            {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":[
              ["1670608920000","17073","17073","17027","17055.5","268611","15.74462667"],
              ["1670608860000","17071","17073","17027","17055.5","268611","4590000.5"],
              ["1670608800000","17071.5","17071.5","17061","17071","4177","71300.25"]
            ]},"retExtInfo":{},"time":1672025956592}
            """;

    private final BybitHistory history = new BybitHistory(BybitEndpoints.LIVE);
    private final PastAnswers answers = new PastAnswers(history, Venue.BYBIT, "BTCUSDT");
    private final HistoryQuery twoMinutes =
            answers.query(HistoryKind.BARS, Timeframe.MINUTE, 1_670_608_800_000L, 1_670_608_920_000L);

    @Test
    void readsBarsNewestFirstAndLeavesOutTheOneThatHasNotEnded() throws MalformedException {
        assertThat(answers.rows(twoMinutes, BARS))
                .containsExactly(
                        "1670608800000 17071.5 17071.5 17061 17071 usd 71300.25 bought NaN",
                        "1670608860000 17071 17073 17027 17055.5 usd 4590000.50 bought NaN");
    }

    @Test
    void asksInTheVenuesOwnWords() {
        assertThat(answers.path(twoMinutes))
                .isEqualTo("/v5/market/kline?category=linear&symbol=BTCUSDT&interval=1&start=1670608800000"
                        + "&end=1670608919999&limit=1000");
        assertThat(answers.path(answers.query(HistoryKind.MARK_BARS, Timeframe.HOUR, 0, 3_600_000)))
                .startsWith("/v5/market/mark-price-kline?category=linear&symbol=BTCUSDT&interval=60&");
        assertThat(answers.path(answers.query(HistoryKind.OPEN_INTEREST, Timeframe.QUARTER_HOUR, 0, 900_000)))
                .isEqualTo("/v5/market/open-interest?category=linear&symbol=BTCUSDT&intervalTime=15min&startTime=0"
                        + "&endTime=899999&limit=200");
        assertThat(answers.path(answers.query(HistoryKind.FUNDING, Timeframe.MOMENT, 5, 900_000)))
                .isEqualTo("/v5/market/funding/history?category=linear&symbol=BTCUSDT&startTime=5&endTime=899999"
                        + "&limit=200");
        assertThat(history.terms(HistoryKind.TAKER_SPLIT, Timeframe.HOUR)).isEmpty();
    }

    @Test
    void readsMarkBars() throws MalformedException {
        String body = """
                {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":[
                  ["1670608800000","17164.16","17164.16","17121.5","17131.64"]]},"time":1672026361839}
                """;
        HistoryQuery query =
                answers.query(HistoryKind.MARK_BARS, Timeframe.MINUTE, 1_670_608_800_000L, 1_670_608_860_000L);
        assertThat(answers.rows(query, body)).containsExactly("1670608800000 mark 17164.16 17164.16 17121.5 17131.64");
    }

    @Test
    void countsOpenInterestOnce() throws MalformedException {
        String body = """
                {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":[
                  {"openInterest":"57798.138","singleOpenInterest":"28899.069","timestamp":"1669571400000"},
                  {"openInterest":"57000.5","timestamp":"1669571100000"}],"nextPageCursor":""},"time":1672053548579}
                """;
        HistoryQuery query = answers.query(
                HistoryKind.OPEN_INTEREST, Timeframe.FIVE_MINUTES, 1_669_571_100_000L, 1_669_571_700_000L);
        assertThat(answers.rows(query, body))
                .containsExactly("1669571100000 open interest 28500.25", "1669571400000 open interest 28899.069");
    }

    @Test
    void readsSettlementsOfTheSymbolOnly() throws MalformedException {
        String body = """
                {"retCode":0,"retMsg":"OK","result":{"category":"linear","list":[
                  {"symbol":"BTCUSDT","fundingRate":"0.0001","fundingRateTimestamp":"1672041600000"},
                  {"symbol":"ETHPERP","fundingRate":"0.0002","fundingRateTimestamp":"1672041600000"}]},"time":1672051897447}
                """;
        HistoryQuery query =
                answers.query(HistoryKind.FUNDING, Timeframe.MOMENT, 1_672_000_000_000L, 1_672_100_000_000L);
        assertThat(answers.rows(query, body)).containsExactly("1672041600000 funding 0.0001");
    }

    @Test
    void survivesMutations() {
        answers.survivesMutations(twoMinutes, BARS, 2);
    }
}
