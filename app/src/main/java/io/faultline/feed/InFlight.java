package io.faultline.feed;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** What the feeds on a {@link MarketTime} have sent and taken, for whoever waits until nothing is under way. Thread-safe. */
public final class InFlight {
    /**
     * What a socket is known by at either end.
     *
     * @param port the client's
     * @param serverPort where the client connected to
     */
    public record Ends(int port, int serverPort) {}

    /** An open socket. */
    public static final class Wire {
        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong said = new AtomicLong();
        private volatile boolean leaving;

        /** Whether its end has begun. */
        public boolean leaving() {
            return leaving;
        }

        void leave() {
            leaving = true;
        }

        /** How many came and have passed to the sink. */
        public long taken() {
            return taken.get();
        }

        /** How many were handed to the socket. */
        public long said() {
            return said.get();
        }

        void take() {
            taken.incrementAndGet();
        }

        void say() {
            said.incrementAndGet();
        }
    }

    private final AtomicInteger pending = new AtomicInteger();
    private final Map<Ends, Wire> wires = new ConcurrentHashMap<>();
    private final Set<Ends> gone = ConcurrentHashMap.newKeySet();
    private final Set<BooleanSupplier> receivers = ConcurrentHashMap.newKeySet();
    private volatile Runnable listener = () -> {};

    /** @param whenChanged is run on any thread after each change; must not block */
    public void onChange(Runnable whenChanged) {
        listener = whenChanged;
    }

    /** @param idle says whether one who is given the events has dealt with all of them; who is to be waited for too */
    public void include(BooleanSupplier idle) {
        receivers.add(idle);
    }

    /** Ends what {@link #include} began. */
    public void exclude(BooleanSupplier idle) {
        receivers.remove(idle);
    }

    /** Whether no request waits for its answer, no socket for its opening, and nobody has events to deal with. */
    public boolean idle() {
        if (pending.get() > 0) {
            return false;
        }
        for (BooleanSupplier receiver : receivers) {
            if (!receiver.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    /** The sockets that are open. */
    public Map<Ends, Wire> wires() {
        return wires;
    }

    /** Sockets that have ended, for who sees the other end to take out. */
    public Set<Ends> gone() {
        return gone;
    }

    void began() {
        pending.incrementAndGet();
    }

    void ended() {
        pending.decrementAndGet();
        changed();
    }

    void opened(Ends ends, Wire wire) {
        gone.remove(ends);
        wires.put(ends, wire);
    }

    void closed(Ends ends) {
        gone.add(ends);
        wires.remove(ends);
        changed();
    }

    /** Has whoever waits look again. */
    public void changed() {
        listener.run();
    }
}
