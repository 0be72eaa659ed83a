package io.faultline.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.faultline.venue.RestVerdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestAnswerTest {
    private static final String ELIGIBILITY =
            "Service unavailable from a restricted location according to 'b. Eligibility' in https://www.binance.com/en/terms.";

    private static RestVerdict verdict(int status, Map<String, String> headers, String body) {
        return new BinanceAdapter().judge(status, headers, body);
    }

    private static RestVerdict verdict(int status, String body) {
        return verdict(status, Map.of(), body);
    }

    @Test
    void acceptsJson() {
        assertThat(verdict(200, "{\"serverTime\":1}")).isEqualTo(new RestVerdict.Accepted());
        assertThat(verdict(200, " []")).isEqualTo(new RestVerdict.Accepted());
        assertThat(verdict(200, "<html>sign in to the hotel network</html>"))
                .isEqualTo(new RestVerdict.Failed("HTTP 200, but no JSON: <html>sign in to the hotel network</html>"));
    }

    @Test
    void showsTheVenuesWordsWhereItRefusesTheLocation() {
        assertThat(verdict(451, "{\"code\":0,\"msg\":\"" + ELIGIBILITY + "\"}"))
                .isEqualTo(new RestVerdict.Blocked("HTTP 451: " + ELIGIBILITY + " (code 0)"));
        assertThat(verdict(451, "")).isEqualTo(new RestVerdict.Blocked("HTTP 451"));
        assertThat(verdict(
                        403,
                        "<H1>403 ERROR</H1> The Amazon CloudFront distribution is configured to block access"
                                + " from your country."))
                .isInstanceOf(RestVerdict.Blocked.class);
    }

    @Test
    void pausesForAFirewall() {
        assertThat(verdict(403, "<html>\n<body>Forbidden</body></html>"))
                .isEqualTo(new RestVerdict.Limited(
                        Duration.ofMinutes(5), "HTTP 403: <html> <body>Forbidden</body></html>"));
    }

    @Test
    void pausesAsLongAsItIsTold() {
        String body = "{\"code\":-1003,\"msg\":\"Too many requests.\"}";
        String words = "HTTP 429: Too many requests. (code -1003)";

        assertThat(verdict(429, Map.of("retry-after", "7"), body))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(7), words));
        assertThat(verdict(429, body)).isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(1), words));
        assertThat(verdict(429, Map.of("retry-after", "soon"), body))
                .isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(1), words));
        assertThat(verdict(429, Map.of("retry-after", "0"), body))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(1), words));
        assertThat(verdict(429, Map.of("retry-after", "99999999999999999999"), body))
                .isEqualTo(new RestVerdict.Limited(Duration.ofDays(3), words));
        assertThat(verdict(
                        429,
                        Map.of(
                                "retry-after", "Sat, 21 Nov 2026 15:00:30 GMT",
                                "date", "Sat, 21 Nov 2026 15:00:00 GMT"),
                        body))
                .isEqualTo(new RestVerdict.Limited(Duration.ofSeconds(30), words));
        assertThat(verdict(400, body)).isInstanceOf(RestVerdict.Limited.class);
    }

    @Test
    void readsHowLongABanLasts() {
        String words = "Way too many requests; IP(1.2.3.4) banned until 1795273500000.";
        String body = "{\"code\":-1003,\"msg\":\"" + words + "\"}";
        String shown = "HTTP 418: " + words + " (code -1003)";

        assertThat(verdict(418, Map.of("date", "Sat, 21 Nov 2026 15:00:00 GMT"), body))
                .isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(5), shown));
        assertThat(verdict(418, Map.of("retry-after", "600", "date", "Sat, 21 Nov 2026 15:00:00 GMT"), body))
                .isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(10), shown));
        assertThat(verdict(418, body)).isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(2), shown));
        assertThat(verdict(418, "")).isEqualTo(new RestVerdict.Limited(Duration.ofMinutes(2), "HTTP 418"));
    }

    @Test
    void tellsMaintenanceFromFailureAndRefusal() {
        assertThat(verdict(503, "Service Unavailable."))
                .isEqualTo(new RestVerdict.Maintenance("HTTP 503: Service Unavailable."));
        assertThat(verdict(500, "{\"code\":-1008,\"msg\":\"Overloaded\"}"))
                .isEqualTo(new RestVerdict.Maintenance("HTTP 500: Overloaded (code -1008)"));
        assertThat(verdict(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"))
                .isEqualTo(new RestVerdict.Refused("HTTP 400: Invalid symbol. (code -1121)"));
        assertThat(verdict(401, "{\"code\":-2014,\"msg\":\"API-key format invalid.\"}"))
                .isInstanceOf(RestVerdict.Refused.class);
        assertThat(verdict(404, "<html>nginx</html>")).isInstanceOf(RestVerdict.Refused.class);
        assertThat(verdict(408, "{\"code\":-1007,\"msg\":\"Timeout\"}")).isInstanceOf(RestVerdict.Failed.class);
        assertThat(verdict(502, "Bad Gateway")).isEqualTo(new RestVerdict.Failed("HTTP 502: Bad Gateway"));
        assertThat(verdict(301, "")).isEqualTo(new RestVerdict.Failed("HTTP 301"));
    }

    @Test
    void keepsNoMoreThanTheBeginningOfAPage() {
        RestVerdict.Failed failed = (RestVerdict.Failed) verdict(502, "<p>" + "x".repeat(100_000));

        assertThat(failed.words()).hasSize("HTTP 502: ".length() + 300);
    }

    @Test
    void doesNotTrustABodyThatOnlyLooksLikeJson() {
        assertThat(verdict(400, "{\"code\":\"}{")).isEqualTo(new RestVerdict.Refused("HTTP 400: {\"code\":\"}{"));
        assertThat(verdict(400, "[1,2]")).isEqualTo(new RestVerdict.Refused("HTTP 400: [1,2]"));
    }
}
