package io.faultline.ui.panel;

import io.faultline.ui.axis.Crosshair;
import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;

/** The axes that the panels of one symbol share. */
public record SharedAxes(PriceAxis price, TimeAxis time, Crosshair crosshair) {
    public static SharedAxes create() {
        return new SharedAxes(new PriceAxis(), new TimeAxis(), new Crosshair());
    }
}
