package io.faultline.signal;

/**
 * A wall that still stands.
 *
 * @param wall as large as it is now
 * @param peakUsd as large as it was at most
 * @param heldMillis for how long 70 % of its peak or more has been there; 0 while less is
 * @param refills how often it came back after being eaten
 */
public record StandingWall(Wall wall, double peakUsd, long heldMillis, int refills) {}
