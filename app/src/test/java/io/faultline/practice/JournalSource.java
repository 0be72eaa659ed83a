package io.faultline.practice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.faultline.journal.JournalException;
import io.faultline.journal.JournalReader;
import io.faultline.market.Frame;
import io.faultline.market.Side;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays a journal of Binance frames as a market: the book begins with the journal's snapshot, and its diffs and trades
 * come again at a multiple of the speed at which they once came.
 */
final class JournalSource {
    private final PracticeVenue venue;
    private final Market market;
    private final BookView view;
    private final JournalReader journal;
    private final List<JsonObject> pending = new ArrayList<>();
    private final double speed;
    private long firstFrameNanos;
    private long startNanos;

    /**
     * @param journal everything up to the first snapshot is read at once
     * @param speed times real time
     */
    JournalSource(PracticeVenue venue, String symbol, JournalReader journal, double speed) throws JournalException {
        this.venue = venue;
        market = venue.market(symbol);
        view = venue.dialect().mainView(market);
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
        addChanges(levels, Side.BID, snapshot.getAsJsonArray("bids"));
        addChanges(levels, Side.ASK, snapshot.getAsJsonArray("asks"));
        levels.forEach(market.book()::apply);
        view.restart(snapshot.get("lastUpdateId").getAsLong());
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
        if (last <= view.lastId()) {
            return; // the snapshot holds it
        }
        List<Change> changes = new ArrayList<>();
        addChanges(changes, Side.BID, data.getAsJsonArray("b"));
        addChanges(changes, Side.ASK, data.getAsJsonArray("a"));
        venue.with(() -> {
            changes.forEach(market.book()::apply);
            venue.dialect().tellBook(market, view, view.scripted(data.get("U").getAsLong(), last, changes));
        });
    }

    private void trade(JsonObject data) {
        Side hit = data.get("m").getAsBoolean() ? Side.BID : Side.ASK;
        venue.with(() -> {
            market.print(hit, price(data.get("p")), size(data.get("q")), false);
            venue.tell(market);
        });
    }

    private void addChanges(List<Change> changes, Side side, JsonArray pairs) {
        for (JsonElement pair : pairs) {
            JsonArray level = pair.getAsJsonArray();
            changes.add(new Change(side, price(level.get(0)), size(level.get(1))));
        }
    }

    private long price(JsonElement text) {
        return scaled(text, market.contract().priceScale());
    }

    private long size(JsonElement text) {
        return scaled(text, market.contract().sizeScale());
    }

    private static long scaled(JsonElement text, int scale) {
        return text.getAsBigDecimal().movePointRight(scale).longValueExact();
    }
}
