package io.faultline.venue.bybit;

import io.faultline.venue.Fields;
import io.faultline.venue.HttpReply;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueWords;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer of Bybit, and what it means: refusals come with status 200 too, and a code in the body. The venue's
 * words are kept as they are, to be shown.
 *
 * @param headers names in lower case
 */
record RestAnswer(int status, Map<String, String> headers, String body) {
    private static final long ACCEPTED = 0;
    private static final long REQUEST_EXPIRED = 10_002;
    private static final long TOO_MANY_VISITS = 10_006;
    private static final long INTERNAL_ERROR = 10_016;
    private static final long COMPLIANCE = 10_024;
    private static final long SYSTEM_PROTECTION = 10_429;

    /** The window that requests are counted in is five seconds. */
    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(10);

    /** An address that asked too often must be quiet for so long. */
    private static final Duration BAN_PAUSE = Duration.ofMinutes(10);

    private static final Duration MOST_PAUSE = Duration.ofDays(1);

    /** What the venue says in the body. */
    private record Answer(long code, String message) {}

    RestVerdict verdict() {
        Optional<Answer> answer = Optional.ofNullable(answer());
        String words = words(answer);
        if (status == 200) {
            return answer.map(known -> byCode(known.code, words))
                    .orElseGet(() -> new RestVerdict.Failed("HTTP 200, but no answer: " + VenueWords.bounded(body)));
        }
        // A 403 is either a ban for asking too often or a refusal of the place.
        if (status == 451 || (status == 403 && reply().namesThePlace())) {
            return new RestVerdict.Blocked(words);
        }
        if (status == 403) {
            return new RestVerdict.Limited(BAN_PAUSE, words);
        }
        if (status == 429) {
            return new RestVerdict.Limited(reply().pause(LIMIT_PAUSE, MOST_PAUSE), words);
        }
        if (status == 503) {
            return new RestVerdict.Maintenance(words);
        }
        return reply().blamesTheRequest() ? new RestVerdict.Refused(words) : new RestVerdict.Failed(words);
    }

    private RestVerdict byCode(long code, String words) {
        if (code == ACCEPTED) {
            return new RestVerdict.Accepted();
        }
        if (code == TOO_MANY_VISITS || code == SYSTEM_PROTECTION) {
            return new RestVerdict.Limited(reply().pause(LIMIT_PAUSE, MOST_PAUSE), words);
        }
        if (code == COMPLIANCE) {
            return new RestVerdict.Blocked(words);
        }
        return code == INTERNAL_ERROR || code == REQUEST_EXPIRED
                ? new RestVerdict.Failed(words)
                : new RestVerdict.Refused(words);
    }

    private @Nullable Answer answer() {
        if (!reply().isJson()) {
            return null;
        }
        JsonCursor json = new JsonCursor();
        long code = -1;
        String message = null;
        try {
            json.reset(body);
            json.beginObject();
            while (json.nextField()) {
                switch (json.name()) {
                    case "retCode" -> code = json.readLong();
                    case "retMsg" -> message = Fields.optionalText(json);
                    default -> json.skip();
                }
            }
            json.end();
        } catch (MalformedException notJson) {
            return null;
        }
        return code < 0 ? null : new Answer(code, message == null ? "" : message);
    }

    private String words(Optional<Answer> answer) {
        String text = answer.map(known -> VenueWords.bounded(known.message) + " (code " + known.code + ")")
                .orElseGet(() -> VenueWords.bounded(body));
        return reply().words(text);
    }

    private HttpReply reply() {
        return new HttpReply(status, headers, body);
    }
}
