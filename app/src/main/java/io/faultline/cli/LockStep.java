package io.faultline.cli;

import io.faultline.feed.InFlight;
import io.faultline.feed.MarketTime;
import io.faultline.practice.ClientLine;
import io.faultline.practice.PracticeExchange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Moves a practice market and all that is connected to it on together: time stands still until the desks have taken all
 * that the exchange sent, and every wait of the feeds is counted in the market's time. Where one frame or request is
 * under way at a time, the same market gives the same state to the bit. As fast as the machine can. One thread.
 */
final class LockStep {
    /** How often the market itself moves. */
    static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final PracticeExchange exchange;
    private final MarketTime time;
    private final InFlight inFlight;
    private final boolean oneByOne;
    private final long patienceNanos;
    private volatile @Nullable Thread waiting;

    /**
     * @param exchange {@link PracticeExchange#stepped stepped}, by that time
     * @param oneByOne whether the next frame is sent when the last was taken; if not, all of a moment are under way
     *     together, which is faster, and their order is anybody's
     * @param patienceNanos how long a frame may be under way by the computer's clock
     */
    LockStep(PracticeExchange exchange, MarketTime time, boolean oneByOne, long patienceNanos) {
        this.oneByOne = oneByOne;
        this.exchange = exchange;
        this.time = time;
        this.patienceNanos = patienceNanos;
        inFlight = time.inFlight();
        inFlight.onChange(() -> LockSupport.unpark(waiting));
    }

    /** The next moment at which something is to be done. */
    long next() {
        long tick = (time.nanos() / TICK_NANOS + 1) * TICK_NANOS;
        return Math.max(time.nanos(), Math.min(tick, time.next().orElse(tick)));
    }

    /**
     * Goes on to a moment, not past {@link #next}, and does all that is due there.
     *
     * @throws StuckException if what was sent did not arrive
     */
    void stepTo(long nanos) throws StuckException {
        waiting = Thread.currentThread();
        time.moveTo(nanos);
        if (nanos % TICK_NANOS == 0) {
            exchange.advance();
        }
        settle();
    }

    /** Goes on to a moment. */
    void runTo(long nanos) throws StuckException {
        while (time.nanos() < nanos) {
            stepTo(Math.min(nanos, next()));
        }
    }

    /** Does all that is to be done now, until nothing is under way any more. */
    void settle() throws StuckException {
        waiting = Thread.currentThread();
        do {
            awaitQuiet();
        } while (exchange.deliver() || time.runNext());
    }

    private void awaitQuiet() throws StuckException {
        long begun = 0;
        while (!quiet()) {
            if (!oneByOne && (exchange.deliver() || time.runNext())) {
                continue;
            }
            long now = System.nanoTime();
            begun = begun == 0 ? now : begun;
            if (now - begun > patienceNanos) {
                throw new StuckException("what is under way did not arrive within "
                        + TimeUnit.NANOSECONDS.toSeconds(patienceNanos) + " s: " + underWay());
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    private boolean quiet() {
        Map<InFlight.Ends, InFlight.Wire> wires = inFlight.wires();
        int known = 0;
        for (ClientLine line : exchange.lines()) {
            InFlight.Ends ends = ends(line);
            InFlight.Wire wire = wires.get(ends);
            if (wire != null) {
                known++;
                if (!isQuiet(line, wire)) {
                    return false;
                }
            } else if (inFlight.gone().contains(ends)) {
                return false; // the exchange has not noticed yet
            }
        }
        // Last, since whoever takes a text is done with it only when the desk has what was in it.
        if (known != wires.size() || !inFlight.idle()) {
            return false;
        }
        inFlight.gone().clear();
        return true;
    }

    private static boolean isQuiet(ClientLine line, InFlight.Wire wire) {
        return !line.owesAnswer() && !wire.leaving() && line.sent() == wire.taken() && line.heard() == wire.said();
    }

    private static InFlight.Ends ends(ClientLine line) {
        return new InFlight.Ends(line.port(), line.serverPort());
    }

    private String underWay() {
        List<ClientLine> lines = exchange.lines();
        Set<InFlight.Ends> alone = new HashSet<>(inFlight.wires().keySet());
        lines.forEach(line -> alone.remove(ends(line)));
        return lines + ", " + alone.size() + " sockets that only their clients have, "
                + (inFlight.idle() ? "no" : "some") + " requests, openings or events";
    }

    /** Something that was sent did not arrive. */
    static final class StuckException extends Exception {
        private static final long serialVersionUID = 1;

        StuckException(String message) {
            super(message);
        }
    }
}
