package io.faultline.practice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the exchange does wrong on request, message by message and request by request; faults of whole connections are
 * {@link LoopbackExchange}'s. Stream names are Binance's, such as {@code btcusdt@depth@100ms}. Thread-safe.
 */
public final class Faults {
    /** An HTTP answer in place of the right one. */
    public record Refusal(int status, Map<String, String> headers, String body) {
        /** Without any headers. */
        public Refusal(int status, String body) {
            this(status, Map.of(), body);
        }
    }

    private record Refused(Refusal refusal, int times) {}

    private final Set<String> muted = new HashSet<>();
    private final Map<String, Integer> drops = new HashMap<>();
    private final Map<String, Integer> duplicates = new HashMap<>();
    private final Set<String> swaps = new HashSet<>();
    private final Map<String, String> heldBack = new HashMap<>();
    private final Map<String, Refused> refusals = new HashMap<>();
    private final Map<String, Duration> trickles = new HashMap<>();
    private int staleSnapshots;
    private boolean pingsUnanswered;

    /** The stream delivers nothing until {@link #unmute}. */
    public synchronized void mute(String stream) {
        muted.add(stream);
    }

    public synchronized void unmute(String stream) {
        muted.remove(stream);
    }

    /** The next so many messages of the stream are lost. */
    public synchronized void drop(String stream, int messages) {
        drops.merge(stream, messages, Integer::sum);
    }

    /** The next so many messages of the stream are sent twice. */
    public synchronized void duplicate(String stream, int messages) {
        duplicates.merge(stream, messages, Integer::sum);
    }

    /** The next two messages of the stream change places. */
    public synchronized void swap(String stream) {
        swaps.add(stream);
    }

    /** Requests for that path (a socket's opening too) are refused so many times. */
    public synchronized void refuse(String path, Refusal refusal, int times) {
        refusals.put(path, new Refused(refusal, times));
    }

    /** Requests for that path are answered rightly again. */
    public synchronized void accept(String path) {
        refusals.remove(path);
    }

    /** Bodies of that path come byte by byte, so far apart; {@link Duration#ZERO} ends it. */
    public synchronized void trickle(String path, Duration apart) {
        trickles.put(path, apart);
    }

    /** The next so many snapshots show the book as it began. */
    public synchronized void staleSnapshots(int snapshots) {
        staleSnapshots = snapshots;
    }

    /** Whether clients' pings stay without an answer. */
    public synchronized void pingsUnanswered(boolean unanswered) {
        pingsUnanswered = unanswered;
    }

    /** What is to be sent in place of this message, in order. */
    synchronized List<String> onStream(String stream, String message) {
        if (muted.contains(stream) || spend(drops, stream)) {
            return List.of();
        }
        List<String> messages = new ArrayList<>(List.of(message));
        if (spend(duplicates, stream)) {
            messages.add(message);
        }
        String held = heldBack.remove(stream);
        if (held != null) {
            messages.add(held);
        } else if (swaps.remove(stream)) {
            heldBack.put(stream, message);
            return List.of();
        }
        return messages;
    }

    private static boolean spend(Map<String, Integer> counts, String stream) {
        return counts.computeIfPresent(stream, (name, left) -> left > 0 ? left - 1 : null) != null;
    }

    synchronized Optional<Refusal> refusal(String path) {
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
