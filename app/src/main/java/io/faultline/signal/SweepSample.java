package io.faultline.signal;

/**
 * One second of a sweep, on the side that is hit: the bids for longs.
 *
 * @param millis exchange time since 1970
 * @param mid USD
 * @param forcedUsd reported forced volume of the cluster's side since the last sample; where the feed is throttled,
 *     taker volume in its direction
 * @param depth of that side now
 * @param traded against that side since the last sample
 */
public record SweepSample(long millis, double mid, double forcedUsd, SideBins depth, SideBins traded) {}
