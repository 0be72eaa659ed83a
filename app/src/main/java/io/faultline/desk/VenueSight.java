package io.faultline.desk;

import io.faultline.liquidation.BracketTables;
import org.jspecify.annotations.Nullable;

/**
 * What one venue adds to clusters and paths.
 *
 * @param counts whether its grid is in the masses
 * @param openInterestUsd NaN if not known
 * @param inStep whether its book is read
 * @param bidReachBps how far below mid its bids are seen, 0 if they are not read
 * @param askReachBps the same of asks above mid
 * @param bidUsualUsdPerBp usual depth near price, 0 if not known
 * @param askUsualUsdPerBp the same of asks
 * @param tables its margin tables, for the user's own position; null if its grid is not modelled
 */
public record VenueSight(
        boolean counts,
        double openInterestUsd,
        boolean inStep,
        double bidReachBps,
        double askReachBps,
        double bidUsualUsdPerBp,
        double askUsualUsdPerBp,
        @Nullable BracketTables tables) {}
