package io.faultline.practice;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange that goes step by step has said to all its clients and not sent yet, in the order in which it was said.
 * Thread-safe; one thread delivers.
 */
final class Deliveries {
    /** @param frame null for an end without a goodbye */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Delivery(Peer peer, byte @Nullable [] frame) {}

    private final Queue<Delivery> waiting = new ArrayDeque<>();

    synchronized void frame(Peer peer, byte[] frame) {
        waiting.add(new Delivery(peer, frame));
    }

    synchronized void cut(Peer peer) {
        waiting.add(new Delivery(peer, null));
    }

    private synchronized @Nullable Delivery next(@Nullable Peer same) {
        Delivery next = waiting.peek();
        return next == null || (same != null && next.peer() != same) ? null : waiting.remove();
    }

    /** Sends what comes next, and what follows on that to the same client; false if there is nothing. */
    boolean deliver() {
        Delivery first = next(null);
        if (first == null) {
            return false;
        }
        Peer peer = first.peer();
        try {
            for (Delivery delivery = first; delivery != null; delivery = next(peer)) {
                byte[] frame = delivery.frame();
                if (frame == null || !peer.write(frame)) {
                    peer.end();
                    return true;
                }
            }
            peer.flush();
        } catch (IOException gone) {
            peer.end();
        }
        return true;
    }
}
