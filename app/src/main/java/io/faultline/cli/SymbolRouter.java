package io.faultline.cli;

import io.faultline.market.BookDelta;
import io.faultline.market.InstrumentId;
import io.faultline.market.MarketEvent;
import io.faultline.venue.VenueAdapter;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event to the one desk that it is about, whatever the venue calls the symbol, and what is about no symbol to
 * all desks; the rest is let go. One call at a time.
 */
final class SymbolRouter implements Consumer<MarketEvent> {
    private final CanonicalNames names;
    private final Map<String, Consumer<MarketEvent>> desks;

    /** @param desks by canonical symbol */
    SymbolRouter(Collection<VenueAdapter> adapters, Map<String, Consumer<MarketEvent>> desks) {
        this.names = new CanonicalNames(adapters);
        this.desks = Map.copyOf(desks);
    }

    @Override
    public void accept(MarketEvent event) {
        if (!(event instanceof MarketEvent.OfInstrument about)) {
            desks.values().forEach(desk -> desk.accept(event));
            return;
        }
        Consumer<MarketEvent> desk = desk(about.instrument());
        if (desk != null) {
            desk.accept(event);
        } else if (event instanceof BookDelta delta) {
            delta.release();
        }
    }

    private @Nullable Consumer<MarketEvent> desk(InstrumentId instrument) {
        return desks.get(names.of(instrument));
    }
}
