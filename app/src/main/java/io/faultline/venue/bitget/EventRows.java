package io.faultline.venue.bitget;

import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows of answers that are events as they stand. */
final class EventRows {
    /** Reads one row, and remembers nothing of it. */
    interface Reader {
        void read(JsonCursor json, List<MarketEvent> events) throws MalformedException;
    }

    private EventRows() {}

    /** Reads an array of rows, or a single one, and passes all on. */
    static Decoded read(JsonCursor json, Reader reader, Consumer<MarketEvent> sink) throws MalformedException {
        List<MarketEvent> events = new ArrayList<>();
        if (json.atObject()) {
            reader.read(json, events);
        } else {
            json.beginArray();
            while (json.nextElement()) {
                reader.read(json, events);
            }
        }
        events.forEach(sink);
        return Decoded.OK;
    }
}
