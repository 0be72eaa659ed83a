package io.faultline.cli;

import io.faultline.book.BestBidOfferCheck;
import io.faultline.book.BookListing;
import io.faultline.book.BookObserver;
import io.faultline.book.BookSynchronizer;
import io.faultline.book.OrderBook;
import io.faultline.book.TopLevelsHash;
import io.faultline.market.BestBidOffer;
import io.faultline.market.Decimals;
import io.faultline.market.Side;
import java.util.ArrayList;
import java.util.List;

/** What is looked at while one book changes. */
final class BookInspection implements BookObserver {
    private static final int TOP = 20;

    private final int checkpointEvery;
    private final TopLevelsHash top = new TopLevelsHash(TOP);
    private final BestBidOfferCheck check = new BestBidOfferCheck();
    private final List<InspectReport.Checkpoint> checkpoints = new ArrayList<>();
    private long applied;
    private boolean witnessed;
    private long checksumsPassed;
    private long checksumsFailed;

    /** @param checkpointEvery changes between hashes of the whole book, 0 for none */
    BookInspection(int checkpointEvery) {
        this.checkpointEvery = checkpointEvery;
    }

    void check(BestBidOffer witness) {
        witnessed = true;
        check.onBestBidOffer(witness);
    }

    @Override
    public void snapshotApplied(OrderBook book) {
        if (checkpointEvery > 0) {
            checkpoints.add(checkpoint(book));
        }
    }

    @Override
    public void deltaApplied(OrderBook book, long lastId) {
        applied++;
        top.deltaApplied(book, lastId);
        check.deltaApplied(book, lastId);
        if (checkpointEvery > 0 && (applied == 1 || applied % checkpointEvery == 0)) {
            checkpoints.add(checkpoint(book));
        }
    }

    @Override
    public void checksumCompared(OrderBook book, boolean same) {
        if (same) {
            checksumsPassed++;
        } else {
            checksumsFailed++;
        }
    }

    /** A checksum says more of a book than its best prices. */
    private InspectReport.Checks checks() {
        if (checksumsPassed + checksumsFailed > 0) {
            return new InspectReport.Checks(InspectReport.CheckKind.CRC32, checksumsPassed, checksumsFailed);
        }
        return new InspectReport.Checks(
                witnessed ? InspectReport.CheckKind.BEST_BID_OFFER : InspectReport.CheckKind.NONE,
                check.passed(),
                check.failed());
    }

    private InspectReport.Checkpoint checkpoint(OrderBook book) {
        return new InspectReport.Checkpoint(
                applied, book.levels(Side.BID), book.levels(Side.ASK), BookListing.sha256(book));
    }

    InspectReport.Book report(BookSynchronizer kept, int depth) {
        OrderBook book = kept.book();
        return new InspectReport.Book(
                book.instrument(),
                kept.counters(),
                checks(),
                new InspectReport.Final(
                        kept.state() == BookSynchronizer.State.LIVE,
                        book.levels(Side.BID),
                        book.levels(Side.ASK),
                        levels(book, Side.BID, depth),
                        levels(book, Side.ASK, depth),
                        BookListing.sha256(book)),
                new InspectReport.Top(top.states(), top.sha256()),
                List.copyOf(checkpoints));
    }

    private static List<InspectReport.Level> levels(OrderBook book, Side side, int depth) {
        int count = Math.min(depth, book.levels(side));
        long[] prices = new long[count];
        long[] sizes = new long[count];
        int copied = book.copyLevels(side, side == Side.BID ? 0 : Long.MAX_VALUE, count, prices, sizes);
        List<InspectReport.Level> levels = new ArrayList<>(copied);
        for (int i = 0; i < copied; i++) {
            levels.add(new InspectReport.Level(
                    Decimals.canonical(prices[i], book.priceScale()), Decimals.canonical(sizes[i], book.sizeScale())));
        }
        return levels;
    }
}
