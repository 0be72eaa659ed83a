package io.faultline.venue.okx;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows that are events as they stand. */
final class EventRows implements Rows {
    /** Reads one row. */
    interface Reader {
        void read(JsonCursor json, long receivedNanos, List<MarketEvent> events) throws MalformedException;
    }

    private final Reader reader;
    private final List<MarketEvent> events = new ArrayList<>();
    private long receivedNanos;

    EventRows(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        events.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        reader.read(json, receivedNanos, events);
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) {
        events.forEach(sink);
        return Decoded.OK;
    }
}
