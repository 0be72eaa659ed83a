package io.faultline.cli;

import io.faultline.journal.JournalException;
import io.faultline.journal.JournalReader;
import io.faultline.market.BookDelta;
import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import io.faultline.venue.FrameReader;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which symbols journals hold, by their canonical names, and how much of each. */
final class JournalSymbols {
    /** So many frames tell what a journal is about: half a minute of a busy one, and no wait before the window opens. */
    private static final int FRAMES_LOOKED_AT = 5_000;

    private final Map<String, Long> events;
    private final boolean practice;
    private final Venues venues;

    private JournalSymbols(Map<String, Long> events, boolean practice, Venues venues) {
        this.events = events;
        this.practice = practice;
        this.venues = venues;
    }

    /**
     * Looks at the beginning of the journals.
     *
     * @throws JournalException when they cannot be read
     */
    static JournalSymbols in(List<Path> journals, Venues venues) throws JournalException {
        TreeMap<String, Long> events = new TreeMap<>();
        CanonicalNames names = new CanonicalNames(venues.adapters());
        Map<Venue, FrameReader> readers = new EnumMap<>(Venue.class);
        for (Venue venue : venues.all()) {
            venues.adapter(venue).ifPresent(adapter -> readers.put(venue, new FrameReader(adapter, List.of("any"))));
        }
        try (JournalReader reader = JournalReader.open(journals)) {
            boolean practice = false;
            Frame frame = reader.next();
            for (int i = 0; i < FRAMES_LOOKED_AT && frame != null; i++) {
                FrameReader decoder =
                        Venue.ofJournalName(frame.venue()).map(readers::get).orElse(null);
                if (decoder != null) {
                    decoder.read(frame, event -> count(event, names, events));
                }
                // Sockets and requests are journalled with their addresses.
                practice |= frame.kind() != Frame.Kind.WS && Venues.onThisMachine(frame.topic());
                frame = reader.next();
            }
            return new JournalSymbols(events, practice, venues);
        }
    }

    private static void count(MarketEvent event, CanonicalNames names, Map<String, Long> events) {
        if (event instanceof BookDelta delta) {
            events.merge(names.of(delta.instrument()), 1L, Long::sum);
            delta.release();
        } else if (event instanceof Trade trade) {
            events.merge(names.of(trade.instrument()), 1L, Long::sum);
        }
    }

    /** Canonical names, in order. */
    Set<String> all() {
        return events.keySet();
    }

    /** Those that were asked of, whether or not there is anything of them. */
    Venues venues() {
        return venues;
    }

    /** Whether they were written of an exchange on this machine. */
    boolean practice() {
        return practice;
    }

    /**
     * The symbol with the most in it.
     *
     * @throws IOException when there is none
     */
    String busiest(List<Path> journals) throws IOException {
        return events.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .orElseThrow(() ->
                        new IOException(journals.get(0) + ": holds no book or trade of a venue that Faultline speaks"));
    }

    /**
     * The canonical name of that symbol, which may be given as a venue writes it.
     *
     * @throws IOException when it is not among them, and says which are
     */
    String require(String symbol, List<Path> journals) throws IOException {
        if (events.containsKey(symbol)) {
            return symbol;
        }
        for (VenueAdapter adapter : venues.adapters()) {
            if (events.containsKey(adapter.canonical(symbol))) {
                return adapter.canonical(symbol);
            }
        }
        throw new IOException(journals.get(0) + ": holds no " + symbol + " at its beginning; it holds "
                + (events.isEmpty() ? "no book or trade" : String.join(", ", events.keySet())));
    }
}
