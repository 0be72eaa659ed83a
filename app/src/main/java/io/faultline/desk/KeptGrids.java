package io.faultline.desk;

import io.faultline.liquidation.KeptCodec;
import io.faultline.liquidation.KeptVenue;
import io.faultline.market.InstrumentId;
import io.faultline.market.KeptGrid;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States of grids as events carry them. */
final class KeptGrids {
    private KeptGrids() {}

    static String text(KeptVenue kept) {
        return Base64.getEncoder().encodeToString(KeptCodec.encode(kept));
    }

    /** Empty if it is damaged, of another version, or of another venue than it says. */
    static Optional<KeptVenue> read(KeptGrid event) {
        return read(event.state())
                .filter(kept -> kept.venue() == event.venue())
                .map(kept -> event.restored() ? kept.restored() : kept);
    }

    /** Empty if it is damaged, or of another version. */
    static Optional<KeptVenue> read(String state) {
        try {
            return KeptCodec.decode(Base64.getDecoder().decode(state));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** @param waiting states that were not taken up yet */
    static List<KeptGrid> events(Map<InstrumentId, KeptVenue> kept, Collection<KeptGrid> waiting, long nanos) {
        List<KeptGrid> events = new ArrayList<>(waiting);
        kept.forEach((instrument, state) -> events.add(new KeptGrid(instrument, nanos, false, text(state))));
        return events;
    }
}
