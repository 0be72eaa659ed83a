package io.faultline.liquidation.cluster;

/**
 * A local maximum.
 *
 * @param index where it stands
 * @param prominence how far one must at least descend from it to reach a higher one; the height itself for the highest
 */
record Peak(int index, double prominence) {}
