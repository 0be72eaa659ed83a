package io.faultline.cli;

import io.faultline.market.Frame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest answer to each REST request but those for books: a journal that is begun later starts with them, or its
 * replay would know no tick, no funding terms and no history. Thread-safe.
 */
final class RestMemory {
    private static final int MOST = 64;
    private static final String BOOK = "/depth";

    private final Map<String, Frame> newest = new LinkedHashMap<>();

    synchronized void see(Frame frame) {
        if (frame.kind() == Frame.Kind.REST
                && !frame.topic().contains(BOOK)
                && (newest.size() < MOST || newest.containsKey(frame.topic()))) {
            newest.put(frame.topic(), frame);
        }
    }

    /** What is remembered, as received at that moment, so that a replay does not wait through the time between. */
    synchronized List<Frame> at(long nanos) {
        return newest.values().stream()
                .map(frame ->
                        new Frame(nanos, frame.venue(), frame.kind(), frame.connection(), frame.topic(), frame.text()))
                .toList();
    }
}
