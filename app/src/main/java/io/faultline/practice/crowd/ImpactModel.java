package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;

/**
 * What stands in for the book in the coarse past: a price that gives way evenly to what takers take, as the book of
 * {@link MarketMakers} does on the whole, and recovers by the next step. Prices in ticks, sizes in lots.
 */
final class ImpactModel {
    /** 10 M USD take the price .2 % away. */
    private static final double PER_USD = 2e-3 / 10e6;

    private static final double HALF_SPREAD = .00005;

    private final double perLot;
    private double middle;
    private double dent;
    private long takenValue;

    /**
     * @param size of the venue, 1 for one with 2 bn USD of positions
     * @param lotUsd what a lot is worth, about
     */
    ImpactModel(double size, double lotUsd) {
        perLot = PER_USD * lotUsd / size;
    }

    void quote(double middleTicks) {
        middle = middleTicks;
        dent = 0;
    }

    double middle() {
        return middle;
    }

    /** As {@link CrowdBook#take}. */
    long take(TakerSide taker, long limitTicks, long lots) {
        int sign = taker == TakerSide.BUY ? 1 : -1;
        double start = middle * (1 + dent + sign * HALF_SPREAD);
        double perLotTicks = middle * perLot;
        double room = sign * (limitTicks - start) / perLotTicks;
        if (room < 1) {
            takenValue = 0;
            return 0;
        }
        long filled = (long) Math.min((double) lots, room);
        long mean = Math.max(1, Math.round(start + sign * perLotTicks * filled / 2));
        mean = taker == TakerSide.BUY ? Math.min(mean, limitTicks) : Math.max(mean, limitTicks);
        takenValue = mean * filled;
        dent += sign * perLot * filled;
        return filled;
    }

    /** Ticks times lots of the latest {@link #take}, a multiple of its lots. */
    long takenValue() {
        return takenValue;
    }
}
