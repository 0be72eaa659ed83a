package io.faultline.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps resting depth as columns of one second for an hour, ten seconds for half a day and a minute for three days. A
 * column of a second is the book at its end; a longer one the mean of those that it covers and that are no gap.
 */
final class DepthRecorder {
    private static final long SECOND = 1_000_000_000L;

    /** Puts the books as they are now into bins; nothing if none is in step. */
    interface Source {
        /** Returns the mid price around which to bin, or NaN if no book is in step at that time. */
        double mid(long nanos);

        double tick();

        void fill(DepthBins bins, long nanos);

        /** Venues whose books should be in a column; see {@link VenueBits}. */
        int expected();
    }

    private final Source source;
    private final DepthBins bins = new DepthBins();
    private final TimeLog<DepthColumn> seconds = new TimeLog<>(3_900, SECOND);
    private final Mean tens = new Mean(new TimeLog<>(4_500, 10 * SECOND));
    private final Mean minutes = new Mean(new TimeLog<>(4_500, 60 * SECOND));
    private long cellStart;

    DepthRecorder(Source source) {
        this.source = source;
    }

    List<TimeLog<DepthColumn>> logs() {
        return List.of(seconds, tens.log, minutes.log);
    }

    /** Writes the columns that have ended by that time; call it before the event of that time is applied. */
    void advance(long nowNanos) {
        if (cellStart == 0) {
            cellStart = Math.floorDiv(nowNanos, SECOND) * SECOND;
            return;
        }
        // After a long pause the cells that no log would keep are not written one by one.
        long missed = (nowNanos - cellStart) / SECOND;
        if (missed > minutes.log.capacity() * 60L) {
            cellStart = Math.floorDiv(nowNanos, SECOND) * SECOND;
            return;
        }
        while (nowNanos >= cellStart + SECOND) {
            DepthColumn column = sample();
            seconds.append(column);
            tens.add(column);
            minutes.add(column);
            cellStart += SECOND;
        }
    }

    private DepthColumn sample() {
        long end = cellStart + SECOND;
        double mid = source.mid(end);
        if (!(mid > 0)) {
            return DepthColumn.gap(cellStart, SECOND, ColumnSight.missing(source.expected()));
        }
        bins.begin(mid, source.tick());
        source.fill(bins, end);
        return bins.column(cellStart, SECOND, source.expected());
    }

    void digest(StateDigest digest) {
        digest.add(cellStart);
        for (TimeLog<DepthColumn> log : logs()) {
            digest.add(log.end());
            DepthColumn newest = log.newest();
            if (newest != null) {
                digest.add(newest.startNanos());
                digest.add(newest.firstBin());
                newest.sight().digest(digest);
                for (int i = 0; i < newest.bins(); i++) {
                    digest.add(newest.level(i));
                }
            }
        }
    }

    /** Columns of a longer cell, from those of a second. */
    private static final class Mean {
        private final TimeLog<DepthColumn> log;
        private final List<DepthColumn> covered = new ArrayList<>();
        private long start;

        Mean(TimeLog<DepthColumn> log) {
            this.log = log;
        }

        void add(DepthColumn second) {
            long cell = Math.floorDiv(second.startNanos(), log.cellNanos()) * log.cellNanos();
            if (!covered.isEmpty() && cell != start) {
                log.append(DepthColumn.mean(start, log.cellNanos(), covered));
                covered.clear();
            }
            start = cell;
            covered.add(second);
        }
    }
}
