package io.faultline.ui.lanes;

/** Cumulative volume delta of the trades in view: taker buys less taker sells since the first of them. */
final class DeltaTrack {
    /** Where nothing is known to have traded for so long, the data has a gap rather than the market a rest. */
    private static final long REST_NANOS = 120_000_000_000L;

    private DeltaTrack() {}

    static void fill(Track track, FlowCells cells) {
        track.clear();
        double delta = 0;
        long known = Long.MIN_VALUE;
        for (int i = 0; i < cells.count(); i++) {
            if (cells.traded(i)) {
                long start = cells.startNanos(i);
                if (known == Long.MIN_VALUE) {
                    track.add(start, 0);
                } else if (start - known > Math.max(REST_NANOS, 2 * cells.lengthNanos())) {
                    track.add(known, Double.NaN);
                    track.add(start, delta);
                }
                delta += cells.bought(i) - cells.sold(i);
                known = start + cells.lengthNanos();
                track.add(known, delta);
            }
        }
    }
}
