package io.faultline.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.journal.JournalException;
import io.faultline.journal.JournalReader;
import io.faultline.market.Frame;
import io.faultline.practice.TrueBook.Change;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays a journal of Binance frames as a market: the book begins with the journal's snapshot, and its diffs and trades
 * come again at a multiple of the speed at which they once came.
 */
final class JournalSource {
    private final SymbolMarket market;
    private final JournalReader journal;
    private final List<JsonObject> pending = new ArrayList<>();
    private final double speed;
    private long firstFrameNanos;
    private long startNanos;

    /**
     * @param journal everything up to the first snapshot is read at once
     * @param speed times real time
     */
    JournalSource(SymbolMarket market, JournalReader journal, double speed) throws JournalException {
        this.market = market;
        this.journal = journal;
        this.speed = speed;
        begin();
    }

    private void begin() throws JournalException {
        Frame frame = journal.next();
        while (frame != null && frame.kind() != Frame.Kind.REST) {
            keep(frame);
            frame = journal.next();
        }
        if (frame == null) {
            throw new IllegalArgumentException("the journal holds no snapshot of " + market.symbol());
        }
        JsonObject snapshot = JsonParser.parseString(frame.text()).getAsJsonObject();
        List<Change> levels = new ArrayList<>();
        addChanges(levels, true, snapshot.getAsJsonArray("bids"));
        addChanges(levels, false, snapshot.getAsJsonArray("asks"));
        market.begin(snapshot.get("lastUpdateId").getAsLong(), levels);
        firstFrameNanos = frame.receivedNanos();
        startNanos = System.nanoTime();
        pending.forEach(this::diff);
        pending.clear();
    }

    private void keep(Frame frame) {
        JsonObject data = data(frame);
        if (data != null && isDiff(data)) {
            pending.add(data);
        }
    }

    /** Plays until the end; on a thread of its own. */
    void play() {
        try {
            playAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (JournalException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void playAll() throws InterruptedException, JournalException {
        for (Frame frame = journal.next(); frame != null; frame = journal.next()) {
            long due = startNanos + (long) ((frame.receivedNanos() - firstFrameNanos) / speed);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            JsonObject data = data(frame);
            if (data != null && isDiff(data)) {
                diff(data);
            } else if (data != null && data.get("e").getAsString().equals("trade")) {
                trade(data);
            }
        }
    }

    /** The data of a message about our symbol. */
    private @Nullable JsonObject data(Frame frame) {
        if (frame.kind() != Frame.Kind.WS) {
            return null;
        }
        JsonObject data = JsonParser.parseString(frame.text()).getAsJsonObject().getAsJsonObject("data");
        return data.get("s").getAsString().equals(market.symbol()) ? data : null;
    }

    private static boolean isDiff(JsonObject data) {
        return data.get("e").getAsString().equals("depthUpdate");
    }

    private void diff(JsonObject data) {
        long last = data.get("u").getAsLong();
        if (last <= market.book().updateId()) {
            return; // the snapshot holds it
        }
        List<Change> changes = new ArrayList<>();
        addChanges(changes, true, data.getAsJsonArray("b"));
        addChanges(changes, false, data.getAsJsonArray("a"));
        market.applyAndPublish(data.get("T").getAsLong(), data.get("U").getAsLong(), last, changes);
    }

    private void trade(JsonObject data) {
        market.trade(
                data.get("T").getAsLong(),
                data.get("p").getAsBigDecimal(),
                data.get("q").getAsBigDecimal(),
                data.get("m").getAsBoolean());
    }

    private static void addChanges(List<Change> changes, boolean bid, JsonArray pairs) {
        for (JsonElement pair : pairs) {
            BigDecimal price = pair.getAsJsonArray().get(0).getAsBigDecimal();
            changes.add(new Change(
                    bid,
                    price.stripTrailingZeros(),
                    pair.getAsJsonArray().get(1).getAsBigDecimal()));
        }
    }
}
