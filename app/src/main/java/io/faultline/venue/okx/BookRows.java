package io.faultline.venue.okx;

import io.faultline.market.BookDelta;
import io.faultline.market.BookSnapshot;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.venue.Decoded;
import io.faultline.venue.Fields;
import io.faultline.venue.JsonCursor;
import io.faultline.venue.Levels;
import io.faultline.venue.MalformedException;
import io.faultline.venue.Symbol;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A book or changes of it: in frames of today numbered, with a checksum that is always 0 and means nothing (since
 * 2026-06-23); in old ones without numbers, and the checksum is all that shows a loss. Sizes are in contracts.
 */
final class BookRows implements Rows {
    /** What the row is. */
    enum Kind {
        /** The whole book, at the head of the stream. */
        SNAPSHOT,
        UPDATE,
        /** The whole book, asked for by REST, and so not in order with the stream. */
        ANSWER
    }

    private final BookDelta.Pool pool;
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private long receivedNanos;
    private @Nullable Symbol symbol;
    private String channel = "";
    private Kind kind = Kind.UPDATE;
    private int rows;
    private long exchangeMillis;
    private long id;
    private long previousId;
    private int checksum;

    BookRows(BookDelta.Pool pool) {
        this.pool = pool;
    }

    /** Says what the rows are about; the frame does, outside of them. */
    void about(Symbol of, String onChannel, Kind ofKind) {
        symbol = of;
        channel = onChannel;
        kind = ofKind;
    }

    @Override
    public void begin(Frame frame) {
        receivedNanos = frame.receivedNanos();
        symbol = null;
        rows = 0;
        exchangeMillis = 0;
        id = BookDelta.UNNUMBERED;
        previousId = BookDelta.UNNUMBERED;
        checksum = 0;
    }

    @Override
    public void read(JsonCursor json) throws MalformedException {
        if (rows++ > 0) {
            throw json.wrong("more than one book");
        }
        boolean hasBids = false;
        boolean hasAsks = false;
        json.beginObject();
        while (json.nextField()) {
            if (json.nameIs("asks")) {
                asks.read(json);
                hasAsks = true;
            } else if (json.nameIs("bids")) {
                bids.read(json);
                hasBids = true;
            } else if (json.nameIs("ts")) {
                exchangeMillis = json.readAbsent() ? 0 : json.readId();
            } else if (json.nameIs("seqId")) {
                id = json.readId();
            } else if (json.nameIs("prevSeqId")) {
                previousId = readPreviousId(json);
            } else if (json.nameIs("checksum")) {
                checksum = readChecksum(json);
            } else {
                json.skip();
            }
        }
        Fields.check(hasBids, "bids", json);
        Fields.check(hasAsks, "asks", json);
    }

    /** -1 where there is none before: at a snapshot. */
    private static long readPreviousId(JsonCursor json) throws MalformedException {
        long read = json.readLong();
        if (read < -1) {
            throw json.wrong("a negative number");
        }
        return read;
    }

    /** 0, which means nothing, also where the venue has left it empty. */
    private static int readChecksum(JsonCursor json) throws MalformedException {
        if (json.readAbsent()) {
            return 0;
        }
        long read = json.readLong();
        if (read != (int) read) {
            throw json.wrong("a checksum of more than 32 bits");
        }
        return (int) read;
    }

    @Override
    public Decoded emit(Consumer<MarketEvent> sink) throws MalformedException {
        if (symbol == null || rows == 0) {
            return Decoded.OK;
        }
        if (kind == Kind.UPDATE && (id == BookDelta.UNNUMBERED) != (previousId == BookDelta.UNNUMBERED)) {
            throw new MalformedException("only one of seqId and prevSeqId", 0);
        }
        int priceScale = symbol.priceScale(Math.max(bids.priceScale(), asks.priceScale()));
        int sizeScale = symbol.sizeScale(Math.max(bids.sizeScale(), asks.sizeScale()));
        bids.rescale(priceScale, sizeScale);
        asks.rescale(priceScale, sizeScale);
        if (!isWanted(symbol)) {
            return Decoded.IGNORED;
        }
        symbol.widen(priceScale, sizeScale, receivedNanos, sink);
        sink.accept(
                kind == Kind.UPDATE ? delta(symbol, priceScale, sizeScale) : snapshot(symbol, priceScale, sizeScale));
        return Decoded.OK;
    }

    /** A book must not be mixed with another channel's; without a number it cannot be joined with a stream. */
    private boolean isWanted(Symbol of) {
        return kind == Kind.ANSWER ? id != BookDelta.UNNUMBERED : of.takesBookFrom(channel);
    }

    private BookDelta delta(Symbol of, int priceScale, int sizeScale) {
        BookDelta delta = pool.take();
        delta.begin(of.id(), receivedNanos, exchangeMillis, id, id, previousId, priceScale, sizeScale);
        bids.addBidsTo(delta);
        asks.addAsksTo(delta);
        if (checksum != 0) {
            delta.expectChecksum(checksum);
        }
        return delta;
    }

    private BookSnapshot snapshot(Symbol of, int priceScale, int sizeScale) {
        return new BookSnapshot(
                of.id(),
                receivedNanos,
                exchangeMillis,
                id,
                priceScale,
                sizeScale,
                bids.copy(),
                asks.copy(),
                checksum == 0 ? null : checksum);
    }
}
