package io.faultline.venue;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP answer, as far as the venues agree on how to read one.
 *
 * @param headers names in lower case
 */
public record HttpReply(int status, Map<String, String> headers, String body) {
    /** By its first character: a page of a firewall or a proxy is not parsed. */
    public boolean isJson() {
        String start = body.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** Whether its words refuse the place from which we ask. */
    public boolean namesThePlace() {
        String lower = body.toLowerCase(Locale.ROOT);
        return lower.contains("country")
                || lower.contains("region")
                || lower.contains("restricted location")
                || lower.contains("cloudfront");
    }

    /** Whether its status says that the request is wrong; a timeout (408) is the venue's trouble. */
    public boolean blamesTheRequest() {
        return status >= 400 && status < 500 && status != 408;
    }

    /** Its status, and what else it says. */
    public String words(String text) {
        return text.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + text;
    }

    /** How long to wait, as its header says in seconds, or else {@code otherwise}: a second or more, {@code most} or less. */
    public Duration pause(Duration otherwise, Duration most) {
        String seconds = headers.getOrDefault("retry-after", "").strip();
        if (seconds.isEmpty() || !seconds.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return otherwise;
        }
        // Nine digits are thirty years; more need not be read.
        Duration asked = seconds.length() > 9 ? most : Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)));
        return asked.compareTo(most) > 0 ? most : asked;
    }
}
