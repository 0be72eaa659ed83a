package io.faultline.cli;

import io.faultline.book.SyncCounters;
import io.faultline.journal.JournalReport;
import io.faultline.market.InstrumentId;
import java.util.List;

/**
 * What an inspection found.
 *
 * @param refusals the first frames that could not be decoded, in words
 * @param stateHash of the desk, or over the desks of all symbols
 */
record InspectReport(
        JournalReport journal,
        Frames frames,
        List<String> refusals,
        List<Book> books,
        List<Counts> counts,
        String stateHash,
        long elapsedMillis) {

    /** What became of the frames; those that we sent, and openings and closings of sockets, count as ignored. */
    record Frames(long total, long decoded, long ignored, long undecodable) {}

    /**
     * @param top20 running hash over the top 20 after each change
     * @param checkpoints empty unless asked for
     */
    record Book(
            InstrumentId instrument,
            SyncCounters counters,
            Checks checks,
            Final last,
            Top top20,
            List<Checkpoint> checkpoints) {}

    /** Comparisons of the book with what the venue says of it, if it says anything. */
    record Checks(CheckKind kind, long passed, long failed) {}

    /** What a book is compared with. */
    enum CheckKind {
        NONE("none", "nothing to check"),
        BEST_BID_OFFER("best-bid-offer", "best bid and offer"),
        CRC32("crc32", "checksums");

        private final String id;
        private final String title;

        CheckKind(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** The name in JSON. */
        String id() {
            return id;
        }

        /** The name shown to people. */
        String title() {
            return title;
        }
    }

    /** The book after the last frame; of the levels only as many as were asked for. */
    record Final(boolean live, int bidLevels, int askLevels, List<Level> bids, List<Level> asks, String sha256) {}

    /** Decimal numbers without trailing zeros. */
    record Level(String price, String size) {}

    record Top(long states, String sha256) {}

    /** The whole book after that many changes. */
    record Checkpoint(long applied, int bidLevels, int askLevels, String sha256) {}

    record Counts(
            InstrumentId instrument, long trades, long liquidations, long marks, long fundings, long openInterests) {}
}
