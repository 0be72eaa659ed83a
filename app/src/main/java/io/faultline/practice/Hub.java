package io.faultline.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who has subscribed to what, and the way out for every message. Guarded by the venue's lock. */
final class Hub {
    private final List<Peer> peers = new ArrayList<>();
    private final Map<String, List<Peer>> subscribers = new HashMap<>();
    private final Faults faults;

    Hub(Faults faults) {
        this.faults = faults;
    }

    void opened(Peer peer) {
        peers.add(peer);
    }

    void closed(Peer peer) {
        peers.remove(peer);
        subscribers.values().forEach(those -> those.remove(peer));
    }

    void everyone(Consumer<Peer> action) {
        peers.forEach(action);
    }

    /** False if it had that topic already. */
    boolean subscribe(String topic, Peer peer) {
        List<Peer> those = subscribers.computeIfAbsent(topic, name -> new ArrayList<>());
        return !those.contains(peer) && those.add(peer);
    }

    /** False if it did not have that topic. */
    boolean unsubscribe(String topic, Peer peer) {
        return of(topic).remove(peer);
    }

    boolean has(String topic, Peer peer) {
        return of(topic).contains(peer);
    }

    /** The topics of a client. */
    List<String> topics(Peer peer) {
        return subscribers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(peer))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private List<Peer> of(String topic) {
        return subscribers.getOrDefault(topic, new ArrayList<>());
    }

    boolean wanted(String topic) {
        return !of(topic).isEmpty();
    }

    /** Sends the same message to all who want it. */
    void publish(String topic, Json message) {
        List<Peer> those = of(topic);
        Fate fate = faults.fate(topic);
        if (those.isEmpty()) {
            return;
        }
        byte[] frame = message.frame();
        for (Peer peer : those) {
            peer.send(topic, frame, fate);
        }
    }

    /** Sends to each who wants it a message of its own. */
    void publishEach(String topic, Function<Peer, byte[]> message) {
        if (faults.muted(topic)) {
            return; // what is not even made has no number
        }
        Fate fate = faults.fate(topic);
        for (Peer peer : of(topic)) {
            peer.send(topic, message.apply(peer), fate);
        }
    }

    /** Sends to one client only what a subscription brings at once, unless the topic is silent. */
    void tell(String topic, Peer peer, Json message) {
        if (!faults.muted(topic) && !faults.spendWithheldSnapshot(topic)) {
            peer.send(message.frame());
        }
    }

    void each(String topic, Consumer<Peer> action) {
        of(topic).forEach(action);
    }
}
