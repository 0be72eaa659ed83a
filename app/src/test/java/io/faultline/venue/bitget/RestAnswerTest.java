package io.faultline.venue.bitget;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.venue.RestVerdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestAnswerTest {
    private static RestVerdict verdict(int status, String body) {
        return new BitgetAdapter().judge(status, Map.of(), body);
    }

    @Test
    void acceptsOnlyAnAnswerWithTheCodeForIt() {
        assertThat(verdict(200, "{\"code\":\"00000\",\"msg\":\"success\",\"data\":[]}"))
                .isEqualTo(new RestVerdict.Accepted());
        assertThat(verdict(200, "<html>sign in</html>"))
                .isEqualTo(new RestVerdict.Failed("HTTP 200: <html>sign in</html>"));
        assertThat(verdict(200, "{\"data\":[]}")).isInstanceOf(RestVerdict.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 40034, Parameter NOPE does not exist, Refused",
        "400, 40034, Parameter NOPE does not exist, Refused",
        "200, 40012, Service is restricted in your country, Blocked",
        "200, 429, Too Many Requests, Limited",
        "429, 429, Too Many Requests, Limited",
        "200, 30007, request over limit, Limited",
        "500, 40725, service return an error, Failed"
    })
    void tellsRefusalsApartByTheirCode(int status, String code, String message, String kind) {
        RestVerdict verdict = verdict(status, "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"data\":null}");

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(verdict.toString()).contains("HTTP " + status + ": " + message + " (code " + code + ")");
    }

    @Test
    void tellsARefusalOfThePlaceFromAFirewall() {
        assertThat(verdict(403, "The distribution is configured to block access from your country."))
                .isInstanceOf(RestVerdict.Blocked.class);
        assertThat(verdict(403, "Forbidden"))
                .isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(5), "HTTP 403: Forbidden"));
        assertThat(verdict(451, "")).isEqualTo(new RestVerdict.Blocked("HTTP 451"));
    }

    @Test
    void pausesAsLongAsItIsTold() {
        assertThat(new BitgetAdapter().judge(429, Map.of("retry-after", "7"), "slow down"))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(7), "HTTP 429: slow down"));
        assertThat(new BitgetAdapter().judge(429, Map.of("retry-after", "999999"), ""))
                .isEqualTo(new RestVerdict.Limited(Duration.ofDays(1), "HTTP 429"));
        assertThat(new BitgetAdapter().judge(429, Map.of("retry-after", "12345678901"), ""))
                .isEqualTo(new RestVerdict.Limited(Duration.ofDays(1), "HTTP 429"));
        assertThat(new BitgetAdapter().judge(429, Map.of("retry-after", "soon"), ""))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(5), "HTTP 429"));
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
