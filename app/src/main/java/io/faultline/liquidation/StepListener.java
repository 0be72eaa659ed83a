package io.faultline.liquidation;

import io.faultline.market.Venue;

/** Told of every live step, on the thread that steps the grid. */
@FunctionalInterface
public interface StepListener {
    /** For those who only want pictures. */
    StepListener NONE = (venue, inputs, report) -> {};

    void stepped(Venue venue, GridBar inputs, StepReport report);
}
