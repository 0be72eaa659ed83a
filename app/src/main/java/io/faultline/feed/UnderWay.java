package io.faultline.feed;

import java.util.Optional;

/** Counts the requests of one client that wait for their answers, where somebody waits for that. Thread-safe. */
final class UnderWay {
    private final Optional<InFlight> inFlight;
    private int count;
    private boolean closed;

    UnderWay(Optional<InFlight> inFlight) {
        this.inFlight = inFlight;
    }

    synchronized void began() {
        if (!closed) {
            count++;
            inFlight.ifPresent(InFlight::began);
        }
    }

    synchronized void ended() {
        if (!closed) {
            count--;
            inFlight.ifPresent(InFlight::ended);
        }
    }

    /** Whatever is under way will not be answered. */
    synchronized void close() {
        while (count > 0) {
            ended();
        }
        closed = true;
    }
}
