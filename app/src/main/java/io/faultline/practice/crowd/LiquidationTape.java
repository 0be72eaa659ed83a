package io.faultline.practice.crowd;

import io.faultline.market.PositionSide;
import io.faultline.practice.crowd.CrowdVenue.LiquidationFeed;

/** Tells of a venue's liquidations, all or the largest of each second (model 24.2). */
final class LiquidationTape {
    private final CrowdVenue spec;
    private final Tape tape;
    private PositionSide side = PositionSide.LONG;
    private long priceTicks;
    private long lots;

    LiquidationTape(CrowdVenue spec, Tape tape) {
        this.spec = spec;
        this.tape = tape;
    }

    void add(PositionSide ofSide, long atTicks, long ofLots) {
        if (spec.feed() == LiquidationFeed.FULL) {
            tape.listener().liquidation(spec.venue(), tape.millis(), ofSide, atTicks, ofLots);
        } else if (ofLots > lots) {
            side = ofSide;
            priceTicks = atTicks;
            lots = ofLots;
        }
    }

    /** To be called at the end of each second. */
    void second() {
        if (lots > 0) {
            tape.listener().liquidation(spec.venue(), tape.millis(), side, priceTicks, lots);
            lots = 0;
        }
    }
}
