package io.faultline.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.faultline.book.SyncCounters;
import io.faultline.journal.JournalReport;
import java.util.List;

/** An {@link InspectReport} as JSON; the keys are a contract with whoever reads them. */
final class InspectJson {
    private static final Gson PRINTER = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private InspectJson() {}

    static String of(InspectReport report) {
        JournalReport journal = report.journal();
        JsonObject json = new JsonObject();
        JsonArray files = new JsonArray();
        journal.files().forEach(file -> files.add(file.toString()));
        json.add("files", files);
        json.add("from", time(journal.firstNanos()));
        json.add("to", time(journal.lastNanos()));
        json.addProperty("bytes", journal.bytes());
        json.addProperty("wholeFrames", journal.wholeFrames());
        json.addProperty("truncatedTail", journal.truncatedTail());
        json.addProperty("badLines", journal.badLines());
        json.addProperty("lostFrames", journal.lostFrames());
        JsonObject frames = new JsonObject();
        frames.addProperty("total", report.frames().total());
        frames.addProperty("decoded", report.frames().decoded());
        frames.addProperty("ignored", report.frames().ignored());
        frames.addProperty("undecodable", report.frames().undecodable());
        json.add("frames", frames);
        JsonArray books = new JsonArray();
        report.books().forEach(book -> books.add(book(book)));
        json.add("books", books);
        JsonArray counts = new JsonArray();
        report.counts().forEach(count -> counts.add(counts(count)));
        json.add("counts", counts);
        json.addProperty("stateHash", report.stateHash());
        json.addProperty("elapsedMillis", report.elapsedMillis());
        return PRINTER.toJson(json);
    }

    /** Null where no frame had a time. */
    private static JsonElement time(long nanos) {
        return nanos == 0 ? JsonNull.INSTANCE : new JsonPrimitive(Times.iso(nanos));
    }

    private static JsonObject book(InspectReport.Book book) {
        SyncCounters counters = book.counters();
        JsonObject json = new JsonObject();
        json.addProperty("venue", book.instrument().venue().id());
        json.addProperty("symbol", book.instrument().symbol());
        json.addProperty("snapshots", counters.snapshots());
        json.addProperty("deltas", counters.deltas());
        json.addProperty("stale", counters.stale());
        json.addProperty("duplicates", counters.duplicates());
        json.addProperty("gaps", counters.gaps());
        json.addProperty("resyncs", counters.resyncs());
        json.addProperty("crossed", counters.crossed());
        JsonObject checks = new JsonObject();
        checks.addProperty("kind", book.checks().kind().id());
        checks.addProperty("passed", book.checks().passed());
        checks.addProperty("failed", book.checks().failed());
        json.add("checks", checks);
        json.add("final", last(book.last()));
        JsonObject top = new JsonObject();
        top.addProperty("states", book.top20().states());
        top.addProperty("sha256", book.top20().sha256());
        json.add("top20Stream", top);
        JsonArray checkpoints = new JsonArray();
        book.checkpoints().forEach(checkpoint -> checkpoints.add(checkpoint(checkpoint)));
        json.add("checkpoints", checkpoints);
        return json;
    }

    private static JsonObject last(InspectReport.Final last) {
        JsonObject json = new JsonObject();
        json.addProperty("live", last.live());
        json.addProperty("bidLevels", last.bidLevels());
        json.addProperty("askLevels", last.askLevels());
        json.add("bids", levels(last.bids()));
        json.add("asks", levels(last.asks()));
        json.addProperty("sha256", last.sha256());
        return json;
    }

    private static JsonArray levels(List<InspectReport.Level> levels) {
        JsonArray json = new JsonArray();
        for (InspectReport.Level level : levels) {
            JsonArray pair = new JsonArray();
            pair.add(level.price());
            pair.add(level.size());
            json.add(pair);
        }
        return json;
    }

    private static JsonObject checkpoint(InspectReport.Checkpoint checkpoint) {
        JsonObject json = new JsonObject();
        json.addProperty("applied", checkpoint.applied());
        json.addProperty("bidLevels", checkpoint.bidLevels());
        json.addProperty("askLevels", checkpoint.askLevels());
        json.addProperty("sha256", checkpoint.sha256());
        return json;
    }

    private static JsonObject counts(InspectReport.Counts counts) {
        JsonObject json = new JsonObject();
        json.addProperty("venue", counts.instrument().venue().id());
        json.addProperty("symbol", counts.instrument().symbol());
        json.addProperty("trades", counts.trades());
        json.addProperty("liquidations", counts.liquidations());
        json.addProperty("marks", counts.marks());
        json.addProperty("fundings", counts.fundings());
        json.addProperty("openInterests", counts.openInterests());
        return json;
    }
}
