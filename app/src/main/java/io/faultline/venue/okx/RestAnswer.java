package io.faultline.venue.okx;

import io.faultline.venue.Fields;
import io.faultline.venue.HttpReply;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueWords;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer of OKX, and what it means. The venue's words are kept as they are, to be shown.
 *
 * @param headers names in lower case
 */
record RestAnswer(int status, Map<String, String> headers, String body) {
    /** Limits count in windows of 2 s. */
    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(5);

    private static final Duration MOST_PAUSE = Duration.ofHours(1);

    /** A refusal that names neither a code nor the place: a firewall's, or one of the program's own name. */
    private static final Duration FIREWALL_PAUSE = Duration.ofMinutes(5);

    RestVerdict verdict() {
        @Nullable Envelope envelope = reply().isJson() ? Envelope.of(body) : null;
        String code = envelope == null ? "" : envelope.code;
        String words = words(envelope);
        if (status == 200 && code.equals("0")) {
            return new RestVerdict.Accepted();
        }
        if (status == 451
                || (status == 403 && reply().namesThePlace())
                || code.equals("50125")
                || code.equals("50126")) {
            return new RestVerdict.Blocked(words);
        }
        if (status == 429 || code.equals("50011")) {
            return new RestVerdict.Limited(reply().pause(LIMIT_PAUSE, MOST_PAUSE), words);
        }
        if (status == 403) {
            return new RestVerdict.Limited(reply().pause(FIREWALL_PAUSE, MOST_PAUSE), words);
        }
        if (status == 503 || code.equals("50001")) {
            return new RestVerdict.Maintenance(words);
        }
        if (code.equals("50014") || code.startsWith("51")) {
            return new RestVerdict.Refused(words);
        }
        // A timeout (50004) or a fault (50026) is the venue's trouble, not the request's.
        boolean ours = code.isEmpty() && reply().blamesTheRequest();
        return ours ? new RestVerdict.Refused(words) : new RestVerdict.Failed(words);
    }

    private record Envelope(String code, String words) {
        static @Nullable Envelope of(String body) {
            JsonCursor json = new JsonCursor();
            try {
                json.reset(body);
                String code = "";
                String words = "";
                json.beginObject();
                while (json.nextField()) {
                    if (json.nameIs("code")) {
                        String text = Fields.optionalText(json);
                        code = text == null ? "" : text;
                    } else if (json.nameIs("msg")) {
                        String text = Fields.optionalText(json);
                        words = text == null ? "" : text;
                    } else {
                        json.skip();
                    }
                }
                return new Envelope(code, words);
            } catch (MalformedException notAnEnvelope) {
                return null;
            }
        }
    }

    private HttpReply reply() {
        return new HttpReply(status, headers, body);
    }

    private String words(@Nullable Envelope envelope) {
        String text = envelope == null || envelope.code.isEmpty()
                ? VenueWords.bounded(body)
                : VenueWords.coded(envelope.words, envelope.code);
        return reply().words(text);
    }
}
