package io.faultline.practice;

import io.faultline.market.Venue;
import io.faultline.practice.Faults.Refusal;
import java.time.Duration;
import java.util.Map;

/** How a venue words its refusals. */
final class RefusalWords {
    private RefusalWords() {}

    static Refusal of(Venue venue, int status, Duration retryAfter, long millis) {
        Map<String, String> headers = retryAfter.isZero()
                ? Map.of()
                : Map.of("Retry-After", String.valueOf(Math.max(1, retryAfter.toSeconds())));
        return new Refusal(status, headers, body(venue, status, millis + retryAfter.toMillis()));
    }

    private static String body(Venue venue, int status, long untilMillis) {
        return switch (status) {
            case 429, 418 -> tooMany(venue, status, untilMillis);
            case 403, 451 -> elsewhere(venue);
            default -> "Service Unavailable.";
        };
    }

    private static String tooMany(Venue venue, int status, long untilMillis) {
        return switch (venue) {
            case BINANCE ->
                status == 418
                        ? "{\"code\":-1003,\"msg\":\"Way too many requests; IP(127.0.0.1) banned until " + untilMillis
                                + ".\"}"
                        : "{\"code\":-1003,\"msg\":\"Too many requests; current limit is 2400 requests per minute.\"}";
            case BYBIT -> "{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{}}";
            case OKX -> "{\"code\":\"50011\",\"msg\":\"Too Many Requests\",\"data\":[]}";
            case BITGET -> "{\"code\":\"429\",\"msg\":\"Too Many Requests\",\"data\":null}";
            case DYDX -> "{\"errors\":[{\"msg\":\"Too many requests\"}]}";
        };
    }

    private static String elsewhere(Venue venue) {
        return switch (venue) {
            case BINANCE ->
                "{\"code\":0,\"msg\":\"Service unavailable from a restricted location according to"
                        + " 'b. Eligibility' in https://www.binance.com/en/terms.\"}";
            case BYBIT ->
                "<html><body>The Amazon CloudFront distribution is configured to block access from your country."
                        + "</body></html>";
            default -> "<html><body>Access from your region is restricted.</body></html>";
        };
    }
}
