package io.faultline.venue.dydx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.market.HistoryKind;
import io.faultline.market.Timeframe;
import io.faultline.market.Venue;
import io.faultline.venue.HistoryPage;
import io.faultline.venue.HistoryQuery;
import io.faultline.venue.MalformedException;
import io.faultline.venue.PastAnswers;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DydxHistoryTest {
    private static final long MINUTE = Instant.parse("2025-08-05T03:40:00Z").toEpochMilli();

    private static final String BARS = """
            {"candles":[
              {"startedAt":"2025-08-05T03:41:00.000Z","ticker":"BTC-USD","resolution":"1MIN","low":"114240","high":"114250","open":"114249","close":"114241.5","baseTokenVolume":"0.1","usdVolume":"11424.5","trades":2,"startingOpenInterest":"501.8","orderbookMidPriceOpen":"114255.5","orderbookMidPriceClose":"114255.5"},
              {"startedAt":"2025-08-05T03:40:00.000Z","ticker":"BTC-USD","resolution":"1MIN","low":"114249","high":"114256","open":"114256","close":"114249","baseTokenVolume":"0.4726","usdVolume":"53996.1818","trades":7,"startingOpenInterest":"501.7424","orderbookMidPriceOpen":"114255.5","orderbookMidPriceClose":"114255.5"}]}
            """;

    private final DydxHistory history = new DydxHistory(DydxEndpoints.LIVE);
    private final PastAnswers answers = new PastAnswers(history, Venue.DYDX, "BTC-USD");
    private final HistoryQuery twoMinutes = answers.query(HistoryKind.BARS, Timeframe.MINUTE, MINUTE, MINUTE + 120_000);

    @Test
    void readsBarsWithTheOpenInterestAtTheirStart() throws MalformedException {
        assertThat(answers.rows(twoMinutes, BARS))
                .containsExactly(
                        MINUTE + " 114256 114256 114249 114249 usd 53996.18 bought NaN",
                        MINUTE + " open interest 501.7424",
                        (MINUTE + 60_000) + " 114249 114250 114240 114241.5 usd 11424.50 bought NaN",
                        (MINUTE + 60_000) + " open interest 501.8");
    }

    @Test
    void asksInTheVenuesOwnWords() {
        assertThat(answers.path(twoMinutes))
                .isEqualTo("/v4/candles/perpetualMarkets/BTC-USD?resolution=1MIN&fromISO=2025-08-05T03:40:00Z"
                        + "&toISO=2025-08-05T03:42:00Z&limit=100");
        assertThat(history.terms(HistoryKind.MARK_BARS, Timeframe.HOUR)).isEmpty();
    }

    @Test
    void readsSettlementsWhileThePagesGoBack() throws MalformedException {
        HistoryQuery query = answers.query(HistoryKind.FUNDING, Timeframe.MOMENT, 0, MINUTE);
        HistoryPage first = answers.page(query, settlements("2025-08-05T03:00:00Z", 100));
        assertThat(first.rows()).hasSize(100);
        assertThat(PastAnswers.words(first.rows().get(99)))
                .isEqualTo(Instant.parse("2025-08-05T03:00:00Z").toEpochMilli() + " funding 0.00001");
        assertThat(first.older().orElseThrow().uri().getQuery())
                .isEqualTo("limit=100&effectiveBeforeOrAt=2025-07-31T23:59:59.999Z");
        assertThat(answers.page(query, first.older().orElseThrow(), settlements("2025-08-05T03:00:00Z", 100))
                        .older())
                .as("the venue does not go back")
                .isEmpty();
    }

    private static String settlements(String newest, int count) {
        Instant first = Instant.parse(newest);
        return IntStream.range(0, count)
                .mapToObj(
                        hour -> "{\"ticker\":\"BTC-USD\",\"rate\":\"0.00001\",\"price\":\"50000.0\",\"effectiveAt\":\""
                                + first.minusSeconds(3_600L * hour) + "\",\"effectiveAtHeight\":\"1\"}")
                .collect(Collectors.joining(",", "{\"historicalFunding\":[", "]}"));
    }

    @Test
    void survivesMutations() {
        answers.survivesMutations(twoMinutes, BARS, 6);
    }
}
