package io.faultline.venue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.venue.RestVerdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestAnswerTest {
    @Test
    void acceptsOnlyTheCodeZero() {
        assertThat(verdict(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}")).isEqualTo(new RestVerdict.Accepted());
        assertThat(verdict(200, "<html>hello")).isEqualTo(new RestVerdict.Failed("HTTP 200: <html>hello"));
        assertThat(verdict(200, "{\"data\":")).isInstanceOf(RestVerdict.Failed.class);
        assertThat(verdict(200, "{\"code\":\"50026\",\"msg\":\"System error\",\"data\":[]}"))
                .isEqualTo(new RestVerdict.Failed("HTTP 200: System error (code 50026)"));
    }

    @Test
    void pausesWhenAskedTooOften() {
        assertThat(verdict(429, "{\"code\":\"50011\",\"msg\":\"Too Many Requests\",\"data\":[]}"))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(5), "HTTP 429: Too Many Requests (code 50011)"));
        assertThat(verdict(200, "{\"code\":\"50011\",\"msg\":\"Too Many Requests\"}"))
                .isInstanceOf(RestVerdict.Limited.class);
        assertThat(new RestAnswer(429, Map.of("retry-after", "30"), "").verdict())
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(30), "HTTP 429"));
        assertThat(new RestAnswer(429, Map.of("retry-after", "99999999999"), "").verdict())
                .isEqualTo(new RestVerdict.Limited(Duration.ofHours(1), "HTTP 429"));
    }

    @Test
    void tellsAPlaceThatIsShutOutFromAFirewall() {
        assertThat(verdict(403, "Not available in your country"))
                .isEqualTo(new RestVerdict.Blocked("HTTP 403: Not available in your country"));
        assertThat(verdict(451, "")).isEqualTo(new RestVerdict.Blocked("HTTP 451"));
        assertThat(verdict(403, "error code: 1010"))
                .isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(5), "HTTP 403: error code: 1010"));
    }

    @Test
    void tellsOurFaultFromTheVenues() {
        assertThat(verdict(503, "")).isEqualTo(new RestVerdict.Maintenance("HTTP 503"));
        assertThat(verdict(200, "{\"code\":\"50001\",\"msg\":\"Service temporarily unavailable\"}"))
                .isInstanceOf(RestVerdict.Maintenance.class);
        assertThat(verdict(200, "{\"code\":\"51001\",\"msg\":\"Instrument ID does not exist\",\"data\":[]}"))
                .isEqualTo(new RestVerdict.Refused("HTTP 200: Instrument ID does not exist (code 51001)"));
        assertThat(verdict(404, "")).isEqualTo(new RestVerdict.Refused("HTTP 404"));
        assertThat(verdict(400, "{\"code\":\"50004\",\"msg\":\"Timeout\"}")).isInstanceOf(RestVerdict.Failed.class);
        assertThat(verdict(502, "")).isEqualTo(new RestVerdict.Failed("HTTP 502"));
    }

    private static RestVerdict verdict(int status, String body) {
        return new RestAnswer(status, Map.of(), body).verdict();
    }
}
