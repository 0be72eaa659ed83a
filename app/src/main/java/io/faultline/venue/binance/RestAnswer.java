package io.faultline.venue.binance;

import io.faultline.venue.HttpReply;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueWords;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP answer of Binance, and what it means. The venue's words are kept as they are, to be shown.
 *
 * @param headers names in lower case
 */
record RestAnswer(int status, Map<String, String> headers, String body) {
    private static final int TOO_MANY_REQUESTS = -1003;
    private static final int OVERLOADED = -1008;

    private static final Duration LIMIT_PAUSE = Duration.ofMinutes(1);

    /** The shortest ban that the venue documents. */
    private static final Duration BAN_PAUSE = Duration.ofMinutes(2);

    /** For a firewall's refusal, which names no time. */
    private static final Duration FIREWALL_PAUSE = Duration.ofMinutes(5);

    /** The longest ban that the venue documents. */
    private static final Duration MOST_PAUSE = Duration.ofDays(3);

    private static final Pattern BANNED_UNTIL = Pattern.compile("banned until (\\d{13})(?!\\d)");

    RestVerdict verdict() {
        if (status == 200) {
            return verdictOnOk();
        }
        Optional<VenueError> error = reply().isJson() ? VenueError.in(body) : Optional.empty();
        long code = error.map(VenueError::code).orElse(0L);
        String words = words(error);
        if (status == 451 || (status == 403 && reply().namesThePlace())) {
            return new RestVerdict.Blocked(words);
        }
        if (status == 418) {
            return new RestVerdict.Limited(pause(BAN_PAUSE), words);
        }
        if (status == 429 || code == TOO_MANY_REQUESTS) {
            return new RestVerdict.Limited(pause(LIMIT_PAUSE), words);
        }
        if (status == 403) {
            return new RestVerdict.Limited(pause(FIREWALL_PAUSE), words);
        }
        if (status == 503 || code == OVERLOADED) {
            return new RestVerdict.Maintenance(words);
        }
        return reply().blamesTheRequest() ? new RestVerdict.Refused(words) : new RestVerdict.Failed(words);
    }

    private RestVerdict verdictOnOk() {
        return reply().isJson()
                ? new RestVerdict.Accepted()
                : new RestVerdict.Failed("HTTP 200, but no JSON: " + VenueWords.bounded(body));
    }

    private HttpReply reply() {
        return new HttpReply(status, headers, body);
    }

    private String words(Optional<VenueError> error) {
        String text = error.map(VenueError::words).orElseGet(() -> VenueWords.bounded(body));
        return reply().words(text);
    }

    /** As the header says, or the words, or else the default. */
    private Duration pause(Duration otherwise) {
        Duration asked = retryAfter().or(this::bannedFor).orElse(otherwise);
        if (asked.compareTo(MOST_PAUSE) > 0) {
            return MOST_PAUSE;
        }
        return asked.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : asked;
    }

    /** Seconds, or the moment when the ban ends. */
    private Optional<Duration> retryAfter() {
        String value = headers.getOrDefault("retry-after", "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // Nine digits are thirty years; more need not be read.
            return Optional.of(value.length() > 9 ? MOST_PAUSE : Duration.ofSeconds(Long.parseLong(value)));
        }
        return instant(value).flatMap(this::untilThen);
    }

    private Optional<Duration> bannedFor() {
        Matcher until = BANNED_UNTIL.matcher(VenueWords.bounded(body));
        return until.find() ? untilThen(Instant.ofEpochMilli(Long.parseLong(until.group(1)))) : Optional.empty();
    }

    /** From the moment at which the venue answered, by its own clock. */
    private Optional<Duration> untilThen(Instant then) {
        return instant(headers.getOrDefault("date", "")).map(now -> Duration.between(now, then));
    }

    private static Optional<Instant> instant(String httpDate) {
        try {
            return Optional.of(ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
