package io.faultline.cli;

import io.faultline.market.PositionSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.ClosingStep;
import io.faultline.practice.crowd.CrowdListener;
import java.util.function.ToDoubleFunction;

/** Adds up the positions whose margin ran out, which no venue tells. On the thread that moves the market. */
final class SweptPositions implements CrowdListener {
    private final ToDoubleFunction<Venue> lot;
    private double usd;

    /** @param lot coins in one lot of a venue */
    SweptPositions(ToDoubleFunction<Venue> lot) {
        this.lot = lot;
    }

    @Override
    public void closing(
            Venue venue, long millis, ClosingStep step, long position, PositionSide side, long lots, double price) {
        if (step == ClosingStep.TRIGGERED) {
            usd += lots * lot.applyAsDouble(venue) * price;
        }
    }

    /** Notional at the mark that triggered them. */
    double usd() {
        return usd;
    }
}
