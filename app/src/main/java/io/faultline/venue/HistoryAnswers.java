package io.faultline.venue;

import io.faultline.market.Frame;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter.RestRequest;

/** What readers of several venues' answers about the past have in common. */
public final class HistoryAnswers {
    private HistoryAnswers() {}

    /** Reads what the cursor stands at. */
    public interface Part {
        void read() throws MalformedException;
    }

    /** The answer as a frame, for who reads frames; its time is not known. */
    public static Frame frame(Venue venue, RestRequest request, String body) {
        return new Frame(0, venue.id(), Frame.Kind.REST, "", request.uri().toString(), body);
    }

    /**
     * Reads the value of {@code data} in an answer that is one object.
     *
     * @throws MalformedException if it is none, or has no such field
     */
    public static void data(JsonCursor json, String body, Part value) throws MalformedException {
        boolean there = false;
        json.reset(body);
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("data")) {
                there = true;
                value.read();
            } else {
                json.skip();
            }
        }
        json.end();
        Fields.check(there, "data", json);
    }

    /** The same, of a list, element by element. */
    public static void dataRows(JsonCursor json, String body, Part row) throws MalformedException {
        data(json, body, () -> {
            json.beginArray();
            while (json.nextElement()) {
                row.read();
            }
        });
    }
}
