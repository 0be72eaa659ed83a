package io.faultline.practice;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a venue does wrong on request, message by message and request by request; {@link VenueFaults} has the faults by
 * name. Topics are the venue's own names, see {@link PracticeExchange#topic}. Thread-safe.
 */
public final class Faults {
    /** An HTTP answer in place of the right one. */
    public record Refusal(int status, Map<String, String> headers, String body) {
        public Refusal {
            headers = Map.copyOf(headers);
        }

        /** Without any headers. */
        public Refusal(int status, String body) {
            this(status, Map.of(), body);
        }
    }

    private record Refused(Refusal refusal, int times) {}

    private final Set<String> muted = new HashSet<>();
    private final Map<String, Integer> drops = new HashMap<>();
    private final Map<String, Integer> duplicates = new HashMap<>();
    private final Map<String, Integer> badChecksums = new HashMap<>();
    private final Map<String, Integer> subscriptionErrors = new HashMap<>();
    private final Map<String, Integer> withheld = new HashMap<>();
    private final Set<String> swaps = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final Map<String, Refused> refusals = new HashMap<>();
    private final Map<String, Duration> trickles = new HashMap<>();
    private @Nullable Refusal refusalOfAll;
    private int staleSnapshots;
    private boolean pingsUnanswered;

    /** The topic delivers nothing until {@link #unmute}. */
    public synchronized void mute(String topic) {
        muted.add(topic);
    }

    public synchronized void unmute(String topic) {
        muted.remove(topic);
    }

    /** The next so many messages of the topic are lost. */
    public synchronized void drop(String topic, int messages) {
        drops.merge(topic, messages, Integer::sum);
    }

    /** The next so many messages of the topic are sent twice. */
    public synchronized void duplicate(String topic, int messages) {
        duplicates.merge(topic, messages, Integer::sum);
    }

    /** The next two messages of the topic change places. */
    public synchronized void swap(String topic) {
        swaps.add(topic);
    }

    /** The next so many book messages of the topic carry a checksum that is wrong, where the venue has one. */
    public synchronized void badChecksum(String topic, int messages) {
        badChecksums.merge(topic, messages, Integer::sum);
    }

    /** The next so many subscriptions to the topic are answered with the venue's error. */
    public synchronized void refuseSubscription(String topic, int times) {
        subscriptionErrors.put(topic, times);
    }

    /** Subscriptions to the topic are taken again. */
    public synchronized void acceptSubscription(String topic) {
        subscriptionErrors.remove(topic);
    }

    /** The next so many snapshots of the topic that a subscription should bring do not come; none more with 0. */
    public synchronized void withholdSnapshots(String topic, int snapshots) {
        withheld.put(topic, snapshots);
    }

    /** Requests for that path (a socket's opening too) are refused so many times. */
    public synchronized void refuse(String path, Refusal refusal, int times) {
        refusals.put(path, new Refused(refusal, times));
    }

    /** Requests for that path are answered rightly again. */
    public synchronized void accept(String path) {
        refusals.remove(path);
    }

    /** Every request and every opening of a socket is refused until {@link #acceptAll}. */
    public synchronized void refuseAll(Refusal refusal) {
        refusalOfAll = refusal;
    }

    public synchronized void acceptAll() {
        refusalOfAll = null;
    }

    /** Bodies of that path come byte by byte, so far apart; {@link Duration#ZERO} ends it. */
    public synchronized void trickle(String path, Duration apart) {
        trickles.put(path, apart);
    }

    /** The next so many snapshots show the book as it was long ago. */
    public synchronized void staleSnapshots(int snapshots) {
        staleSnapshots = snapshots;
    }

    /** Whether clients' pings stay without an answer. */
    public synchronized void pingsUnanswered(boolean unanswered) {
        pingsUnanswered = unanswered;
    }

    synchronized boolean muted(String topic) {
        return muted.contains(topic);
    }

    /** What becomes of the next message of the topic. */
    synchronized Fate fate(String topic) {
        if (muted.contains(topic) || spend(drops, topic)) {
            return Fate.LOST;
        }
        if (spend(duplicates, topic)) {
            return Fate.TWICE;
        }
        if (held.remove(topic)) {
            return Fate.OVERTAKES;
        }
        if (swaps.remove(topic)) {
            held.add(topic);
            return Fate.HELD;
        }
        return Fate.SENT;
    }

    synchronized boolean spendBadChecksum(String topic) {
        return spend(badChecksums, topic);
    }

    synchronized boolean spendSubscriptionError(String topic) {
        return spend(subscriptionErrors, topic);
    }

    synchronized boolean spendWithheldSnapshot(String topic) {
        return withheld.getOrDefault(topic, 0) > 0 && spend(withheld, topic);
    }

    private static boolean spend(Map<String, Integer> counts, String topic) {
        if (counts.isEmpty() || !counts.containsKey(topic)) {
            return false;
        }
        counts.computeIfPresent(topic, (name, left) -> left > 1 ? left - 1 : null);
        return true;
    }

    synchronized Optional<Refusal> refusal(String path) {
        if (refusalOfAll != null) {
            return Optional.of(refusalOfAll);
        }
        Refused refused = refusals.get(path);
        if (refused == null) {
            return Optional.empty();
        }
        if (refused.times() <= 1) {
            refusals.remove(path);
        } else {
            refusals.put(path, new Refused(refused.refusal(), refused.times() - 1));
        }
        return Optional.of(refused.refusal());
    }

    synchronized Duration trickle(String path) {
        return trickles.getOrDefault(path, Duration.ZERO);
    }

    synchronized boolean spendStaleSnapshot() {
        boolean stale = staleSnapshots > 0;
        staleSnapshots -= stale ? 1 : 0;
        return stale;
    }

    synchronized boolean pingsUnanswered() {
        return pingsUnanswered;
    }
}
