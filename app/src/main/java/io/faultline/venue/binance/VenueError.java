package io.faultline.venue.binance;

import io.faultline.market.FeedStatus;
import io.faultline.market.Venue;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import io.faultline.venue.VenueWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code {"code":-1121,"msg":"Invalid symbol."}}, flat or as the field {@code error}. */
record VenueError(long code, String message) {
    /** The error that the object at the cursor is, if it is one. Reads past the object. */
    static @Nullable VenueError read(JsonCursor json) throws MalformedException {
        return read(json, true);
    }

    private static @Nullable VenueError read(JsonCursor json, boolean outer) throws MalformedException {
        VenueError nested = null;
        String message = null;
        long code = 0;
        boolean coded = false;
        json.beginObject();
        while (json.nextField()) {
            if (outer && json.nameIs("error") && json.atObject()) {
                nested = read(json, false);
            } else if (json.nameIs("code") && !json.atObject() && !json.atArray()) {
                code = json.readLong();
                coded = true;
            } else if (json.nameIs("msg")) {
                message = Fields.optionalText(json);
            } else {
                json.skip();
            }
        }
        if (nested != null) {
            return nested;
        }
        return coded && message != null ? new VenueError(code, message) : null;
    }

    /** The error that a body is, if it is one. */
    static Optional<VenueError> in(String body) {
        JsonCursor json = new JsonCursor();
        try {
            json.reset(body);
            return json.atObject() ? Optional.ofNullable(read(json)) : Optional.empty();
        } catch (MalformedException notJson) {
            return Optional.empty();
        }
    }

    /** The venue's words, and its code. */
    String words() {
        return VenueWords.bounded(message) + " (code " + code + ")";
    }

    FeedStatus status(long receivedNanos, String connection) {
        return new FeedStatus(Venue.BINANCE, receivedNanos, connection, FeedStatus.State.ERROR, words(), 0, 0);
    }
}
