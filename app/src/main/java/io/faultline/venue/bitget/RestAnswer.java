package io.faultline.venue.bitget;

import io.faultline.venue.Fields;
import io.faultline.venue.HttpReply;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.RestVerdict;
import io.faultline.venue.VenueWords;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer of Bitget, and what it means: wrong parameters are refused with status 200 too, and a code in the body.
 * The venue's words are kept as they are, to be shown.
 *
 * @param headers names in lower case
 */
record RestAnswer(int status, Map<String, String> headers, String body) {
    /** The code of an answer that is what was asked for. */
    static final String ACCEPTED = "00000";

    /** Requests are counted by the second, but those that go on are banned. */
    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(5);

    private static final Duration MOST_PAUSE = Duration.ofDays(1);

    /** A refusal that names neither a code nor the place is a firewall's. */
    private static final Duration FIREWALL_PAUSE = Duration.ofMinutes(5);

    private record Envelope(String code, @Nullable String words) {
        static @Nullable Envelope of(String body) {
            if (!body.stripLeading().startsWith("{")) {
                return null; // a page of a firewall or a proxy is not parsed
            }
            JsonCursor json = new JsonCursor();
            String code = null;
            String words = null;
            try {
                json.reset(body);
                json.beginObject();
                while (json.nextField()) {
                    switch (json.name()) {
                        case "code" -> code = Fields.optionalText(json);
                        case "msg" -> words = Fields.optionalText(json);
                        default -> json.skip();
                    }
                }
                json.end();
            } catch (MalformedException notAnEnvelope) {
                return null;
            }
            return code == null ? null : new Envelope(code, words);
        }
    }

    RestVerdict verdict() {
        @Nullable Envelope envelope = Envelope.of(body);
        String code = envelope == null ? "" : envelope.code;
        String words = words(envelope);
        if (status == 200 && code.equals(ACCEPTED)) {
            return new RestVerdict.Accepted();
        }
        if (status == 451 || ((status == 403 || code.startsWith("40")) && namesThePlace())) {
            return new RestVerdict.Blocked(words);
        }
        if (status == 429 || code.equals("429") || code.equals("30007")) {
            return new RestVerdict.Limited(reply().pause(LIMIT_PAUSE, MOST_PAUSE), words);
        }
        if (status == 403) {
            return new RestVerdict.Limited(reply().pause(FIREWALL_PAUSE, MOST_PAUSE), words);
        }
        if (status == 503) {
            return new RestVerdict.Maintenance(words);
        }
        boolean refused = status == 200 ? !code.isEmpty() : reply().blamesTheRequest();
        return refused ? new RestVerdict.Refused(words) : new RestVerdict.Failed(words);
    }

    private String words(@Nullable Envelope envelope) {
        String text = envelope == null ? VenueWords.bounded(body) : VenueWords.coded(envelope.words, envelope.code);
        return reply().words(text);
    }

    private boolean namesThePlace() {
        String lower = body.toLowerCase(Locale.ROOT);
        return lower.contains("country")
                || lower.contains("region")
                || lower.contains("restricted")
                || lower.contains("cloudfront");
    }

    private HttpReply reply() {
        return new HttpReply(status, headers, body);
    }
}
