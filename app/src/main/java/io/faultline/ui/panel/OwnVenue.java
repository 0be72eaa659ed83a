package io.faultline.ui.panel;

import io.faultline.market.Venue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The venue that the user trades on, the same for all symbols and windows. JavaFX thread only. */
public final class OwnVenue {
    private final Runnable changed;
    private @Nullable Venue venue;

    /** @param changed runs when another one is chosen, to keep it */
    public OwnVenue(@Nullable Venue venue, Runnable changed) {
        this.venue = venue;
        this.changed = changed;
    }

    /** Empty while none was chosen. */
    public Optional<Venue> venue() {
        return Optional.ofNullable(venue);
    }

    /** Chooses that one; null for none. */
    public void choose(@Nullable Venue mine) {
        if (mine != venue) {
            venue = mine;
            changed.run();
        }
    }
}
