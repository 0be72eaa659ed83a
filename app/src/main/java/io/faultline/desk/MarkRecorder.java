package io.faultline.desk;

import io.faultline.market.MarkPrice;

/** Keeps mark and index every two seconds, for half a day. */
final class MarkRecorder {
    private static final long SPACING = 2_000_000_000L;

    private final TimeLog<History.MarkSample> log = new TimeLog<>(21_600, 0);

    void add(MarkPrice mark) {
        History.MarkSample newest = log.newest();
        if (newest == null || mark.receivedNanos() - newest.timeNanos() >= SPACING) {
            double index = mark.index() == null ? Double.NaN : mark.index().doubleValue();
            log.append(new History.MarkSample(mark.receivedNanos(), mark.mark().doubleValue(), index));
        }
    }

    TimeLog<History.MarkSample> log() {
        return log;
    }

    void digest(StateDigest digest) {
        digest.add(log.end());
        digest.addOrAbsent(log.newest());
    }
}
