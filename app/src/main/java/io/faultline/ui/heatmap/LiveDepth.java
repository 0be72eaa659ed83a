package io.faultline.ui.heatmap;

import io.faultline.desk.BookDepth;
import io.faultline.desk.BookView;
import io.faultline.desk.DeskView;
import io.faultline.desk.VenueView;
import io.faultline.market.Decimals;
import io.faultline.market.FeedStatus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The books as they are now, in bins: the column that has not ended yet. Only books in step count. Bins are those of
 * {@link io.faultline.desk.DepthColumn}: numbered from price 0, of equal width.
 */
final class LiveDepth {
    /** A book that has not changed for longer is not recorded as the market, and not drawn as it either. */
    private static final long LONGEST_QUIET = 5_000_000_000L;

    private @Nullable DeskView view;
    private double binWidth;
    private long from;
    private double[] bids = new double[0];
    private double[] asks = new double[0];
    private double lowest;
    private double highest;
    private double highestFloor;
    private double lowestCeiling;
    private boolean live;
    private boolean complete;
    private long sinceNanos;
    private long untilNanos;

    /** Sums the bins {@code first} to {@code first + bins - 1} of that view; free when nothing has changed. */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object holds the same books
    void read(DeskView newView, double width, long first, int bins) {
        if (view == newView && binWidth == width && from == first && bids.length == bins) {
            return;
        }
        view = newView;
        binWidth = width;
        from = first;
        if (bids.length == bins) {
            Arrays.fill(bids, 0);
            Arrays.fill(asks, 0);
        } else {
            bids = new double[bins];
            asks = new double[bins];
        }
        live = false;
        complete = true;
        sinceNanos = Long.MAX_VALUE;
        untilNanos = Long.MIN_VALUE;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        highestFloor = Double.NEGATIVE_INFINITY;
        lowestCeiling = Double.POSITIVE_INFINITY;
        for (int i = 0; i < newView.venues().size(); i++) {
            VenueView venue = newView.venues().get(i);
            boolean exact = !venue.indicative() || newView.venues().size() == 1;
            boolean inStep = venue.book().live() && venue.sized();
            // Switched off, it is not missed: its connections say so.
            boolean off = venue.feed().connections().stream().allMatch(feed -> feed.state() == FeedStatus.State.OFF);
            complete &= inStep || !exact || off || venue.book().state() == BookView.State.WAITING;
            if (inStep && exact) {
                add(venue.book());
            }
        }
    }

    private void add(BookView book) {
        live = true;
        sinceNanos = Math.min(sinceNanos, book.sinceNanos());
        untilNanos = Math.max(untilNanos, book.updatedNanos() + LONGEST_QUIET);
        BookDepth depth = book.depth();
        int scale = depth.priceScale();
        if (depth.bidFloor() > 0) {
            double floor = Decimals.toDouble(depth.bidFloor(), scale);
            lowest = Math.min(lowest, floor);
            highestFloor = Math.max(highestFloor, floor);
        }
        if (depth.askCeiling() > 0) {
            double ceiling = Decimals.toDouble(depth.askCeiling(), scale);
            highest = Math.max(highest, ceiling);
            lowestCeiling = Math.min(lowestCeiling, ceiling);
        }
        for (int rank = 0; rank < depth.bids(); rank++) {
            long offset = offset(Decimals.toDouble(depth.bidPrice(rank), scale));
            if (offset < 0) {
                break;
            }
            if (offset < bids.length) {
                bids[(int) offset] += depth.bidUsd(rank);
            }
        }
        for (int rank = 0; rank < depth.asks(); rank++) {
            long offset = offset(Decimals.toDouble(depth.askPrice(rank), scale));
            if (offset >= asks.length) {
                break;
            }
            if (offset >= 0) {
                asks[(int) offset] += depth.askUsd(rank);
            }
        }
    }

    /** Number of the bin that holds a price, as {@code desk} numbers them. */
    static long bin(double price, double width) {
        return (long) Math.floor(price / width + 1e-6);
    }

    private long offset(double price) {
        return bin(price, binWidth) - from;
    }

    double binWidth() {
        return binWidth;
    }

    /** Whether any book is in step. */
    boolean live() {
        return live;
    }

    /** Whether no venue's book that has been there is missing. */
    boolean complete() {
        return complete;
    }

    /** Since when one has been, nanoseconds since 1970. */
    long sinceNanos() {
        return sinceNanos;
    }

    /** Until when what is known may be drawn as the market, nanoseconds since 1970. */
    long untilNanos() {
        return untilNanos;
    }

    /** Whether the books speak for that instant: in step since before it, and not silent for long. */
    boolean covers(long nanos, long nowNanos) {
        return live && nanos >= sinceNanos && nanos <= nowNanos && nanos <= untilNanos;
    }

    /** Whether all that rests in a bin on some venue is seen; beyond, only what changed since is. */
    boolean seen(long bin) {
        return live && bin >= bin(lowest, binWidth) && bin <= bin(highest, binWidth);
    }

    /** Whether all that rests in a bin on every venue in step is seen; beyond, what is seen is a lower bound. */
    boolean seenByAll(long bin) {
        return live && bin >= bin(highestFloor, binWidth) && bin <= bin(lowestCeiling, binWidth);
    }

    /** Resting bids in the bin, USD; 0 outside the bins read. */
    double bidUsd(long bin) {
        return at(bids, bin);
    }

    double askUsd(long bin) {
        return at(asks, bin);
    }

    private double at(double[] side, long bin) {
        long offset = bin - from;
        return offset >= 0 && offset < side.length ? side[(int) offset] : 0;
    }
}
