package io.faultline.venue.binance;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A kind of message that also comes as an array of many contracts, and so as several rows in a frame. Such arrays mix
 * both of Binance's universes since 2026-06-30; rows that say they are COIN-M are dropped.
 */
final class RowsMessage implements Message {
    /** Reads the fields of one row, the object that the cursor stands in. */
    interface RowReader {
        /** @return whether it is a row of USD-M */
        boolean read(JsonCursor json, Frame frame, List<MarketEvent> events) throws MalformedException;
    }

    private static final Frame NONE = new Frame(0, "", Frame.Kind.WS, "", "", "");

    private final String type;
    private final RowReader reader;
    private final List<MarketEvent> events = new ArrayList<>();
    private Frame frame = NONE;
    private boolean usdMargined;

    RowsMessage(String type, RowReader reader) {
        this.type = type;
        this.reader = reader;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public void begin(Frame newFrame) {
        frame = newFrame;
        usdMargined = false;
        events.clear();
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        usdMargined |= reader.read(json, frame, events);
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) {
        events.forEach(sink);
        return usdMargined ? Decoded.OK : Decoded.IGNORED;
    }
}
