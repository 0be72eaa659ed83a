package io.faultline.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.venue.RestVerdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestAnswerTest {
    private static RestVerdict verdict(int status, String body) {
        return new BybitAdapter().judge(status, Map.of(), body);
    }

    @Test
    void acceptsOnlyAnAnswerWithTheCodeForIt() {
        assertThat(verdict(200, "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{}}"))
                .isEqualTo(new RestVerdict.Accepted());
        assertThat(verdict(200, "<html>sign in</html>"))
                .isEqualTo(new RestVerdict.Failed("HTTP 200, but no answer: <html>sign in</html>"));
        assertThat(verdict(200, "{\"result\":{}}")).isInstanceOf(RestVerdict.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10001, params error, Refused",
        "10002, invalid request time, Failed",
        "10006, Too many visits!, Limited",
        "10016, server error, Failed",
        "10024, compliance rules triggered, Blocked",
        "10029, symbol not whitelisted, Refused",
        "10429, system level frequency protection, Limited"
    })
    void tellsRefusalsApartByTheirCode(int code, String message, String kind) {
        RestVerdict verdict = verdict(200, "{\"retCode\":" + code + ",\"retMsg\":\"" + message + "\",\"result\":{}}");

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(verdict.toString()).contains("HTTP 200: " + message + " (code " + code + ")");
    }

    @Test
    void tellsARefusalOfThePlaceFromABan() {
        assertThat(verdict(403, "The Amazon CloudFront distribution is configured to block access from your country."))
                .isInstanceOf(RestVerdict.Blocked.class);
        assertThat(verdict(403, "403, access too frequent."))
                .isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(10), "HTTP 403: 403, access too frequent."));
        assertThat(verdict(451, "")).isEqualTo(new RestVerdict.Blocked("HTTP 451"));
    }

    @Test
    void pausesAsLongAsItIsTold() {
        assertThat(new BybitAdapter().judge(429, Map.of("retry-after", "7"), "slow down"))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(7), "HTTP 429: slow down"));
        assertThat(new BybitAdapter().judge(429, Map.of("retry-after", "999999"), ""))
                .isEqualTo(new RestVerdict.Limited(Duration.ofDays(1), "HTTP 429"));
        assertThat(new BybitAdapter().judge(429, Map.of("retry-after", "soon"), ""))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(10), "HTTP 429"));
    }

    @Test
    void sortsTheOtherStatuses() {
        assertThat(verdict(503, "")).isInstanceOf(RestVerdict.Maintenance.class);
        assertThat(verdict(404, "")).isInstanceOf(RestVerdict.Refused.class);
        assertThat(verdict(408, "")).isInstanceOf(RestVerdict.Failed.class);
        assertThat(verdict(502, "<html>Bad Gateway</html>"))
                .isEqualTo(new RestVerdict.Failed("HTTP 502: <html>Bad Gateway</html>"));
    }
}
