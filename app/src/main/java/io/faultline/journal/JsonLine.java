package io.faultline.journal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.faultline.market.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a JSON-lines journal, read as a whole before anything is judged.
 *
 * @param nanos receive time; null where the journal does not know it
 */
record JsonLine(@Nullable Long nanos, String venue, String dir, String conn, String topic, String url, String raw) {
    /** Marks frames that the recorder had to drop; {@code raw} is their number. */
    static final String LOST = "lost";

    private static final Pattern LOST_COUNT = Pattern.compile("[0-9]{1,15}");

    /** @throws BadLine when the text is not an object of the journal's form */
    static JsonLine parse(String text) throws BadLine {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            return parse(json);
        } catch (EOFException e) {
            throw new BadLine("it stops in the middle");
        } catch (MalformedJsonException | IllegalStateException e) {
            throw new BadLine("it is not a JSON object");
        } catch (IOException e) {
            throw new BadLine("it cannot be read");
        }
    }

    private static JsonLine parse(JsonReader json) throws IOException, BadLine {
        Long nanos = null;
        String venue = null;
        String dir = null;
        String conn = "";
        String topic = "";
        String url = "";
        String raw = null;
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            switch (key) {
                case "t" -> nanos = nanos(json);
                case "venue" -> venue = string(json, key);
                case "dir" -> dir = string(json, key);
                case "conn" -> conn = optional(json, key);
                case "topic" -> topic = optional(json, key);
                case "url" -> url = optional(json, key);
                case "raw" -> raw = string(json, key);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw BadLine.whole("something follows its object");
        }
        if (venue == null || dir == null || raw == null) {
            throw BadLine.whole("it has no \"" + (venue == null ? "venue" : dir == null ? "dir" : "raw") + "\"");
        }
        return new JsonLine(nanos, venue, dir, conn, topic, url, raw);
    }

    private static @Nullable Long nanos(JsonReader json) throws IOException, BadLine {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return null;
        }
        if (json.peek() == JsonToken.NUMBER) {
            try {
                return Long.parseLong(json.nextString());
            } catch (NumberFormatException e) {
                throw new BadLine("its \"t\" is not a whole number of nanoseconds");
            }
        }
        throw new BadLine("its \"t\" is not a number");
    }

    private static String optional(JsonReader json, String key) throws IOException, BadLine {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return "";
        }
        return string(json, key);
    }

    private static String string(JsonReader json, String key) throws IOException, BadLine {
        if (json.peek() != JsonToken.STRING) {
            throw new BadLine("its \"" + key + "\" is not a string");
        }
        return json.nextString();
    }

    /** What crossed the wire. */
    Frame.Kind kind() throws BadLine {
        return switch (dir) {
            case "ws" -> Frame.Kind.WS;
            case "rest" -> Frame.Kind.REST;
            case "ws_out" -> Frame.Kind.WS_OUT;
            case "ws_open" -> Frame.Kind.WS_OPEN;
            case "ws_close" -> Frame.Kind.WS_CLOSE;
            default -> throw BadLine.whole("its \"dir\" is none of ws, rest, ws_out, ws_open, ws_close");
        };
    }

    /** How many frames a line of kind {@link #LOST} stands for. */
    long lostFrames() throws BadLine {
        if (!LOST_COUNT.matcher(raw).matches()) {
            throw BadLine.whole("its \"raw\" is not the number of frames lost");
        }
        return Long.parseLong(raw);
    }

    /** The text is not a journal's line; {@link #why} ends the sentence "skipped, …". */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;
        private final boolean whole;

        /** The text cannot be read to its end. */
        BadLine(String why) {
            this(why, false);
        }

        private BadLine(String why, boolean whole) {
            super(why, null, false, false);
            this.why = why;
            this.whole = whole;
        }

        /** The text is an object, but not a frame. */
        static BadLine whole(String why) {
            return new BadLine(why, true);
        }

        /** Whether no more text could have made it good. */
        boolean whole() {
            return whole;
        }

        String why() {
            return why;
        }
    }
}
