package io.faultline.cli;

import io.faultline.book.SyncCounters;
import io.faultline.journal.JournalReport;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** An {@link InspectReport} to be read by people. */
final class InspectText {
    private final StringBuilder out = new StringBuilder();

    private InspectText() {}

    static String of(InspectReport report) {
        InspectText text = new InspectText();
        text.journal(report);
        report.books().forEach(text::book);
        report.counts().forEach(text::counts);
        text.line("state %s", report.stateHash());
        text.line("inspected in %d ms", report.elapsedMillis());
        return text.out.toString().stripTrailing();
    }

    private void journal(InspectReport report) {
        JournalReport journal = report.journal();
        journal.files().forEach(file -> line("%s", file));
        if (journal.firstNanos() > 0) {
            line("%s to %s", Times.iso(journal.firstNanos()), Times.iso(journal.lastNanos()));
        }
        line(
                "%,d bytes, %,d whole frames%s",
                journal.bytes(), journal.wholeFrames(), journal.truncatedTail() ? ", tail torn off" : "");
        if (journal.badLines() + journal.lostFrames() > 0) {
            line("%,d lines are no frames; %,d frames lost in recording", journal.badLines(), journal.lostFrames());
        }
        InspectReport.Frames frames = report.frames();
        line("%,d decoded, %,d ignored, %,d undecodable", frames.decoded(), frames.ignored(), frames.undecodable());
    }

    private void book(InspectReport.Book book) {
        SyncCounters counters = book.counters();
        InspectReport.Final last = book.last();
        line("");
        line("%s book, %s", book.instrument(), last.live() ? "in step" : "NOT in step");
        line(
                "  %,d snapshots, %,d changes of which %,d applied and %,d stale; %,d gaps, %,d resyncs, %,d crossed",
                counters.snapshots(),
                counters.deltas(),
                counters.applied(),
                counters.stale(),
                counters.gaps(),
                counters.resyncs(),
                counters.crossed());
        if (book.checks().kind() != InspectReport.CheckKind.NONE) {
            line(
                    "  %s: %,d agree, %,d differ",
                    book.checks().kind().title(),
                    book.checks().passed(),
                    book.checks().failed());
        }
        line("  %,d bids, %,d asks, SHA-256 %s", last.bidLevels(), last.askLevels(), last.sha256());
        line(
                "  top 20 over %,d states, SHA-256 %s",
                book.top20().states(), book.top20().sha256());
        for (InspectReport.Checkpoint checkpoint : book.checkpoints()) {
            line(
                    "  after %,d: %,d bids, %,d asks, SHA-256 %s",
                    checkpoint.applied(), checkpoint.bidLevels(), checkpoint.askLevels(), checkpoint.sha256());
        }
        levels(last.bids(), last.asks());
    }

    private void levels(List<InspectReport.Level> bids, List<InspectReport.Level> asks) {
        if (bids.isEmpty() && asks.isEmpty()) {
            return;
        }
        line("  %14s %14s   %-14s %-14s", "size", "bid", "ask", "size");
        InspectReport.Level none = new InspectReport.Level("", "");
        Iterator<InspectReport.Level> asksLeft = asks.iterator();
        Iterator<InspectReport.Level> bidsLeft = bids.iterator();
        while (bidsLeft.hasNext() || asksLeft.hasNext()) {
            InspectReport.Level bid = bidsLeft.hasNext() ? bidsLeft.next() : none;
            InspectReport.Level ask = asksLeft.hasNext() ? asksLeft.next() : none;
            line("  %14s %14s   %-14s %-14s", bid.size(), bid.price(), ask.price(), ask.size());
        }
    }

    private void counts(InspectReport.Counts counts) {
        line("");
        line(
                "%s: %,d trades, %,d liquidations, %,d marks, %,d funding rates, %,d open interests",
                counts.instrument(),
                counts.trades(),
                counts.liquidations(),
                counts.marks(),
                counts.fundings(),
                counts.openInterests());
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
