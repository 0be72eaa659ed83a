package io.faultline.desk;

import io.faultline.market.Side;
import io.faultline.market.Venue;

/**
 * A wall that stands in one venue's book: a 5 bp stretch with far more than its neighbours.
 *
 * @param lowPrice of the stretch
 * @param highPrice of the stretch
 * @param levelPrice its largest single level
 * @param usd resting there now
 * @param peakUsd the most that it was
 * @param heldMillis for how long 70 % of the peak has been there; 0 while less is
 * @param refills how often it was eaten and came back
 */
public record WallView(
        Venue venue,
        Side side,
        double lowPrice,
        double highPrice,
        double levelPrice,
        double usd,
        double peakUsd,
        long heldMillis,
        int refills) {}
