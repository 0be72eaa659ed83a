package io.faultline.cli;

import io.faultline.market.InstrumentId;
import io.faultline.market.Venue;
import io.faultline.venue.VenueAdapter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The name over all venues of what each venue names in its own way. Not thread-safe: it remembers. */
final class CanonicalNames {
    private final Map<Venue, VenueAdapter> adapters = new EnumMap<>(Venue.class);
    private final Map<InstrumentId, String> known = new HashMap<>();

    CanonicalNames(Collection<VenueAdapter> venues) {
        venues.forEach(adapter -> adapters.put(adapter.venue(), adapter));
    }

    String of(InstrumentId instrument) {
        String name = known.get(instrument);
        if (name == null) {
            VenueAdapter adapter = adapters.get(instrument.venue());
            name = adapter == null ? instrument.symbol() : adapter.canonical(instrument.symbol());
            known.put(instrument, name);
        }
        return name;
    }
}
