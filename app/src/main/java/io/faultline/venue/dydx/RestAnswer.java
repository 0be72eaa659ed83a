package io.faultline.venue.dydx;

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
 * An HTTP answer of the indexer, and what it means. Its words are kept as they are, to be shown.
 *
 * @param headers names in lower case
 */
record RestAnswer(int status, Map<String, String> headers, String body) {
    /** Requests are counted in windows of ten seconds. */
    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(10);

    private static final Duration MOST_PAUSE = Duration.ofDays(1);

    RestVerdict verdict() {
        boolean isJson = false;
        String refusal = null;
        if (body.stripLeading().startsWith("{")) { // else a page of a firewall or a proxy, which is not parsed
            JsonCursor json = new JsonCursor();
            try {
                json.reset(body);
                refusal = readRefusal(json);
                isJson = true;
            } catch (MalformedException notJson) {
                isJson = false;
            }
        }
        String words = words(refusal);
        if (status == 200) {
            if (!isJson) {
                return new RestVerdict.Failed(words);
            }
            return refusal == null ? new RestVerdict.Accepted() : new RestVerdict.Refused(words);
        }
        if (status == 403 || status == 451) {
            return new RestVerdict.Blocked(words);
        }
        if (status == 429) {
            return new RestVerdict.Limited(reply().pause(LIMIT_PAUSE, MOST_PAUSE), words);
        }
        if (status == 503) {
            return new RestVerdict.Maintenance(words);
        }
        return reply().blamesTheRequest() ? new RestVerdict.Refused(words) : new RestVerdict.Failed(words);
    }

    /** The first of {@code {"errors":[{"msg":…}]}}; null where the body holds none. */
    static @Nullable String readRefusal(JsonCursor json) throws MalformedException {
        String words = null;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("errors") && json.atArray()) {
                json.beginArray();
                while (json.nextElement()) {
                    String said = readWords(json);
                    words = words == null ? said : words;
                }
            } else {
                json.skip();
            }
        }
        json.end();
        return words;
    }

    private static String readWords(JsonCursor json) throws MalformedException {
        String words = null;
        if (json.atObject()) {
            json.beginObject();
            while (json.nextField()) {
                if (json.nameIs("msg")) {
                    words = Fields.optionalText(json);
                } else {
                    json.skip();
                }
            }
        } else {
            json.skip();
        }
        return words == null ? "refused without a word" : words;
    }

    private String words(@Nullable String refusal) {
        return reply().words(VenueWords.bounded(refusal == null ? body : refusal));
    }

    private HttpReply reply() {
        return new HttpReply(status, headers, body);
    }
}
