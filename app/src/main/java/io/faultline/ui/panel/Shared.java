package io.faultline.ui.panel;

import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;

/** What the panels of one symbol share: the axes, the crosshair, and what is chosen about venues. */
public record Shared(PriceAxis price, TimeAxis time, Crosshair crosshair, VenueControl venues) {
    /** Without a venue to switch. */
    public static Shared create() {
        return create(VenueControl.none());
    }

    public static Shared create(VenueControl venues) {
        return new Shared(new PriceAxis(), new TimeAxis(), new Crosshair(), venues);
    }
}
