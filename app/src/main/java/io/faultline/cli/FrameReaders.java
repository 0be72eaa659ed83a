package io.faultline.cli;

import io.faultline.market.Frame;
import io.faultline.market.Venue;
import io.faultline.venue.FrameReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decoders that frames of journals go through, one a venue: those that live frames go through. One thread. */
final class FrameReaders {
    private final Venues venues;
    private final Map<Venue, FrameReader> readers = new EnumMap<>(Venue.class);

    FrameReaders(Venues venues) {
        this.venues = venues;
    }

    /** Empty for a venue, or a market of a venue, that this program does not speak. */
    Optional<FrameReader> of(Frame frame) {
        Venue venue = Venue.ofJournalName(frame.venue()).orElse(null);
        if (venue == null) {
            return Optional.empty();
        }
        FrameReader reader = readers.get(venue);
        if (reader == null && venues.adapter(venue).isPresent()) {
            // What its sockets are called does not depend on the symbol, but there must be one.
            reader = new FrameReader(venues.adapter(venue).orElseThrow(), List.of("any"));
            readers.put(venue, reader);
        }
        return Optional.ofNullable(reader);
    }
}
