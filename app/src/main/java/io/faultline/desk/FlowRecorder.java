package io.faultline.desk;

/** Sums one venue's trades, and keeps the sums of every ten seconds for three days. */
final class FlowRecorder {
    private static final long CELL = 10_000_000_000L;

    private final TimeLog<VenueHistory.Flow> log = new TimeLog<>(26_000, 0);
    private long lastNanos;
    private double boughtUsd;
    private double soldUsd;

    void add(long nanos, double bought, double sold) {
        if (lastNanos == 0) {
            log.append(new VenueHistory.Flow(nanos - 1, 0, 0));
        } else if (Math.floorDiv(nanos, CELL) > Math.floorDiv(lastNanos, CELL)) {
            log.append(sum());
        }
        lastNanos = Math.max(lastNanos, nanos);
        boughtUsd += bought;
        soldUsd += sold;
    }

    VenueHistory.Flow sum() {
        return lastNanos == 0 ? VenueHistory.Flow.NONE : new VenueHistory.Flow(lastNanos, boughtUsd, soldUsd);
    }

    TimeLog<VenueHistory.Flow> log() {
        return log;
    }

    void digest(StateDigest digest) {
        digest.add(log.end());
        digest.add(boughtUsd);
        digest.add(soldUsd);
    }
}
