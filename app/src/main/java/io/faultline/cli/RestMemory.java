package io.faultline.cli;

import io.faultline.market.Frame;
import io.faultline.venue.VenueAdapter;
import io.faultline.venue.VenueAdapter.BookRecovery;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest answer to each REST request but those for books: a journal that is begun later starts with them, or its
 * replay would know no tick, no funding terms and no history. Thread-safe.
 */
final class RestMemory {
    private static final int MOST = 512;

    /** How many attempts at a book are looked at: some venues answer a request only when another way was in vain. */
    private static final int ATTEMPTS = 4;

    private final Set<String> books = new HashSet<>();
    private final Map<String, Frame> newest = new LinkedHashMap<>();

    /** @param symbols canonical */
    RestMemory(Collection<VenueAdapter> adapters, List<String> symbols) {
        for (VenueAdapter adapter : adapters) {
            for (String symbol : symbols) {
                for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                    if (adapter.recoverBook(adapter.spelled(symbol), attempt) instanceof BookRecovery.Request request) {
                        books.add(place(request.request().uri()));
                    }
                }
            }
        }
    }

    private static String place(URI uri) {
        return uri.getAuthority() + uri.getPath();
    }

    synchronized void see(Frame frame) {
        if (frame.kind() == Frame.Kind.REST
                && !books.contains(place(URI.create(frame.topic())))
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
