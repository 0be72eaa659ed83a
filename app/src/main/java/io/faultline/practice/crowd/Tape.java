package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;

/** A venue's trades: told to who listens, and felt by the price and by the till. Prices in ticks, sizes in lots. */
final class Tape {
    private final CrowdVenue spec;
    private final Accounts accounts;
    private final Pressure pressure;
    private final double unitUsd;
    private CrowdListener listener = new CrowdListener() {};
    private long millis;
    private long last;

    Tape(CrowdVenue spec, Accounts accounts, Pressure pressure, double startPrice, long millis) {
        this.spec = spec;
        this.accounts = accounts;
        this.pressure = pressure;
        this.millis = millis;
        unitUsd = spec.tick() * spec.lot();
        last = Math.round(startPrice / spec.tick());
    }

    void at(long now, CrowdListener hearing) {
        millis = now;
        listener = hearing;
    }

    /** A trade in which the taker met orders that rested. */
    void trade(TakerSide taker, long priceTicks, long lots, boolean forced) {
        last = priceTicks;
        long value = priceTicks * lots;
        accounts.fees(value);
        pressure.traded((taker == TakerSide.BUY ? value : -value) * unitUsd);
        listener.trade(spec.venue(), millis, taker, priceTicks, lots, forced);
    }

    /** A trade agreed elsewhere, which moves nothing. */
    void block(TakerSide taker, long priceTicks, long lots) {
        accounts.fees(priceTicks * lots);
        listener.trade(spec.venue(), millis, taker, priceTicks, lots, false);
    }

    /** Price of the latest trade. */
    long last() {
        return last;
    }

    long millis() {
        return millis;
    }

    CrowdListener listener() {
        return listener;
    }
}
